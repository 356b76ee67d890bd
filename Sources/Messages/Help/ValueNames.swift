public import CadreModel

/// How help calls the values of options and arguments: `--city <城市>`.
public enum ValueNames {
  public static let city = Message("城市", "city")
  public static let policy = Message("政策", "policy")
  public static let folder = Message("目录", "dir")
  public static let file = Message("文件", "file")
  public static let count = Message("数量", "n")
  public static let year = Message("年份", "year")
  public static let date = Message("日期", "date")
  public static let format = Message("格式", "format")
  public static let indicator = Message("指标", "indicator")
  public static let arguments = Message("参数", "arguments")
  public static let url = Message("地址", "url")
  public static let subject = Message("对象", "subject")
  public static let status = Message("状态", "status")
  public static let fill = Message("表.列=值", "table.column=value")
  public static let path = Message("路径", "path")
  public static let encoding = Message("编码", "encoding")
  public static let code = Message("代码", "code")
  public static let seed = Message("种子", "seed")
  public static let importOrDate = Message("导入序号|日期", "import|date")
  public static let table = Message("表", "table")
  public static let tables = Message("表,…", "tables")
  public static let key = Message("主键", "key")
  public static let number = Message("序号", "number")
  public static let language = Message("语言", "language")
}
