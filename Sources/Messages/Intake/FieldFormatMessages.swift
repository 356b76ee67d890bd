public import CadreModel

/// What is said of deliveries in the field's own formats: appointment forms, exchange folders.
public enum FieldFormatMessages {
  // MARK: Rows

  public static let noIdentityNumber = Message(
    "没有公民身份号码：人员只按公民身份号码匹配，不按姓名；请在表中补填号码", "no identity number: persons are matched by it, never by name; add it to the form")

  public static let otherPersonsNumber = Message(
    "该公民身份号码在库中属于另一姓名的人员：请核对号码和姓名",
    "the identity number is that of a stored person of another name: look at both")

  public static let severalPersons = Message(
    "库中不止一人使用该公民身份号码：请先更正人员表", "more than one stored person has this identity number: correct persons first")

  public static func samePersonTwice(file: String, line: Int) -> Message {
    Message("与 \(file) 第 \(line) 行是同一条记录：一次导入只能有一条", "the same record as \(file) line \(line): one an import")
  }

  public static let idTaken = Message(
    "该人员的系统编号（A0000）在库中属于公民身份号码不同或为空的人员：请先在人员表中补填或更正号码",
    "the system's id (A0000) is that of a stored person with another identity number, or none: correct persons first")

  public static let personNotMatched = Message(
    "没有对应的人员：同一批中缺少该人员，或其公民身份号码缺失、不符", "no person to it: missing in the delivery, or without a matching identity number")

  public static let unitUnknown = Message(
    "本市没有这个编码或全称的单位：请先导入单位表，或在单位表中使用同一全称",
    "no unit of the city has this code or whole name: import the units first, or give the unit that name")

  public static func unitAmbiguous(_ count: Int) -> Message {
    Message("本市有 \(count) 个单位使用该名称：请用单位编码（A0201B）", "\(count) units of the city have this name: give the unit's code (A0201B)")
  }

  public static func monthAgainstStored(_ day: String?) -> Message {
    let stored = day.map { Message(" \($0)", " \($0)") } ?? Message("", "")
    return Message(
      "只有年月，且与库中的日期\(stored.chinese) 不在同一个月：请填写完整日期",
      "a month without a day, and another than that of the stored date\(stored.english): write the whole date")
  }

  public static let severalAssessments = Message(
    "库中该人员该年度不止一条考核：请用年度考核表导入", "more than one assessment of the person and year is stored: import assessments by their table")

  /// - Parameter column: as people (Chinese) and as files (English) call it.
  public static func notCarried(table: String, column: Message) -> Message {
    Message(
      "这类文件中没有“\(column.chinese)”：请用 --fill \(table).\(column.english)=值 统一给出，或用 --quarantine 退回后在退回文件中补填再导入",
      "such files do not hold \(column.english): give it for all rows with --fill \(table).\(column.english)=VALUE, or set the rows apart with "
        + "--quarantine, complete them there and import that file")
  }

  /// - Parameter meaning: what the code says.
  public static func unheldCode(_ code: String, meaning: String) -> Message {
    Message(
      "“\(code) \(meaning)”表示没有等次：年度考核表只记有等次的考核，请删去该行；空白表示尚不知道等次，不能代替",
      "\(code) says that there is no grade (\(meaning)): the table holds graded assessments; take the row out. An empty grade says "
        + "that it is not known, which is something else")
  }

  // MARK: Notices

  public static func monthsLeftEmpty(column: Message, count: Int) -> Message {
    Message("“\(column.chinese)”有 \(count) 处只有年月，没有日，已留空", "\(column.english): \(count) months without a day, left empty")
  }

  public static func resumeLinesPassed(_ count: Int) -> Message {
    Message("简历和已免职务中有 \(count) 条不以本市单位名称开头，未作为任职导入", "\(count) earlier lines begin with no unit of the city: no posts")
  }

  public static func tablesNotRead(_ names: [String]) -> Message {
    let names = names.joined(separator: " ")
    return Message(
      "只读取 A01、A02、A15、B01，未读取 \(names)（A05 职务职级层次用任职表的 rank 一列、A11 培训用培训记录表报送）",
      "A01, A02, A15 and B01 are read; not read: \(names) (levels and ranks of A05 go into posts.rank, training of A11 into training_records)"
    )
  }

  /// What those elements are called that people look for.
  private static let elementNames: [String: Message] = [
    "A0165": Message("管理类别", ", who manages the person"), "A0221": Message("职务层次", ", level of the post"),
    "A0192E": Message("职级", ", rank beside the post"), "A0111": Message("籍贯", ", native place"),
    "A0114": Message("出生地", ", place of birth"), "A0128": Message("健康状况", ", health"),
  ]

  private static func element(_ name: String, rows: Int) -> Message {
    let label = elementNames[name] ?? Message("", "")
    return Message("\(name)\(label.chinese)（\(rows) 行）", "\(name)\(label.english) (\(rows) rows)")
  }

