import Access
import Audit
import CadreModel
import CadreTesting
import Evaluation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import PolicyKit
import PostgresClient
import Results
import ResultsTesting
import Schema
import Testing

@testable import Dashboard

/// A viewer whom a test lets in, held to his cities by row-level security as every login is.
struct TestViewer: PageViewer {
  var account = "officer"
  var duties: Set<Duty> = [.reader]
  var cities = ["alpha", "beta"]
  var unit: String?
  var language = Language.english

  var rights: String { "\(duties.map(\.rawValue).sorted()) \(cities) \(unit ?? "")" }

  nonisolated(nonsending) func withTransaction<T>(
    _ pool: ConnectionPool, as duty: Duty, seeing seen: [String], options: TransactionOptions,
    _ body: nonisolated(nonsending) (PostgresConnection) async throws -> T
  ) async throws -> T {
    try await pool.withConnection { connection in
      try await connection.withTransaction(options) { connection in
        try await connection.see(seen)
        return try await body(connection)
      }
    }
  }

  func author(of command: String) -> AuditAuthor { AuditAuthor(osUser: account, programVersion: "1", command: command) }
}

/// Lets one viewer in, without any sign.
struct OpenEntrance: Entrance {
  let viewer: TestViewer?
  var signIn: String { "/sign-in" }

  struct Middleware: RouterMiddleware {
    typealias Context = PageContext
    let viewer: TestViewer?

    func handle(
      _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
      var context = context
      context.viewer = viewer
      return try await next(request, context)
    }
  }

  func add(to router: Router<PageContext>) { router.add(middleware: Middleware(viewer: viewer)) }
}

/// The planted cities judged at two dates, behind a server without a socket.
struct ServedCities {
  let pool: ConnectionPool
  let runs: [String: [Run]]

  /// Judges the cities and runs `body` with a pool whose sessions are bound as the program's are.
  static func with<T>(_ body: (ServedCities) async throws -> T) async throws -> T {
    let database = try TestDatabase.current
    let connection = try await database.connect()
    try await plant(on: connection)
    var runs: [String: [Run]] = [:]
    for (city, day) in [
      ("alpha", PlantedCities.lastYear), ("alpha", PlantedCities.asOf), ("beta", PlantedCities.asOf),
    ] {
      let evaluator = try PlantedCities.evaluator()
      let under = try PlantedCities.city(city)
      if let run = try await evaluator.evaluate(city: city, policy: under.policy, asOf: day, on: connection) {
        runs[city, default: []].append(run)
      }
    }
    await connection.close()
    var configuration = database.configuration
    configuration.role = HeldAccess.everyDuty
    let pool = ConnectionPool(configuration, size: 3)
    do {
      let value = try await body(ServedCities(pool: pool, runs: runs))
      await pool.close()
      return value
    } catch {
      await pool.close()
      throw error
    }
  }

