import CadreModel
import DataContract
import Messages
import PolicyKit
import Quality
import Reporting
import Results

/// What is doubtful in a city's data, kind by kind, and how fresh each table is.
struct QualityOnPage {
  let sight: Sight
  let judged: JudgedCity
  private let report: QualityReport

  init(_ sight: Sight, _ place: RunPlace) async throws {
    try sight.demandWholeCity()
    let judged = try await sight.judged(place)
    (self.sight, self.judged) = (sight, judged)
    report = try await QualityReader(judged.under, asOf: judged.run.asOf, on: sight.connection).read()
  }

  func content() async throws -> PageContent {
    let run = RunPlace(judged.run)
    var page = PageContent(sight(WebPageMessages.quality), of: judged)
    page.trail = sight.trail(to: judged)
    page.standing = try await sight.standing(of: judged)
    let kinds = report.kinds.map { entry in
      DataRow([
        DataCell(entry.kind.title.text(in: sight.language), below: entry.kind.code), DataCell(entry.kind.code),
        DataCell(entry.kind.effect.title.text(in: sight.language)), DataCell(entry.count),
        DataCell(
          entry.indicators.map { id in judged.policy.indicator(id)?.title.text(in: sight.language) ?? id }.list
            .text(in: sight.language)),
      ])
    }
    var table = DataTable(
      "kinds",
      [
        TableColumn(.words, ListPageMessages.kind), TableColumn(.identifier, ListPageMessages.column),
        TableColumn(.text, ListPageMessages.effect), TableColumn(.count, ListPageMessages.found),
        TableColumn(.sentence, ListPageMessages.readBy),
      ], kinds)
    table.title = ListPageMessages.kinds
    table.folded = [1]
    page.add(table)
    let tables = report.freshness.map { entry in
      DataRow([
        DataCell(
          MissingTables.name(of: entry.table, in: sight.language), .deliveries(city: run.city), below: entry.table.rawValue),
        DataCell(entry.table.rawValue), DataCell(entry.rows), DataCell(entry.newest),
      ])
    }
    var freshness = DataTable(
      "freshness",
      [
        TableColumn(.text, ListPageMessages.table), TableColumn(.identifier, ListPageMessages.column),
        TableColumn(.count, ListPageMessages.rows), TableColumn(.day, CityPageMessages.newest),
      ], tables)
    freshness.title = ListPageMessages.freshness
    freshness.folded = [1]
    page.add(freshness)
    return page
  }
}
