import Access
import Audit
import CadreModel
import CadreTesting
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import PolicyKit
import PostgresClient
import Results
import ResultsTesting
import Testing

@testable import Dashboard

/// What a viewer may not see is not there, and answers like what has never been.
@Suite(.planted) struct BoundaryTests {
  /// Every address that is of a run, a city or both.
  private static func places(_ run: RunPlace, person: String, unit: String, indicator: String) -> [Place] {
    [
      .city(run), .units(run), .unit(run, id: unit), .indicator(run, id: indicator),
      .results(run, .exceptions, after: nil), .person(run, id: person),
      .explanation(run, indicator: indicator, subject: person), .tiers(run), .calendar(run, days: 90, unit: nil),
      .calendarFile(run, days: 90, unit: nil), .workList(run, .unit, group: nil), .changes(run, from: nil), .quality(run),
      .latest(city: run.city, asOf: nil), .deliveries(city: run.city), .delivery(city: run.city, number: 1),
      .province(asOf: run.asOf, runs: [run.run]),
    ]
  }

  @Test func anotherCityAnswersAsWhatThereIsNot() async throws {
    try await ServedCities.with { served in
      let beta = try served.run("beta")
      let none = RunPlace(city: "nowhere", asOf: beta.asOf, run: String(repeating: "0", count: 32))
      try await served.asking(as: TestViewer(cities: ["alpha"])) { client in
        let absent = try await client.get("/city/nowhere")
        #expect(absent.status == .notFound)
        let real = Self.places(beta, person: "B1", unit: "U1", indicator: "beta.1.hours")
        let unreal = Self.places(none, person: "B1", unit: "U1", indicator: "beta.1.hours")
        for (place, other) in zip(real, unreal) {
          let (one, two) = (try await client.get(place), try await client.get(other))
          #expect(one.status == .notFound && two.status == .notFound, "\(place)")
          #expect(one.text == absent.text && two.text == absent.text, "\(place)")
        }
        // Nor does another city's run come by way of one's own.
        let mixed = RunPlace(city: "alpha", asOf: beta.asOf, run: beta.run)
        for place in Self.places(mixed, person: "B1", unit: "U1", indicator: "beta.1.hours") where place.run != nil {
          let response = try await client.get(place)
          #expect(response.status == .notFound && response.text == absent.text, "\(place)")
        }
        // What is not of one's own city: persons, units, indicators, imports.
        let alpha = try served.run("alpha")
        for place: Place in [
          .person(alpha, id: "B1"), .unit(alpha, id: "X"), .indicator(alpha, id: "beta.1.hours"),
          .explanation(alpha, indicator: "beta.1.hours", subject: "B1"),
          .explanation(alpha, indicator: "alpha.1.hours", subject: "B1"),
          .delivery(city: "alpha", number: 99), .calendar(alpha, days: 90, unit: "X"), .workList(alpha, .unit, group: "X"),
          .results(alpha, ListFilter(indicator: "beta.1.hours"), after: nil), .publication(1), .access, .audit(before: nil),
          .changes(alpha, from: beta.run),
        ] {
          let response = try await client.get(place)
          #expect(response.status == .notFound && response.text == absent.text, "\(place)")
        }
      }
    }
  }

  @Test(arguments: Language.allCases) func everyLinkLeadsSomewhereAndNothingIsOfAnotherCity(language: Language) async throws {
    try await ServedCities.with { served in
      try await served.asking(as: TestViewer(cities: ["alpha"], language: language)) { client in
        let seen = try await Self.crawl(client, language)
        #expect(seen.count > 60)
        for (address, response) in seen {
          #expect(response.status == .ok, "\(address) \(response.status)")
          guard !address.contains("as=xlsx"), !address.hasPrefix("/catalogue") else { continue }
          for word in ["乙一", "乙二", "Beta", "乙市"] {
            #expect(!response.text.contains(word), "\(address) \(word)")
          }
        }
      }
    }
  }

