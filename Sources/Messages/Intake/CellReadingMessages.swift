public import CadreModel

/// How cells were read that are not written as they should be; the Chinese as the end of a sentence that begins with how many.
public enum CellReadingMessages {
  public static let placeholder = Message("是“/”“—”“待补充”一类占位内容，按空白读取", "nothing but a placeholder such as / or N/A, read as empty")
  public static let invisible = Message("含有看不见的字符，已去掉", "characters that nobody sees, left out")
  public static let fullWidth = Message("是全角字符，按半角读取", "full-width characters, read as ASCII")
  public static let apostrophe = Message("前有单引号（'），已去掉", "an apostrophe in front, left out")
  public static let dottedDate = Message("的日期以“.”分隔，已按日期读取", "a date written with points, read so")
  public static let timestamp = Message("的日期带有零点时间，按当天读取", "a date with a time of midnight, read as the day")
  public static let lostZeros = Message("的代码少了前面的 0，已补上", "a code that lost its leading zeros, read with them")
  public static let tagSeparator = Message("以逗号或顿号分隔多项，已分开读取", "several codes separated by commas, read apart")
  public static let unseenKept = Message(
    "含有看不见的字符（如 U+2028、U+2066），按原文保存，请核对", "characters that nobody sees (such as U+2028, U+2066), kept: look at them")

  public static let errorValue = Message(
    "是表格软件的错误值（如 #N/A），按原文保存，请核对", "an error value of a spreadsheet such as #N/A, kept as it is: look at it")

  public static let privateUse = Message(
    "含有自造字（专用区字符），别的电脑上可能显示不出，请核对", "private-use characters, which other systems may not show: look at them")

  public static let percent = Message("是百分数，按其百分值读取（95% 为 95）", "a percentage, read as so many of a hundred (95% as 95)")

  /// So many cells were read so.
  public static func count(_ count: Int, _ reading: Message) -> Message {
    let cells = Message("格", count == 1 ? "cell" : "cells")
    return Message("\(count) \(cells.chinese)\(reading.chinese)", "\(count) \(cells.english): \(reading.english)")
  }
}
