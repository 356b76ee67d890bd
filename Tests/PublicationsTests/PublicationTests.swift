import Audit
import CadreModel
import CadreTesting
import Digest
import Evaluation
import Foundation
import PolicyKit
import PostgresClient
import Publications
import Reporting
import Results
import ResultsTesting
import Schema
import Testing

/// A folder that is removed with the test.
final class OutFolder: Sendable {
  let path = NSTemporaryDirectory() + "cadre-publication-test-\(UUID().uuidString)"

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The bytes of each file below, by its path.
  func files(_ name: String) throws -> [String: [UInt8]] {
    let root = "\(path)/\(name)"
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
      guard (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(path)")) == nil else { continue }
      files[path] = Array(try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(path)")))
    }
    return files
  }
}

@Suite(.planted) struct PublicationTests {
  static let author = AuditAuthor(osUser: "wang@office", programVersion: "1", command: "publish")

  static func plant() async throws -> PostgresConnection {
    let connection = try await TestDatabase.current.connect()
    try await connection.receive(["talks", "persons"], city: "alpha")
    try await connection.plant(
      "subject_id, unit_id, status, due_on, reason",
      [
        "('alpha', 'alpha.1.hours', 'P1', 'U3', 'pending', '2025-06-30', 'short_so_far')",
        "('alpha', 'alpha.1.hours', 'P2', 'U3', 'unmet', '2025-07-01', 'short')",
        "('alpha', 'alpha.2.rotation', 'O1', 'U1', 'met', '2025-07-10', 'within_tenure')",
      ])
    return connection
  }

  static func publish(
    _ title: String = "上半年通报", cities: [String]? = nil, formats: Set<ReportFormat> = [.csv, .html], key: SigningKey? = nil
  ) async throws -> Seal {
    let maker = try PublicationMaker(
      library: PlantedCities.library(), asOf: PlantedCities.asOf, title: title,
      cities: cities?.map { try PlantedCities.city($0) }, language: .chinese, ReportForms(formats))
    return try await ConnectionPool.with(3, to: TestDatabase.current.configuration) { pool in
      try await PlantedCities.evaluator().judging(maker.cities, asOf: PlantedCities.asOf, afresh: false, on: pool) {
        try await maker.publish($0, by: author, signedWith: key, on: pool)
      }
    }
  }

  static func write(_ number: Int, to folder: String, _ connection: PostgresConnection) async throws {
    let store = PublicationStore(connection: connection)
    let found = try await store.publication(number)
    let publication = try #require(found)
    try await store.write(publication, to: folder, by: author)
  }

  static func flaws(_ connection: PostgresConnection, _ number: Int? = nil) async throws -> [PublicationFlaw] {
    try await PublicationVerifier(connection: connection).verify(number).flaws
  }

  @Test func sealsAreChainedAndEntered() async throws {
    let connection = try await Self.plant()
    let first = try await Self.publish()
    let second = try await Self.publish("第二号", cities: ["alpha"])
    #expect(first.number == 1 && second.number == 2)
    #expect(first.previous == Seal.origin && second.previous == first.digest)
    #expect(first.cities == ["alpha", "beta"] && second.cities == ["alpha"])
    #expect(Set(first.files.map(\.path)).isSuperset(of: ["about.json", "overview.html", "city/alpha/exceptions.csv"]))
    #expect(second.files.allSatisfy { $0.path.hasPrefix("city/alpha/") })
    #expect(try #require(Seal(first.text)) == first)
    #expect(try await Self.flaws(connection).isEmpty)
    #expect(try await AuditVerifier(connection: connection).verify().flaws.isEmpty)
    var entered: [RecordedEntry] = []
    try await AuditReader(connection: connection).read(AuditFilter(kind: .publication)) { entered.append($0) }
    #expect(entered.map(\.contentDigest) == [first.digest, second.digest])
    // The log as it was when the second was made is part of it.
    #expect(second.auditEntry == entered[0].number && second.auditDigest == entered[0].digest)
  }

