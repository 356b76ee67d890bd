public import CadreModel

/// What stands in workbooks to be filled in, besides the names of tables, columns and codes.
public enum FormMessages {
  /// The first sheet of a template.
  public static let guideSheet = Message("说明", "Guide")
  /// The hidden sheet that long drop-downs take their entries from.
  public static let listSheet = Message("代码列表", "Code lists")
  /// The first sheet of a delivery that is handed back.
  public static let summarySheet = Message("核对结果", "Check summary")

  public static let yes = Message("是", "Y")
  public static let no = Message("否", "N")

  public static func column(_ label: String, name: String) -> Message {
    Message("\(label)（\(name)）", "\(name) (\(label))")
  }

  public static let required = Message("必填", "Required")
  public static let optional = Message("选填，没有的留空", "Optional: leave it empty where there is nothing")
  public static let key = Message("用来识别一行，不得重复", "Tells rows apart: no two rows have the same")
  /// A key of several columns.
  public static let partOfKey = Message("与其他编号列合起来识别一行", "Tells rows apart together with other columns")

  public static func format(_ format: Message) -> Message {
    Message("格式：\(format.chinese)", "Format: \(format.english)")
  }

  public static func choices(_ choices: [String]) -> Message {
    Message("可填：\(choices.list.chinese)", "One of: \(choices.list.english)")
  }

  public static func severalChoices(_ choices: [String]) -> Message {
    Message(
      "可填一项或多项，以分号（;）隔开：\(choices.list.chinese)", "One or more, separated by semicolons: \(choices.list.english)")
  }

  public static func example(_ example: String) -> Message {
    Message("示例：\(example)", "Example: \(example)")
  }

  public static let chooseFromList = Message("请从下拉列表中选择。", "Choose from the list.")
}

/// What a cell of a form may hold.
public enum FormatMessages {
  public static let id = Message("1 至 64 个字母、数字、_ 或 -，以字母或数字开头", "1 to 64 letters, digits, _ or -; a letter or digit first")

  public static func reference(to tables: [Message]) -> Message {
    let tables = tables.joined(by: Message("或", " or "))
    return Message("“\(tables.chinese)”表中的编号", "an id of \(tables.english)")
  }

  public static let subject = Message("对象类型为人员的填人员编号，为单位的填单位编号", "the id of a person or a unit, as the kind of subject says")
  public static let text = Message("文字", "text")
  public static let date = Message("日期，年-月-日", "a day: year-month-day")
  public static let bool = Message("是或否", "Y or N")
  public static let number = Message("不小于 0 的数，至多两位小数", "a number from 0, at most two decimals")
  public static let hundred = Message("0 至 100 的数，至多两位小数", "a number from 0 to 100, at most two decimals")
  public static let nonZero = Message("不为 0 的数，至多两位小数", "a number other than 0, at most two decimals")
  public static let integer = Message("不小于 0 的整数", "a whole number from 0")
  public static let positive = Message("不小于 1 的整数", "a whole number from 1")
  public static let year = Message("四位年份", "a year of four digits")
  public static let regionCode = Message("六位行政区划代码，在本市范围内", "six digits of a region within the city")
  public static let half = Message("半年，如上半年为 2025H1", "a half-year: the first of 2025 is 2025H1")
  public static let identityNumber = Message("18 位公民身份号码", "an identity number of 18 characters")
  public static let clause = Message("条款编号，见指标目录", "a clause's id in the catalogue")
  public static let indicator = Message("指标编号，见指标目录", "an indicator's id in the catalogue")
}

/// The sheet that says how a template is filled in.
public enum GuideMessages {
  public static func title(_ city: CityName) -> Message {
    Message("\(city.chinese)干部数据报送表", "Data of civil servants: \(city.english)")
  }

  public static let lines = [
    Message("每张工作表是一张报送表，每行一条记录；没有内容的表留空即可。", "Each sheet is a table, each row a record. Tables without records stay empty."),
    Message("请勿改动工作表的名称和第一行的列名。", "Leave the names of the sheets and the headings in the first row as they are."),
    Message("橙色列名为必填列，灰色为选填列。", "Columns with an orange heading are required, those with a grey one optional."),
    Message("鼠标移到列名上，显示该列的含义、格式和示例。", "Point at a heading to see what the column is, its format and an example."),
    Message(
      "有下拉列表的列请从列表中选择；可填多项的列，各项以分号（;）隔开。",
      "Where a cell has a list, choose from it; where it may hold several, separate them by semicolons (;)."),
    Message(
      "编号、代码、身份证号等列为文本格式，请勿改动；从别处粘贴时请选择“只粘贴文本”。",
      "Ids, codes and identity numbers are formatted as text. Keep the format: paste text only."),
    Message("日期写作 2025-03-01。", "Days are written as 2025-03-01."),
  ]

  public static let withData = Message(
    "表中已填入系统现有的数据，请更正、补充。编号相同的行，以新内容代替原有内容；删去的行不会从系统中删除。",
    "The rows are those stored now: correct and complete them. A row with a stored key replaces the stored one; a row taken out here stays stored."
  )

  public static func then(command: String) -> Message {
    Message("填好后核对：\(command)", "When it is filled in, check it: \(command)")
  }

  public static let table = Message("表", "table")
  public static let fileName = Message("英文名", "Chinese name")
  public static let columns = Message("列数", "columns")
  public static let requiredColumns = Message("必填列", "required columns")
  public static let rows = Message("现有行数", "rows now")
}

/// What `cadre template` says.
public enum TemplateMessages {
  public static func written(files: Int, rows: Int, to folder: String) -> Message {
    Message("已写入 \(files) 个工作簿、\(rows) 行：\(folder)", "\(files) workbooks, \(rows) rows written to \(folder)")
  }

  public static func cut(_ cells: Int) -> Message {
    Message(
      "\(cells) 个单元格的文字超出工作表单元格的上限，已截断，以“…”结尾：请勿原样导回",
      "\(cells) cells are longer than a sheet's cell can be, and were cut with … at the end: do not import them back")
  }

  public static func progress(_ table: Message, rows: Int) -> Message {
    Message("正在写入 \(table.chinese)，\(rows) 行", "writing \(table.english), \(rows) rows")
  }

  public static func isThere(_ path: String) -> Message {
    Message(
      "\(path) 已存在，可能有人正在填写，不会覆盖：请移走它，或另选目录",
      "\(path) is there already and may be half filled in; it is not replaced: move it, or choose another folder")
  }

  public static func cannotWrite(_ path: String, reason: Message) -> Message {
    Message("无法写入 \(path)：\(reason.chinese)", "cannot write \(path): \(reason.english)")
  }

  /// - Parameter detail: in the library's words.
  public static func cannotMake(_ path: String, detail: String) -> Message {
    Message("无法生成工作簿 \(path)（\(detail)）", "cannot make the workbook \(path) (\(detail))")
  }

  public static func fileName(_ city: CityName) -> Message {
    Message("\(city.chinese)报送表", "\(city.code)-template")
  }
}
