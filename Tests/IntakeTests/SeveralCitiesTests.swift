import CadreModel
import CadreTesting
import DataContract
import Intake
import PostgresClient
import Schema
import Testing

/// Cities do not wait for each other in a ring.
@Suite(.database(template: .migrated)) struct SeveralCitiesTests {
  private static let cities = (1...8).map { number in
    City(
      code: "city\(number)", nameChinese: "第\(number)市", nameEnglish: "City \(number)", provinceCode: "33",
      regionPrefix: "3308")
  }

  /// Each first load gives every table a part, with foreign keys to tables that all cities share.
  @Test func eightFirstLoadsAtOnce() async throws {
    let reports = try await withThrowingTaskGroup(of: ImportReport.self) { group in
      for city in Self.cities { group.addTask { try await Imports.run(SmallDelivery(), city: city) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(reports.map(\.outcome) == Array(repeating: .stored, count: 8))
    #expect(try await Imports.rows("select count(distinct city_code), count(*) from posts") == ["8|16"])
  }

  @Test func firstLoadsBesideChangesOfOtherCities() async throws {
    try await Imports.run(SmallDelivery(), city: Self.cities[0])
    try await withThrowingTaskGroup(of: Void.self) { group in
      for city in Self.cities.dropFirst(4) { group.addTask { try await Imports.run(SmallDelivery(), city: city) } }
      group.addTask {
        for day in 1...9 {
          let delivery = SmallDelivery().with(.persons, "hired_on", "200\(day)-01-01")
          try await Imports.run(delivery, city: Self.cities[0])
        }
      }
      try await group.waitForAll()
    }
    #expect(try await Imports.rows("select max(import_number) from imports where city_code = 'city1'") == ["10"])
  }

  /// Who changes the schema waits for imports, and they for it.
  @Test func firstLoadsBesideRoles() async throws {
    let database = try TestDatabase.current
    try await withThrowingTaskGroup(of: Void.self) { group in
      for city in Self.cities.prefix(4) { group.addTask { try await Imports.run(SmallDelivery(), city: city) } }
      for _ in 0..<3 {
        group.addTask {
          let connection = try await database.connect()
          try await Roles.apply(to: connection)
          await connection.close()
        }
      }
      try await group.waitForAll()
    }
    #expect(try await Imports.rows("select count(distinct city_code) from posts") == ["4"])
  }
}