  @Test func pagesCarryThePublication() async throws {
    let connection = try await Self.plant()
    let first = try await Self.publish()
    let second = try await Self.publish("第二号")
    let folder = OutFolder()
    try await Self.write(2, to: "\(folder.path)/out", connection)
    let files = try folder.files("out")
    for page in ["overview.html", "city/alpha/dashboard.html"] {
      let text = String(decoding: try #require(files[page]), as: UTF8.self)
      #expect(text.contains("发布第 2 号 · 摘要 \(second.contentDigest.prefix(16))"))
      #expect(text.contains("上一号链头 \(first.digest.prefix(16))"))
      #expect(text.contains(second.contentDigest) && text.contains(first.digest))
    }
    #expect(String(decoding: try #require(files["about.json"]), as: UTF8.self).contains(second.contentDigest))
    #expect(files["seal.txt"] == Array(second.text.utf8))
  }

  /// Whatever comes in and is judged later.
  @Test func filesStayByteForByteAndResultsStay() async throws {
    let connection = try await Self.plant()
    _ = try await Self.publish()
    let folder = OutFolder()
    try await Self.write(1, to: "\(folder.path)/before", connection)
    try await connection.receive(["talks"], city: "alpha", on: "2025-08-01", number: 2)
    try await connection.executeScript(
      "update imports set watermark = repeat('b', 64) where import_number = 2; delete from planted where subject_id = 'P2'")
    let (renewed, _) = try await connection.alphaRun()
    let (afresh, _) = try await connection.alphaRun(afresh: true)
    #expect(renewed.resultCount == 2 && afresh.resultCount == 2)
    try await Self.write(1, to: "\(folder.path)/after", connection)
    #expect(try folder.files("before") == folder.files("after"))
    #expect(try await Self.flaws(connection).isEmpty)
    let second = try await Self.publish()
    #expect(second.runs.first?.resultCount == 2)
    #expect(try await Self.flaws(connection).isEmpty)
  }

  @Test func publishedResultsAreNotDropped() async throws {
    let connection = try await Self.plant()
    let seal = try await Self.publish()
    let run = try #require(seal.runs.first)
    let found = try await RunReader(connection: connection).run(city: run.city, id: run.runID)
    let stored = try #require(found)
    await #expect(throws: PostgresError.self) {
      try await connection.query("select cadre.drop_result_part('results', 'alpha', '\(stored.resultSet)')")
    }
    await #expect(throws: PostgresError.self) {
      try await connection.executeScript("delete from result_sets where result_set = '\(stored.resultSet)'")
    }
  }

  private static let tampering: [(String, [PublicationFlaw])] = [
    (
      "update publications set seal_text = replace(seal_text, '上半年', '下半年') where publication_number = 1",
      [PublicationFlaw.changed(1)]
    ),
    ("update publications set digest = repeat('b', 64) where publication_number = 2", [.changed(2)]),
    (
      "delete from publication_contents where publication_number = 2; delete from publications where publication_number = 2",
      [.end(found: 1, noted: 2)]
    ),
    (
      "delete from publication_contents where publication_number = 1; delete from publications where publication_number = 1",
      [.missing(1, next: 2)]
    ),
    (
      "update publication_contents set content = content || '\\x00' where publication_number = 1 and path = 'overview.csv'",
      [.file(1, path: "overview.csv")]
    ),
    (
      "delete from publication_contents where publication_number = 2 and path = 'about.json'",
      [.fileMissing(2, path: "about.json")]
    ),
    ("insert into publication_contents values (2, 'x.csv', 1, '\\x00')", [.fileUnknown(2, path: "x.csv")]),
    (
      "update results set status = 'met' where subject_id = 'P2'",
      [.results(1, city: "alpha", asOf: "2025-06-30"), .results(2, city: "alpha", asOf: "2025-06-30")]
    ),
    (
      "update audit_entries set digest = repeat('c', 64), content_digest = '' where kind = 'publication' and details = '2'",
      [.log(2)]
    ),
  ]

  @Test(arguments: tampering) func tamperingIsFound(sql: String, flaws: [PublicationFlaw]) async throws {
    let connection = try await Self.plant()
    _ = try await Self.publish()
    _ = try await Self.publish("第二号")
    try await connection.executeScript(sql)
    #expect(try await Self.flaws(connection) == flaws)
  }

  @Test func severalPublishAtOnce() async throws {
    let connection = try await Self.plant()
    _ = try await Self.publish()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 1...3 { group.addTask { _ = try await Self.publish("第 \(index)") } }
      try await group.waitForAll()
    }
    let verdict = try await PublicationVerifier(connection: connection).verify()
    #expect(verdict.publications == 4 && verdict.flaws.isEmpty)
  }

  @Test(arguments: ["", "two\nlines"]) func titleIsOneLine(title: String) throws {
    #expect(throws: PublicationError.title) {
      try PublicationMaker(
        library: PlantedCities.library(), asOf: PlantedCities.asOf, title: title, cities: nil, language: .chinese)
    }
  }

  @Test func whoHasEveryDutyMayPublish() async throws {
    let connection = try await Self.plant()
    try await Roles.apply(to: connection)
    let maker = try PublicationMaker(
      library: PlantedCities.library(), asOf: PlantedCities.asOf, title: "通报", cities: nil, language: .chinese)
    let pool = ConnectionPool(try TestDatabase.current.configuration, size: 3)
    try await pool.withConnection { first in
      try await pool.withConnection { second in
        try await pool.withConnection { third in
          for one in [first, second, third] { try await one.executeScript("set role cadre_every_duty") }
        }
      }
    }
    let seal = try await PlantedCities.evaluator().judging(maker.cities, asOf: PlantedCities.asOf, afresh: false, on: pool) {
      try await maker.publish($0, by: Self.author, on: pool)
    }
    let flaws = try await pool.withConnection { try await Self.flaws($0) }
    #expect(seal.number == 1 && flaws.isEmpty)
    await pool.close()
    #expect(try await Self.flaws(connection).isEmpty)
  }
}