  private static func plant(on connection: PostgresConnection) async throws {
    try await Roles.apply(to: connection)
    try await connection.receive(["talks"], city: "alpha")
    try await connection.receive(["posts"], city: "beta", number: 1)
    let columns = "as_of, subject_id, unit_id, period, status, class, observed, required, due_on, reason, detail"
    try await connection.plant(
      columns,
      [
        "('alpha', 'alpha.1.hours', '2025-06-30', 'P3', 'U3', '2025', 'met', null, 550.50, 550.00, '2025-12-31', 'reached', null)",
        "('alpha', 'alpha.1.hours', '2025-06-30', 'P1', 'U2', '2025', 'unmet', null, 12, 90, '2025-03-31', 'not_reached', null)",
        "('alpha', 'alpha.1.hours', '2025-06-30', 'P2', null, '2025', 'no_data', null, null, null, null, 'record_missing', null)",
        "('alpha', 'alpha.1.hours', '2025-06-30', 'P2', null, '2024', 'met', null, 90, 90, '2024-12-31', 'reached', null)",
        "('alpha', 'alpha.1.talk', '2025-06-30', 'P1>P2', 'U2', '2025', 'pending', null, 0, 1, '2025-07-31', 'still_open', null)",
        "('alpha', 'alpha.2.rotation', '2025-06-30', 'O1', 'U2', '2025', 'unmet', null, 7, 6, '2024-01-01', 'rotation_due', null)",
        "('alpha', 'alpha.2.share', '2025-06-30', 'U2', 'U2', '2025', 'unmet', null, 0.5, 0.7, null, 'below_share', null)",
        "('alpha', 'alpha.2.figure', '2025-06-30', 'alpha', null, '2025', 'info', 'b', 3, null, null, 'figure', null)",
        "('alpha', 'alpha.1.hours', '2024-06-30', 'P1', 'U2', '2024', 'met', null, 90, 80, '2024-12-31', 'reached', null)",
        "('alpha', 'alpha.1.hours', '2024-06-30', 'P3', 'U3', '2024', 'met', null, 90, 80, '2024-12-31', 'reached', null)",
        "('beta', 'beta.1.hours', '2025-06-30', 'B1', null, '2025', 'met', null, 60, 50, '2025-12-31', 'reached', null)",
        "('beta', 'beta.1.hours', '2025-06-30', 'B2', null, '2025', 'unmet', null, 6, 50, '2025-12-31', 'not_reached', null)",
      ])
    try await connection.executeScript(
      """
      insert into persons (city_code, person_id, name, sex, birth_date, political_status, hired_on, managed_by) values
        ('beta', 'B1', '钱乙一', '1', '1980-01-01', '01', '2005-01-01', 'city'),
        ('beta', 'B2', '孙乙二', '2', '1981-01-01', '01', '2005-01-01', 'city');
      grant select on cadre.planted to cadre_every_duty;
      """)
  }

  // MARK: Requests

  static let books = try! Books(
    library: PlantedCities.library(), readings: [:],
    sharedDuties: SharedDuties([
      SharedDuty(id: "hours", title: Label("学时", "Hours"), indicators: ["alpha.1.hours", "beta.1.hours"])
    ]))

  func server(_ viewer: TestViewer?, metrics: PrometheusMetrics = PrometheusMetrics()) -> DashboardServer {
    DashboardServer(
      pool: pool, books: Self.books, entrance: OpenEntrance(viewer: viewer), metrics: metrics,
      logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
  }

  /// Runs `body` with a client of the routes.
  func asking<T: Sendable>(
    as viewer: TestViewer?, _ body: @Sendable (any TestClientProtocol) async throws -> T
  ) async throws -> T {
    try await server(viewer).application(ServerSettings(port: 0)).test(.router, body)
  }

  func run(_ city: String, last: Bool = true) throws -> RunPlace {
    let runs = try #require(runs[city])
    return RunPlace(try #require(last ? runs.last : runs.first))
  }
}

extension TestClientProtocol {
  func get(_ place: Place, _ headers: HTTPFields = [:]) async throws -> TestResponse {
    try await get(place.address.text, headers)
  }

  func get(_ address: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
    try await execute(uri: address, method: .get, headers: headers)
  }

  /// The page at the end of what leads on to it.
  func page(_ address: String, _ headers: HTTPFields = [:]) async throws -> (address: String, response: TestResponse) {
    var address = address
    var response = try await get(address, headers)
    var steps = 0
    while [301, 302, 303, 307].contains(response.status.code), let next = response.headers[.location], steps < 5 {
      address = next
      response = try await get(address, headers)
      steps += 1
    }
    return (address, response)
  }
}

extension TestResponse {
  var text: String { String(buffer: body) }
}

extension PageMaker {
  /// The page as a value.
  func content(_ place: Place, for viewer: TestViewer, _ language: Language) async throws -> PageContent {
    try await reading(place, viewer, language) { try await content(place, $0) }
  }
}
