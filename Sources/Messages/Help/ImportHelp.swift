public import CadreModel

/// What `cadre import --help` says.
public enum ImportHelp {
  public static let abstract = Message(
    "核对一个城市报送的表格，并存入数据库。",
    "Check a city's spreadsheets and store them.")

  public static let discussion = Message(
    """
    路径是每张表一个工作表的工作簿（.xlsx），或以表命名的文件（units.csv、人员.xlsx 等），或这些文件所在的目录；也可以是任免审批表（.lrmx、.lrm）、数据交换文件夹（Table/A01.xml）及其压缩包。列名中英文均可，列序不限；编码 UTF-8 和 GB18030 自动识别。逐行核对并列出全部问题；有一行不对即整批不入库，除非用 --quarantine 把不对的行另存。重复导入同一文件不产生变化；编号已存在的行以新内容代替；撤销清单 withdrawals.csv 或工作簿中的“撤销”工作表（表名、主键、原因）所列的行被撤销。
    """,
    """
    PATH is a workbook (.xlsx) with a sheet for each table, a file named after its table (units.csv, persons.xlsx, ...), or \
    a folder of such files; or appointment forms (.lrmx, .lrm), an exchange folder (Table/A01.xml), or an archive of \
    these. Headings may be Chinese or English, in any order; UTF-8 and GB18030 are told apart. All rows are checked, and all \
    problems shown; one wrong row and nothing is stored, unless --quarantine sets wrong rows apart. Importing a file again changes \
    nothing; a row with a stored key replaces the stored one; rows listed in withdrawals.csv, or in a sheet of that name, (table, key, reason) go.
    """)

  public static let city = Message("报送的城市，如 quzhou 或 衢州。", "The city that hands the files in, such as quzhou.")

  public static let paths = Message("文件，或文件所在的目录。", "Files, or folders of files.")

  public static let encoding = Message("CSV 文件的编码，自动识别有误时给出。", "The encoding of CSV files, where it is not told right.")

  public static let quarantine = Message(
    "正确的行入库，不对的行连同原因写入该目录下的 <表名>.rejected.csv；报送的是工作簿的，写入 <表名>.rejected.xlsx。",
    "Store the good rows, and write the wrong ones with their reasons to <table>.rejected.csv in this folder, those of workbooks to "
      + "<table>.rejected.xlsx.")

  public static let findings = Message(
    "将全部问题写入该 CSV 文件：文件、行、列、值、应为、类型、建议；有工作簿时另有工作表、单元格。",
    "Write all findings to this file as CSV: file, line, column, value, what was expected, kind, proposal; of workbooks sheet "
      + "and cell, too.")

  public static let fills = Message(
    "任免审批表和数据交换文件夹中没有的内容，统一按此填写，可多次给出，如 persons.managed_by=county。",
    "What appointment forms and exchange folders do not hold, the same for all their rows, such as persons.managed_by=county; may be "
      + "given several times.")

  public static let complete = Message(
    "这些表的文件即为全表，如 posts,charges：文件中没有的已入库行撤销。",
    "The files of these tables are the whole tables, such as posts,charges: stored rows that they lack go.")

  public static let withdraw = Message(
    "确认全表文件要撤销的行数；超过一表的 5% 时须给出。", "How many rows complete files withdraw; needed where it is more than 5 % of a table.")

  public static let isDryRun = Message("只核对，不入库。", "Check everything, store nothing.")

  public static let json = Message("以 JSON 输出汇总。", "Print the summary as JSON.")
}
