public import CadreModel
public import Messages

/// Why it cannot be told what was known.
public enum KnownError: Error, Sendable, Hashable, CustomStringConvertible {
  case noSuchImport(Int, city: City, last: Int?)
  /// Nothing had been handed in by the end of the day.
  case nothingBy(Day, city: City, first: Day?)
  /// An import after it changed rows and kept no journal: it is from before the database had one.
  case beforeJournal(Int, city: City, later: Int)
  /// Imports are numbered city by city.
  case numberOfSeveralCities(Int)

  public var message: Message {
    switch self {
    case .noSuchImport(let number, let city, let last): KnownMessages.noSuchImport(number, city: city.name, last: last)
    case .nothingBy(let day, let city, let first): KnownMessages.nothingBy(day, city: city.name, first: first)
    case .beforeJournal(let number, let city, let later):
      KnownMessages.beforeJournal(number, city: city.name, later: later)
    case .numberOfSeveralCities(let number): KnownMessages.numberOfSeveralCities(number)
    }
  }

  public var description: String { message.english }
}
