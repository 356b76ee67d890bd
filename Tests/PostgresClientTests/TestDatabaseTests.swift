import CadreTesting
import PostgresClient
import Testing

private let marked = DatabaseTemplate("marked", schema: nil) { try await $0.execute("create table marker as select 1 as a") }

/// The databases of the test cases are their own: each of these would fail if another's table were there.
struct TestDatabaseTests {
  @Test(.database, arguments: 0..<8) func eachCaseHasItsOwn(_ number: Int) async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.execute("create table mine as select \(number) as number")
    try await Task.sleep(for: .milliseconds(20))
    #expect(try await connection.query("select number from mine")[0].decode("number") == number)
  }

  @Test(.database(template: marked), arguments: 0..<4) func clonedFromItsTemplate(_ number: Int) async throws {
    let connection = try await TestDatabase.current.connect()
    #expect(try await connection.execute("update marker set a = a + 1 where a = 1") == 1)
  }

  @Test func noneWithoutTheTrait() {
    #expect(throws: (any Error).self) { try TestDatabase.current }
  }
}
