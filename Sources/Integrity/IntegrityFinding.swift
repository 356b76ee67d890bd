public import CadreModel
public import Messages

/// What is stored otherwise than the program stored it.
public enum IntegrityFinding: Sendable, Hashable {
  /// The rows of a table are not those that imports or judgings put there.
  ///
  /// - keys: those of rows that can be named, at most so many.
  case content(city: City, table: String, expected: Int, found: Int, keys: [String])
  /// The table was never added up: its rows are from before digests were kept.
  case notTaken(city: City, table: String)
  /// Training sums of years are not what the records add up to.
  case trainingSums(city: City, years: Int, persons: [String])
  /// What units' counts and digests tell of results is not what is stored. Without a date they are of no run on record.
  case results(city: City, asOf: Day?, indicator: String, units: [String])
  /// What a run's record tells of an indicator is not what its units' counts add up to.
  case counts(city: City, asOf: Day, indicators: [String])
  /// Judged afresh, indicators come to other results.
  case judging(city: City, asOf: Day, indicators: [String])

  public var message: Message {
    switch self {
    case .content(let city, let table, let expected, let found, let keys):
      IntegrityMessages.content(city.name, table: table, expected: expected, found: found, keys: keys)
    case .notTaken(let city, let table): IntegrityMessages.notTaken(city.name, table: table)
    case .trainingSums(let city, let years, let persons):
      IntegrityMessages.trainingSums(city.name, years: years, persons: persons)
    case .results(let city, let asOf, let indicator, let units):
      IntegrityMessages.results(city.name, asOf: asOf, indicator: indicator, units: units)
    case .counts(let city, let asOf, let indicators):
      IntegrityMessages.counts(city.name, asOf: asOf, indicators: indicators)
    case .judging(let city, let asOf, let indicators):
      IntegrityMessages.judging(city.name, asOf: asOf, indicators: indicators)
    }
  }
}
