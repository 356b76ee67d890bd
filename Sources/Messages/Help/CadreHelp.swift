public import CadreModel

/// What `cadre --help` says.
public enum CadreHelp {
  public static let abstract = Message(
    "核对各市报送的干部数据，按各市文件逐条评估，生成报告。",
    "Checks, judges and reports what cities hand in under their civil-servant policies.")
}
