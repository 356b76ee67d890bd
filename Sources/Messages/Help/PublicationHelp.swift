public import CadreModel

/// What the help of `cadre publish`, `cadre publications` and `cadre verify` says.
public enum PublicationHelp {
  // MARK: publish

  public static let publish = Message(
    "发布：封存一份报告，日后可原样再出、可核验。", "Seal a report, so that it can be written and verified any time later.")
  public static let publishDiscussion = Message(
    """
    先评估所需的时点，再生成报告；结果永久保留，文件原样存入数据库，连同摘要封存，并与上一次发布首尾相连。每页印有发布序号、摘要和上一号的链头。
    例：cadre publish --as-of 2025-06-30 --title "2025年上半年通报" --format csv,xlsx,html,pdf --out 通报
    """,
    """
    Judges what is needed and makes the report. Its results are kept for good, its files are stored as they are, and both are \
    sealed by digests that go on from the publication before. Each page carries number, digest and the previous head.
    Example: cadre publish --as-of 2025-06-30 --title "First half of 2025" --format csv,xlsx,html,pdf --out report
    """)
  public static let title = Message("标题，如“2025年上半年通报”。", "A title, such as 'First half of 2025'.")
  public static let cities = Message(
    "只发布该市的报告，可多次给出；不给出则为总览和各市。", "Only this city's report; may come several times. Without it: the overview and every city.")
  public static let outAfterwards = Message("发布后另写入该目录（须为空）。", "Also write the files to this folder, which has to be empty.")
  public static let signWith = Message(
    "用此私钥（Ed25519，PEM）签名。", "Sign with this private key (Ed25519, PEM).")

  // MARK: publications

  public static let abstract = Message("查看、再次写出、核验已发布的报告。", "List, show, write and verify what was published.")
  public static let discussion = Message(
    "发布的文件存于数据库，任何时候都可原样写出，与程序版本无关。", "The files are kept as they were published, whatever the program's version is by then.")
  public static let list = Message("列出各次发布。", "List the publications.")
  public static let show = Message("显示封存文本。", "Show the text that was sealed.")
  public static let showDiscussion = Message(
    "文本的 SHA-256 即该号的链头：cadre publications show 3 2>/dev/null | sha256sum",
    "The text's SHA-256 is the seal: cadre publications show 3 2>/dev/null | sha256sum")
  public static let write = Message("把一次发布的文件原样写入目录。", "Write the files of a publication, byte for byte.")
  public static let writeDiscussion = Message(
    "另写入 seal.txt（封存文本），已签名的还有 seal.sig。例：cadre publications write 3 --out 第三号",
    "Beside them comes seal.txt, the text that was sealed, and seal.sig where it was signed. Example: cadre publications write 3 --out third"
  )
  public static let verify = Message("核验已发布的报告：链、文件、结果。", "Verify chain, files and results of what was published.")
  public static let verifyDiscussion = Message(
    "重新计算所存文件和结果的摘要，并从第一号起核对各号相连。退出码：0 完整，1 有误。",
    "Recomputes the digests of files and results, and follows the chain from the first. The exit status is 0 if all is whole, 1 if not."
  )
  public static let number = Message("发布序号。", "The publication's number.")
  public static let onlyNumber = Message("只核验该号的文件和结果；不给出则为全部。", "Only this one's files and results; without it all.")
  public static let out = Message("写入哪个目录（须为空或尚不存在）。", "The folder to write to: empty, or not there yet.")

  // MARK: verify

  public static let verifyFolder = Message("核验一个报告目录。", "Verify a report's folder.")
  public static let verifyFolderDiscussion = Message(
    """
    与 about.json 所列摘要比较，指出缺少、改动和多出的文件。已发布的报告另与 seal.txt 和数据库中的封存比较；给出 --public-key 则核对签名，不用数据库。
    例：cadre verify 通报；cadre verify 通报 --public-key office.pub
    """,
    """
    Compares the files with the digests in about.json, and names what is missing, changed or not listed. What was published is also \
    compared with its seal.txt and with what the database sealed; with --public-key the signature is checked, without a database.
    Example: cadre verify report; cadre verify report --public-key office.pub
    """)
  public static let folder = Message("报告所在目录。", "The report's folder.")
  public static let publicKey = Message(
    "签名人的公钥（Ed25519，PEM）；不用数据库。", "The public key of who signed (Ed25519, PEM); no database is asked.")
  public static let offline = Message("不与数据库比较。", "Do not compare with a database.")
}
