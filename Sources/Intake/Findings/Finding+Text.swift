public import CadreModel
import DataContract
import Messages
import Spreadsheet

extension Finding {
  /// One line: where, what is there, what is expected.
  public func text(in language: Language) -> String {
    var parts = [language(zh: "\(file) 第 \(line) 行", en: "\(file) line \(line)")]
    if let column { parts.append(language(zh: "列 \(column.label)（\(column.name)）", en: "column \(column.name)")) }
    if let value {
      let shown = shown(value, limit: 60)
      parts.append(language(zh: "值“\(shown)”", en: "value \"\(shown)\""))
    }
    return parts.joined(separator: language(zh: "，", en: ", ")) + language(zh: "：", en: ": ")
      + problem.text(in: language)
  }
}

extension FindingSummary {
  /// How often, in which column, what is wrong, and an example.
  public func text(in language: Language) -> String {
    let column = first.column.map { language(zh: "，列 \($0.label)（\($0.name)）", en: ", column \($0.name)") } ?? ""
    let value = first.value.map { language(zh: "“\(shown($0, limit: 60))”", en: " \"\(shown($0, limit: 60))\"") } ?? ""
    return language(
      zh:
        "\(first.file)\(column)：\(count) 行：\(first.problem.text(in: language))（第 \(first.line) 行\(value)\(count > 1 ? "等" : "")）",
      en:
        "\(first.file)\(column): \(count) \(count == 1 ? "row" : "rows"): \(first.problem.text(in: language)) (line \(first.line)\(value)"
        + "\(count > 1 ? ", ..." : ""))")
  }
}

extension Problem {
  /// What is wrong and what was expected, without the place.
  public func text(in language: Language) -> String {
    cellText(language) ?? rowText(language)
  }

