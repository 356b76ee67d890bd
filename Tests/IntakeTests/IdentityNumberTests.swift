import Access
import Audit
import CadreModel
import CadreTesting
import DataContract
import Foundation
import IdentityNumbers
import Integrity
import PolicyTesting
import PostgresClient
import Testing

@testable import Intake

/// Identity numbers on their way in, and as they lie there.
@Suite(.database(template: .migrated)) struct IdentityNumberTests {
  private static let number = "11010519491231002X"
  private static let other = "110105198001020011"

  private static let persons = "person_id,name,sex,birth_date,id_number,political_status,hired_on,left_on,managed_by\n"

  private func person(_ id: String, _ number: String, name: String = "张三", sex: String = "1", birth: String = "1980-01-02")
    -> String
  {
    "\(id),\(name),\(sex),\(birth),\(number),13,2005-08-01,,city\n"
  }

  private func imported(_ rows: String, key: IdentityKey? = .forTests) async throws -> ImportReport {
    try await Imports.run(SmallDelivery(.persons, Self.persons + rows)) { $0.identityKey = key }
  }

  private func stored(_ id: String) async throws -> String {
    try await Imports.rows("select id_number from persons where person_id = '\(id)'").first ?? "none"
  }

  /// Every column of every table of ours as text, the journal's, too.
  private func everythingStored() async throws -> String {
    let tables = try await Imports.rows(
      """
      select c.oid::regclass::text
      from pg_class c
      where c.relnamespace = 'cadre'::regnamespace
        and c.relkind = 'r'
      """)
    var all = ""
    for table in tables { all += try await Imports.rows("select t::text from \(table) t").joined(separator: "\n") }
    return all
  }

  @Test func whatIsStoredHoldsNoNumber() async throws {
    try await Imports.run(SmallDelivery())
    let seal = try NumberSeal(#require(IdentityKey.forTests), city: "quzhou")
    #expect(try await stored("P2") == seal.seal(Self.number))
    // Changed and withdrawn: the journal holds both versions.
    try await Imports.run(SmallDelivery(.persons).with(.persons, "id_number", Self.other))
    try await Imports.run(SmallDelivery(.persons).with(.persons, "id_number", ""))
    let all = try await everythingStored()
    #expect(all.contains("sealed:1:"))
    #expect(!all.contains(Self.number) && !all.contains(Self.other))
    #expect(
      try await Imports.rows("select key_id, login = session_user, retired_on from identity_keys") == [
        "a58eca060fe2f050|t|∅"
      ])
  }

  @Test func nobodyStoresOneInTheClear() async throws {
    _ = try await imported(person("P1", Self.other))
    _ = try await imported(person("P1", Self.number))
    let connection = try await TestDatabase.current.connect()
    let error = await #expect(throws: PostgresError.self) {
      try await connection.execute(
        Statement(nil, "update persons set id_number = '\(Self.number)' where person_id = 'P1'", []))
    }
    #expect(error?.sqlState == .checkViolation)
    // Of the journal nothing else can be changed than the number.
    for change in [
      "reason = 'x'", "row_before = '(P1)'", "row_before = replace(row_before, '张三', '李四')", "fields = 3",
      "row_before = regexp_replace(row_before, 'sealed:[^,]*', '\(Self.number)')",
    ] {
      let error = await #expect(throws: PostgresError.self) {
        try await connection.execute(Statement(nil, "update journal set \(change) where table_name = 'persons'", []))
      }
      #expect(error?.sqlState?.rawValue == "55000", "\(change)")
    }
    await connection.close()
  }

  @Test func withoutAKeyNumbersAreRefusedAndAllElseIsNot() async throws {
    let error = await #expect(throws: IdentityKeyError.self) { try await imported(person("P1", Self.other), key: nil) }
    #expect(error == .missing)
    #expect(try await Imports.rows("select count(*) from persons") == ["0"])
    #expect(try await imported(person("P1", ""), key: nil).outcome == .stored)
  }

  @Test func aWrongKeyIsRefusedAtOnce() async throws {
    _ = try await imported(person("P1", Self.other))
    let wrong = try #require(IdentityKey.random())
    let error = await #expect(throws: IdentityKeyError.self) { try await imported(person("P2", Self.number), key: wrong) }
    guard case .otherKey(_, "a58eca060fe2f050", wrong.id) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try await Imports.rows("select person_id from persons") == ["P1"])
  }

  @Test func nothingChangesWhereTheNumberIsTheSame() async throws {
    _ = try await imported(person("P1", Self.other) + person("P2", Self.number, birth: "1949-12-31"))
    let again = try await imported(person("P1", Self.other) + person("P2", Self.number.lowercased(), birth: "1949-12-31"))
    #expect(again.rows == RowCounts(unchanged: 2))
  }

  /// A number is compared with its row and with others as before: here, where it can be opened.
  @Test func contradictionsAreFound() async throws {
    let rows =
      person("P1", Self.other) + person("P2", Self.other) + person("P3", Self.number, sex: "1", birth: "1949-12-30")
      + person("P4", Self.other, sex: "2")
    let report = try await imported(rows)
    func identities(_ report: ImportReport) -> [String] {
      report.contradictions.map { "\($0.kind.rawValue) \($0.stored)" }.filter { $0.hasPrefix("identity_") }
    }
    #expect(
      identities(report) == [
        "identity_against_birth 1", "identity_against_sex 2", "identity_shared 2",
      ])
    #expect(
      try await Imports.rows("select row_key, detail::text from contradictions where kind = 'identity_against_birth'")
        == ["P3|{1949-12-30,1949-12-31}"])
    // Mended one by one; what others have stays.
    let mended = try await imported(person("P3", Self.number, sex: "2", birth: "1949-12-31"))
    #expect(
      identities(mended) == ["identity_against_sex 1", "identity_shared 2"])
  }

  @Test func findingsTellNoNumber() async throws {
    let wrong = "110105194912310021"
    let folder = try DeliveryFolder()
    try folder.write(
      Self.persons + person("P1", wrong) + person("P2", Self.number + "9") + person("P3", "", birth: Self.number)
        + person("P4", "'" + Self.other), as: "persons.csv")
    let report = try await Imports.run([folder.path]) { $0.findings = folder.path + "/found.csv" }
    let texts = report.findings.flatMap { [$0.text(in: .chinese), $0.text(in: .english), $0.value ?? ""] }
    let told =
      texts.joined() + report.cellNotices.compactMap(\.value).joined()
      + report.summary.map { $0.text(in: .chinese) }.joined() + (try folder.text(of: "found.csv"))
    #expect(report.findings.map(\.problem.name) == ["identity_check", "identity_number", "date"])
    for number in [wrong, Self.number, Self.other] { #expect(!told.contains(number)) }
    #expect(told.contains("11**************21"))
  }

  /// A template with data shows masked numbers: handed in again they change nothing, and stand for no other number.
  @Test func maskedNumbersAreUnchangedNumbers() async throws {
    _ = try await imported(person("P1", Self.other) + person("P2", Self.number, birth: "1949-12-31") + person("P3", ""))
    let before = try await stored("P1")
    let same = try await imported(
      person("P1", "11**************11", name: "王五") + person("P2", "******************", birth: "1949-12-31"))
    #expect(same.rows == RowCounts(updated: 1, unchanged: 1))
    #expect(try await stored("P1") == before)
    for (id, masked) in [("P1", "11**************12"), ("P3", "11**************11"), ("P9", "******************")] {
      let report = try await imported(person(id, masked))
      #expect(report.findings.map(\.problem.name) == ["identity_masked"], "\(id)")
    }
  }

  /// Numbers of persons and of the journal, by another key: what was undone, told or compared before is so afterwards.
  @Test func rotation() async throws {
    _ = try await imported(person("P1", Self.other) + person("P2", Self.number, birth: "1949-12-31"))
    _ = try await imported(person("P1", Self.number) + person("P2", "", birth: "1949-12-31"))
    let new = try #require(IdentityKey.random())
    #expect(try await integrity() == [])
    let rotated = try await rotate(from: .forTests, to: new)
    #expect(try await integrity() == [])
    #expect(rotated.map { "\($0.city.code) \($0.persons) \($0.entries)" } == ["quzhou 1 2"])
    // Of the old key only its probe is left.
    let rows = try await Imports.rows("select t::text from persons t union all select t::text from journal t").joined()
    #expect(!rows.contains("sealed:1:a58eca060fe2f050") && rows.contains("sealed:1:\(new.id)"))
    #expect(
      try await Imports.rows("select key_id = '\(new.id)', retired_on is null from identity_keys order by 1") == ["f|f", "t|t"])
    #expect(
      try await Imports.rows("select kind, cities, details from audit_entries order by entry_number desc limit 1") == [
        "keys|quzhou|a58eca060fe2f050 to \(new.id)"
      ])
    // Given again, nothing is to do; the old key is refused.
    #expect(try await rotate(from: new, to: new).isEmpty)
    await #expect(throws: IdentityKeyError.self) { try await imported(person("P1", Self.other)) }
    #expect(try await imported(person("P1", Self.number) + person("P2", "", birth: "1949-12-31"), key: new).rows.unchanged == 2)

    let connection = try await TestDatabase.current.connect()
    let numbers = try ShownNumbers(new, of: "quzhou", inFull: true)
    let history = try await connection.withTransaction { connection in
      try await connection.see(["quzhou"])
      return try await RowHistory.read(.persons, key: "P1", of: SmallDelivery.quzhou, numbers: numbers, on: connection)
    }
    let column = try #require(Table[.persons].columns.firstIndex { $0.name == "id_number" })
    #expect(history.versions.map { $0.cells?[column] } == [Self.other, Self.number])
    let undo = ImportUndo(
      2, of: SmallDelivery.quzhou, undoneBy: "tests@here", programVersion: "test", identityKey: new)
    #expect(try await undo.run(on: connection).rows == RowCounts(updated: 2))
    #expect(try await stored("P1") == NumberSeal(new, city: "quzhou").seal(Self.other))
    await connection.close()
  }

  /// Who changed a row past the program is not helped by a new key.
  @Test func rotationHidesNoChange() async throws {
    _ = try await imported(person("P1", Self.other) + person("P2", Self.number, birth: "1949-12-31"))
    _ = try await imported(person("P1", Self.number))
    let connection = try await TestDatabase.current.connect()
    try await connection.execute("update persons set name = '李四' where person_id = 'P1'")
    await connection.close()
    _ = try await rotate(from: .forTests, to: #require(IdentityKey.random()))
    guard case .content(_, "persons", 2, 2, ["P1"])? = try await integrity().first else {
      Issue.record("\(try await integrity())")
      return
    }
  }

  private func integrity() async throws -> [IntegrityFinding] {
    let connection = try await TestDatabase.current.connect()
    let findings = try await connection.withTransaction { connection in
      try await connection.see(["quzhou"])
      return try await ContentCheck(city: SmallDelivery.quzhou, connection: connection).run()
    }
    await connection.close()
    return findings
  }

  @Test func aRotationByAnotherThanTheKeyInUseChangesNothing() async throws {
    _ = try await imported(person("P1", Self.other))
    let before = try await everythingStored()
    let (wrong, new) = (try #require(IdentityKey.random()), try #require(IdentityKey.random()))
    for old in [wrong, nil] {
      await #expect(throws: IdentityKeyError.self) { try await rotate(from: old, to: new) }
    }
    #expect(try await everythingStored() == before)
    // A text that somebody has changed is not carried on: all or nothing.
    let connection = try await TestDatabase.current.connect()
    try await connection.execute(
      "update persons set id_number = overlay(id_number placing 'AAAA' from 40) where person_id = 'P1'")
    await connection.close()
    let error = await #expect(throws: IdentityKeyError.self) { try await rotate(from: .forTests, to: new) }
    #expect(error == .damaged)
    #expect(try await Imports.rows("select count(*) from identity_keys") == ["1"])
  }

  /// As an earlier version left it: the next import seals what there is, and the rows that came again have not changed.
  @Test func numbersInTheClearAreSealedFirst() async throws {
    _ = try await imported(person("P1", Self.other) + person("P2", Self.number, birth: "1949-12-31"))
    _ = try await imported(person("P1", Self.number) + person("P2", Self.number, birth: "1949-12-31"))
    try await openAll()
    let clear = try await everythingStored()
    #expect(clear.contains(Self.number) && clear.contains(Self.other))
    let report = try await imported(person("P1", Self.number) + person("P2", Self.number, birth: "1949-12-31"))
    #expect(report.rows == RowCounts(unchanged: 2))
    let all = try await everythingStored()
    #expect(!all.contains(Self.number) && !all.contains(Self.other))
    #expect(try await Imports.rows("select kind, details from audit_entries where kind = 'keys'") == ["keys|to a58eca060fe2f050"])
  }

  /// What the database was before this version: the same rows, opened past the program.
  private func openAll() async throws {
    let seal = try NumberSeal(#require(IdentityKey.forTests), city: "quzhou")
    let connection = try await TestDatabase.current.connect()
    try await connection.executeScript(
      """
      alter table persons drop constraint persons_id_number_sealed;
      \(Self.trigger("disable"))
      delete from identity_keys;
      """)
    for number in [Self.number, Self.other] {
      let sealed = try seal.seal(number)
      try await connection.execute("update persons set id_number = \(number) where id_number = \(sealed)")
      try await connection.execute(
        "update journal set row_before = replace(row_before, \(sealed)::text, \(number)::text) where table_name = 'persons'")
    }
    try await connection.executeScript(
      """
      alter table persons add constraint persons_id_number_sealed
        check (id_number ~ '^sealed:[0-9]+:[0-9a-f]{16}:[A-Za-z0-9+/=]+$') not valid;
      \(Self.trigger("enable always"))
      """)
    await connection.close()
  }

  private static func trigger(_ change: String) -> String {
    """
    do $$
    declare
      part regclass;
    begin
      for part in
        select 'cadre.journal'::regclass
        union all
        select i.inhrelid::regclass from pg_inherits i where i.inhparent = 'cadre.journal'::regclass
      loop
        execute format('alter table %s \(change) trigger journal_is_kept', part);
      end loop;
    end
    $$;
    """
  }

  private func rotate(from old: IdentityKey?, to new: IdentityKey) async throws -> [KeyRotation.Outcome] {
    let connection = try await TestDatabase.current.connect()
    let author = AuditAuthor(osUser: "tests@here", programVersion: "test", command: "keys rotate")
    let result = await Result {
      try await KeyRotation(from: old, to: new, by: author).run([SmallDelivery.quzhou], on: connection)
    }
    await connection.close()
    return try result.get()
  }
}

extension Result where Failure == any Error {
  fileprivate init(catching body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}
