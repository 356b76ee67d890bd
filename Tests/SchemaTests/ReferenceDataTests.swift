import CadreModel
import CadreTesting
import PostgresClient
import Schema
import Testing

@Suite(.database(template: .migrated)) struct ReferenceDataTests {
  private func workdays() async throws -> [String] {
    let connection = try await TestDatabase.current.connect()
    let rows = try await connection.query("select day::text || ' ' || kind || ' ' || name as row from workdays order by day")
    await connection.close()
    return try rows.map { try $0.decode("row", as: String.self) }
  }

  private func store(_ workdays: String) async throws {
    let connection = try await TestDatabase.current.connect()
    let city = City(code: "a", nameChinese: "甲", nameEnglish: "A", provinceCode: "33", regionPrefix: "3301")
    try await ReferenceData.store(cities: [city], workdays: workdays, in: connection)
    await connection.close()
  }

  @Test func theCalendarIsReplaced() async throws {
    try await store("date,kind,name\n2024-01-01,holiday,元旦\n2024-02-04,makeup_workday,春节\n")
    try await store("date,kind,name\n2024-01-01,holiday,新年\n2024-02-18,makeup_workday,春节\n")
    #expect(try await workdays() == ["2024-01-01 holiday 新年", "2024-02-18 makeup_workday 春节"])
  }

  @Test(arguments: ["2024-01-01,holiday,x\n", "date,kind,name\n2024-01-01,rest,x\n", "date,kind,name\n2024-01-01,holiday\n"])
  func aWrongCalendarIsNamed(text: String) async throws {
    await #expect(throws: WorkdaysError.self) { try await store(text) }
    #expect(try await workdays().isEmpty)
  }
}