  private func cellText(_ language: Language) -> String? {
    switch self {
    case .empty: language(zh: "不能为空", en: "must not be empty")
    case .encoding(let encoding):
      language(
        zh: "不是有效的 \(encoding.rawValue) 文字；请用 --encoding 指明文件的编码",
        en: "not valid \(encoding.rawValue): name the file's encoding with --encoding")
    case .id:
      language(
        zh: "编号应为 1-64 个字符，只含 A-Z a-z 0-9 _ -，以字母或数字开头",
        en: "an id is 1-64 characters of A-Z a-z 0-9 _ -, the first a letter or digit")
    case .date:
      language(
        zh: "日期应写作 2025-03-01、2025/3/1、2025.3.1、20250301 或 2025年3月1日",
        en: "a date is written 2025-03-01, 2025/3/1, 2025.3.1, 20250301 or 2025年3月1日")
    case .impossibleDate: language(zh: "没有这一天", en: "there is no such day")
    case .dateOutOfRange: language(zh: "年份应在 1900 至 2100 之间", en: "the year must lie in 1900-2100")
    case .bool: language(zh: "应为 是/否、1/0、true/false 或 Y/N", en: "expected 1/0, true/false, 是/否 or Y/N")
    case .number, .tooManyFractionDigits, .numberTooLarge, .numberRange, .integer, .integerTooLarge, .integerRange:
      numberText(language)
    case .dateWithoutDay:
      language(zh: "只有年月，没有日：请填写完整日期，如 2004-10-24", en: "a month without a day: write the whole date, such as 2004-10-24")
    case .dateWithTime:
      language(zh: "日期后带有时间：只填日期，如 2025-03-01", en: "a time behind the date: write the day alone, such as 2025-03-01")
    case .scientific:
      language(
        zh: "是科学计数，原数已丢失：请把该列设为文本后重新粘贴",
        en: "in scientific notation, its digits lost: format the column as text and paste it anew")
    case .identityZeroed:
      language(
        zh: "公民身份号码末三位被表格软件变成了 000：请把该列设为文本后重新粘贴",
        en:
          "the last three digits of the identity number became 000 in a spreadsheet: format the column as text and paste it anew")
    case .lostZeros(let meant):
      language(
        zh: "少了前面的 0\(meant.map { "：应为 \($0)" } ?? "")，请把该列设为文本后重新粘贴",
        en: "lost its leading zeros\(meant.map { ": \($0) is meant" } ?? ""); format the column as text and paste it anew")
    case .character(let scalar, let after):
      language(
        zh:
          "\(after.map { "“\(shown($0))”之后" } ?? "")有 \(scalar.codePoint)（\(scalar.value == 0xFFFD ? "文字已丢失的替代符" : "控制字符")），请删去或改正",
        en:
          "\(scalar.codePoint), \(scalar.value == 0xFFFD ? "which stands for text that was lost" : "a control character")\(after.map { ", after \"\(shown($0))\"" } ?? ""): take it out"
      )
    case .code(let codes):
      language(zh: "应为以下之一：", en: "expected one of: ") + Self.list(codes, language)
    case .tag(let tag, let codes):
      language(
        zh: "\(tag.map { "“\(shown($0, limit: 60))”" } ?? "有一项")不在可选项中，多项以 ; 分隔：",
        en: "\(tag.map { "\"\(shown($0, limit: 60))\"" } ?? "one of several") is none of these, separated by ;: ")
        + Self.list(codes, language)
    case .regionCode: language(zh: "应为六位数字的行政区划代码（GB/T 2260）", en: "a region code is six digits (GB/T 2260)")
    case .regionOutsideCity(let prefix):
      language(zh: "不在本市：应以 \(prefix) 开头", en: "outside the city: must begin with \(prefix)")
    case .half: language(zh: "半年应写作 2025H1 或 2025H2", en: "a half-year is written 2025H1 or 2025H2")
    case .identityNumber:
      language(zh: "公民身份号码应为 17 位数字加 1 位校验码（0-9 或 X）", en: "an identity number is 17 digits and a check character (0-9 or X)")
    case .identityBirthDate:
      language(zh: "公民身份号码第 7-14 位不是有效日期", en: "digits 7-14 of an identity number are a date; these are not")
    case .identityCheck:
      language(zh: "校验不符，号码有误：请按证件核对", en: "its digits do not belong together: compare it with the document")
    case .clause(let nearest):
      language(zh: "目录中没有这个条款", en: "no such clause in the catalogue") + Self.hint(nearest, language)
    case .indicator(let nearest):
      language(zh: "目录中没有这个指标", en: "no such indicator in the catalogue") + Self.hint(nearest, language)
    case .reference(let tables):
      language(
        zh: "\(Self.list(tables, language))中没有这个编号：应为已入库或本次导入中的编号",
        en: "no such id in \(Self.list(tables, language)): it must be stored already or in the same import")
    case .referenceRejected(let tables):
      language(
        zh: "所引用的行（\(Self.list(tables, language))）在本次导入中被拒收",
        en: "the row it refers to (\(Self.list(tables, language))) was rejected in this import")
    case .unheldCode(let code):
      FieldFormatMessages.unheldCode(code.code, meaning: code.label).text(in: language)
    default: nil
    }
  }

  private func numberText(_ language: Language) -> String {
    switch self {
    case .tooManyFractionDigits: language(zh: "最多两位小数", en: "at most two fractional digits")
    case .numberTooLarge: language(zh: "数值过大：整数部分最多 12 位", en: "too large: at most 12 digits before the point")
    case .numberRange(.nonNegative): language(zh: "不能小于 0", en: "must not be below 0")
    case .numberRange(.hundred): language(zh: "应在 0 至 100 之间", en: "must lie in 0-100")
    case .numberRange(.nonZero): language(zh: "不能为 0", en: "must not be 0")
    case .integer: language(zh: "应为整数", en: "expected a whole number")
    case .integerTooLarge: language(zh: "整数过大：最大 2147483647", en: "too large: at most 2147483647")
    case .integerRange(.nonNegative): language(zh: "不能小于 0", en: "must not be below 0")
    case .integerRange(.positive): language(zh: "不能小于 1", en: "must not be below 1")
    case .integerRange(.year): language(zh: "年度应在 1900 至 2100 之间", en: "the year must lie in 1900-2100")
    default:
      language(
        zh: "应为普通小数，如 12 或 12.5，不带千分位、单位或指数",
        en: "expected a plain decimal such as 12 or 12.5, without separators, units or exponent")
    }
  }

  private func rowText(_ language: Language) -> String {
    switch self {
    case .shiftedRow(let by):
      language(
        zh: "本行的单元格似乎整体向\(by > 0 ? "右" : "左")错了一列：请核对后移回",
        en: "the row's cells seem to stand one column too far to the \(by > 0 ? "right" : "left"): move them back")
    case .cellCount(let found, let expected):
      language(zh: "本行有 \(found) 个单元格，表头有 \(expected) 个", en: "the row has \(found) cells, the header \(expected)")
    case .malformedRecord(.unterminatedQuote):
      language(zh: "引号没有闭合", en: "a quote is never closed")
    case .malformedRecord(.textAfterQuote):
      language(zh: "引号闭合之后还有文字：单元格内的引号应写两个", en: "text after a closing quote: a quote inside a cell is doubled")
    case .malformedRecord(.strayQuote):
      language(zh: "未加引号的单元格中有引号：应整格加引号，内部的引号写两个", en: "a quote in an unquoted cell: quote the cell and double the quote")
    case .interval(let from, let start):
      language(
        zh: "结束早于开始：不能早于 \(from.label)（\(from.name)）\(start ?? "")",
        en: "ends before it begins: not before \(from.name)\(start.map { " " + $0 } ?? "")")
    case .oneGiven(let a, let b, let bothGiven):
      language(
        zh: "\(a.label)（\(a.name)）与 \(b.label)（\(b.name)）应填且只填一个，这里\(bothGiven ? "都填了" : "都没填")",
        en: "exactly one of \(a.name) and \(b.name) is given; here \(bothGiven ? "both are" : "neither is")")
    case .same(let other):
      language(zh: "不能与 \(other.label)（\(other.name)）相同", en: "must differ from \(other.name)")
    case .bothZero(let a, let b):
      language(zh: "\(a.label)与\(b.label)不能都为 0", en: "\(a.name) and \(b.name) must not both be 0")
    case .duplicate(let first):
      language(zh: "与第 \(first) 行的键重复：一个文件中每个键只能出现一次", en: "same key as line \(first): a key may come once in a file")
    case .zeroByte:
      language(zh: "本行含有 NUL（U+0000），文字已损坏", en: "the row has a NUL (U+0000): its text is damaged")
    case .foreignLineEnd(let character):
      language(
        zh: "文件中有 \(character)，它不是换行；每行应以 LF、CRLF 或 CR 结束，请重新另存为 CSV",
        en: "there is \(character) in it, which ends no line: lines end in LF, CRLF or CR; save the file as CSV anew")
    case .field(let problem): problem.message.text(in: language)
    case .heading, .tooManyHeadings, .noHeadings, .wrongTable: headingText(language)
    case .noHeader: language(zh: "文件是空的：应有表头行", en: "the file is empty: expected a header row")
    case .missingColumn(let column):
      language(
        zh: "缺少必需的列：表头应有“\(column.label)”或“\(column.name)”",
        en: "a required column is missing: head it \"\(column.name)\" or \"\(column.label)\"")
    case .duplicateColumn(let column, let headings):
      language(
        zh: "列 \(column.label)（\(column.name)）出现多次" + (headings.isEmpty ? "" : "：" + headings.joined(separator: "、")),
        en: "column \(column.name) comes more than once" + (headings.isEmpty ? "" : ": " + headings.joined(separator: ", ")))
    case .duplicateInFile:
      language(zh: "这个键在文件中出现多次：每个键只能出现一次", en: "this key comes more than once in the file: it may come once")
    default: name
    }
  }

  private func headingText(_ language: Language) -> String {
    switch self {
    case .heading(.undecodable):
      language(
        zh: "表头单元格的字节不是文字；请用 --encoding 指明文件的编码",
        en: "a heading whose bytes are no text: name the file's encoding with --encoding")
    case .heading(.tooLong(let bytes)):
      language(
        zh: "表头单元格长达 \(bytes) 字节，后面的内容可能被并入其中，请检查引号",
        en: "a heading of \(bytes) bytes: what follows may stand in it; look at the quotes")
    case .heading(.character(let scalar, let after)):
      language(
        zh: "表头\(after.map { "“\(shown($0))”之后" } ?? "中")有 \(scalar.codePoint)（换行或控制字符），请删去，并检查引号是否闭合",
        en:
          "\(scalar.codePoint), a line end or control character\(after.map { ", after \(shown($0))," } ?? "") in a heading: take it out, and see that quotes are closed"
      )
    case .tooManyHeadings(let found, let limit):
      language(zh: "表头有 \(found) 列，最多 \(limit) 列", en: "\(found) headings; at most \(limit) are read")
    case .wrongTable(let table):
      language(
        zh: "表头是“\(Table[table].label)”（\(table.rawValue)）表的：请将文件改名为 \(table.rawValue).csv",
        en: "these are the headings of \(table.rawValue): name the file \(table.rawValue).csv")
    case .noHeadings(_, let known, let given) where known == 0:
      language(
        zh: "前 \(FileLayout.linesLookedAt) 行中没有表头：应有一行列名，\(given) 个单元格都不是本表的列名",
        en: "no headings in the first \(FileLayout.linesLookedAt) lines: none of \(given) cells is a heading of the table")
    case .noHeadings(let line, let known, let given):
      language(
        zh: "表头似在第 \(line) 行，但其 \(given) 个单元格中只有 \(known) 个是本表的列名，应不少于四分之三：请改正列名，或删去其上各行",
        en:
          "the headings seem to stand in line \(line), but only \(known) of its \(given) cells are headings of the table, not three "
          + "quarters: correct them, or take out the lines above")
    default: name
    }
  }

  private static func list(_ codes: [Code], _ language: Language) -> String {
    codes.map { "\($0.code) \($0.label)" }.joined(separator: language(zh: "，", en: ", "))
  }

  private static func list(_ tables: [TableName], _ language: Language) -> String {
    tables.map { language(zh: "\(Table[$0].label) \($0.rawValue)", en: $0.rawValue) }
      .joined(separator: language(zh: "或", en: " or "))
  }

  private static func hint(_ nearest: [String], _ language: Language) -> String {
    nearest.isEmpty
      ? "" : language(zh: "；相近的有 ", en: "; much like it: ") + nearest.joined(separator: language(zh: "、", en: ", "))
  }
}
