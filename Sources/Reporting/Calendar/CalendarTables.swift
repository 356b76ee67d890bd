import CadreModel
import Messages
import PolicyKit
import Results

/// `calendar.csv` and `calendar_groups.csv`.
enum CalendarTables {
  static let days = "calendar.csv"
  static let groups = "calendar_groups.csv"
  /// Only of a unit.
  static let events = "calendar.ics"

  private static let duty = [
    TableColumn(.identifier, ColumnHeadings.indicator), TableColumn(.words, ColumnHeadings.title),
    TableColumn(.identifier, ColumnHeadings.article),
  ]

  static let dayColumns =
    [
      TableColumn(.day, ColumnHeadings.dueOn), TableColumn(.day, CalendarMessages.week),
      TableColumn(.identifier, CalendarMessages.month),
    ] + duty + [
      TableColumn(.identifier, ColumnHeadings.period), TableColumn(.identifier, ColumnHeadings.unitID),
      TableColumn(.words, ColumnHeadings.unitName), TableColumn(.text, WorkListMessages.head),
      TableColumn(.words, WorkListMessages.headPost), TableColumn(.count, CalendarMessages.count),
      TableColumn(.counted(.atRisk), CalendarMessages.atRisk), TableColumn(.sentence, CalendarMessages.subjects),
    ]

  static let groupColumns =
    [
      TableColumn(.text, CalendarMessages.level), TableColumn(.identifier, CalendarMessages.id),
      TableColumn(.words, CalendarMessages.name), TableColumn(.words, WorkListMessages.headPost),
    ] + duty + [
      TableColumn(.count, CalendarMessages.count), TableColumn(.counted(.atRisk), CalendarMessages.atRisk),
      TableColumn(.count, CalendarMessages.unitCount), TableColumn(.day, CalendarMessages.first),
      TableColumn(.day, CalendarMessages.last),
    ]

  static func cells(_ entry: DueEntry, _ language: Language) -> [String] {
    [entry.dueOn.description, entry.dueOn.monday.description, entry.dueOn.monthName]
      + cells(entry.indicator, entry.article, language)
      + [
        entry.period, entry.unit.id, entry.unit.name, entry.unit.head?.name ?? "", entry.unit.head?.post ?? "",
        String(entry.count), String(entry.atRisk), entry.subjects.joined(by: Punctuation.listSeparator).text(in: language),
      ]
  }

  static func cells(_ group: DueGroup, _ language: Language) -> [String] {
    [group.level.label.text(in: language), group.id, name(of: group, language), group.post]
      + cells(group.indicator, group.article, language)
      + [
        String(group.count), String(group.atRisk), String(group.unitCount), group.first.description, group.last.description,
      ]
  }

  private static func cells(_ indicator: Indicator, _ article: Article, _ language: Language) -> [String] {
    [indicator.id, indicator.title.text(in: language), article.id]
  }

  /// What a group is called: a week by its days, what is nobody's by that.
  static func name(of group: DueGroup, _ language: Language) -> String {
    switch group.level {
    case .month: group.id
    case .week: Day(group.id).map { CalendarMessages.weekName($0).text(in: language) } ?? group.id
    case .unit: group.name.isEmpty ? WorkListMessages.noUnit.text(in: language) : group.name
    case .head: group.name.isEmpty ? WorkListMessages.noHead.text(in: language) : group.name
    }
  }
}

extension CalendarLevel {
  /// As rows of the file name it.
  var label: Message {
    switch self {
    case .month: CalendarMessages.month
    case .week: CalendarMessages.weekLevel
    case .unit: TrendMessages.unit
    case .head: WorkListMessages.head
    }
  }

  /// What its sheet and its section are called.
  var heading: Message {
    switch self {
    case .month: CalendarMessages.months
    case .week: CalendarMessages.weeks
    case .unit: CalendarMessages.units
    case .head: CalendarMessages.heads
    }
  }
}
