import DataContract
import SampleData
import Testing

/// Every city, small and not so small, is valid under the contract and fills every table.
@Suite struct SampleContractTests {
  struct Place: Sendable, CustomTestStringConvertible {
    let city: String
    let prefix: String
    var testDescription: String { city }
  }

  static let places = [
    Place(city: "quzhou", prefix: "3308"), Place(city: "shaoxing", prefix: "3306"),
    Place(city: "jingxian", prefix: "341823"), Place(city: "kunming", prefix: "5301"),
  ]

  private func checked(_ place: Place, persons: Int, training: Int = 6) throws -> ContractChecker {
    let folder = Folder()
    try folder.write(place.city, persons: persons, training: training)
    var checker = ContractChecker(regionPrefix: place.prefix)
    for table in Table.all { checker.read(table, try folder.text(table.name)) }
    checker.check()
    return checker
  }

  @Test(arguments: places, [101, 300, 900])
  func isValidUnderTheContract(_ place: Place, persons: Int) throws {
    let checker = try checked(place, persons: persons)
    #expect(checker.faults.prefix(10) == [])
    #expect(checker[.persons].count == persons)
    if persons >= 300 {
      for table in TableName.allCases { #expect(!checker[table].isEmpty, "\(table)") }
    }
  }

  @Test(arguments: places) func trainingKeepsToTheAmountAskedFor(_ place: Place) throws {
    let folder = Folder()
    try folder.write(place.city)
    let rows = try folder.bytes(.trainingRecords).count { $0 == 10 } - 1
    #expect((52...62).contains(rows / 300))
  }

  @Test(arguments: places) func waiversNameTheCitysIndicatorsAndSubjectsThatExist(_ place: Place) throws {
    let checker = try checked(place, persons: 900, training: 1)
    var known: Set<String> = []
    // The ids of all these tables are in the first column.
    for table: TableName in [
      .persons, .units, .posts, .leaves, .handovers, .selections, .villages, .recallRounds, .declarations,
    ] {
      known.formUnion(checker[table].map { $0[0] })
    }
    let waiver = RowReader(.waivers)
    for cells in checker[.waivers] {
      let subject = waiver("subject_id", cells)
      #expect(waiver("indicator", cells).hasPrefix(place.city + "."))
      #expect(subject.split(separator: ">").allSatisfy { known.contains(String($0)) }, "\(subject)")
    }
  }

  @Test func nothingIsDatedAfterTheLastYear() throws {
    let folder = Folder()
    try folder.write("shaoxing", training: 6, years: 2020...2023)
    for table in Table.all {
      let records = CSVText.records(try folder.text(table.name))
      for (index, column) in table.columns.enumerated() {
        guard case .date(let sight) = column.type, sight != .open else { continue }
        // One commitment is dated in the future by a slip.
        let late = records.dropFirst().map { $0[index] }.filter { $0 > "2023-12-31" && $0 != "2099-04-01" }
        #expect(late.prefix(3) == [], "\(table.name).\(column.name)")
      }
    }
  }

  /// Those hired in the last weeks of the last year are few: it takes some thousands to have them.
  @Test func noPostBeginsBeforeItsHolderWasHired() throws {
    let checker = try checked(Self.places[3], persons: 6_000, training: 1)
    #expect(checker.faults.prefix(10) == [])
    let (person, post) = (RowReader(.persons), RowReader(.posts))
    let hired = Dictionary(uniqueKeysWithValues: checker[.persons].map { (person("person_id", $0), person("hired_on", $0)) })
    let early = checker[.posts].filter { post("started_on", $0) < hired[post("person_id", $0)] ?? "" }
    // One post begins before its holder's birth, by a slip.
    #expect(early.count == 1)
  }
}
