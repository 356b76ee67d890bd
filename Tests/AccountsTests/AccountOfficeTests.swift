import Access
import AccountsTesting
import Audit
import CadreModel
import CadreTesting
import PostgresClient
import Testing

@testable import Accounts

/// Who makes accounts, of whom, and what is refused.
@Suite(.accounts) struct AccountOfficeTests {
  private static let officers: [Duty] = [.serverOperator, .accessAdministrator, .auditor]

  private func add(_ name: String, _ rights: AccountRights) async throws {
    try await AccountsDatabase.office {
      _ = try await $0.add(NewAccount(name: name, displayName: "王丽", rights: rights))
    }
  }

  @Test func thereIsNoAccountAtFirst() async throws {
    #expect(try await AccountsDatabase.office { try await $0.list() }.isEmpty)
    let front = try await Front()
    for name in ["admin", "root", "cadre", "sa"] {
      #expect(try await front.signIn.password(name, name, from: Front.origin) == .refused)
    }
    await front.close()
  }

  @Test func whatIsDoneIsListedAndEntered() async throws {
    try await add("wang", AccountRights(duties: [.reader, .importer], cities: ["beta", "alpha"]))
    try await add("li", AccountRights(duties: [.reader], cities: ["alpha"], unit: "U1"))
    try await AccountsDatabase.office { office in
      try await office.change("wang", to: AccountRights(duties: [.publisher], cities: ["alpha"]))
      try await office.disable("li")
      _ = try await office.reset("wang")
      let listed = try await office.list()
      #expect(listed.map(\.name) == ["li", "wang"] && listed.map(\.state) == [.disabled, .invited])
      #expect(listed[0].rights == AccountRights(duties: [.reader], cities: ["alpha"], unit: "U1"))
      #expect(listed[1].rights == AccountRights(duties: [.publisher], cities: ["alpha"]) && listed[1].sessions == 0)
      try await office.enable("li")
    }
    #expect(
      try await AccountsDatabase.entries().map { String($0.drop { $0 != "|" }) } == [
        "|li@office|user add|access|alpha,beta|account wang importer,reader",
        "|li@office|user add|access|alpha|account li reader unit U1",
        "|li@office|user change|access|alpha|account wang publisher", "|li@office|user disable|access||account li",
        "|li@office|user reset|access||account wang", "|li@office|user enable|access||account li",
      ])
    let flaws = try await AccountsDatabase.asOwner { try await AuditVerifier(connection: $0).verify().flaws }
    #expect(flaws.isEmpty)
  }

  /// Three officers are three accounts, and work with no data.
  @Test(arguments: officers) func officersAreApart(first: Duty) async throws {
    for second in Self.officers where second != first {
      await #expect(throws: AccountError.twoOfficers("wang")) {
        try await add("wang", AccountRights(duties: [first, second]))
      }
    }
    for rights in [
      AccountRights(duties: [first, .reader]), AccountRights(duties: [first], cities: ["alpha"]),
      AccountRights(duties: [first], unit: "U1"),
    ] {
      await #expect(throws: AccountError.officerWithData("wang")) { try await add("wang", rights) }
    }
    try await add("wang", AccountRights(duties: [first]))
    try await add("data", AccountRights(duties: [.reader], cities: ["alpha"]))
    try await AccountsDatabase.office { office in
      for duty in Self.officers + [.reader] where duty != first {
        await #expect(throws: AccountError.isOfficer("wang")) {
          try await office.change("wang", to: AccountRights(duties: [duty]))
        }
      }
      await #expect(throws: AccountError.officerWithData("data")) {
        try await office.change("data", to: AccountRights(duties: [first]))
      }
    }
    // Past the functions, too.
    let error = await #expect(throws: PostgresError.self) {
      try await AccountsDatabase.asOwner { owner in
        try await owner.execute("update cadre.accounts set duties = duties || 'reader'::text where account_name = 'wang'")
      }
    }
    #expect(error?.sqlState?.rawValue == "23514")
  }

  @Test(arguments: [
    "", "Wang", "1wang", "wang li", "王丽", "wang/li", String(repeating: "w", count: 41), "wang'; drop table cadre.accounts; --",
  ]) func whatIsNoNameIsRefused(name: String) async throws {
    await #expect(throws: AccountError.badName(name)) { try await add(name, AccountRights(duties: [.reader], cities: ["alpha"])) }
  }

  @Test func whatCannotBeIsRefused() async throws {
    let rights = AccountRights(duties: [.reader], cities: ["alpha"])
    try await add("wang", rights)
    await #expect(throws: AccountError.taken("wang")) { try await add("wang", rights) }
    await #expect(throws: AccountError.noDuty("li")) { try await add("li", AccountRights(duties: [])) }
    await #expect(throws: AccountError.noSuchCity("gamma")) {
      try await add("li", AccountRights(duties: [.reader], cities: ["alpha", "gamma"]))
    }
    for rights in [
      AccountRights(duties: [.reader], unit: "U1"), AccountRights(duties: [.reader], cities: ["alpha", "beta"], unit: "U1"),
      AccountRights(duties: [.reader, .importer], cities: ["alpha"], unit: "U1"),
    ] {
      await #expect(throws: AccountError.unitNeedsOneCity("li")) { try await add("li", rights) }
    }
    try await AccountsDatabase.office { office in
      await #expect(throws: AccountError.noSuchAccount("li")) { try await office.disable("li") }
      await #expect(throws: AccountError.noSuchAccount("li")) { _ = try await office.reset("li") }
      await #expect(throws: AccountError.noSuchAccount("li")) { try await office.change("li", to: rights) }
    }
    #expect(try await AccountsDatabase.office { try await $0.list() }.map(\.name) == ["wang"])
  }

  /// An administrator's account does the same on the pages, but not to itself; nobody else does.
  @Test func administratorsWorkOnThePages() async throws {
    let web = try await WebFixture.make("anna", duties: [.accessAdministrator])
    try await web.viewer.withConnection(web.pool, as: .accessAdministrator) { connection in
      let office = AccountOffice(connection: connection, osUser: "web")
      _ = try await office.add(
        NewAccount(name: "wang", displayName: "王丽", rights: AccountRights(duties: [.reader], cities: ["alpha"])))
      await #expect(throws: AccountError.own("anna")) { try await office.disable("anna") }
      await #expect(throws: AccountError.own("anna")) { _ = try await office.reset("anna") }
      #expect(try await office.list().count == 2)
    }
    #expect(
      try await AccountsDatabase.entries().last == "pages_of_tests/anna|web|user add|access|alpha|account wang reader")
    await web.close()
  }

  @Test(arguments: Duty.allCases.filter { ![.accessAdministrator, .web].contains($0) }) func nobodyElseDoes(duty: Duty)
    async throws
  {
    let isOfficer = Self.officers.contains(duty)
    let web = try await WebFixture.make(duties: [duty], cities: isOfficer ? [] : ["alpha"])
    try await add("li", AccountRights(duties: [.reader], cities: ["alpha"]))
    let error = await #expect(throws: PostgresError.self) {
      try await web.viewer.withConnection(web.pool, as: duty) { connection in
        try await AccountOffice(connection: connection, osUser: "web").change(
          "wang", to: AccountRights(duties: [.reader], cities: ["beta"]))
      }
    }
    #expect(error?.sqlState == .insufficientPrivilege)
    await #expect(throws: AccessError.self) {
      try await web.viewer.withConnection(web.pool, as: .accessAdministrator) { _ in }
    }
    await web.close()
  }

  @Test func onlyAPlainLoginServesThePages() async throws {
    let owner = try await TestDatabase.current.connect()
    await #expect(throws: AccountError.notOfTheWeb(login: "postgres")) { try await WebLogin.check(owner) }
    let pool = try await WebFixture.pool()
    try await pool.withConnection { try await WebLogin.check($0) }
    await pool.close()

    let configuration = try await WebLogin.prepare(on: owner, osUser: "tests")
    #expect(try await WebLogin.prepare(on: owner, osUser: "tests").conninfo == configuration.conninfo)
    // As the program's sessions are that a superuser has begun.
    var bound = try TestDatabase.current.configuration
    bound.role = HeldAccess.everyDuty
    let session = try await PostgresConnection.connect(bound)
    #expect(try await WebLogin.configuration(by: session, osUser: "tests").conninfo == configuration.conninfo)
    await session.close()

    let connection = try await PostgresConnection.connect(configuration)
    try await WebLogin.check(connection)
    #expect(try await WebLogin.configuration(by: connection, osUser: "tests").conninfo == configuration.conninfo)
    await connection.close()
    try await owner.executeScript("grant cadre_reader to dashboard")
    let more = try await PostgresConnection.connect(configuration)
    await #expect(throws: AccountError.notOfTheWeb(login: "dashboard")) { try await WebLogin.check(more) }
    await more.close()
    try await owner.executeScript("drop role dashboard")
    await owner.close()
  }
}
