import Audit
import CadreModel
import Intake
import Messages
import PostgresClient
import Results
import Schema

/// The checks that ask the database.
struct DatabaseChecks {
  let connection: PostgresConnection

  func findings() async throws -> [DoctorFinding] {
    var findings = try await ServerFacts.read(from: connection).findings
    let migrations = try await migrations()
    findings.append(migrations)
    // Without the tables there is nothing to ask.
    guard migrations.state == .ok else { return findings }
    findings += try await schema()
    findings.append(try await calendar().finding)
    // Officers see nothing of cities' data.
    guard try await mayRead() else { return findings + [try await entered([])] }
    let deliveries = try await deliveries()
    findings.append(try await entered(deliveries.last.map(\.city)))
    findings.append(deliveries.finding)
    if let clear = try await numbersInTheClear(deliveries.last.map(\.city)) { findings.append(clear) }
    return findings
  }

  private func migrations() async throws -> DoctorFinding {
    do {
      let status = try await Migrations.shipped().status(of: connection)
      if status.isUpToDate {
        return .ok(.migrations, DoctorDatabaseMessages.upToDate(migration: status.version))
      }
      return .failed(
        .migrations, DoctorDatabaseMessages.migrationsMissing(status.pending.count), DoctorDatabaseMessages.migrate)
    } catch let error as MigrationError {
      return .failed(
        .migrations, error.message,
        DoctorDatabaseMessages.useFittingVersion)
    }
  }

  /// Enters in the log that somebody looked. Where that cannot be done nothing can be handed out any more: a check of its
  /// own, for what a doctor tells is of the installation.
  private func entered(_ cities: [String]) async throws -> DoctorFinding {
    do {
      let number = try await AuditLog(author: Operator.author(of: "doctor")).append(
        AuditEntry(.doctor, cities: cities), on: connection)
      return .ok(.log, DoctorDatabaseMessages.entered(number))
    } catch AuditError.notAppended(let error) where error.sqlState == .readOnlyTransaction {
      // A standby, or a server that is still recovering: it may be looked at, and hands nothing out.
      return .warning(.log, DoctorDatabaseMessages.logIsReadOnly, DoctorDatabaseMessages.usePrimary)
    } catch let error as AuditError {
      return .failed(.log, error.message, DoctorDatabaseMessages.grantRoles)
    }
  }

  private func calendar() async throws -> CalendarCoverage {
    let rows = try await connection.query(
      Statement(
        "calendar coverage",
        """
        select coalesce(array_agg(distinct extract(year from day)::integer), '{}') as years,
          extract(year from current_date)::integer as this_year
        from workdays
        """))
    guard let row = rows.first else { return CalendarCoverage(years: [], thisYear: 0) }
    return CalendarCoverage(
      years: try row.decode("years", as: [Int].self), thisYear: try row.decode("this_year", as: Int.self))
  }

  /// Whom the schema belongs to, and where it differs from what the migrations made: a finding for each.
  private func schema() async throws -> [DoctorFinding] {
    do {
      try await OwnSchema.checkOwner(connection)
    } catch let error as OwnSchemaError {
      return [
        .failed(
          .schema, error.message,
          DoctorDatabaseMessages.askAdministrator)
      ]
    }
    let differences = try await OwnSchema.differences(on: connection)
    if differences.isEmpty {
      return [.ok(.schema, DoctorDatabaseMessages.asMigrated)]
    }
    return differences.map { difference in
      .failed(
        .schema, difference.message,
        DoctorDatabaseMessages.undoOrRestore)
    }
  }

  private func mayRead() async throws -> Bool {
    let rows = try await connection.query(
      Statement("right to read imports", "select has_table_privilege('cadre.imports', 'select') as may_read", []))
    return try rows.first?.decode("may_read") ?? false
  }

  /// Identity numbers that an earlier version stored; nil where there are none.
  private func numbersInTheClear(_ cities: [String]) async throws -> DoctorFinding? {
    var clear: [String] = []
    for code in cities {
      let hasClear = try await connection.withTransaction(about: code) { connection in
        try await CityKey.hasClearNumbers(code, on: connection)
      }
      if hasClear { clear.append(code) }
    }
    guard !clear.isEmpty else { return nil }
    return .warning(.identityNumbers, IdentityKeyMessages.citiesInTheClear(clear), IdentityKeyMessages.sealRemedy)
  }

  private func deliveries() async throws -> CityDeliveries {
    let known = try await connection.query(
      Statement("known cities", "select c.city_code from cities c order by c.city_code collate \"C\""))
    var last: [CityDeliveries.Delivery] = []
    for row in known {
      let city: String = try row.decode("city_code")
      // A login may be shown one city at a time.
      let found = try await connection.withTransaction(about: city) { connection in
        try await connection.query(
          Statement(
            "last delivery",
            """
            select to_char(max(i.imported_on), 'YYYY-MM-DD') as last_day
            from imports i
            where i.city_code = $1
            """, [.text(city)]))
      }
      if let day = try found.first?.decode("last_day", as: String?.self) {
        last.append(CityDeliveries.Delivery(city: city, day: day))
      }
    }
    return CityDeliveries(last: last)
  }
}

/// When each city's data last came in.
struct CityDeliveries: Hashable, Sendable {
  struct Delivery: Hashable, Sendable {
    let city: String
    /// `2025-03-01`, UTC.
    let day: String
  }

  let last: [Delivery]

  var finding: DoctorFinding {
    guard !last.isEmpty else {
      return .warning(.cities, DoctorDatabaseMessages.noData, DoctorDatabaseMessages.importFirst)
    }
    let imports = last.map { DoctorDatabaseMessages.imported($0.city, on: $0.day) }
    return .ok(.cities, imports.joined(by: Punctuation.listSeparator))
  }
}
