import CadreModel
import CadreTesting
import Evaluation
import PolicyKit
import PostgresClient
import Results
import ResultsTesting
import Schema
import Testing

@testable import Reporting

/// The roles' rights are enough for their work, and show one city at a time.
@Suite(.planted) struct RolesTests {
  private func planted() async throws -> PostgresConnection {
    let connection = try await TestDatabase.current.connect()
    try await connection.receive(["talks"], city: "alpha")
    try await connection.receive(["talks"], city: "beta")
    try await connection.plant(
      "subject_id, unit_id, status, due_on, reason",
      [
        "('alpha', 'alpha.1.hours', 'P1', 'U3', 'unmet', '2025-06-30', 'short')",
        "('alpha', 'alpha.1.talk', 'P1>P2', 'A9', 'met', '2025-07-20', 'reached')",
        "('beta', 'beta.1.hours', 'B1', null, 'met', '2025-06-30', 'reached')",
      ])
    return connection
  }

  private func become(_ role: String, _ connection: PostgresConnection) async throws {
    try await connection.execute(Statement("become \(role)", "set role \(role)", []))
  }

  /// Of both connections of a pool.
  private func become(_ role: String, _ pool: ConnectionPool) async throws {
    try await pool.withConnection { first in
      try await pool.withConnection { second in
        try await become(role, first)
        try await become(role, second)
      }
    }
  }

  private func cityReport(_ pool: ConnectionPool? = nil, in folder: TemporaryFolder) async throws -> [String] {
    _ = try await alphaReport(to: folder.path, on: pool)
    return try ["summary", "units", "exceptions", "due"].flatMap { try folder.lines("city/alpha/\($0).csv") }
  }

  @Test func theEvaluatorJudgesAndReportsWhatOthersJudgedBefore() async throws {
    let connection = try await planted()
    let pool = ConnectionPool(try TestDatabase.current.configuration, size: 2)
    let before = try await cityReport(pool, in: TemporaryFolder())
    #expect(before.count == 8)
    try await Roles.apply(to: connection)

    try await become("cadre_evaluator", pool)
    try await become("cadre_evaluator", connection)
    #expect(try await cityReport(pool, in: TemporaryFolder()) == before)
    let (old, _) = try await connection.alphaRun()
    let (new, _) = try await connection.alphaRun(afresh: true)
    #expect(new.resultCount == old.resultCount)
    #expect(new.resultCount == 2)
    #expect(try await cityReport(pool, in: TemporaryFolder()) == before)
    let explanation = try await Explainer(library: PlantedCities.library()).explain(
      indicator: "alpha.1.hours", subject: "P1", city: "alpha", asOf: PlantedCities.asOf, on: connection)
    #expect(explanation.verdicts.map(\.status) == [.unmet])

    try await become("cadre_reader", pool)
    #expect(try await cityReport(pool, in: TemporaryFolder()) == before)
    await pool.close()
    await connection.close()
  }

  /// What an owner of the database judges later, the role can drop.
  @Test func theEvaluatorDropsWhatTheOwnerJudged() async throws {
    let connection = try await planted()
    try await Roles.apply(to: connection)
    let (run, _) = try await connection.alphaRun()
    try await become("cadre_evaluator", connection)
    let (again, _) = try await connection.alphaRun(afresh: true)
    #expect(again.reference == run.reference)
    await connection.close()
  }

  @Test func aTransactionAboutACityShowsItAlone() async throws {
    let connection = try await planted()
    _ = try await cityReport(in: TemporaryFolder())
    try await Roles.apply(to: connection)
    try await become("cadre_reader", connection)
    for (city, cities) in [("alpha", ["alpha"]), ("beta", ["beta"]), ("gamma", [])] {
      let seen = try await connection.withTransaction(about: city) { connection in
        try await connection.query("select distinct city_code from imports").map {
          try $0.decode("city_code", as: String.self)
        }
      }
      #expect(seen == cities)
    }
    let results = try await connection.withTransaction(about: "beta") { connection in
      try await connection.query("select from results").count
    }
    #expect(results == 0)
    await connection.close()
  }
}
