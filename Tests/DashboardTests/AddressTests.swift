import CadreModel
import PolicyKit
import Results
import ResultsTesting
import Testing

@testable import Dashboard

/// What an address holds comes back out of it, whatever that is.
@Suite struct AddressTests {
  private static let run = RunPlace(
    city: "alpha", asOf: PlantedCities.asOf, run: "0123456789abcdef0123456789abcdef")
  private static let odd = ["P1>P2", "a/b", "..", ".", "张 三&=?#%", "+", "\"<x>'", "V1:P2", "%2F", "é"]

  private static var places: [Place] {
    var places: [Place] = [
      .home, .province(asOf: nil, runs: []), .province(asOf: run.asOf, runs: []),
      .province(asOf: run.asOf, runs: [run.run, String(run.run.reversed())]), .latest(city: "alpha", asOf: nil),
      .latest(city: "alpha", asOf: run.asOf), .city(run), .units(run), .tiers(run), .quality(run),
      .calendar(run, days: 90, unit: nil), .calendar(run, days: 30, unit: "U 1"), .calendarFile(run, days: 7, unit: "U1"),
      .workList(run, .unit, group: nil), .workList(run, .head, group: ""), .changes(run, from: nil), .changes(run, from: run.run),
      .deliveries(city: "alpha"), .delivery(city: "alpha", number: 12), .comparison(asOf: nil), .comparison(asOf: run.asOf),
      .publications, .publication(3), .catalogue(search: ""), .access, .audit(before: nil), .audit(before: 7),
    ]
    for text in odd {
      places += [
        .unit(run, id: text), .person(run, id: text), .indicator(run, id: text), .catalogueEntry(text), .catalogue(search: text),
        .explanation(run, indicator: "alpha.1.hours", subject: text), .workList(run, .indicator, group: text),
        .results(
          run, ListFilter(indicator: text, domain: .training, unit: text, statuses: [.unmet, .noData], search: text),
          after: nil),
        .results(
          run, ListFilter(statuses: [.met]), after: ResultKey(indicator: "a.1", subject: text, period: text, class: text)),
        .language(.english, to: "/catalogue?q=\(text)"),
      ]
    }
    return places
  }

  @Test func everyPlaceComesBackOutOfItsAddress() throws {
    for place in Self.places {
      let parts = place.address.text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let read = Place(path: parts[0], query: parts.count > 1 ? parts[1] : nil)
      // A group of nobody is written as none: an empty value is no value.
      if case .workList(_, _, group: "") = place { continue }
      #expect(read == place, "\(place.address.text)")
    }
  }

  @Test(arguments: [
    "/city/alpha/2025-06-31/0123456789abcdef0123456789abcdef", "/city/alpha/2025-06-30/0123", "/nothing",
    "/city/alpha/2025-06-30/0123456789ABCDEF0123456789ABCDEF", "/city/%zz", "/city/%ff", "/city/a%00b", "/audit/7/8",
    "/city/alpha/2025-06-30/0123456789abcdef0123456789abcdef/nothing", "/publications/-1", "/publications/99999999999",
    "/language/fr", "/catalogue/a/b",
  ]) func whatIsNoAddressOfOursIsNone(path: String) {
    #expect(Place(path: path, query: nil) == nil)
  }

  @Test func whatIsNoQueryOfOursIsNone() {
    let path = Self.run.path.map { "/" + $0 }.joined()
    #expect(Place(path: path + "/results", query: "status=nothing") == nil)
    #expect(Place(path: path + "/results", query: "domain=nothing") == nil)
    #expect(Place(path: path + "/calendar", query: "days=0") == nil)
    #expect(Place(path: path + "/calendar", query: "days=367") == nil)
    #expect(Place(path: path + "/changes", query: "from=1") == nil)
    #expect(Place(path: path + "/person", query: nil) == nil)
    #expect(Place(path: "/catalogue", query: "q=%zz") == nil)
    #expect(Place(path: "/catalogue", query: "q=" + String(repeating: "a", count: 5_000)) == nil)
  }

  /// Whatever is sent, it is read or refused, and never ends the program.
  @Test func anythingCanBeSent() {
    var generator = SystemRandomNumberGenerator()
    let alphabet = Array("/?&=%.+:>#\u{0}\u{7f}ä张0a9f-")
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...40, using: &generator)
      let text = String((0..<length).compactMap { _ in alphabet.randomElement(using: &generator) })
      _ = Place(path: "/" + text, query: text)
      _ = Query(text)
    }
  }
}
