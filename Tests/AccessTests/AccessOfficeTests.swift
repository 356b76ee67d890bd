import Access
import Audit
import CadreModel
import CadreTesting
import PostgresClient
import Schema
import Testing

/// Who gives access, to whom, and what is refused.
@Suite(.twoCities) struct AccessOfficeTests {
  private let alpha = TwoCities.cities[0]

  /// A login of this test's alone.
  private func fresh(_ name: String) async throws -> String {
    let login = "fresh_\(try TestDatabase.current.name)_\(name)"
    let owner = try await TestDatabase.current.connect()
    try await owner.execute(Statement(nil, "create role \(login) login", []))
    await owner.close()
    return login
  }

  private func dropped(_ login: String) async throws {
    let owner = try await TestDatabase.current.connect()
    try await owner.execute(Statement(nil, "drop role \(login)", []))
    await owner.close()
  }

  private func office(_ body: (AccessOffice) async throws -> Void) async throws {
    let connection = try await TwoCities.connect([.accessAdministrator], cities: [])
    try await body(AccessOffice(connection: connection, osUser: "li@office"))
    await connection.close()
  }

  @Test func whatIsGivenIsSeenListedAndEntered() async throws {
    let login = try await fresh("reader")
    try await office { office in
      try await office.grant(.reader, alpha, to: login)
      let listed = try await office.list().first { $0.login == login }
      #expect(listed == GrantedAccess(login: login, duties: [.reader], cities: ["alpha"]))
    }
    var configuration = try TestDatabase.current.configuration
    configuration.conninfo["user"] = login
    let connection = try await PostgresConnection.connect(configuration)
    let held = try await AccessNeed.reading([alpha]).check(on: connection)
    #expect(held.duties == [.reader] && held.cities == ["alpha"] && !held.isSuperuser)
    await #expect(throws: AccessError.missing(login: login, duties: [.importer], cities: [TwoCities.cities[1]])) {
      try await AccessNeed.duty(.importer, TwoCities.cities).check(on: connection)
    }
    await connection.close()

    try await office { try await $0.revoke(.reader, nil, from: login) }
    try await office { try await $0.revoke(nil, alpha, from: login) }
    let owner = try await TestDatabase.current.connect()
    let entries = try await owner.query(
      Statement(
        nil,
        """
        select concat_ws('|', login, os_user, command, kind, cities, details) as line
        from audit_entries
        where details like '%' || $1
        order by entry_number
        """, [.text(login)])
    ).map { try $0.decode("line", as: String.self) }
    #expect(
      entries == [
        "two_cities_access_administrator|li@office|access grant|access|alpha|grant reader to \(login)",
        "two_cities_access_administrator|li@office|access revoke|access||revoke reader from \(login)",
        "two_cities_access_administrator|li@office|access revoke|access|alpha|revoke from \(login)",
      ])
    #expect(try await AuditVerifier(connection: owner).verify().flaws.isEmpty)
    await owner.close()
    try await dropped(login)
  }

  /// Three officers are three logins, and work with no data.
  @Test(arguments: [Duty.serverOperator, .accessAdministrator, .auditor]) func officersAreApart(first: Duty) async throws {
    let login = try await fresh(first.rawValue)
    try await office { office in
      try await office.grant(first, nil, to: login)
      for second in [Duty.serverOperator, .accessAdministrator, .auditor] where second != first {
        await #expect(throws: AccessError.twoOfficers(login: login)) { try await office.grant(second, nil, to: login) }
      }
      for duty in [Duty.reader, .importer, .evaluator, .publisher, .unmasker] {
        await #expect(throws: AccessError.isOfficer(login: login)) { try await office.grant(duty, nil, to: login) }
      }
      await #expect(throws: AccessError.isOfficer(login: login)) { try await office.grant(nil, alpha, to: login) }
      #expect(try await office.list().first { $0.login == login }?.duties == [first])
      try await office.revoke(first, nil, from: login)
      try await office.grant(.reader, alpha, to: login)
      await #expect(throws: AccessError.worksWithData(login: login)) { try await office.grant(first, nil, to: login) }
      try await office.revoke(.reader, alpha, from: login)
    }
    try await dropped(login)
  }

  @Test func whatCannotBeGivenIsRefused() async throws {
    let login = try await fresh("x")
    let owner = try await TestDatabase.current.connect()
    try await office { office in
      await #expect(throws: AccessError.noSuchLogin("nobody")) { try await office.grant(.reader, nil, to: "nobody") }
      await #expect(throws: AccessError.noSuchLogin("cadre_reader")) {
        try await office.grant(.reader, nil, to: "cadre_reader")
      }
      await #expect(throws: AccessError.isSuperuser(login: "postgres")) {
        try await office.grant(.reader, nil, to: "postgres")
      }
      let nowhere = City(code: "nowhere", nameChinese: "丙", nameEnglish: "Nowhere", provinceCode: "33", regionPrefix: "3303")
      await #expect(throws: AccessError.noCityRole("nowhere")) { try await office.grant(nil, nowhere, to: login) }
      // By the server's administrator, past us: it is listed, and taken back by him alone.
      let role = login + "_role"
      try await owner.executeScript("create role \(role); grant cadre_reader to \(role); grant \(role) to \(login)")
      #expect(try await office.list().first { $0.login == login }?.duties == [.reader])
      await #expect(throws: AccessError.grantedOtherwise(login: login)) {
        try await office.revoke(.reader, nil, from: login)
      }
      try await owner.executeScript("drop role \(role)")
    }
    await owner.close()
    try await dropped(login)
  }

  /// Who has not the duty gives nothing, by whichever way.
  @Test(arguments: Duty.allCases.filter { $0 != .accessAdministrator }) func nobodyElseGives(duty: Duty) async throws {
    let isOfficer = duty.standsAlone
    let connection = try await TwoCities.connect([duty], cities: isOfficer ? [] : ["alpha"])
    let office = AccessOffice(connection: connection, osUser: "x")
    let error = await #expect(throws: PostgresError.self) {
      try await office.grant(.reader, alpha, to: "two_cities_reader_alpha")
    }
    #expect(error?.sqlState == .insufficientPrivilege)
    await connection.close()
  }
}
