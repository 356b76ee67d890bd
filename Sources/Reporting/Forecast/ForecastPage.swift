import CadreModel
import Messages
import Pages
import PolicyKit
import Results

/// `forecast.html`: city by city, what becomes of what is open.
struct ForecastPage {
  let forecasts: [CityForecast]
  let dates: ForecastDates
  let parts: PageParts

  private var language: Language { parts.language }

  var html: HTML {
    let title = parts(ForecastMessages.title)
    let newest = forecasts.compactMap(\.figures.newestFact).max()
    let header: HTML = """
      <header><h1>\(title)</h1>
      <p class="soft">\(parts(ForecastMessages.span(dates.asOf, dates.end))) · \(parts.dates(asOf: dates.asOf, newest: newest))</p></header>
      """
    let notes = forecasts.flatMap { forecast in
      forecast.figures.warnings.filter { $0.count == nil }.map { ReportWords.of(forecast.figures.city, $0.text) }
    }
    return parts.page(
      title: title,
      [
        header, parts.warnings(notes + forecasts.flatMap(Self.notes)),
        "<p class=\"small soft\">\(parts(ForecastMessages.reading))</p>",
      ]
        + forecasts.map(section))
  }

  /// What the reader should know of a city's forecast.
  static func notes(of forecast: CityForecast) -> [Message] {
    var notes: [Message] = []
    if let newest = forecast.figures.newestFact, newest > forecast.asOf {
      notes.append(ForecastMessages.dataAhead(forecast.asOf, newest: newest))
    }
    if !forecast.duties.contains(where: { $0.pastShare != nil }) { notes.append(ForecastMessages.noPast) }
    let notBegun = forecast.duties.reduce(0) { $0 + $1.notBegun }
    if notBegun > 0 { notes.append(ForecastMessages.notBegun(notBegun, end: forecast.end.asOf)) }
    return notes.map { ReportWords.of(forecast.figures.city, $0) }
  }

  private func section(_ forecast: CityForecast) -> HTML {
    let open = forecast.duties.filter { $0.counts.open + $0.counts.laterUnmet > 0 }
    let name = forecast.figures.city.label.text(in: language)
    let policy = forecast.figures.policy.configuration.title.text(in: language)
    let heading: HTML = "<h2>\(name)</h2><p class=\"soft small\">\(policy)</p>"
    guard !open.isEmpty else { return .joined([heading, "<p>\(parts(ForecastMessages.noneOpen))</p>"]) }
    let headings = [
      (parts(ForecastMessages.duty), ""), (parts(ForecastMessages.clause), ""), (parts(ForecastMessages.now), "n"),
      (parts(ForecastMessages.openNow), "n"), (parts(ForecastMessages.nothing), "n"), (parts(ForecastMessages.usual), "n"),
      (parts(ForecastMessages.allDone), "n"), (parts(ForecastMessages.share), "n"), (parts(ForecastMessages.backTest), "n"),
      (parts(ForecastMessages.rates), "n"),
    ]
    return .joined([heading, parts.table(headings.map { (text: $0.0, kind: $0.1) }, open.map(row) + [sum(open)])])
  }

  private func row(_ entry: DutyForecast) -> HTML {
    let error = entry.errorCount.map { " ±\($0)" } ?? ""
    let years = entry.past.isEmpty ? "" : parts(ForecastMessages.years(entry.past.count))
    let after = [entry.rateIfNothing, entry.expectedRate, entry.rateIfAllDone].map(parts.percent).joined(separator: " / ")
    return """
      <tr><td>\(entry.indicator.title.text(in: language))</td><td class="small">\(entry.article.title.text(in: language))</td>
      <td class="n">\(entry.tally.unmet)</td><td class="n">\(entry.counts.open)</td>
      <td class="n bad">\(entry.atEnd.unmet)</td><td class="n">\(entry.expectedUnmet.map(String.init) ?? "—")\(error)</td>
      <td class="n">\(entry.unmetIfAllDone)</td>
      <td class="n">\(parts.percent(entry.pastShare)) <span class="soft small">\(years)</span></td>
      <td class="n">\(parts.percent(entry.error))</td>
      <td class="n small">\(parts.percent(entry.rateNow)) → \(after)</td></tr>
      """
  }

  /// The expected ones only where each has a number.
  private func sum(_ open: [DutyForecast]) -> HTML {
    func total(_ amount: (DutyForecast) -> Int) -> Int { open.reduce(0) { $0 + amount($1) } }
    let expected = open.compactMap(\.expectedUnmet)
    let shown = expected.count == open.count ? String(expected.reduce(0, +)) : "—"
    return """
      <tr class="group"><td colspan="2">\(parts(ForecastMessages.sum))</td><td class="n">\(total(\.tally.unmet))</td>
      <td class="n">\(total(\.counts.open))</td><td class="n">\(total(\.atEnd.unmet))</td><td class="n">\(shown)</td>
      <td class="n">\(total(\.unmetIfAllDone))</td><td colspan="3"></td></tr>
      """
  }
}
