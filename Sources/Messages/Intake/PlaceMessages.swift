public import CadreModel

/// Where something stands in a delivered file.
public enum PlaceMessages {
  public static func line(_ line: Int) -> Message { Message("第 \(line) 行", "line \(line)") }
  public static func row(_ row: Int) -> Message { Message("第 \(row) 行", "row \(row)") }
  /// - Parameter name: as the spreadsheet calls it, `B7`.
  public static func cell(_ name: String) -> Message { Message(name, "cell \(name)") }

  public static func inFile(_ file: String, _ place: Message) -> Message {
    Message("\(file) \(place.chinese)", "\(file) \(place.english)")
  }

  public static func inSheet(_ sheet: String, _ place: Message) -> Message {
    Message("表“\(sheet)” \(place.chinese)", "sheet \(sheet), \(place.english)")
  }

  public static func inSheet(of file: String, _ sheet: String, _ place: Message) -> Message {
    let place = inSheet(sheet, place)
    return Message("\(file) \(place.chinese)", "\(file), \(place.english)")
  }

  public static func sheet(of file: String, _ sheet: String) -> Message {
    Message("\(file) 表“\(sheet)”", "\(file), sheet \(sheet)")
  }
}
