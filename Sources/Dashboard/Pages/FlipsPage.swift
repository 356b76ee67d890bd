import CadreModel
import Messages
import Pages
import PolicyKit
import Reporting
import Results

/// What stands otherwise than in an earlier judging of the same city under the same policy.
struct FlipsPage {
  let sight: Sight
  let judged: JudgedCity
  /// The runs that it can be compared with, the latest first.
  private let others: [Run]
  private let before: Run?
  private let counts: [(indicator: RunIndicator, moves: [(before: Status?, after: Status?, count: Int)])]
  private let flips: [RunFlip]

  /// So many of each indicator are named.
  private static let shown = 50

  /// - Parameter limit: so many of each indicator.
  init(_ sight: Sight, _ place: RunPlace, from: String?, limit: Int = shown) async throws {
    try sight.demandWholeCity()
    let judged = try await sight.judged(place)
    (self.sight, self.judged) = (sight, judged)
    let runs = try await RunReader(connection: sight.connection).withResults(of: judged.city.code)
    let others = runs.filter { run in
      run.policy == judged.run.policy && run.scenario.isEmpty && run.id != judged.run.id && run.knownAsOf == nil
    }.sorted { ($1.asOf, $0.id) < ($0.asOf, $1.id) }
    self.others = others
    let before = from.map { id in others.first { $0.id == id } } ?? others.first { $0.asOf < judged.run.asOf }
    if from != nil, before == nil { throw PageProblem.notFound }
    self.before = before
    guard let before else {
      (counts, flips) = ([], [])
      return
    }
    (counts, flips) = try await sight.connection.withResults(of: [judged.run], in: judged.city.code) { connection in
      let reader = FiguresReader(connection: connection)
      let flipReader = RunFlipReader(
        before: (before, try await reader.indicators(of: before, policy: judged.policy)),
        after: (judged.run, try await reader.indicators(of: judged.run, policy: judged.policy)), language: sight.language,
        connection: connection)
      let counts = try await flipReader.counts()
      var flips: [RunFlip] = []
      for entry in counts { flips += try await flipReader.flips(of: entry.indicator.indicator.id, limit: limit) }
      return (counts, flips)
    }
  }

  private var run: RunPlace { RunPlace(judged.run) }

  func content() async throws -> PageContent {
    var page = PageContent(sight(WebPageMessages.changes), of: judged, namesPersons: true)
    page.trail = sight.trail(to: judged)
    page.standing = try await sight.standing(of: judged)
    guard let before else {
      page.add("<p class=\"empty\">\(sight(ListPageMessages.noEarlier))</p>")
      return page
    }
    page.add(form(before))
    page.add(byIndicator)
    page.add(subjects)
    return page
  }

  private func form(_ before: Run) -> HTML {
    let options = others.map { other -> HTML in
      "<option value=\"\(other.id)\"\(other.id == before.id ? " selected" : HTML.empty)>\(other.asOf.description) \(String(other.reference.prefix(8)))</option>"
    }
    return """
      <form class="filter small" method="get" action="\(Place.changes(run, from: nil).address.text)">\
      <label>\(sight(ListPageMessages.against)) <select name="from">\(HTML.joined(options, separator: .empty))</select></label>\
      <button>\(sight(WebPageMessages.show))</button></form>\
      <p class="small soft">\(sight(ListPageMessages.changesReading))</p>
      """
  }

  private func name(_ status: Status?, missing: Message) -> DataCell {
    status.map { DataCell($0, sight.language) } ?? DataCell(sight(missing))
  }

  private var byIndicator: DataTable {
    let columns = [
      TableColumn(.words, ReportWords.indicator), TableColumn(.status, ListPageMessages.before),
      TableColumn(.status, ListPageMessages.after), TableColumn(.count, ListPageMessages.flips),
    ]
    let rows = counts.flatMap { entry in
      entry.moves.map { move in
        DataRow([
          DataCell(entry.indicator.indicator.title.text(in: sight.language), .indicator(run, id: entry.indicator.indicator.id)),
          name(move.before, missing: ListPageMessages.appeared), name(move.after, missing: ListPageMessages.gone),
          DataCell(move.count),
        ])
      }
    }
    var table = DataTable("by-indicator", columns, rows)
    table.title = ListPageMessages.byIndicatorChanged
    return table
  }

  private var subjects: DataTable {
    let columns = [
      TableColumn(.words, ReportWords.subject), TableColumn(.identifier, ResultPageMessages.subjectID),
      TableColumn(.words, ReportWords.indicator), TableColumn(.identifier, ReportWords.period),
      TableColumn(.status, ListPageMessages.before), TableColumn(.status, ListPageMessages.after),
      TableColumn(.words, ReportWords.responsibleUnit),
    ]
    let rows = flips.map { flip in
      DataRow([
        DataCell(
          flip.subjectName ?? flip.subject, .explanation(run, indicator: flip.indicator.id, subject: flip.subject),
          below: flip.subject),
        DataCell(flip.subject), DataCell(flip.indicator.title.text(in: sight.language)), DataCell(flip.period),
        name(flip.before, missing: ListPageMessages.appeared), name(flip.after, missing: ListPageMessages.gone),
        DataCell(flip.unitName ?? ""),
      ])
    }
    var table = DataTable("subjects", columns, rows)
    table.title = ListPageMessages.changed
    table.note = ListPageMessages.firstOfEach(Self.shown)
    table.folded = [1]
    return table
  }
}
