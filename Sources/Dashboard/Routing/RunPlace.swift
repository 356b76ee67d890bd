import CadreModel
import PolicyKit
import Results

/// Which judging a page is of: in its address, so that the address shows the same tomorrow.
struct RunPlace: Sendable, Hashable {
  let city: String
  let asOf: Day
  /// The run's id.
  let run: String

  init(city: String, asOf: Day, run: String) {
    (self.city, self.asOf, self.run) = (city, asOf, run)
  }

  init(_ run: Run) {
    self.init(city: run.city, asOf: run.asOf, run: run.id)
  }

  var path: [String] { ["city", city, asOf.description, run] }

  /// Nil for what cannot be a run's place.
  init?(_ path: ArraySlice<String>) {
    let path = Array(path)
    guard path.count == 3, let asOf = Day(path[1]), Self.isRunID(path[2]) else { return nil }
    self.init(city: path[0], asOf: asOf, run: path[2])
  }

  static func isRunID(_ text: String) -> Bool {
    text.utf8.count == 32
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}

/// Which results a list shows.
struct ListFilter: Sendable, Hashable {
  var indicator: String?
  var domain: Domain?
  var unit: String?
  var statuses: [Status] = []
  /// Part of the subject's id or name, or of the unit's name.
  var search = ""

  /// What somebody has to see to.
  static let exceptions = ListFilter(statuses: ResultFilter.exceptions.statuses)

  var items: [Address.Item] {
    var items: [Address.Item] = []
    if let indicator { items.append(.init(name: "indicator", value: indicator)) }
    if let domain { items.append(.init(name: "domain", value: domain.rawValue)) }
    if let unit { items.append(.init(name: "unit", value: unit)) }
    items += statuses.map { .init(name: "status", value: $0.rawValue) }
    if !search.isEmpty { items.append(.init(name: "q", value: search)) }
    return items
  }

  init(
    indicator: String? = nil, domain: Domain? = nil, unit: String? = nil, statuses: [Status] = [], search: String = ""
  ) {
    (self.indicator, self.domain, self.unit, self.statuses, self.search) = (indicator, domain, unit, statuses, search)
  }

  /// Nil for a status or field of work that there is not.
  init?(_ query: Query) {
    indicator = query.value("indicator")
    unit = query.value("unit")
    search = String((query.value("q") ?? "").prefix(80))
    for value in query.values("status") {
      guard let status = Status(rawValue: value) else { return nil }
      if !statuses.contains(status) { statuses.append(status) }
    }
    if let value = query.value("domain") {
      guard let found = Domain(rawValue: value) else { return nil }
      domain = found
    }
  }
}

extension ResultKey {
  /// As an address has it.
  var items: [Address.Item] {
    [
      .init(name: "after", value: indicator), .init(name: "after_subject", value: subject),
      .init(name: "after_period", value: period),
    ] + (`class`.map { [.init(name: "after_class", value: $0)] } ?? [])
  }

  init?(_ query: Query) {
    guard let indicator = query.value("after") else { return nil }
    self.init(
      indicator: indicator, subject: query.value("after_subject") ?? "", period: query.value("after_period") ?? "",
      class: query.value("after_class"))
  }
}
