import PostgresClient
import Testing

struct ConfigurationTests {
  @Test func urlAndConninfo() throws {
    let url = try ConnectionConfiguration(url: "postgres://me:s3cr%40t@db.example:5433/cadre?sslmode=require")
    #expect(
      url.conninfo == [
        "user": "me", "password": "s3cr@t", "host": "db.example", "port": "5433", "dbname": "cadre", "sslmode": "require",
      ])
    #expect(try ConnectionConfiguration(url: "host=/tmp/x dbname=cadre").conninfo == ["host": "/tmp/x", "dbname": "cadre"])
    #expect(url.database("other").conninfo["dbname"] == "other")
  }

  @Test(arguments: [
    "postgres://me:geheim@host/x?geheim", "postgres://me:geheim@[::1", "password=geheim heim", "host='geheim",
    "postgres://me:geheim@h/x?nonsense=geheim", "geheim",
  ])
  func unreadableURLsDoNotShowTheirPassword(_ url: String) throws {
    let error = try #require(throws: PostgresError.self) { try ConnectionConfiguration(url: url) }
    #expect(error.kind == .usage)
    #expect(!"\(error)".contains("heim") && !error.message.contains("heim"), "\(error)")
    #expect(error.message.contains("expected postgres://"))
  }

  @Test func passwordsAreNotShown() throws {
    let configuration = try ConnectionConfiguration(url: "postgres://me:geheim@host/x")
    var dumped = ""
    dump(configuration, to: &dumped)
    for text in ["\(configuration)", String(reflecting: configuration), dumped] { #expect(!text.contains("geheim")) }
    #expect("\(configuration)" == "dbname=x host=host password=… user=me")
  }

  @Test func environment() throws {
    #expect(try ConnectionConfiguration.fromEnvironment([:]) == nil)
    #expect(try ConnectionConfiguration.fromEnvironment(["PGPASSWORD": "x", "HOME": "/"]) == nil)
    #expect(try ConnectionConfiguration.fromEnvironment(["DATABASE_URL": ""]) == nil)
    let variables = ["PGHOST": "h", "PGDATABASE": "d", "PGPASSWORD": "p", "PGPORT": "1"]
    #expect(
      try ConnectionConfiguration.fromEnvironment(variables)?.conninfo
        == ["host": "h", "dbname": "d", "password": "p", "port": "1"])
    #expect(
      try ConnectionConfiguration.fromEnvironment(variables.merging(["DATABASE_URL": "postgres://u@k/e"]) { $1 })?.conninfo
        == ["host": "k", "user": "u", "dbname": "e"])
    #expect(throws: PostgresError.self) { try ConnectionConfiguration.fromEnvironment(["DATABASE_URL": "no url"]) }
  }
}
