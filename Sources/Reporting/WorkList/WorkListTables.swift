import CadreModel
import DataContract
import Messages
import PolicyKit
import Results

/// `worklist.csv`, `worklist_groups.csv` and `worklist_waivers.csv`.
enum WorkListTables {
  static let items = "worklist.csv"
  static let groups = "worklist_groups.csv"
  static let waivers = "worklist_waivers.csv"
  static let all = [items, groups, waivers]

  private static let unit = [
    TableColumn(.identifier, ColumnHeadings.unitID), TableColumn(.words, ColumnHeadings.unitName),
  ]

  private static let duty = [
    TableColumn(.identifier, ColumnHeadings.indicator), TableColumn(.words, ColumnHeadings.title),
    TableColumn(.identifier, ColumnHeadings.article), TableColumn(.words, ColumnHeadings.articleTitle),
  ]

  private static let subject = [
    TableColumn(.text, ColumnHeadings.subjectKind), TableColumn(.identifier, ColumnHeadings.subjectID),
    TableColumn(.words, ColumnHeadings.subjectName),
  ]

  static let itemColumns = hiding(
    [
      ColumnHeadings.unitID, WorkListMessages.headID, ColumnHeadings.article, ColumnHeadings.subjectKind,
      ColumnHeadings.subjectID,
    ],
    unit + [
      TableColumn(.identifier, WorkListMessages.headID), TableColumn(.text, WorkListMessages.head),
      TableColumn(.words, WorkListMessages.headPost), TableColumn(.status, WorkListMessages.urgency),
    ] + duty + subject + [
      TableColumn(.words, ColumnHeadings.post), TableColumn(.identifier, ColumnHeadings.period),
      TableColumn(.decimal, ColumnHeadings.observed), TableColumn(.decimal, ColumnHeadings.required),
      TableColumn(.day, ColumnHeadings.dueOn), TableColumn(.day, WorkListMessages.since),
      TableColumn(.count, WorkListMessages.daysOver), TableColumn(.sentence, WorkListMessages.missing),
      TableColumn(.sentence, ColumnHeadings.reason),
    ])

  static let groupColumns = [
    TableColumn(.identifier, WorkListMessages.groupID), TableColumn(.words, WorkListMessages.groupName),
    TableColumn(.text, WorkListMessages.head), TableColumn(.words, WorkListMessages.headPost),
    TableColumn(.count, WorkListMessages.itemCount), TableColumn(.counted(.unmet), ColumnHeadings.count(of: .unmet)),
    TableColumn(.counted(.atRisk), ColumnHeadings.count(of: .atRisk)), TableColumn(.count, WorkListMessages.due),
    TableColumn(.counted(.met), ColumnHeadings.count(of: .met)), TableColumn(.rate, WorkListMessages.rate),
    TableColumn(.rate, WorkListMessages.rateWithout), TableColumn(.count, WorkListMessages.waived),
    TableColumn(.count, WorkListMessages.waivedUnmet),
  ]

  static let waiverColumns = hiding(
    [ColumnHeadings.unitID, ColumnHeadings.article, ColumnHeadings.subjectKind],
    unit + duty + subject + [
      TableColumn(.identifier, ColumnHeadings.period), TableColumn(.sentence, WorkListMessages.basis),
      TableColumn(.words, WorkListMessages.approvedBy), TableColumn(.day, WorkListMessages.approvedOn),
      TableColumn(.day, WorkListMessages.validFrom), TableColumn(.day, WorkListMessages.validTo),
      TableColumn(.count, WorkListMessages.daysLeft), TableColumn(.status, WorkListMessages.statusWithout),
      TableColumn(.sentence, WorkListMessages.reasonWithout),
    ])

  /// Where one of them stands among the columns of items.
  static func place(of heading: Message) -> Int { itemColumns.firstIndex { $0.heading == heading } ?? 0 }

  private static func hiding(_ headings: [Message], _ columns: [TableColumn]) -> [TableColumn] {
    columns.map { column in
      var column = column
      column.isHidden = headings.contains(column.heading)
      return column
    }
  }

  // MARK: Cells

  static func cells(_ item: WorkItem, asOf: Day, _ language: Language) -> [String] {
    cells(item.unit) + [item.unit.head?.id ?? "", item.unit.head?.name ?? "", item.unit.head?.post ?? ""]
      + [name(of: item.urgency, language)] + cells(item.indicator, item.article, language)
      + [
        SubjectKinds.label(item.indicator.subjectKind).text(in: language), item.subjectID, item.subjectName ?? "",
        item.post ?? "", item.period, item.values.observed ?? "", item.values.required ?? "",
        item.dueOn?.description ?? "", item.since?.description ?? "",
        item.since.map { String(asOf.number - $0.number) } ?? "", item.remedy ?? "", item.reason,
      ]
  }

  static func cells(_ group: WorkGroup, _ grouping: WorkGrouping, _ language: Language) -> [String] {
    [
      group.id, name(of: group, grouping, language), group.head?.name ?? "", group.head?.post ?? "", String(group.items),
      String(group.tally.unmet), String(group.tally.atRisk), String(group.due), String(group.tally.met),
      IndicatorColumns.cell(group.rate), IndicatorColumns.cell(group.rateWithoutWaivers), String(group.waived.judged),
      String(group.waived.unmet),
    ]
  }

  static func cells(_ item: WaivedItem, asOf: Day, _ language: Language) -> [String] {
    let without = item.without
    return cells(item.unit) + cells(item.indicator, item.article, language)
      + [
        SubjectKinds.label(item.indicator.subjectKind).text(in: language), item.subjectID, item.subjectName ?? "", item.period,
        item.basis, item.approvedBy, item.approvedOn?.description ?? "", item.from?.description ?? "",
        item.to?.description ?? "", item.to.map { String($0.number - asOf.number) } ?? "",
        without.map { StatusColours.name(of: $0.status, in: language) } ?? "", reason(of: item, language),
      ]
  }

  /// Why it would be so without the waiver.
  static func reason(of item: WaivedItem, _ language: Language) -> String {
    guard let without = item.without, let reason = without.reason else { return "" }
    return without.values.sentence(reason, of: item.indicator, in: language)
  }

  private static func cells(_ unit: ResponsibleUnit) -> [String] { [unit.id, unit.name] }

  private static func cells(_ indicator: Indicator, _ article: Article, _ language: Language) -> [String] {
    [indicator.id, indicator.title.text(in: language), article.id, article.title.text(in: language)]
  }

  // MARK: Names

  /// As statuses are called; what falls due has a name of its own.
  static func name(of urgency: WorkItem.Urgency, _ language: Language) -> String {
    switch urgency {
    case .unmet: StatusColours.name(of: .unmet, in: language)
    case .atRisk: StatusColours.name(of: .atRisk, in: language)
    case .due: WorkListMessages.due.text(in: language)
    }
  }

  static func name(of group: WorkGroup, _ grouping: WorkGrouping, _ language: Language) -> String {
    guard group.name.isEmpty else { return group.name }
    return (grouping == .head ? WorkListMessages.noHead : WorkListMessages.noUnit).text(in: language)
  }
}
