import Access
import Accounts
import CadreModel
import Dashboard
import Messages
import PolicyKit
import PostgresClient

extension ServeCommand {
  /// The pages for everybody who has an account: by a login of the database that sees nothing by itself.
  func serveAccounts(_ library: PolicyLibrary, _ books: Books, _ lang: Language, at place: ServedPlace) async throws {
    let web = try await database.withConnection(library, configuration, lang, needing: .duty(.web)) { connection in
      try await WebLogin.configuration(by: connection, osUser: Operator.current)
    }
    try await ConnectionPool.with(connections, to: web) { pool in
      try await pool.withConnection { try await WebLogin.check($0) }
      let server = DashboardServer(
        pool: pool, books: books, entrance: AccountEntrance(pool: pool, host: Operator.current), logger: Self.logger)
      let address = "\(place.tls == nil ? "http" : "https")://\(place.host):\(port)/"
      let application = try server.application(ServerSettings(host: place.host, port: port, tls: place.tls)) { _ in
        Terminal.print(ServeMessages.listeningForAccounts(address).text(in: lang))
      }
      try await run(application, lang)
    }
  }
}
