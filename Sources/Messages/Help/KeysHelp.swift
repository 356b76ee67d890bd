public import CadreModel

/// What `cadre keys --help` says, and its commands'.
public enum KeysHelp {
  public static let abstract = Message("公民身份号码的密钥。", "The keys by which identity numbers are encrypted.")

  public static let discussion = Message(
    """
    公民身份号码在数据库里加密保存（AES-256-GCM），密钥不在数据库里：由环境变量 CADRE_IDENTITY_KEY_FILE（只有本人可读的文件）或
    CADRE_IDENTITY_KEY_COMMAND（输出密钥的命令）给出。程序自带的数据库在自己的目录里保存密钥（identity.key），首次需要时生成。
    请备份密钥：丢失后，号码无法恢复。
    """,
    """
    Identity numbers are stored encrypted (AES-256-GCM), and the key is not in the database: it is given by CADRE_IDENTITY_KEY_FILE \
    (a file that its owner alone can read) or CADRE_IDENTITY_KEY_COMMAND (a command that prints it). The private server has a key in \
    its own folder (identity.key), made when it is first needed. Keep a copy of the key: without it the numbers are lost.
    """)

  public static let new = Message("生成一个密钥。", "Make a key.")
  public static let newDiscussion = Message(
    "例：cadre keys new --out /etc/cadre/identity.key", "Example: cadre keys new --out /etc/cadre/identity.key")
  public static let out = Message("写入这个新文件，只有本人可读。", "Write it to this new file, which its owner alone can read.")

  public static let rotate = Message("更换密钥，全部号码改以新密钥加密。", "Change the key: all numbers are encrypted anew.")
  public static let rotateDiscussion = Message(
    """
    环境变量给出现在的密钥，--new 给出新密钥的文件。人员表和变更留痕里的号码在一个事务里改以新密钥加密，记入留痕；
    撤销、历史、查重和 cadre doctor --deep 照旧。需要“查看完整证件号”职责。旧密钥仍要留着，以读取此前的备份。
    """,
    """
    The environment gives the key in use, --new the file of the new one. The numbers of persons and of the journal are encrypted \
    anew in one transaction, which is entered in the log; undoing, history, duplicates and cadre doctor --deep work as before. It \
    needs the duty unmasker. Keep the old key for backups from before.
    """)
  public static let newKey = Message("新密钥的文件。", "The file of the new key.")

  public static let seal = Message("加密旧版本存下的明文号码。", "Encrypt numbers that an earlier version stored in the clear.")
  public static let sealDiscussion = Message(
    "人员表和变更留痕里的明文号码在一个事务里加密，记入留痕。需要“查看完整证件号”职责。",
    """
    Numbers in the clear of persons and of the journal are encrypted in one transaction, which is entered in the log. It needs the \
    duty unmasker.
    """)

  public static let status = Message("列出各市所用的密钥。", "List the keys in use, by city.")
  public static let cities = Message(
    "只对这个城市，可多次写；不给出则对看得见的全部城市。", "Only this city; may be given several times. Without it all cities that the login sees.")
  public static let json = Message("以 JSON 输出。", "Print JSON.")

  public static let unmask = Message(
    "写出完整的公民身份号码，而不以星号遮盖：需要“查看完整证件号”职责，并记入留痕。",
    "Identity numbers in full instead of masked: needs the duty unmasker, and is entered in the log.")
}
