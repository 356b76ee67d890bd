import CadreModel
import CadreTesting
import PolicyTesting
import PostgresClient
import Schema
import Testing

@testable import Audit

@Suite(.cadre) struct AuditChainTests {
  private static let log = AuditLog(author: AuditAuthor(osUser: "wang@office", programVersion: "1", command: "explain"))

  /// A log of so many entries.
  private func log(_ count: Int) async throws -> PostgresConnection {
    let connection = try await TestDatabase.current.connect()
    for index in 1...count {
      var entry = AuditEntry(.explanation, cities: ["quzhou", "shaoxing"], asOf: Day("2025-06-30"))
      entry.indicator = "quzhou.a2.matters"
      entry.subject = "P\\\(index)"
      entry.contentDigest = String(repeating: "a", count: 64)
      #expect(try await Self.log.append(entry, on: connection) == index)
    }
    return connection
  }

  private func flaws(_ connection: PostgresConnection, known: String? = nil) async throws -> [AuditFlaw] {
    try await AuditVerifier(connection: connection).verify(known: known).flaws
  }

  @Test func emptyLogIsWhole() async throws {
    let connection = try await TestDatabase.current.connect()
    let verdict = try await AuditVerifier(connection: connection).verify()
    #expect(verdict.entries == 0 && verdict.flaws.isEmpty && verdict.head == String(repeating: "0", count: 64))
  }

  @Test func entriesAreReadAsAppendedAndTheChainIsWhole() async throws {
    let connection = try await log(3)
    // Without city, date and digest.
    try await Self.log.append(AuditEntry(.doctor, cities: []), on: connection)
    let verdict = try await AuditVerifier(connection: connection).verify()
    #expect(verdict.flaws.isEmpty && verdict.entries == 4)
    var entries: [RecordedEntry] = []
    try await AuditReader(connection: connection).read(AuditFilter()) { entries.append($0) }
    #expect(entries.map(\.number) == [1, 2, 3, 4])
    #expect(entries[1].subject == "P\\2" && entries[1].cities == ["quzhou", "shaoxing"] && entries[1].kind == "explanation")
    #expect(entries[1].asOf?.description == "2025-06-30" && entries[3].asOf == nil)
    #expect(entries[0].author == Self.log.author)
    #expect(entries.last?.digest == verdict.head)
    #expect(try await flaws(connection, known: String(entries[1].digest.prefix(12))).isEmpty)
    #expect(try await flaws(connection, known: "0123456789abcdef") == [.unknownDigest("0123456789abcdef")])
  }

  @Test func filtersByDayCityAndKind() async throws {
    let connection = try await log(2)
    try await Self.log.append(AuditEntry(.doctor, cities: ["kunming"]), on: connection)
    func numbers(_ filter: AuditFilter) async throws -> [Int] {
      var numbers: [Int] = []
      try await AuditReader(connection: connection).read(filter) { numbers.append($0.number) }
      return numbers
    }
    #expect(try await numbers(AuditFilter(city: "shaoxing")) == [1, 2])
    #expect(try await numbers(AuditFilter(kind: .doctor)) == [3])
    #expect(try await numbers(AuditFilter(since: Day("2999-01-01"))) == [])
    #expect(try await numbers(AuditFilter(since: Day("2000-01-01"))) == [1, 2, 3])
  }

  private static let tampering: [(String, AuditFlaw)] = [
    ("update audit_entries set subject_id = 'P9' where entry_number = 3", AuditFlaw.changed(entry: 3)),
    ("update audit_entries set entered_on = entered_on - interval '1 day' where entry_number = 1", .changed(entry: 1)),
    ("update audit_entries set digest = repeat('b', 64) where entry_number = 2", .changed(entry: 2)),
    ("delete from audit_entries where entry_number = 2", .missing(entry: 2, next: 3)),
    ("delete from audit_entries where entry_number = 5", .end(found: 4, noted: 5)),
    ("update chain_heads set entry_number = 4 where chain = 'audit'", .end(found: 5, noted: 4)),
  ]

  @Test(arguments: tampering) func tamperingIsFound(sql: String, flaw: AuditFlaw) async throws {
    let connection = try await log(5)
    try await connection.executeScript(sql)
    #expect(try await flaws(connection) == [flaw])
  }

  /// However a log is shared out over two connections, it has the same flaws: of an entry at the seam, too.
  @Test(
    arguments: [
      ("select 1", nil),
      ("update audit_entries set subject_id = 'P9' where entry_number = 2", .changed(entry: 2)),
      ("update audit_entries set subject_id = 'P9' where entry_number = 4", .changed(entry: 4)),
      ("delete from audit_entries where entry_number = 3", .missing(entry: 3, next: 4)),
      ("delete from audit_entries where entry_number = 4", .missing(entry: 4, next: 5)),
      ("delete from audit_entries where entry_number in (3, 4)", .missing(entry: 3, next: 5)),
      ("delete from audit_entries where entry_number <= 3", .missing(entry: 1, next: 4)),
      ("delete from audit_entries where entry_number = 7", .end(found: 6, noted: 7)),
    ] as [(String, AuditFlaw?)])
  func halvesAreFollowedAsTheWholeIs(sql: String, flaw: AuditFlaw?) async throws {
    let connection = try await log(7)
    try await connection.executeScript(sql)
    for most in [0, 1_000] {
      let verdict = try await AuditVerifier(connection: connection, mostEntriesAlone: most).verify()
      #expect(verdict.flaws == (flaw.map { [$0] } ?? []))
    }
  }

