public import CadreModel

/// What `cadre export` says.
public enum ExportMessages {
  public static func written(results: Int, to file: String) -> Message {
    Message("\(results) 条结果已写入 \(file)", "\(results) results are in \(file)")
  }
}
