import CadreModel
import Results

/// Every page of the dashboard, with all that its address holds. Links are made of these alone, so that none leads nowhere.
enum Place: Sendable, Hashable {
  /// Where an officer begins: leads on to the province, or the city where there is one alone.
  case home
  /// All cities that the viewer sees; without a date at the latest one.
  case province(asOf: Day?, runs: [String])
  /// A city at its latest date, or at one that is named: leads on to the run.
  case latest(city: String, asOf: Day?)
  case city(RunPlace)
  case units(RunPlace)
  case unit(RunPlace, id: String)
  case indicator(RunPlace, id: String)
  case results(RunPlace, ListFilter, after: ResultKey?)
  case person(RunPlace, id: String)
  case explanation(RunPlace, indicator: String, subject: String)
  case tiers(RunPlace)
  case calendar(RunPlace, days: Int, unit: String?)
  case calendarFile(RunPlace, days: Int, unit: String?)
  case workList(RunPlace, WorkGrouping, group: String?)
  case changes(RunPlace, from: String?)
  case quality(RunPlace)
  case deliveries(city: String)
  case delivery(city: String, number: Int)
  case comparison(asOf: Day?)
  case publications
  case publication(Int)
  case catalogue(search: String)
  case catalogueEntry(String)
  case access
  case audit(before: Int?)
  case language(Language, to: String)

  /// How far a calendar looks ahead where nobody says otherwise.
  static let usualDays = 90
  static let mostDays = 366

  var address: Address {
    func item(_ name: String, _ value: String?) -> [Address.Item] {
      value.map { [Address.Item(name: name, value: $0)] } ?? []
    }
    func days(_ days: Int) -> [Address.Item] { days == Self.usualDays ? [] : item("days", String(days)) }
    return switch self {
    case .home: Address([])
    case .province(let asOf, let runs):
      Address(["province"] + (asOf.map { [$0.description] } ?? []) + (runs.isEmpty ? [] : [runs.joined(separator: ".")]))
    case .latest(let city, let asOf): Address(["city", city], item("as_of", asOf?.description))
    case .city(let run): Address(run.path)
    case .units(let run): Address(run.path + ["units"])
    case .unit(let run, let id): Address(run.path + ["unit"], item("id", id))
    case .indicator(let run, let id): Address(run.path + ["indicator", id])
    case .results(let run, let filter, let key): Address(run.path + ["results"], filter.items + (key?.items ?? []))
    case .person(let run, let id): Address(run.path + ["person"], item("id", id))
    case .explanation(let run, let indicator, let subject):
      Address(run.path + ["explanation", indicator], item("subject", subject))
    case .tiers(let run): Address(run.path + ["tiers"])
    case .calendar(let run, let ahead, let unit): Address(run.path + ["calendar"], days(ahead) + item("unit", unit))
    case .calendarFile(let run, let ahead, let unit): Address(run.path + ["calendar.ics"], days(ahead) + item("unit", unit))
    case .workList(let run, let grouping, let group):
      Address(run.path + ["work", grouping.rawValue], item("group", group))
    case .changes(let run, let from): Address(run.path + ["changes"], item("from", from))
    case .quality(let run): Address(run.path + ["quality"])
    case .deliveries(let city): Address(["city", city, "deliveries"])
    case .delivery(let city, let number): Address(["city", city, "deliveries", String(number)])
    case .comparison(let asOf): Address(["comparison"] + (asOf.map { [$0.description] } ?? []))
    case .publications: Address(["publications"])
    case .publication(let number): Address(["publications", String(number)])
    case .catalogue(let search): Address(["catalogue"], search.isEmpty ? [] : item("q", search))
    case .catalogueEntry(let id): Address(["catalogue", id])
    case .access: Address(["access"])
    case .audit(let before): Address(["audit"], item("before", before.map(String.init)))
    case .language(let language, let to): Address(["language", language.rawValue], item("to", to))
    }
  }

  /// What kind of page it is: for the log of requests and the metrics, which hold no ids.
  var kind: String {
    switch self {
    case .home: "home"
    case .province: "province"
    case .latest: "latest"
    case .city: "city"
    case .units: "units"
    case .unit: "unit"
    case .indicator: "indicator"
    case .results: "results"
    case .person: "person"
    case .explanation: "explanation"
    case .tiers: "tiers"
    case .calendar: "calendar"
    case .calendarFile: "calendar.ics"
    case .workList: "work"
    case .changes: "changes"
    case .quality: "quality"
    case .deliveries: "deliveries"
    case .delivery: "delivery"
    case .comparison: "comparison"
    case .publications: "publications"
    case .publication: "publication"
    case .catalogue: "catalogue"
    case .catalogueEntry: "catalogue entry"
    case .access: "access"
    case .audit: "audit"
    case .language: "language"
    }
  }

  /// The run that it is of; nil for a page of none, or of several.
  var run: RunPlace? {
    switch self {
    case .city(let run), .units(let run), .unit(let run, _), .indicator(let run, _), .results(let run, _, _), .person(let run, _),
      .explanation(let run, _, _), .tiers(let run), .calendar(let run, _, _), .calendarFile(let run, _, _),
      .workList(let run, _, _), .changes(let run, _), .quality(let run):
      run
    default: nil
    }
  }
}
