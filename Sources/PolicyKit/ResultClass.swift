public import CadreModel
import DataContract

/// What the class of a result is called: a tier, the kind of a measure, the colour of a rating.
///
/// Most classes are codes of the contract, and bear the contract's labels. The others are named here, and nowhere else.
public struct ResultClass: Sendable, Hashable {
  public let code: String
  public let label: Label
  /// Its place in the list of codes that it is from: classes are shown in that order.
  public let position: Int
  /// Whether the classes of its list are parts of one whole, so that their figures may be added up.
  public let isPart: Bool
}

extension Indicator {
  /// The class of one of the indicator's results.
  public func resultClass(_ code: String) -> ResultClass {
    if let own = ResultClass.own(code, of: self) { return own }
    for table in tables + [.persons, .posts, .units] + TableName.allCases {
      if let found = ResultClass.found(code, in: Table[table]) { return found }
    }
    return ResultClass(code: code, label: Label(code, code), position: 0, isPart: true)
  }
}

extension ResultClass {
  /// Classes that are no codes of the contract.
  private struct List {
    /// The names of the indicators whose classes these are; nil: any that has no list of its own.
    var indicators: Set<String>?
    var areParts = true
    let classes: [(code: String, label: Label)]
  }

  private static let lists: [List] = [
    List(
      indicators: ["b7.years"],
      classes: [
        ("0", Label("不满一年", "less than a year")), ("1", Label("满一年", "one year")), ("2", Label("满两年", "two years")),
        ("3", Label("三年及以上", "three years or more")),
      ]),
    // The ledgers' codes also occur as areas of sensitive posts, where they have other labels.
    List(indicators: ["a6.ledgers"], classes: [Code].ledgerMatters.map { ($0.code, label(of: $0)) }),
    List(classes: [
      ("1", Label("第一档", "tier 1")), ("2", Label("第二档", "tier 2")), ("3", Label("第三档", "tier 3")),
      ("none", Label("未分档", "no tier")),
    ]),
    List(classes: [
      ("to_township", Label("到乡镇（街道）", "to a township")), ("to_enterprise", Label("到国有企业", "to an enterprise")),
      ("city_to_county", Label("市到县", "city to county")), ("county_to_city", Label("县到市", "county to city")),
      ("county_to_county", Label("县与县之间", "between counties")),
      ("between_departments", Label("部门之间", "between departments")),
    ]),
    List(
      areParts: false,
      classes: [
        ("women", Label("有女干部", "women")), ("non_party", Label("有党外干部", "not of the Party")),
        ("young", Label("有年轻干部", "young")), ("three_ages", Label("老中青搭配", "three ages")),
      ]),
    List(
      areParts: false,
      classes: [("this_year", Label("今年", "this year")), ("last_year", Label("上年同期", "last year"))]),
    List(
      areParts: false,
      classes: [
        ("meetings", Label("会议", "meetings")), ("documents", Label("文件", "documents")),
        ("inspections", Label("督查检查考核", "inspections")),
      ]),
    List(classes: [
      ("selection_check", Label("选人用人专项检查", "selection checks")),
      ("alongside", Label("随巡察一并检查", "alongside an inspection")),
    ]),
  ]

  /// The codes of the classes that are named here alone.
  public static let ownCodes = Set(lists.flatMap(\.classes).map(\.code))

  fileprivate static func own(_ code: String, of indicator: Indicator) -> ResultClass? {
    for list in lists where list.indicators?.contains(indicator.name) ?? true {
      guard let position = list.classes.firstIndex(where: { $0.code == code }) else { continue }
      return ResultClass(
        code: code, label: list.classes[position].label, position: position, isPart: list.areParts)
    }
    return nil
  }

  private static func label(of code: Code) -> Label {
    Label(code.label, code.code.replacing("_", with: " "))
  }

  fileprivate static func found(_ code: String, in table: Table) -> ResultClass? {
    for column in table.columns {
      guard let codes = column.codes, let position = codes.firstIndex(where: { $0.code == code }) else { continue }
      return ResultClass(
        code: code, label: label(of: codes[position]), position: position, isPart: true)
    }
    return nil
  }
}

extension Column {
  /// The codes that its cells are made of.
  fileprivate var codes: [Code]? {
    switch type {
    case .code(let codes), .tags(let codes): codes
    default: nil
    }
  }
}
