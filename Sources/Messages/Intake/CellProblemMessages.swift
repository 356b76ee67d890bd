public import CadreModel

/// What is wrong with a cell, and what was expected. What stands in the cell is passed as it may be shown.
public enum CellProblemMessages {
  public static let empty = Message("不能为空", "must not be empty")

  public static func encoding(_ encoding: String) -> Message {
    Message(
      "不是有效的 \(encoding) 文字；请用 --encoding 指明文件的编码", "not valid \(encoding): name the file's encoding with --encoding")
  }

  public static let id = Message(
    "编号应为 1-64 个字符，只含 A-Z a-z 0-9 _ -，以字母或数字开头",
    "an id is 1-64 characters of A-Z a-z 0-9 _ -, the first a letter or digit")

  private static let chineseTruths = "是/否"
  public static let bool = Message(
    "应为 \(chineseTruths)、1/0、true/false 或 Y/N", "expected 1/0, true/false, \(chineseTruths) or Y/N")

  public static let scientific = Message(
    "是科学计数，原数已丢失：请把该列设为文本后重新粘贴",
    "in scientific notation, its digits lost: format the column as text and paste it anew")

  /// - Parameter meant: the id with its zeros, where it can be told.
  public static func lostZeros(meant: String?) -> Message {
    let meant = meant.map { Message("：应为 \($0)", ": \($0) is meant") } ?? Message("", "")
    return Message(
      "少了前面的 0\(meant.chinese)，请把该列设为文本后重新粘贴",
      "lost its leading zeros\(meant.english); format the column as text and paste it anew")
  }

  /// - Parameters:
  ///   - name: the character's, such as `U+0007`.
  ///   - standsForLostText: rather than for a control.
  ///   - before: what stands before it.
  public static func character(_ name: String, standsForLostText: Bool, after before: String?) -> Message {
    let kind =
      standsForLostText
      ? Message("文字已丢失的替代符", "which stands for text that was lost") : Message("控制字符", "a control character")
    let place = before.map { Message("“\($0)”之后", ", after \"\($0)\"") } ?? Message("", "")
    return Message(
      "\(place.chinese)有 \(name)（\(kind.chinese)），请删去或改正", "\(name), \(kind.english)\(place.english): take it out")
  }

  /// - Parameter codes: each with its label.
  public static func code(_ codes: [String]) -> Message {
    let list = codes.joined(by: Punctuation.comma)
    return Message("应为以下之一：\(list.chinese)", "expected one of: \(list.english)")
  }

  /// - Parameters:
  ///   - tag: the one of several that is wrong, where it can be told.
  ///   - codes: each with its label.
  public static func tag(_ tag: String?, codes: [String]) -> Message {
    let which = tag.map { Message("“\($0)”", "\"\($0)\"") } ?? Message("有一项", "one of several")
    let list = codes.joined(by: Punctuation.comma)
    return Message(
      "\(which.chinese)不在可选项中，多项以 ; 分隔：\(list.chinese)",
      "\(which.english) is none of these, separated by ;: \(list.english)")
  }

  public static let regionCode = Message("应为六位数字的行政区划代码（GB/T 2260）", "a region code is six digits (GB/T 2260)")

  public static func regionOutsideCity(prefix: String) -> Message {
    Message("不在本市：应以 \(prefix) 开头", "outside the city: must begin with \(prefix)")
  }
}

/// What is wrong with a day or another time.
public enum DateProblemMessages {
  private static let chineseDate = "2025年3月1日"
  public static let date = Message(
    "日期应写作 2025-03-01、2025/3/1、2025.3.1、20250301 或 \(chineseDate)",
    "a date is written 2025-03-01, 2025/3/1, 2025.3.1, 20250301 or \(chineseDate)")

  public static let impossible = Message("没有这一天", "there is no such day")
  public static let outOfRange = Message("年份应在 1900 至 2100 之间", "the year must lie in 1900-2100")
  public static let withoutDay = Message(
    "只有年月，没有日：请填写完整日期，如 2004-10-24", "a month without a day: write the whole date, such as 2004-10-24")

  public static let withTime = Message(
    "日期后带有时间：只填日期，如 2025-03-01", "a time behind the date: write the day alone, such as 2025-03-01")

  public static let half = Message("半年应写作 2025H1 或 2025H2", "a half-year is written 2025H1 or 2025H2")
}

/// What is wrong with an identity number, which is never shown.
public enum IdentityProblemMessages {
  public static let number = Message(
    "公民身份号码应为 17 位数字加 1 位校验码（0-9 或 X）", "an identity number is 17 digits and a check character (0-9 or X)")

  public static let birthDate = Message("公民身份号码第 7-14 位不是有效日期", "digits 7-14 of an identity number are a date; these are not")
  public static let check = Message("校验不符，号码有误：请按证件核对", "its digits do not belong together: compare it with the document")
  public static let masked = Message(
    "以星号遮盖的号码与该人员库中的号码不符，或库中没有该人员的号码：请填写完整号码，或保留模板中的原样",
    "a masked number that is not that of the stored person, or the person has none stored: write it in full, or leave what the template had"
  )
  public static let zeroed = Message(
    "公民身份号码末三位被表格软件变成了 000：请把该列设为文本后重新粘贴",
    "the last three digits of the identity number became 000 in a spreadsheet: format the column as text and paste it anew")
}

/// What is wrong with what a cell refers to.
public enum ReferenceProblemMessages {
  /// - Parameter nearest: ids of the catalogue that are most like it.
  public static func clause(nearest: [String]) -> Message {
    let hint = hint(nearest)
    return Message("目录中没有这个条款\(hint.chinese)", "no such clause in the catalogue\(hint.english)")
  }

  /// - Parameter nearest: ids of the catalogue that are most like it.
  public static func indicator(nearest: [String]) -> Message {
    let hint = hint(nearest)
    return Message("目录中没有这个指标\(hint.chinese)", "no such indicator in the catalogue\(hint.english)")
  }

  /// - Parameter tables: those it may refer to, as people and as files call them.
  public static func unknown(in tables: [Message]) -> Message {
    let names = list(tables)
    return Message(
      "\(names.chinese)中没有这个编号：应为已入库或本次导入中的编号",
      "no such id in \(names.english): it must be stored already or in the same import")
  }

  /// - Parameter tables: those it may refer to, as people and as files call them.
  public static func rejected(in tables: [Message]) -> Message {
    let names = list(tables)
    return Message(
      "所引用的行（\(names.chinese)）在本次导入中被拒收", "the row it refers to (\(names.english)) was rejected in this import")
  }

  private static func list(_ tables: [Message]) -> Message {
    tables.map { Message("\($0.chinese) \($0.english)", $0.english) }.joined(by: Message("或", " or "))
  }

  private static func hint(_ nearest: [String]) -> Message {
    nearest.isEmpty ? Message("", "") : Message("；相近的有 \(nearest.list.chinese)", "; much like it: \(nearest.list.english)")
  }
}
