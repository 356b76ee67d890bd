public import CadreModel
public import PostgresClient
import ShippedFiles
import Spreadsheet

/// What all cities share: their list, and the exceptions of the working calendar.
public enum ReferenceData {
  /// Stores cities, and the calendar as the program ships it.
  /// - Throws: `WorkdaysError`, `PostgresError`.
  public static func store(cities: [City], in connection: PostgresConnection) async throws {
    try await store(
      cities: cities, workdays: ShippedFiles.text("config/calendar/workdays.csv") ?? "", in: connection)
  }

  /// Stores cities, and a calendar (`date,kind,name`) in place of the one before.
  /// - Throws: `WorkdaysError`, `PostgresError`.
  public static func store(cities: [City], workdays: String, in connection: PostgresConnection) async throws {
    let days = try Workday.read(workdays)
    try await connection.withTransaction { connection in
      try await OwnSchema.workAsOwner(connection)
      try await store(cities, in: connection)
      try await store(days, connection)
    }
  }

  /// Stores cities: for who works on the schema, and for who imports and may see them.
  /// - Throws: `PostgresError`.
  public static func store(_ cities: [City], in connection: PostgresConnection) async throws {
    for city in cities {
      _ = try await connection.query(
        Statement(
          "store city",
          "select cadre.store_city($1::text, $2::text, $3::text, $4::text, $5::text)",
          [
            .text(city.code), .text(city.nameChinese), .text(city.nameEnglish), .text(city.provinceCode),
            .text(city.regionPrefix),
          ]))
    }
  }

  /// Whether the database knows all of these cities.
  /// - Throws: `PostgresError`.
  public static func knows(_ cities: [City], in connection: PostgresConnection) async throws -> Bool {
    let rows = try await connection.query(
      Statement(
        "known cities",
        """
        select c.city_code
        from cities c
        where c.city_code = any($1::text[])
        """, [.textArray(cities.map(\.code))]))
    return rows.count == Set(cities.map(\.code)).count
  }

  private static func store(_ days: [Workday], _ connection: PostgresConnection) async throws {
    let dates = Parameter.textArray(days.map(\.date))
    try await connection.execute(
      Statement("drop old workdays", "delete from workdays where day <> all($1::text[]::date[])", [dates]))
    try await connection.execute(
      Statement(
        "store workdays",
        """
        insert into workdays (day, kind, name)
        select *
        from unnest($1::text[]::date[], $2::text[], $3::text[])
        on conflict (day) do update
        set kind = excluded.kind,
          name = excluded.name
        where (workdays.kind, workdays.name) is distinct from (excluded.kind, excluded.name)
        """,
        [dates, .textArray(days.map(\.kind)), .textArray(days.map(\.name))]))
  }
}

/// Why a calendar file can't be used.
public struct WorkdaysError: Error, Sendable, Hashable, CustomStringConvertible {
  public let line: Int
  public let found: String

  public var description: String {
    "workdays.csv line \(line): \(found): expected date,kind,name, a date such as 2025-10-01 and kind holiday or makeup_workday"
  }
}

/// One exception of the working calendar, as its file has it.
struct Workday: Sendable, Hashable {
  let date: String
  let kind: String
  let name: String

  static func read(_ text: String) throws -> [Workday] {
    var reader = CSVReader(source: MemorySource(text))
    var batch = RecordBatch()
    var days: [Workday] = []
    while try reader.read(into: &batch) {
      for record in batch.records {
        let cells = (0..<record.cellCount).map { String(decoding: batch.cell($0, of: record), as: UTF8.self) }
        if record.line == 1 && cells == ["date", "kind", "name"] { continue }
        guard cells.count == 3, record.line > 1, Day(cells[0]) != nil, ["holiday", "makeup_workday"].contains(cells[1])
        else {
          throw WorkdaysError(line: record.line, found: cells.joined(separator: ","))
        }
        days.append(Workday(date: cells[0], kind: cells[1], name: cells[2]))
      }
    }
    return days
  }
}