  /// An entry written anew with the right digest of its own does not fit the half that follows it.
  @Test func theSeamOfTheHalvesIsFollowed() async throws {
    let connection = try await log(7)
    let line = """
      select encode(sha256(convert_to(replace(concat_ws(E'\\t', e.entry_number, e.entered_on, e.login, e.os_user,
        e.program_version, e.command, e.kind, e.cities, e.policy, e.indicator, 'P9', e.as_of, e.content_digest, e.details,
        e.previous_digest), '\\', '\\\\'), 'UTF8')), 'hex')
      """
    try await connection.executeScript(
      "update audit_entries e set digest = (\(line)), subject_id = 'P9' where e.entry_number = 3;")
    for most in [0, 1_000] {
      let verdict = try await AuditVerifier(connection: connection, mostEntriesAlone: most).verify()
      #expect(verdict.flaws == [.unconnected(entry: 4)])
    }
  }

  @Test func movedEntriesAreFound() async throws {
    let connection = try await log(4)
    try await connection.executeScript(
      """
      update audit_entries set entry_number = 99 where entry_number = 2;
      update audit_entries set entry_number = 2 where entry_number = 3;
      update audit_entries set entry_number = 3 where entry_number = 99;
      """)
    #expect(try await flaws(connection) == [.changed(entry: 2)])
  }

  /// Somebody who knows the form writes an entry with the right digest of its own.
  @Test func forgedEntryIsFoundByWhatFollows() async throws {
    let connection = try await log(4)
    let line = { (subject: String) in
      """
      select encode(sha256(convert_to(replace(concat_ws(E'\\t', e.entry_number, e.entered_on, e.login, e.os_user,
        e.program_version, e.command, e.kind, e.cities, e.policy, e.indicator, \(subject), e.as_of, e.content_digest, e.details,
        e.previous_digest), '\\', '\\\\'), 'UTF8')), 'hex')
      """
    }
    #expect(
      try await connection.query(
        Statement(nil, "\(line("e.subject_id")) = e.digest as same from audit_entries e where entry_number = 2", [])
      ).first?.decode("same", as: Bool.self) == true)
    try await connection.executeScript(
      """
      update audit_entries e set digest = (\(line("'P9'"))), subject_id = 'P9' where e.entry_number = 2;
      """)
    #expect(try await flaws(connection) == [.unconnected(entry: 3)])
  }

  @Test func manyAppendAtOnce() async throws {
    try await ConnectionPool.with(8, to: TestDatabase.current.configuration) { pool in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<8 {
          group.addTask {
            try await pool.withConnection { connection in
              for _ in 0..<25 { try await Self.log.append(AuditEntry(.report, cities: ["quzhou"]), on: connection) }
            }
          }
        }
        try await group.waitForAll()
      }
      let verdict = try await pool.withConnection { try await AuditVerifier(connection: $0).verify() }
      #expect(verdict.entries == 200 && verdict.flaws.isEmpty)
    }
  }

  @Test func whatIsNoEntryIsRefused() async throws {
    let connection = try await TestDatabase.current.connect()
    var entry = AuditEntry(.explanation, cities: ["quzhou"])
    entry.subject = "P1\nP2"
    await #expect(throws: AuditError.self) { try await Self.log.append(entry, on: connection) }
    entry.subject = ""
    entry.contentDigest = "abc"
    await #expect(throws: AuditError.self) { try await Self.log.append(entry, on: connection) }
    let nobody = AuditLog(author: AuditAuthor(osUser: "", programVersion: "1", command: "x"))
    await #expect(throws: AuditError.self) { try await nobody.append(AuditEntry(.doctor, cities: []), on: connection) }
    // A transaction with one view would append to a head that is not the last any more.
    await #expect(throws: AuditError.self) {
      try await connection.withTransaction(.repeatableRead) {
        try await Self.log.append(AuditEntry(.doctor, cities: []), on: $0)
      }
    }
    #expect(try await flaws(connection).isEmpty)
  }

  @Test(arguments: ["cadre_reader", "cadre_evaluator", "cadre_importer", "cadre_auditor"])
  func rolesAppendAndChangeNothing(role: String) async throws {
    let connection = try await log(2)
    try await Roles.apply(to: connection)
    try await connection.executeScript("set role \(role)")
    try await Self.log.append(AuditEntry(.report, cities: ["quzhou"]), on: connection)
    for sql in [
      "update audit_entries set subject_id = 'x'", "delete from audit_entries", "truncate audit_entries",
      "update chain_heads set entry_number = 1",
      "insert into audit_entries select * from audit_entries limit 0",
    ] {
      await #expect(throws: PostgresError.self) { try await connection.executeScript(sql) }
    }
    if role == "cadre_auditor" {
      #expect(try await flaws(connection).isEmpty)
      await #expect(throws: PostgresError.self) { try await connection.query("select from persons") }
    } else {
      await #expect(throws: PostgresError.self) { try await connection.query("select from audit_entries") }
    }
  }
}
