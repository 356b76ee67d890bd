public import CadreModel

extension Overview {
  /// Writes `overview.csv`, `overview_domains.csv`, `overview.html` and `about.json` into a folder, all or none.
  ///
  /// - Returns: the text of `about.json`.
  /// - Throws: `OutputError`.
  @discardableResult
  public func write(to folder: String, language: Language) throws -> [UInt8] {
    let draft = try ReportDraft(folder: folder)
    var indicators = indicatorTable(language)
    try draft.add("overview.csv", indicators.take(), rows: indicators.rows)
    var domains = domainTable(language)
    try draft.add("overview_domains.csv", domains.take(), rows: domains.rows)
    try draft.add("overview.html", OverviewPage(overview: self, language: language).html.bytes, rows: nil)
    return try draft.publish(
      about: About(
        report: "overview", asOf: asOf, language: language, province: province, cities: cities,
        notInEffect: notInEffect))
  }

  func indicatorTable(_ language: Language) -> CSVTable {
    var table = CSVTable(IndicatorColumns.headings, language: language)
    for city in cities {
      for figures in city.indicators {
        table.append(IndicatorColumns.cells(figures, of: city, language: language))
      }
    }
    return table
  }

  func domainTable(_ language: Language) -> CSVTable {
    let headings =
      [
        Label("省份代码", "province_code"), Label("省份", "province"), Label("城市", "city"), Label("领域", "domain"),
      ] + IndicatorColumns.counts + IndicatorColumns.rates + [Label("省内名次", "rank")]
    var table = CSVTable(headings, language: language)
    for standing in standings {
      let figures = standing.figures
      let domain = figures.domain.name(in: language) + MissingTables.remark(on: figures.missingTables, in: language)
      table.append(
        IndicatorColumns.place(standing.city, language: language) + [domain]
          + IndicatorColumns.cells(figures.tally)
          + [
            IndicatorColumns.cell(figures.compliance), IndicatorColumns.cell(figures.completion),
            standing.rank.map(String.init) ?? "",
          ])
    }
    return table
  }
}
