import CadreModel
import DataContract
import Evaluation
import PolicyKit
import PolicyTesting
import PostgresClient
import Testing

@testable import CadreCommands

/// What `catalogue --sql` prints is what judges.
@Suite(.cadre) struct CatalogueSQLTests {
  private func printed(_ indicator: String, asOf: String = "2025-06-30") throws -> CatalogueSQL {
    CatalogueSQL(
      library: try .shipped(), indicator: indicator, city: "quzhou", asOf: try #require(Day(asOf)))
  }

  @Test func runAsItIsItComesToTheSameResults() async throws {
    let city = try await TestCity("quzhou")
    try await city.unit("U")
    for (id, reported) in [("P1", "2025-03-11"), ("P2", "2025-05-11"), ("P3", nil)] {
      try await city.cadre(id, in: "U", post: ["leading": "true"])
      try await city.add(
        .declarations,
        [
          "declaration_id": "D" + id, "person_id": id, "kind": "marriage", "occurred_on": "2025-03-01",
          "reported_on": reported,
        ])
    }
    let judged = try await city.judge("quzhou.a2.matters", at: "2025-06-30")
    #expect(Set(judged.map(\.status)) == [.met, .unmet])

    let statements = try printed("quzhou.a2.matters").statements()
    #expect(statements.first == "begin" && statements.last == "rollback")
    var rows: [Row] = []
    for sql in statements { rows += try await city.connection.query(Statement(nil, sql, [])) }
    #expect(try rows.map { try $0.decode("subject_id", as: String.self) }.sorted() == judged.map(\.subject).sorted())
    for row in rows {
      let subject: String = try row.decode("subject_id")
      #expect(try row.decode("status", as: String.self) == judged[subject]?.status.rawValue, "\(subject)")
    }
    let left = try await city.connection.query(Statement(nil, "select to_regclass('pg_temp.on_roll')::text as table", []))
    #expect(try left.first?.decode("table", as: String?.self) == .some(nil))
  }

  @Test func nothingIsLeftToFillIn() throws {
    for indicator in try PolicyLibrary.shipped().policy("quzhou")?.indicators ?? [] {
      let text = try printed(indicator.id).text()
      #expect(text.contains("-- \(indicator.id)\n"))
      #expect(!text.contains("$1"), "\(indicator.id)")
    }
  }

  @Test func whatCannotBePrintedSaysWhy() throws {
    let mistyped = EvaluationError.unknownIndicator("quzhou.a1.matters", nearest: ["quzhou.a2.matters", "kunming.15.matters"])
    #expect(throws: mistyped) { try printed("quzhou.a1.matters").text() }
    #expect(throws: EvaluationError.self) { try printed("quzhou.a2.matters", asOf: "1990-01-01").text() }
  }
}