  public static func elementsNotRead(_ elements: [(name: String, rows: Int)]) -> Message {
    let shown = elements.prefix(30)
    let list = shown.map { element($0.name, rows: $0.rows) }.joined(by: Punctuation.semicolon)
    let more =
      elements.count > shown.count
      ? Message(" 等 \(elements.count) 项", " and others, \(elements.count) in all") : Message("", "")
    return Message(
      "这些信息项在报送表中没有对应的列，未读取：\(list.chinese)\(more.chinese)。管理类别、职务层次请用 --fill 或 CSV 给出",
      "no column holds these elements, they are not read: \(list.english)\(more.english). Give who manages a person and the level of a post with "
        + "--fill or as CSV")
  }

  public static func formsNumbered(_ count: Int) -> Message {
    Message(
      "任免审批表的文件名可能含姓名，这里不显示，按文件名顺序编号：#1 是第一份，共 \(count) 份",
      "file names of appointment forms may be persons' names and are not shown: numbers stand for them in the order of the names, \(count) in "
        + "all")
  }

  private static let assessedYears = "2023年称职；2024年优秀"

  public static func assessmentsUnclear(line: Int) -> Message {
    Message(
      "第 \(line) 行的年度考核结果没有逐年写明，未导入；请写作“\(assessedYears)”",
      "line \(line): the assessments do not name each year, not imported; write \(assessedYears)")
  }

  public static func partyUnclear(line: Int) -> Message {
    Message(
      "第 \(line) 行的入党时间既不是日期也不是党派名称，未导入",
      "line \(line): the date of joining the party is neither a date nor a party's name, not imported")
  }

  // MARK: Files

  public static func damagedXML(_ file: String, line: Int, detail: String) -> Message {
    Message(
      "\(file) 第 \(line) 行：不是完好的 XML（\(detail)），请重新导出", "\(file) line \(line): no well-formed XML (\(detail)): export it anew")
  }

  public static func documentType(_ file: String) -> Message {
    Message("\(file)：含有文档类型声明（DOCTYPE），可能引入其他文件，不读取", "\(file) declares a document type, which may draw in other files: not read")
  }

  public static func unknownEncoding(_ file: String) -> Message {
    Message("\(file)：编码不能识别，应为 UTF-8、UTF-16 或 GB18030", "\(file): its encoding is none of UTF-8, UTF-16 and GB18030")
  }

  public static func unexpectedRoot(_ file: String, root: String, expected: String) -> Message {
    Message("\(file)：根元素是 \(root)，应为 \(expected)", "\(file): its root is \(root), expected \(expected)")
  }

  public static func damagedArchive(_ path: String, detail: String) -> Message {
    Message("\(path)：压缩包损坏（\(detail)），请重新复制或打包", "\(path): a damaged archive (\(detail)): copy or pack it anew")
  }

  public static func encryptedArchive(_ path: String) -> Message {
    Message("\(path)：压缩包有密码，请先解压", "\(path): an archive with a password: unpack it first")
  }

  /// - Parameter limit: what is limited, and how much is allowed.
  public static func overLimit(_ file: String, _ limit: Message) -> Message {
    Message("\(file)：\(limit.chinese)，不读取", "\(file): \(limit.english): not read")
  }

  public static func fileSize(_ allowed: Int) -> Message {
    Message("超过 \(allowed >> 20) MB", "more than \(allowed >> 20) MB")
  }

  public static func totalSize(_ allowed: Int) -> Message {
    Message("解压后合计超过 \(allowed >> 20) MB", "more than \(allowed >> 20) MB in all, unpacked")
  }

  public static func ratio(_ allowed: Int) -> Message {
    Message("压缩比超过 \(allowed) 倍", "packed more than \(allowed) to 1")
  }

  public static func entries(_ allowed: Int) -> Message {
    Message("压缩包中的文件超过 \(allowed) 个", "an archive of more than \(allowed) files")
  }

  public static func depth(_ allowed: Int) -> Message {
    Message("元素嵌套超过 \(allowed) 层", "elements nested more than \(allowed) deep")
  }

  public static func rows(_ allowed: Int) -> Message {
    Message("超过 \(allowed) 行", "more than \(allowed) rows")
  }

  public static func notText(_ file: String) -> Message {
    Message("\(file)：不是 GB2312/GB18030 文本", "\(file): no text in GB2312 or GB18030")
  }

  public static func tooFewFields(_ file: String, found: Int) -> Message {
    Message("\(file)：不是任免审批表（lrm 2.0），只有 \(found) 项", "\(file): no appointment form (lrm 2.0): only \(found) fields")
  }

  public static func nothingKnown(_ path: String) -> Message {
    Message(
      "\(path) 中没有任免审批表（.lrmx、.lrm），也没有 A01.xml 等数据表",
      "\(path) holds neither appointment forms (.lrmx, .lrm) nor tables such as A01.xml")
  }

  public static let vendorArchive = Message(
    "是公务员管理信息系统的加密数据包（.hzb），只能由该系统打开：请在系统中导出任免审批表（.lrmx）或数据交换文件夹",
    "an encrypted archive of the vendor's (.hzb), which its own system alone can open: export forms (.lrmx) or an exchange folder there"
  )
}
