import CadreModel
import Evaluation
import Journal
import Messages
import Pages
import PolicyKit
import PostgresClient
import Reporting
import Results

/// Why one subject was judged as it was: clause, parameters, the rows that took part, the arithmetic, the verdict, and what would turn
/// it. Its transaction must be able to make temporary tables.
struct ExplanationPage {
  let sight: Sight
  let judged: JudgedCity
  private let explanation: Explanation
  private let subject: String

  init(_ sight: Sight, _ place: RunPlace, indicator: String, subject: String) async throws {
    let judged = try await sight.judged(place)
    guard judged.policy.indicator(indicator) != nil else { throw PageProblem.notFound }
    (self.sight, self.judged, self.subject) = (sight, judged, subject)
    if let seen = try await sight.units(of: judged.city) {
      let units = try await Self.units(of: subject, indicator, judged, sight.connection)
      guard !seen.isDisjoint(with: units) else { throw PageProblem.notFound }
    }
    do {
      explanation = try await Explainer(library: sight.library).explain(
        indicator: indicator, subject: subject, city: judged.city.code, asOf: judged.run.asOf,
        known: try await Self.known(to: judged.run, sight.connection), language: sight.language, on: sight.connection)
    } catch is EvaluationError {
      throw PageProblem.notFound
    }
  }

  /// The import that the run judged after: what came in since is left out here, too, so that the page tells what the lists tell.
  private static func known(to run: Run, _ connection: PostgresConnection) async throws -> KnownAsOf? {
    if let number = run.knownAsOf { return .importNumber(number) }
    let rows = try await connection.query(
      Statement(
        "import that a run judged after",
        """
        select max(i.import_number) as import_number
        from imports i
        where i.city_code = $1
          and i.watermark = $2
        """, [.text(run.city), .text(run.watermark)]))
    return try rows.first?.decode("import_number", as: Int?.self).map { .importNumber($0) }
  }

  /// The units of a subject's results, for a viewer of one unit.
  private static func units(
    of subject: String, _ indicator: String, _ judged: JudgedCity, _ connection: PostgresConnection
  ) async throws -> [String] {
    let rows = try await connection.query(
      Statement(
        "units of a subject",
        """
        select distinct r.unit_id
        from run_indicators i
        join results r
          on r.city_code = i.city_code
          and r.result_set = $3
          and r.ordinal = i.ordinal
        where i.city_code = $1
          and i.run_id = $2
          and i.indicator = $4
          and r.subject_id = $5
          and r.unit_id is not null
        """,
        [.text(judged.city.code), .text(judged.run.id), .text(judged.run.resultSet), .text(indicator), .text(subject)]))
    return try rows.map { try $0.decode("unit_id") }
  }

  private var run: RunPlace { RunPlace(judged.run) }

  func content() async throws -> PageContent {
    let indicator = explanation.indicator
    let name = explanation.verdicts.first?.subjectName ?? subject
    var page = PageContent(
      "\(name)\(sight(Punctuation.colon))\(indicator.title.text(in: sight.language))", of: judged, namesPersons: true)
    page.entry.indicator = indicator.id
    page.entry.subject = subject
    page.trail =
      sight.trail(to: judged) + [
        PageContent.Crumb(
          indicator.title.text(in: sight.language),
          sight.viewer.unit == nil
            ? .indicator(run, id: indicator.id) : .results(run, ListFilter(indicator: indicator.id), after: nil))
      ]
    page.standing = try await sight.standing(of: judged)
    let law = IndicatorLaw(sight: sight, policy: explanation.policy, indicator: indicator, article: explanation.article)
    page.add(personLink)
    page.add(.joined(explanation.verdicts.map(verdict)))
    if explanation.verdicts.isEmpty { page.add(absence) }
    page.add(rows)
    for (index, beside) in explanation.besides.enumerated() { page.add(besides(beside, index)) }
    page.add("<section><h2>\(sight(CityPageMessages.article))</h2>\(try law.text)</section>")
    page.add(law.parameters(asOf: judged.run.asOf))
    if !explanation.tablesNeverReceived.isEmpty {
      let names = explanation.tablesNeverReceived.joined(by: Punctuation.listSeparator)
      page.add("<p>\(sight(ResultPageMessages.neverReceived))\(sight(Punctuation.colon))\(sight(names))</p>")
    }
    return page
  }

