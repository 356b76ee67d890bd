import CadreModel
import DataContract
import Foundation
import PolicyKit
import PolicyTesting
import SampleData
import Testing

/// A city that the program does not know is invented from its file alone.
@Suite struct AddedCityTests {
  @Test func aPolicyWithItsCityHasASample() throws {
    let library = try PolicyLibrary.shipped(with: [FifthCity.text], files: FifthCity.files())
    let folder = Folder()
    _ = try SampleRequest(
      city: .named("huzhou", in: library), persons: 400, seed: 7, trainingPerPerson: 4
    ).write(into: folder.path)
    var checker = ContractChecker(regionPrefix: "3305", policies: library.policies.map(\.code))
    for table in Table.all { checker.read(table, try folder.text(table.name)) }
    checker.check()
    #expect(checker.faults.prefix(10) == [])
    #expect(try folder.text(.units).contains("中共安吉县委员会"))
    #expect(try folder.text(.documents).contains("huzhou.1,学习办法,2020-0"))
    #expect(try folder.text(.attestations).contains("huzhou.1"))
    let waiver = RowReader(.waivers)
    #expect(Set(checker[.waivers].map { waiver("indicator", $0) }) == ["huzhou.1.study"])
  }
}
