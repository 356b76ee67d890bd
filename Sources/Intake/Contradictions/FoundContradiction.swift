public import CadreModel
public import DataContract

/// One contradiction, with what its sentence names.
public struct FoundContradiction: Sendable, Hashable {
  public let kind: Contradiction
  /// The table of the row, and its key.
  public let table: TableName
  public let row: String
  /// The row that it contradicts; empty for itself.
  public let other: String
  public let subject: String
  public let detail: [String]

  /// - Parameter detail: what its sentence names, in its order.
  public init(kind: Contradiction, table: TableName, row: String, other: String, subject: String, detail: [String]) {
    self.kind = kind
    self.table = table
    self.row = row
    self.other = other
    self.subject = subject
    self.detail = detail
  }

  private func part(_ index: Int) -> String {
    index < detail.count ? detail[index] : ""
  }

  /// A day, or `today` where there is none.
  private func day(_ index: Int, _ language: Language) -> String {
    part(index).isEmpty ? language(zh: "今", en: "today") : part(index)
  }

  /// What contradicts what, with its values: for the file of findings, not for a screen.
  public func text(in language: Language) -> String {
    switch kind {
    case .identityAgainstBirth:
      language(zh: "出生日期为 \(part(0))，公民身份号码中为 \(part(1))", en: "born \(part(0)), by the identity number \(part(1))")
    case .identityAgainstSex:
      language(
        zh: "性别为\(part(0) == "1" ? "男" : "女")，公民身份号码第 17 位为另一性别",
        en: "sex \(part(0)); the 17th digit of the identity number says the other")
    case .identityShared: language(zh: "公民身份号码与人员 \(other) 相同", en: "same identity number as person \(other)")
    case .hiredTooYoung: language(zh: "\(part(0)) 出生，\(part(1)) 参加工作", en: "born \(part(0)), hired \(part(1))")
    case .datedInFuture: language(zh: "日期 \(part(0)) 晚于导入当日", en: "dated \(part(0)), after the day of import")
    case .postBeforeBirth:
      language(zh: "\(part(0)) 任职，人员 \(subject) 生于 \(part(1))", en: "begins \(part(0)); person \(subject) was born \(part(1))")
    case .postAfterLeaving:
      language(
        zh: "人员 \(subject) 于 \(part(0)) 离开，任职为 \(part(1)) 至 \(day(2, language))",
        en: "person \(subject) left on \(part(0)); the post lasts from \(part(1)) to \(day(2, language))")
    case .postOutsideUnitLife:
      language(
        zh: "任职 \(part(0)) 至 \(day(1, language))，单位 \(subject) 存续期为 \(part(2)) 至 \(day(3, language))",
        en: "from \(part(0)) to \(day(1, language)); unit \(subject) existed from \(part(2)) to \(day(3, language))")
    case .twoHeads:
      language(zh: "单位 \(subject) 的主要负责人任职与 \(other) 重叠", en: "heads unit \(subject) at the same time as post \(other)")
    case .postKeyShared: language(zh: "岗位 \(part(0)) 的任职与 \(other) 重叠", en: "holds \(part(0)) at the same time as post \(other)")
    case .ownSuperior: language(zh: "沿上级单位第 \(part(0)) 级回到自身", en: "comes back to itself after \(part(0)) superior unit(s)")
    case .superiorDissolved:
      language(zh: "上级单位 \(other) 已于 \(part(0)) 撤销", en: "its superior \(other) was dissolved on \(part(0))")
    case .leftInDissolvedUnit:
      language(
        zh: "单位 \(other) 已于 \(part(0)) 撤销，人员 \(subject) 没有其他现任职务，不参加评估",
        en: "unit \(other) was dissolved on \(part(0)), and person \(subject) has no other current post: not judged")
    case .notOnRoll:
      part(0).isEmpty
        ? language(zh: "没有任何任职记录，不参加评估", en: "has no post on record: not judged")
        : language(zh: "末次任职于 \(part(0)) 免去，其后没有职务，不参加评估", en: "the last post ended on \(part(0)): not judged")
    case .classesOverlap:
      language(
        zh: "班次 \(part(0))（\(part(1)) 至 \(part(2))）与 \(part(3))（\(part(4)) 至 \(part(5))）重叠",
        en: "class \(part(0)) (\(part(1)) to \(part(2))) overlaps \(part(3)) (\(part(4)) to \(part(5)))")
    case .trainingOverDay:
      language(
        zh: "人员 \(subject) 在 \(part(2)) 至 \(part(3)) 计 \(part(0)) 学时、\(part(1)) 天",
        en: "person \(subject): \(part(0)) hours and \(part(1)) days from \(part(2)) to \(part(3))")
    case .talkWithOneself: language(zh: "谈话人与谈话对象是同一人", en: "both sides are the same person")
    }
  }
}

extension FindingsFile {
  /// - Parameter tables: those of the import, for the name of the row's file.
  func append(_ found: FoundContradiction, of tables: [TableReport]) throws(ImportError) {
    let table = Table[found.table]
    let file = tables.first { $0.table == found.table }?.file ?? "\(found.table.rawValue).csv"
    let key = table.columns.first { $0.name == table.key.first }
    try append(
      file: file, line: nil, column: key.map { language(zh: $0.label, en: $0.name) } ?? "", value: found.row,
      told: language(zh: found.kind.chinese, en: found.kind.english) + language(zh: "：", en: ": ") + found.text(in: language),
      kind: found.kind.rawValue)
  }
}
