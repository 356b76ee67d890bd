import DataContract
import SampleData
import Testing

/// Every city, small and not so small, is valid under the contract and fills every table.
@Suite struct SampleContractTests {
  struct Place: Sendable, CustomTestStringConvertible {
    let city: String
    let prefix: String
    let persons: Int
    var testDescription: String { "\(city), \(persons) persons" }
  }

  static let places = [("quzhou", "3308"), ("shaoxing", "3306"), ("jingxian", "341823"), ("kunming", "5301")].flatMap {
    [Place(city: $0.0, prefix: $0.1, persons: 100), Place(city: $0.0, prefix: $0.1, persons: 300), Place(city: $0.0, prefix: $0.1, persons: 1500)]
  }

  private func checked(_ place: Place, training: Int = 60) throws -> ContractChecker {
    let folder = Folder()
    try folder.write(place.city, persons: place.persons, training: training)
    var checker = ContractChecker(regionPrefix: place.prefix)
    for table in Table.all { checker.read(table, try folder.text(table.name)) }
    checker.check()
    return checker
  }

  @Test(arguments: places) func isValidUnderTheContract(_ place: Place) throws {
    let checker = try checked(place, training: place.persons > 1000 ? 10 : 60)
    #expect(checker.faults.prefix(10) == [])
    #expect(checker[.persons].count == place.persons)
    if place.persons >= 300 {
      for table in TableName.allCases { #expect(!checker[table].isEmpty, "\(table)") }
    }
  }

  @Test(arguments: places.filter { $0.persons == 300 }) func trainingKeepsToTheAmountAskedFor(_ place: Place) throws {
    let checker = try checked(place)
    let perPerson = checker[.trainingRecords].count / place.persons
    #expect((52...62).contains(perPerson))
  }

  @Test(arguments: places.filter { $0.persons == 1500 }) func waiversNameTheCitysIndicatorsAndSubjectsThatExist(_ place: Place) throws {
    let checker = try checked(place, training: 5)
    var known: Set<String> = []
    let keys: [(TableName, String)] = [
      (.persons, "person_id"), (.units, "unit_id"), (.posts, "post_id"), (.leaves, "leave_id"), (.handovers, "handover_id"),
      (.selections, "selection_id"), (.villages, "village_id"), (.recallRounds, "recall_id"), (.declarations, "declaration_id"),
    ]
    for (table, column) in keys { known.formUnion(checker[table].compactMap { $0[column] }) }
    for waiver in checker[.waivers] {
      let subject = waiver["subject_id"] ?? ""
      #expect((waiver["indicator"] ?? "").hasPrefix(place.city + "."))
      #expect(subject.split(separator: ">").allSatisfy { known.contains(String($0)) }, "\(subject)")
    }
  }

  @Test func nothingIsDatedAfterTheLastYear() throws {
    let folder = Folder()
    try folder.write("shaoxing", years: 2020...2023)
    for table in Table.all {
      let records = CSVText.records(try folder.text(table.name))
      for (index, column) in table.columns.enumerated() {
        guard case .date(let sight) = column.type, sight != .open else { continue }
        let late = records.dropFirst().map { $0[index] }.filter { $0 > "2023-12-31" }
        #expect(late.prefix(3) == [], "\(table.name).\(column.name)")
      }
    }
  }
}
