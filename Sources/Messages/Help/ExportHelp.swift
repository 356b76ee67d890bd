public import CadreModel

/// What `cadre export --help` says.
public enum ExportHelp {
  public static let abstract = Message(
    "导出一个城市的结果或人员。",
    "Export a city's results, or its persons.")
}
