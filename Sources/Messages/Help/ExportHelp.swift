public import CadreModel

/// What `cadre export --help` says.
public enum ExportHelp {
  public static let abstract = Message(
    "导出一个城市的全部结果。",
    "Export every result of a city.")
}
