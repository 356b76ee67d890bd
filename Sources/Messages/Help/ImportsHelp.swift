public import CadreModel

/// What `cadre imports --help` and its subcommands say.
public enum ImportsHelp {
  public static let abstract = Message("查看历次导入，比较其改变，撤回。", "What was imported, what it changed, and how to take it back.")

  public static let list = Message("列出一个城市的历次导入。", "List a city's imports.")

  public static let show = Message("一次导入的文件、摘要、行数和经办人。", "One import: its files, digests, rows, and who did it.")

  public static let diff = Message("逐格列出导入改变的内容。", "What imports changed, cell by cell.")

  public static let diffDiscussion = Message(
    "给出一个序号，列出该次导入的改变；给出两个，列出前一次之后到后一次为止的改变。一表首次入库的行不逐行列出。输出含人员数据，只写到屏幕或标准输出。",
    """
    With one number, what that import changed; with two, what changed after the first of them until the second. Rows of a \
    table's first load are not listed one by one. The output holds personal data; it goes to the screen or standard output.
    """)

  public static let undo = Message("以一次新的导入撤回一次导入。", "Take an import back, by a new one.")

  public static let undoDiscussion = Message(
    "其改变的行恢复为之前的内容，新增的行撤销，撤销的行恢复；后来的导入又改变过同一行的，不能撤回，并列出这些行。撤回本身也是一次导入，也可撤回。",
    """
    Its changed rows become what they were, rows that came go, rows that went come back. Refused where later imports changed \
    the same rows, which are listed. The undoing is an import itself and can be undone.
    """)

  public static let number = Message("导入的序号。", "The import's number.")
  public static let last = Message("到这一次导入为止。", "Until this import.")
  public static let csv = Message("以 CSV 输出。", "Print as CSV.")
  public static let json = Message("以 JSON 输出。", "Print as JSON.")
}

/// What `cadre history --help` says.
public enum HistoryHelp {
  public static let abstract = Message("一行数据的历次版本，及各由哪次导入带来。", "The versions of one row, each with the import that brought it.")

  public static let discussion = Message(
    "例：cadre history posts T0001 --city quzhou。多列主键以冒号连接，如 P0001:2025H1。",
    "Example: cadre history posts T0001 --city quzhou. The parts of a key of several columns are joined by a colon: P0001:2025H1."
  )

  public static let table = Message("表的中文或英文名称，如 任职 或 posts。", "The table, by its English or Chinese name, such as posts.")
  public static let key = Message("该行的主键。", "The row's key.")
}