  private var personLink: HTML {
    guard explanation.indicator.subjectKind == SubjectKind.person.code else { return .empty }
    return """
      <p><a href="\(Place.person(run, id: subject).address.text)">\(sight(ResultPageMessages.person))\
      \(sight(Punctuation.colon))\(explanation.verdicts.first?.subjectName ?? subject) →</a></p>
      """
  }

  // MARK: Verdicts

  private func verdict(_ verdict: Explanation.Verdict) -> HTML {
    var facts: [(Message, HTML)] = [
      (
        ResultPageMessages.reason,
        HTML(explanation.sentence(for: verdict, in: sight.language))
      )
    ]
    if let arithmetic = explanation.arithmetic(of: verdict) {
      facts.append((ResultPageMessages.arithmetic, "<b>\(arithmetic.text(in: sight.language))</b>"))
    }
    if let due = verdict.dueOn { facts.append((ResultPageMessages.due, HTML(due.description))) }
    if let remedy = explanation.remedy(for: verdict, in: sight.language) {
      facts.append((ResultPageMessages.remedy, HTML(remedy)))
    }
    if let unit = verdict.unitID {
      facts.append(
        (
          ReportWords.responsibleUnit,
          "<a href=\"\(Place.unit(run, id: unit).address.text)\">\(verdict.unitName ?? unit)</a> <code>\(unit)</code>"
        ))
    }
    let list = facts.map { "<dt>\(sight($0.0))</dt><dd>\($0.1)</dd>" as HTML }
    let kind = verdict.class.map { explanation.indicator.resultClass($0).label.text(in: sight.language) }
    return """
      <div class="verdict"><h3>\(verdict.period) \(StatusMark(verdict.status, sight(ReportWords.status(verdict.status))).html)\
      \(kind.map { " · \($0)" as HTML } ?? .empty)</h3><dl class="facts">\(HTML.joined(list, separator: .empty))</dl></div>
      """
  }

  private var absence: HTML {
    let reasons = explanation.absences.map { "<li>\($0.label.text(in: sight.language))</li>" as HTML }
    return """
      <div class="verdict"><h3>\(sight(ResultPageMessages.notJudged))</h3><ul>\(HTML.joined(reasons, separator: .empty))</ul></div>
      """
  }

  // MARK: Rows

  /// A line a cell would be long: a line a row of the city's data, its cells as the contract calls them.
  private var rows: DataTable {
    let columns = [
      TableColumn(.text, ResultPageMessages.rowsTable), TableColumn(.identifier, ResultPageMessages.rowsKey),
      TableColumn(.identifier, ReportWords.period), TableColumn(.sentence, ListPageMessages.rows),
    ]
    let facts =
      explanation.verdicts.flatMap { verdict in verdict.facts.map { (verdict.period, $0) } }
      + (explanation.verdicts.isEmpty ? explanation.factsOfAbsent.map { ("", $0) } : [])
    let rows = facts.map { period, fact -> DataRow in
      let cells = fact.cells.map { cell in
        let value = Masking.shown(cell.value.text(in: sight.language), of: cell.heading.english)
        return "\(cell.heading.text(in: sight.language)) \(value)"
      }
      return DataRow([
        DataCell(fact.table.text(in: sight.language)), DataCell(fact.key), DataCell(period),
        DataCell(cells.joined(separator: " · ")),
      ])
    }
    var table = DataTable("rows", columns, rows)
    table.title = ResultPageMessages.rows(rows.count)
    return table
  }

  private func besides(_ beside: Explanation.Beside, _ index: Int) -> DataTable {
    let columns = [
      TableColumn(.text, ResultPageMessages.place), TableColumn(.identifier, ResultPageMessages.subjectID),
      TableColumn(.words, ResultPageMessages.name), TableColumn(.decimal, ResultPageMessages.amount),
      TableColumn(.flag, ResultPageMessages.isSubject),
    ]
    let rows = beside.entries.map { entry in
      DataRow([
        DataCell(entry.place ?? ""), DataCell(entry.id), DataCell(entry.name ?? ""), DataCell(entry.amount ?? ""),
        DataCell(entry.isSubject ? "1" : "0"),
      ])
    }
    var table = DataTable("beside-\(index + 1)", columns, rows)
    let count = ExplainMessages.total(beside.total)
    table.title = Message(beside.heading.chinese + count.chinese, beside.heading.english + count.english)
    return table
  }
}
