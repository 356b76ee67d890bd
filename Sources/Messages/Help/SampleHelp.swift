public import CadreModel

/// What `cadre sample --help` says.
public enum SampleHelp {
  public static let abstract = Message(
    "生成一个虚构城市的报送文件，用于试用。",
    "Write the files of an invented city, to try the program with.")

  public static let discussion = Message(
    """
    每张表一个 CSV 文件，符合报送要求，各类义务有达标的也有未达标的。城市、人数、种子和选项相同，则内容逐字节相同。生成后用 cadre import 导入该目录。
    """,
    """
    One CSV file for each table, valid under the data contract, with met and broken duties of every kind. \
    The same city, size, seed and options give the same bytes. Import the folder with `cadre import`.
    """)

  public static let city = Message("仿照哪个城市，如 quzhou 或 衢州。", "The city that it is like, such as quzhou.")

  public static func persons(_ fewest: Int, to most: Int) -> Message {
    Message("人数，\(fewest) 至 \(most)。", "How many persons, \(fewest) to \(most).")
  }

  public static let seed = Message("种子，任一非负整数：不同的数得到不同的城市。", "Any whole number: another one makes another city.")

  public static let folder = Message("写入的目录；没有则创建。", "The folder to write to, made if it is missing.")

  public static let fromYear = Message("起始年份，整数。", "The first year told in full, a whole number.")

  public static let toYear = Message("终止年份，整数。", "The last year, a whole number.")

  public static let trainingPerPerson = Message(
    "每人各年合计约有多少条培训记录，1 至 1000。",
    "About how many training records a person has over all the years, 1 to 1000.")

  public static let chinese = Message(
    "列名、代码和日期写成中文，如同中文表格软件所存。",
    "Chinese headings, labels and dates, as a Chinese spreadsheet program would save them.")

  public static let encoding = Message("文件的编码。", "The encoding of the files.")

  public static let json = Message("以 JSON 输出各表行数。", "Print the numbers of rows as JSON.")
}
