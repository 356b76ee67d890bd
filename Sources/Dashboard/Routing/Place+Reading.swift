import CadreModel
import Results

extension Place {
  /// The page of an address; nil where there is none.
  ///
  /// - Parameters:
  ///   - path: as it was asked for, percent-encoded.
  ///   - query: what stands behind the question mark.
  init?(path: String, query text: String?) {
    guard path.utf8.count + (text?.utf8.count ?? 0) <= Self.longest, let query = Query(text) else { return nil }
    var parts: [String] = []
    for part in path.split(separator: "/") {
      guard let part = Address.decoded(part) else { return nil }
      parts.append(part)
    }
    self.init(parts, query)
  }

  /// Longer addresses are none of ours.
  private static let longest = 4096

  private init?(_ path: [String], _ query: Query) {
    switch (path.first, path.count) {
    case (nil, _): self = .home
    case ("province", 1...3):
      if path.count == 1 {
        // What the form for a date sends leads to the address that has it.
        if let text = query.value("as_of") {
          guard let asOf = Day(text) else { return nil }
          self = .province(asOf: asOf, runs: [])
        } else {
          self = .province(asOf: nil, runs: [])
        }
        return
      }
      guard let asOf = Day(path[1]) else { return nil }
      let runs = path.count == 3 ? path[2].split(separator: ".").map(String.init) : []
      guard runs.count <= 400, runs.allSatisfy(RunPlace.isRunID) else { return nil }
      self = .province(asOf: asOf, runs: runs)
    case ("city", 2): self.init(latest: path[1], query)
    case ("city", 3) where path[2] == "deliveries": self = .deliveries(city: path[1])
    case ("city", 4) where path[2] == "deliveries":
      guard let number = Self.number(path[3]) else { return nil }
      self = .delivery(city: path[1], number: number)
    case ("city", 4...6):
      guard let run = RunPlace(path[1..<4]) else { return nil }
      self.init(run, Array(path[4...]), query)
    case ("comparison", 1):
      if let text = query.value("as_of") {
        guard let asOf = Day(text) else { return nil }
        self = .comparison(asOf: asOf)
      } else {
        self = .comparison(asOf: nil)
      }
    case ("comparison", 2):
      guard let asOf = Day(path[1]) else { return nil }
      self = .comparison(asOf: asOf)
    case ("publications", 1): self = .publications
    case ("publications", 2):
      guard let number = Self.number(path[1]) else { return nil }
      self = .publication(number)
    case ("catalogue", 1): self = .catalogue(search: String((query.value("q") ?? "").prefix(80)))
    case ("catalogue", 2): self = .catalogueEntry(path[1])
    case ("access", 1): self = .access
    case ("audit", 1):
      guard let before = query.value("before") else {
        self = .audit(before: nil)
        return
      }
      guard let number = Self.number(before) else { return nil }
      self = .audit(before: number)
    case ("language", 2):
      guard let language = Language(rawValue: path[1]) else { return nil }
      self = .language(language, to: query.value("to") ?? "/")
    default: return nil
    }
  }

  private init?(latest city: String, _ query: Query) {
    guard let text = query.value("as_of") else {
      self = .latest(city: city, asOf: nil)
      return
    }
    guard let asOf = Day(text) else { return nil }
    self = .latest(city: city, asOf: asOf)
  }

  private init?(_ run: RunPlace, _ rest: [String], _ query: Query) {
    switch (rest.first, rest.count) {
    case (nil, _): self = .city(run)
    case ("units", 1): self = .units(run)
    case ("unit", 1): self = .unit(run, id: query.value("id") ?? "")
    case ("indicator", 2): self = .indicator(run, id: rest[1])
    case ("results", 1):
      guard let filter = ListFilter(query) else { return nil }
      self = .results(run, filter, after: ResultKey(query))
    case ("person", 1):
      guard let id = query.value("id") else { return nil }
      self = .person(run, id: id)
    case ("explanation", 2):
      guard let subject = query.value("subject") else { return nil }
      self = .explanation(run, indicator: rest[1], subject: subject)
    case ("tiers", 1): self = .tiers(run)
    case ("calendar", 1), ("calendar.ics", 1):
      let days = query.value("days").map(Self.number) ?? Self.usualDays
      guard let days, (1...Self.mostDays).contains(days) else { return nil }
      let unit = query.value("unit")
      self = rest[0] == "calendar" ? .calendar(run, days: days, unit: unit) : .calendarFile(run, days: days, unit: unit)
    case ("work", 2):
      guard let grouping = WorkGrouping(rawValue: rest[1]) else { return nil }
      self = .workList(run, grouping, group: query.value("group"))
    case ("changes", 1):
      let from = query.value("from")
      guard from.map(RunPlace.isRunID) ?? true else { return nil }
      self = .changes(run, from: from)
    case ("quality", 1): self = .quality(run)
    default: return nil
    }
  }

  private static func number(_ text: String) -> Int? {
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }
}

/// A table of a page as a file.
struct Download: Sendable, Hashable {
  enum Format: String, Sendable, Hashable, CaseIterable {
    case csv
    case xlsx

    var mediaType: String {
      switch self {
      case .csv: "text/csv; charset=utf-8"
      case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      }
    }
  }

  /// The table's name on its page.
  let table: String
  let format: Format

  init(table: String, format: Format) {
    (self.table, self.format) = (table, format)
  }

  var items: [Address.Item] { [.init(name: "table", value: table), .init(name: "as", value: format.rawValue)] }

  /// Nil where no file is asked for.
  /// - Throws: `PageProblem.notFound` for a format that there is not.
  init?(query text: String?) throws(PageProblem) {
    guard let query = Query(text), let table = query.value("table") else { return nil }
    guard let format = Format(rawValue: query.value("as") ?? "") else { throw .notFound }
    self.init(table: table, format: format)
  }
}
