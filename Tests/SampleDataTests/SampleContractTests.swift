import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import SampleData
import Testing

/// Every city, small and not so small, is valid under the contract and fills every table.
@Suite struct SampleContractTests {
  /// The cities of the register that a sample can be like.
  static let cities = (try? PolicyLibrary.shipped().register.cities.filter { $0.sample != nil }.map(\.city.code)) ?? []

  @Test func theRegisterHasCities() {
    #expect(Set(Self.cities).isSuperset(of: ["quzhou", "shaoxing", "jingxian", "kunming"]))
  }

  private func checked(_ city: String, persons: Int, training: Int = 6) throws -> ContractChecker {
    let folder = Folder()
    try folder.write(city, persons: persons, training: training)
    var checker = ContractChecker(regionPrefix: try SampleCity.named(city).city.regionPrefix)
    for table in Table.all { checker.read(table, try folder.text(table.name)) }
    checker.check()
    return checker
  }

  @Test(arguments: cities, [101, 300, 900])
  func isValidUnderTheContract(_ city: String, persons: Int) throws {
    let checker = try checked(city, persons: persons)
    #expect(checker.faults.prefix(10) == [])
    #expect(checker[.persons].count == persons)
    if persons >= 300 {
      for table in TableName.allCases { #expect(!checker[table].isEmpty, "\(table)") }
    }
  }

  @Test(arguments: cities) func trainingKeepsToTheAmountAskedFor(_ city: String) throws {
    let folder = Folder()
    try folder.write(city)
    let rows = try folder.bytes(.trainingRecords).count { $0 == 10 } - 1
    #expect((52...62).contains(rows / 300))
  }

  @Test(arguments: cities) func waiversNameTheCitysIndicatorsAndSubjectsThatExist(_ city: String) throws {
    let checker = try checked(city, persons: 900, training: 1)
    var known: Set<String> = []
    // The ids of all these tables are in the first column.
    for table: TableName in [
      .persons, .units, .posts, .leaves, .handovers, .selections, .villages, .recallRounds, .declarations,
    ] {
      known.formUnion(checker[table].map { $0[0] })
    }
    let waiver = RowReader(.waivers)
    let day = try #require(Day("2025-12-31"))
    let own = try #require(PolicyLibrary.shipped().register.policy(of: city, on: day)?.policy)
    for cells in checker[.waivers] {
      let subject = waiver("subject_id", cells)
      #expect(own.indicator(waiver("indicator", cells)) != nil)
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
    let checker = try checked("kunming", persons: 6_000, training: 1)
    #expect(checker.faults.prefix(10) == [])
    let (person, post) = (RowReader(.persons), RowReader(.posts))
    let hired = Dictionary(uniqueKeysWithValues: checker[.persons].map { (person("person_id", $0), person("hired_on", $0)) })
    let early = checker[.posts].filter { post("started_on", $0) < hired[post("person_id", $0)] ?? "" }
    // One post begins before its holder's birth, by a slip.
    #expect(early.count == 1)
  }
}
