import Access
import Audit
import CadreModel
import CadreTesting
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import PostgresClient
import Results
import ResultsTesting
import Testing

@testable import Dashboard

/// What the server does around the pages.
@Suite(.planted) struct ServerTests {
  @Test func aPageThatTheBrowserHasIsNotSentAgain() async throws {
    try await ServedCities.with { served in
      let place = Place.city(try served.run("alpha"))
      let tags = try await served.asking(as: TestViewer()) { client in
        let first = try await client.get(place)
        let tag = try #require(first.headers[.eTag])
        let second = try await client.get(place, [.ifNoneMatch: tag])
        #expect(second.status == .notModified && second.body.readableBytes == 0)
        #expect(try await client.get(place, [.ifNoneMatch: "\"other\", W/\(tag)"]).status == .notModified)
        #expect(try await client.get(place, [.ifNoneMatch: "\"other\""]).status == .ok)
        // Another language is another page.
        let chinese = try await client.get(place, [.cookie: "cadre-language=zh", .ifNoneMatch: tag])
        #expect(chinese.status == .ok && chinese.text.contains("达标率"))
        return (tag, first.text)
      }
      // So is the page of somebody with other rights.
      let other = try await served.asking(as: TestViewer(cities: ["alpha"])) { try await $0.get(place, [.ifNoneMatch: tags.0]) }
      #expect(other.status == .ok && other.headers[.eTag] != tags.0)
      // What comes in makes it another, too: it says so.
      let connection = try await TestDatabase.current.connect()
      try await connection.receive(["posts"], city: "alpha", number: 2)
      await connection.close()
      let later = try await served.asking(as: TestViewer()) { try await $0.get(place, [.ifNoneMatch: tags.0]) }
      #expect(later.status == .ok)
    }
  }

  @Test func aReplacedRunSaysSoAndLeadsToTheLaterOne() async throws {
    try await ServedCities.with { served in
      let run = try served.run("alpha")
      let connection = try await TestDatabase.current.connect()
      try await connection.plant(
        "subject_id, unit_id, status", ["('alpha', 'alpha.1.hours', 'P9', 'U3', 'met')"])
      let (later, _) = try await connection.alphaRun(afresh: true)
      await connection.close()
      guard later.id != run.run else { return }
      try await served.asking(as: TestViewer()) { client in
        let response = try await client.get(.city(run))
        #expect(response.status == .gone)
        #expect(response.text.contains(Place.city(RunPlace(later)).address.text))
        let province = try await client.get(.province(asOf: run.asOf, runs: [run.run]))
        #expect(province.status == .gone)
      }
    }
  }

