import DataContract
import Files

/// An invented city to be written: which, how large, from which seed.
///
/// The same request writes the same bytes on every machine.
public struct SampleRequest: Sendable {
  public var city: SampleCity
  public var persons: Int
  public var seed: UInt64
  /// The years for which all tables are filled; posts reach further back.
  public var years: ClosedRange<Int>
  /// About how many training records a person has over all the years.
  public var trainingPerPerson: Int
  public var dialect: Dialect

  /// With fewer persons not every table would get rows.
  public static let fewestPersons = 100
  /// Ids of persons have seven digits.
  public static let mostPersons = 9_999_999

  public init(
    city: SampleCity, persons: Int, seed: UInt64, years: ClosedRange<Int> = 2019...2025, trainingPerPerson: Int = 60,
    dialect: Dialect = Dialect()
  ) {
    self.city = city
    self.persons = persons
    self.seed = seed
    self.years = years
    self.trainingPerPerson = trainingPerPerson
    self.dialect = dialect
  }

  func validate() throws(SampleError) {
    guard persons >= SampleRequest.fewestPersons else {
      throw .tooFewPersons(persons, atLeast: SampleRequest.fewestPersons)
    }
    guard persons <= SampleRequest.mostPersons else {
      throw .tooManyPersons(persons, atMost: SampleRequest.mostPersons)
    }
    guard years.lowerBound >= 2017, years.upperBound <= 2098, years.count >= 2 else {
      throw .wrongYears(from: years.lowerBound, to: years.upperBound)
    }
    guard (1...1000).contains(trainingPerPerson) else { throw .wrongTrainingAmount(trainingPerPerson) }
  }

  /// Writes one CSV file a table into the folder, made where it is missing.
  ///
  /// - Throws: what is wrong with the request, or why a file could not be written; no unfinished files are left then.
  /// - Parameter progress: told the number of persons done, after each unit.
  public func write(into folder: String, progress: (Int) -> Void = { _ in }) throws(SampleError) -> SampleSummary {
    try validate()
    do {
      // Other accounts may read the files: the persons in them are invented.
      try Folder.make(folder, permissions: 0o755)
    } catch {
      throw .cannotWrite(path: folder, reason: error)
    }
    do {
      var writer = CityWriter(self, folder: folder)
      try writer.write(progress: progress)
      return SampleSummary(folder: folder, tables: writer.files.rowCounts)
    } catch {
      for table in Table.all { removeFile(folder + "/" + table.name.rawValue + ".csv") }
      throw error
    }
  }
}
