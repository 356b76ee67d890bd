public import CadreModel

/// What `cadre template --help` says.
public enum TemplateHelp {
  public static let abstract = Message(
    "生成供一个城市填报的工作簿。", "Write workbooks for a city to fill in.")

  public static let discussion = Message(
    """
    每张报送表一张工作表：列名、格式、下拉列表和逐列说明齐备，必填列以颜色标出；第一张工作表是填写说明。用 --with-data 则填入系统中现有的数据，供更正补充。已存在的同名文件不会覆盖。
    """,
    """
    A sheet for each table of a delivery, with headings, formats, lists to choose from and an explanation of each column; \
    what is required is coloured. The first sheet says how to fill them in. With --with-data the sheets hold the rows stored \
    now, to be corrected and completed. A file that is there already is not replaced.
    """)

  public static let city = Message("填报的城市，如 quzhou 或 衢州。", "The city that is to fill them in, such as quzhou.")

  public static let folder = Message("工作簿写入该目录。", "Write the workbooks into this folder.")

  public static let perTable = Message("每张报送表一个工作簿。", "Write a workbook for each table.")

  public static let withData = Message("填入系统中现有的数据。", "Fill in the rows that are stored now.")
}