  @Test func whatNamesPersonsOrLeavesAsAFileIsInTheLogBeforeItLeaves() async throws {
    try await ServedCities.with { served in
      let run = try served.run("alpha")
      try await served.asking(as: TestViewer()) { client in
        _ = try await client.get(.city(run))
        _ = try await client.get(.person(run, id: "P1"))
        _ = try await client.get(.explanation(run, indicator: "alpha.1.hours", subject: "P1"))
        _ = try await client.get(Place.units(run).address.with(Download(table: "units", format: .xlsx).items).text)
        let calendar = try await client.get(.calendarFile(run, days: 90, unit: nil))
        #expect(calendar.text.hasPrefix("BEGIN:VCALENDAR") && calendar.text.contains("20250731"))
      }
      let connection = try await TestDatabase.current.connect()
      let rows = try await connection.query(
        Statement(
          "log", "select kind, command, subject_id, details, os_user, cities from cadre.audit_entries order by entry_number", []))
      let lines = try rows.map { row in
        try ["kind", "command", "subject_id", "details", "os_user", "cities"].map { try row.decode($0, as: String.self) }
          .joined(separator: "|")
      }
      #expect(
        lines.suffix(4) == [
          "report|serve person|P1|person|officer|alpha", "explanation|serve explanation|P1|explanation|officer|alpha",
          "export|serve units||units units.xlsx|officer|alpha", "export|serve calendar.ics||calendar.ics|officer|alpha",
        ])
      // Where nothing can be entered, nothing leaves.
      try await connection.executeScript("alter function cadre.append_audit_entry rename to gone")
      await connection.close()
      let refused = try await served.asking(as: TestViewer()) { try await $0.get(.person(run, id: "P2")) }
      #expect(refused.status == .internalServerError && !refused.text.contains("-1+2"))
    }
  }

  @Test func everyAnswerForbidsScriptsFramesAndWhatIsNotOurs() async throws {
    try await ServedCities.with { served in
      try await served.asking(as: TestViewer()) { client in
        for address in ["/health", "/nothing", Place.city(try served.run("alpha")).address.text, StyleSheet.address] {
          let response = try await client.get(address)
          let policy = try #require(response.headers[HTTPField.Name("Content-Security-Policy")!])
          #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
          #expect(policy.contains("frame-ancestors 'none'"))
          #expect(response.headers[HTTPField.Name("Referrer-Policy")!] == "same-origin")
          #expect(response.headers[HTTPField.Name("X-Content-Type-Options")!] == "nosniff")
        }
        // No style in an attribute, no script: the policy would stop them.
        let page = try await client.get(.city(try served.run("alpha"))).text
        #expect(!page.contains(" style=") && !page.contains("<script") && !page.contains("<style") && !page.contains("http://"))
      }
    }
  }

  @Test func metricsCountByKindOfPageAndHoldNoIds() async throws {
    try await ServedCities.with { served in
      let run = try served.run("alpha")
      let metrics = PrometheusMetrics()
      try await served.server(TestViewer(), metrics: metrics).application(ServerSettings(port: 0)).test(.router) { client in
        for _ in 0..<3 { _ = try await client.get(.person(run, id: "P1")) }
        _ = try await client.get(.person(run, id: "nobody"))
        let text = try await client.get("/metrics").text
        #expect(text.contains("http_requests_total{page=\"person\",status=\"200\"} 3\n"))
        #expect(text.contains("http_requests_total{page=\"person\",status=\"404\"} 1\n"))
        #expect(text.contains("http_request_duration_seconds_count{page=\"person\"} 4\n"))
        #expect(text.contains("# TYPE http_request_duration_seconds histogram\n"))
        #expect(text.contains("database_connections_open "))
        #expect(!text.contains("P1") && !text.contains(run.run))
      }
    }
  }

  @Test func aLanguageIsRememberedAndLeadsNowhereElse() async throws {
    try await ServedCities.with { served in
      try await served.asking(as: TestViewer()) { client in
        let back = try await client.get(.language(.chinese, to: "/catalogue?q=a"))
        #expect(back.status == .seeOther && back.headers[.location] == "/catalogue?q=a")
        #expect(back.headers[.setCookie]?.hasPrefix("cadre-language=zh;") == true)
        for to in ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"] {
          #expect(try await client.get(.language(.english, to: to)).headers[.location]?.hasPrefix("/") == true)
          #expect(try await client.get(.language(.english, to: to)).headers[.location]?.hasPrefix("//") == false)
        }
      }
    }
  }

  @Test func aDatabaseThatDoesNotAnswerIsToldApartFromAServerThatDoesNot() async throws {
    try await ServedCities.with { served in
      let pool = ConnectionPool(try ConnectionConfiguration(url: "postgres://127.0.0.1:1/none"), size: 1, waitLimit: .seconds(2))
      let server = DashboardServer(
        pool: pool, books: ServedCities.books, entrance: OpenEntrance(viewer: TestViewer()),
        logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
      try await server.application(ServerSettings(port: 0)).test(.router) { client in
        #expect(try await client.get("/health").status == .ok)
        #expect(try await client.get("/ready").status == .serviceUnavailable)
        let page = try await client.get(.city(try served.run("alpha")))
        #expect(page.status == .internalServerError)
      }
      await pool.close()
    }
  }

  @Test func aLineOfTheLogIsJSONWhateverItHolds() {
    let lines = LockedLines()
    var logger = Logger(label: "cadre") { label in JSONLog(label: label, now: { "now" }) { lines.add($0) } }
    logger[metadataKey: "id"] = "7"
    logger.info("a \"b\"\n\u{1}", metadata: ["c": "d\\e"])
    #expect(
      lines.all == [
        #"{"time":"now","level":"info","logger":"cadre","message":"a \"b\"\n\u0001","c":"d\\e","id":"7"}"#
      ])
  }
}
