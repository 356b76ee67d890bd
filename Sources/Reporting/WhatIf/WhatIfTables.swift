import CadreModel
import DataContract
import Messages
import PolicyKit
import Results

/// `whatif.csv`, `whatif_units.csv` and `whatif_flips.csv`.
enum WhatIfTables {
  static let indicators = "whatif.csv"
  static let units = "whatif_units.csv"
  static let flips = "whatif_flips.csv"
  static let all = [indicators, units, flips]

  private static let beginning =
    IndicatorColumns.placeColumns + [
      TableColumn(.text, ColumnHeadings.policy), TableColumn(.identifier, ColumnHeadings.indicator),
      TableColumn(.text, ColumnHeadings.title),
    ]

  private static let sides =
    Tally.reported.map { TableColumn(.counted($0), WhatIfMessages.official($0)) }
    + Tally.reported.map { TableColumn(.counted($0), WhatIfMessages.scenario($0)) } + [
      TableColumn(.rate, WhatIfMessages.officialRate), TableColumn(.rate, WhatIfMessages.scenarioRate),
      TableColumn(.change, WhatIfMessages.change),
    ]

  static let indicatorColumns =
    beginning + [TableColumn(.identifier, ColumnHeadings.article)] + sides + [
      TableColumn(.count, WhatIfMessages.flipCount)
    ]

  static let unitColumns =
    beginning + [TableColumn(.identifier, ColumnHeadings.unitID), TableColumn(.text, ColumnHeadings.unitName)] + sides

  static let flipColumns =
    beginning + [
      TableColumn(.text, ColumnHeadings.subjectKind), TableColumn(.identifier, ColumnHeadings.subjectID),
      TableColumn(.text, ColumnHeadings.subjectName), TableColumn(.identifier, ColumnHeadings.unitID),
      TableColumn(.text, ColumnHeadings.unitName), TableColumn(.identifier, ColumnHeadings.period),
      TableColumn(.status, WhatIfMessages.from), TableColumn(.status, WhatIfMessages.to),
      TableColumn(.text, WhatIfMessages.classBefore), TableColumn(.text, WhatIfMessages.classAfter),
      TableColumn(.decimal, ColumnHeadings.observed), TableColumn(.decimal, WhatIfMessages.requiredBefore),
      TableColumn(.decimal, WhatIfMessages.requiredAfter),
    ]

  // MARK: Cells

  static func cells(_ entry: WhatIfFigures.Indicators, of figures: WhatIfFigures, _ language: Language) -> [String] {
    beginning(entry.indicator, of: figures.city, language) + [entry.article.id]
      + sides(entry.official, entry.scenario, entry.officialRate, entry.scenarioRate) + [String(entry.flips)]
  }

  static func cells(_ entry: WhatIfFigures.Units, of figures: WhatIfFigures, _ language: Language) -> [String] {
    beginning(entry.indicator, of: figures.city, language) + [entry.id, entry.name]
      + sides(entry.official, entry.scenario, entry.officialRate, entry.scenarioRate)
  }

  static func cells(_ flip: WhatIfFlip, of city: CityUnderPolicy, _ language: Language) -> [String] {
    guard let indicator = city.policy.indicator(flip.indicator) else { return [] }
    func status(_ status: Status?) -> String { status.map { language(zh: $0.label, en: $0.rawValue) } ?? "" }
    func name(_ code: String?) -> String { code.map { indicator.resultClass($0).label.text(in: language) } ?? "" }
    return beginning(indicator, of: city, language) + [
      SubjectKinds.label(flip.subjectKind).text(in: language), flip.subjectID, flip.subjectName ?? "", flip.unitID ?? "",
      flip.unitName ?? "", flip.period, status(flip.from), status(flip.to), name(flip.classBefore), name(flip.classAfter),
      flip.observed ?? "", flip.requiredBefore ?? "", flip.requiredAfter ?? "",
    ]
  }

  private static func beginning(_ indicator: Indicator, of city: CityUnderPolicy, _ language: Language) -> [String] {
    IndicatorColumns.place(city.city, language: language)
      + [city.policy.name(in: language), indicator.id, indicator.title.text(in: language)]
  }

  private static func sides(_ official: Tally, _ scenario: Tally, _ before: Rate?, _ after: Rate?) -> [String] {
    let change = before.flatMap { before in after.map { $0 - before } }
    return IndicatorColumns.cells(official) + IndicatorColumns.cells(scenario)
      + [before, after, change].map(IndicatorColumns.cell)
  }
}
