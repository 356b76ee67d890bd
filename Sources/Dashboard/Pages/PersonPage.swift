import CadreModel
import Messages
import Pages
import PolicyKit
import Reporting
import Results

/// One person: every duty with its status and due date, and the way to why it is so.
struct PersonPage {
  let sight: Sight
  let judged: JudgedCity
  private let person: PersonCard
  private let results: [ResultRow]

  /// - Throws: `PageProblem.notFound` for a person that the city does not have; of a viewer of one unit, for one of whom nothing is
  ///   that unit's.
  init(_ sight: Sight, _ place: RunPlace, id: String) async throws {
    let judged = try await sight.judged(place)
    (self.sight, self.judged) = (sight, judged)
    (person, results) = try await sight.connection.withResults(of: [judged.run], in: judged.city.code) { connection in
      let reader = PersonReader(
        run: judged.run, indicators: try await sight.indicators(of: judged), language: sight.language, connection: connection)
      guard let card = try await reader.card(of: id) else { throw PageProblem.notFound }
      var results = try await reader.results(of: id)
      if let seen = try await sight.units(of: judged.city) {
        results = results.filter { $0.unitID.map(seen.contains) ?? false }
        guard !results.isEmpty else { throw PageProblem.notFound }
      }
      return (card, results)
    }
  }

  func content() async throws -> PageContent {
    let run = RunPlace(judged.run)
    var page = PageContent(person.name, of: judged, namesPersons: true)
    page.entry.subject = person.id
    page.trail = sight.trail(to: judged)
    page.standing = try await sight.standing(of: judged)
    var units: [String] = []
    for unit in results.compactMap(\.unitID) where !units.contains(unit) { units.append(unit) }
    let names = units.map { id -> HTML in
      "<a href=\"\(Place.unit(run, id: id).address.text)\">\(results.first { $0.unitID == id }?.unitName ?? id)</a>"
    }
    let separator = HTML(sight(Punctuation.listSeparator))
    var counts = Tally()
    for row in results { counts += row.status.once }
    page.add(
      """
      <dl class="facts"><dt>\(sight(ResultPageMessages.subjectID))</dt><dd><code>\(person.id)</code></dd>\
      <dt>\(sight(ListPageMessages.post))</dt><dd>\(person.post ?? sight(ResultPageMessages.noPost))</dd>\
      <dt>\(sight(ReportWords.responsibleUnit))</dt><dd>\(HTML.joined(names, separator: separator))</dd></dl>\
      \(StatusBar(counts, sight.language).html)\(PageParts(language: sight.language).legend)
      """)
    var table = DataTable("duties", Self.columns, results.map { row($0, run) })
    table.folded = [1, 4]
    table.title = ResultPageMessages.personDuties
    table.note = ResultPageMessages.personResults
    page.add(table)
    return page
  }

  private static let columns = [
    TableColumn(.words, ReportWords.indicator), TableColumn(.identifier, ResultPageMessages.indicatorID),
    TableColumn(.status, ReportWords.status), TableColumn(.words, ReportWords.subject),
    TableColumn(.identifier, ResultPageMessages.subjectID), TableColumn(.identifier, ReportWords.period),
    TableColumn(.day, ReportWords.due), TableColumn(.decimal, ResultPageMessages.observed),
    TableColumn(.decimal, ResultPageMessages.required), TableColumn(.sentence, ReportWords.reason),
    TableColumn(.words, ReportWords.responsibleUnit),
  ]

  private func row(_ row: ResultRow, _ run: RunPlace) -> DataRow {
    DataRow([
      DataCell(
        row.indicator.title.text(in: sight.language),
        .explanation(run, indicator: row.indicator.id, subject: row.subjectID), below: row.article.title.text(in: sight.language)),
      DataCell(row.indicator.id), DataCell(row.status, sight.language), DataCell(row.subjectName ?? row.subjectID),
      DataCell(row.subjectID), DataCell(row.period), DataCell(row.dueOn), DataCell(row.values.observed ?? ""),
      DataCell(row.values.required ?? ""), DataCell(row.reason),
      DataCell(row.unitName ?? "", row.unitID.map { .unit(run, id: $0) }),
    ])
  }
}

extension Status {
  /// One result of it.
  var once: Tally {
    switch self {
    case .met: Tally(met: 1)
    case .unmet: Tally(unmet: 1)
    case .pending: Tally(pending: 1)
    case .atRisk: Tally(atRisk: 1)
    case .exempt: Tally(exempt: 1)
    case .noData: Tally(noData: 1)
    case .info: Tally(info: 1)
    }
  }
}
