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

/// The pages of small cities whose verdicts are known, asked for as a browser does.
@Suite(.planted) struct PageTests {
  @Test func theFirstPageLeadsToAllCitiesOrToTheOneThatThereIs() async throws {
    try await ServedCities.with { served in
      let province = try await served.asking(as: TestViewer()) { try await $0.page("/") }
      #expect(province.response.status == .ok)
      #expect(province.address.hasPrefix("/province/2025-06-30/"))
      #expect(province.response.text.contains("Alpha") && province.response.text.contains("Beta"))
      let city = try await served.asking(as: TestViewer(cities: ["alpha"])) { try await $0.page("/") }
      #expect(city.address == Place.city(try served.run("alpha")).address.text)
      #expect(city.response.status == .ok)
    }
  }

  @Test func theCitysNumbersAreThoseOfItsVerdicts() async throws {
    try await ServedCities.with { served in
      let place = Place.city(try served.run("alpha"))
      let content = try await PageMaker(pool: served.pool, books: ServedCities.books).content(place, for: TestViewer(), .english)
      let duties = try #require(content.table("indicators"))
      // met, unmet, pending, at risk, exempt, no data, compliance, completion, last year, change, assumed
      let hours = try #require(duties.rows.first { $0.cells[0].below == "alpha.1.hours" })
      #expect(
        hours.cells.dropFirst(2).map(\.text) == ["2", "1", "0", "0", "0", "1", "0.6667", "0.6667", "1.0000", "-0.3333", "1"])
      let domains = try #require(content.table("domains"))
      let training = try #require(domains.rows.first { $0.cells[0].text == "training" })
      // The share of 0.5 falls short, too: 2 of 4.
      #expect(training.cells[1...2].map(\.text) == ["2", "2"])
      #expect(training.cells[8].text == "0.5000")
      let shortfalls = try #require(content.table("shortfalls"))
      #expect(Set(shortfalls.rows.map { $0.cells[0].text }) == ["Hours", "Years in post"])
      #expect(shortfalls.rows.allSatisfy { $0.cells[2].text == "1" })
    }
  }

  @Test func anyNumberOpensToNamesToRowsInThreeSteps() async throws {
    try await ServedCities.with { served in
      let run = try served.run("alpha")
      try await served.asking(as: TestViewer()) { client in
        let city = try await client.get(.city(run))
        let list = Place.results(run, ListFilter(indicator: "alpha.1.hours", statuses: [.unmet]), after: nil)
        #expect(city.text.contains("href=\"\(list.address.text.htmlEscaped)\""))
        let names = try await client.get(list)
        #expect(names.text.contains("张三") && !names.text.contains("王"))
        let why = Place.explanation(run, indicator: "alpha.1.hours", subject: "P1")
        #expect(names.text.contains("href=\"\(why.address.text.htmlEscaped)\""))
        let explained = try await client.get(why)
        #expect(explained.status == .ok)
        #expect(explained.text.contains("alpha.1.hours") && explained.text.contains("12") && explained.text.contains("90"))
      }
    }
  }

  @Test func aPersonsPageHasAllThatIsAboutThePersonWhateverTheSubject() async throws {
    try await ServedCities.with { served in
      let run = try served.run("alpha")
      let maker = PageMaker(pool: served.pool, books: ServedCities.books)
      func subjects(_ id: String) async throws -> [String] {
        let page = try await maker.content(.person(run, id: id), for: TestViewer(), .english)
        return try #require(page.table("duties")).rows.map { "\($0.cells[1].text) \($0.cells[4].text)" }
      }
      // The holder of a post; who is talked to, not who talks.
      #expect(try await subjects("P1") == ["alpha.1.hours P1", "alpha.2.rotation O1"])
      #expect(try await subjects("P2") == ["alpha.1.hours P2", "alpha.1.hours P2", "alpha.1.talk P1>P2"])
    }
  }

  @Test(arguments: Language.allCases) func everyKindOfPageIsThere(language: Language) async throws {
    try await ServedCities.with { served in
      let run = try served.run("alpha")
      let places: [Place] = [
        .units(run), .unit(run, id: "U2"), .unit(run, id: ""), .indicator(run, id: "alpha.1.hours"),
        .indicator(run, id: "alpha.2.figure"), .results(run, .exceptions, after: nil), .tiers(run),
        .calendar(run, days: 90, unit: nil), .calendar(run, days: 90, unit: "U2"), .workList(run, .unit, group: nil),
        .workList(run, .unit, group: "U2"), .workList(run, .head, group: nil), .workList(run, .indicator, group: "alpha.1.hours"),
        .changes(run, from: nil), .quality(run), .deliveries(city: "alpha"), .delivery(city: "alpha", number: 1),
        .comparison(asOf: run.asOf), .publications, .catalogue(search: "hours"), .catalogueEntry("alpha.1.hours"),
      ]
      try await served.asking(as: TestViewer(language: language)) { client in
        for place in places {
          let response = try await client.get(place)
          #expect(response.status == .ok, "\(place)")
          #expect(response.text.contains("lang=\"\(language == .chinese ? "zh-CN" : "en")\""))
        }
      }
    }
  }

  @Test func aListIsPagedByKeyAndItsFileIsWhole() async throws {
    try await ServedCities.with { served in
      let run = try served.run("alpha")
      let place = Place.results(run, ListFilter(statuses: [.met, .unmet, .noData]), after: nil)
      let maker = PageMaker(pool: served.pool, books: ServedCities.books)
      let table = try #require(try await maker.content(place, for: TestViewer(), .english).table("results"))
      #expect(table.rows.count == 6)
      let text = try await served.asking(as: TestViewer()) { client in
        try await client.get(place.address.with(Download(table: "results", format: .csv).items).text).text
      }
      let records = text.split(separator: "\r\n").map { String($0) }
      #expect(records.count == 7)
      #expect(records[0].hasPrefix("Subject,Subject id,Indicator"))
      // Cell by cell what the screen has, but for the mark before what a sheet would take for a formula.
      let first = table.rows.map { $0.cells[1].text }
      #expect(records.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false)[1] }.map(String.init) == first)
    }
  }

  @Test func everyTableOfEveryPageDownloads() async throws {
    try await ServedCities.with { served in
      let run = try served.run("alpha")
      let maker = PageMaker(pool: served.pool, books: ServedCities.books)
      let places: [Place] = [
        .city(run), .units(run), .unit(run, id: "U2"), .indicator(run, id: "alpha.1.hours"), .person(run, id: "P1"),
        .workList(run, .unit, group: "U2"), .calendar(run, days: 90, unit: nil), .changes(run, from: nil),
      ]
      for place in places {
        let content = try await maker.content(place, for: TestViewer(), .chinese)
        for case .table(let table) in content.blocks {
          for format in Download.Format.allCases {
            let file = try await maker.file(Download(table: table.id, format: format), of: place, for: TestViewer(), .chinese)
            #expect(file.digest.count == 64, "\(place) \(table.id)")
          }
        }
      }
    }
  }

  @Test func theLastJudgingsChangesAreThoseBetweenTheVerdicts() async throws {
    try await ServedCities.with { served in
      let run = try served.run("alpha")
      let page = try await PageMaker(pool: served.pool, books: ServedCities.books).content(
        .changes(run, from: nil), for: TestViewer(), .english)
      let moves = try #require(page.table("by-indicator")).rows.map { $0.cells.map(\.text).joined(separator: " ") }
      // Of other periods: those of 2024 went, those of 2025 came.
      #expect(moves.contains("Hours met no longer judged 2"))
      #expect(moves.contains("Years in post new unmet 1"))
    }
  }
}

extension String {
  /// As it stands in an attribute.
  var htmlEscaped: String { replacing("&", with: "&amp;").replacing("\"", with: "&quot;") }
}