  /// Every page that can be reached, each once, by way of its links alone.
  private static func crawl(_ client: any TestClientProtocol, _ language: Language) async throws -> [(String, TestResponse)] {
    var waiting = ["/"]
    var known: Set = ["/"]
    var found: [(String, TestResponse)] = []
    while let address = waiting.popLast(), found.count < 3_000 {
      let (_, response) = try await client.page(address)
      found.append((address, response))
      guard response.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
      for part in response.text.split(separator: "href=\"").dropFirst() {
        let link = part.prefix { $0 != "\"" }.replacing("&amp;", with: "&")
        guard link.hasPrefix("/"), !link.hasPrefix("/style/"), !link.hasPrefix("/language/"), !link.hasPrefix("/account") else {
          continue
        }
        if known.insert(String(link)).inserted { waiting.append(String(link)) }
      }
    }
    return found
  }

  @Test func aViewerOfOneUnitSeesItAndThoseBelowAndNothingElse() async throws {
    try await ServedCities.with { served in
      let run = try served.run("alpha")
      let viewer = TestViewer(cities: ["alpha"], unit: "U10")
      try await served.asking(as: viewer) { client in
        let first = try await client.page("/")
        #expect(first.address == Place.units(run).address.text && first.response.status == .ok)
        // U3 is below U10, U2 beside it.
        #expect(try await client.get(.unit(run, id: "U3")).status == .ok)
        for place: Place in [
          .unit(run, id: "U2"), .unit(run, id: "U1"), .unit(run, id: ""), .city(run), .indicator(run, id: "alpha.1.hours"),
          .quality(run), .tiers(run), .changes(run, from: nil), .deliveries(city: "alpha"), .person(run, id: "P1"),
          .explanation(run, indicator: "alpha.1.hours", subject: "P1"), .workList(run, .head, group: nil),
          .workList(run, .unit, group: "U2"), .calendar(run, days: 90, unit: "U2"), .comparison(asOf: run.asOf), .publications,
          .results(run, ListFilter(unit: "U2"), after: nil), .province(asOf: run.asOf, runs: [run.run]),
        ] {
          #expect(try await client.get(place).status == .notFound, "\(place)")
        }
        let list = try await client.get(.results(run, ListFilter(), after: nil))
        #expect(list.text.contains("王") && !list.text.contains("张三"))
        #expect(try await client.get(.person(run, id: "P3")).status == .ok)
        #expect(try await client.get(.explanation(run, indicator: "alpha.1.hours", subject: "P3")).status == .ok)
        let units = try await client.get(.units(run))
        #expect(units.text.contains("下属") && !units.text.contains("财政局"))
      }
    }
  }

  @Test func whoIsNotSignedInSeesNothing() async throws {
    try await ServedCities.with { served in
      let run = try served.run("alpha")
      try await served.asking(as: nil) { client in
        for address in ["/", "/nothing", Place.city(run).address.text, Place.audit(before: nil).address.text] {
          let response = try await client.get(address)
          #expect(response.status == .seeOther)
          #expect(response.headers[.location]?.hasPrefix("/sign-in?to=") == true)
          #expect(response.body.readableBytes == 0)
        }
        #expect(try await client.get("/health").text == "ok\n")
        #expect(try await client.get("/ready").text == "ready\n")
      }
    }
  }

  @Test func officersSeeTheirPagesAndNoData() async throws {
    try await ServedCities.with { served in
      let run = try served.run("alpha")
      try await served.asking(as: TestViewer(duties: [.auditor], cities: [])) { client async throws in
        #expect(try await client.page("/").response.status == .ok)
        #expect(try await client.get(.audit(before: nil)).status == .ok)
        for place: Place in [.city(run), .access, .province(asOf: nil, runs: []), .comparison(asOf: nil)] {
          #expect(try await client.get(place).status == .notFound, "\(place)")
        }
      }
      try await served.asking(as: TestViewer(duties: [.accessAdministrator], cities: [])) { client async throws in
        #expect(try await client.get(.access).status == .ok)
        #expect(try await client.get(.audit(before: nil)).status == .notFound)
      }
    }
  }
}
