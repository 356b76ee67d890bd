import CadreModel
import CadreTesting
import DataContract
import Foundation
import Intake
import PolicyTesting
import SampleData
import Testing

/// An invented city fits together, but for the slips that were planted: each kind of contradiction once or a little more.
@Suite(.database(template: .migrated)) struct SampleContradictionTests {
  struct Place: Sendable, CustomTestStringConvertible {
    let city: City
    let persons: Int
    var testDescription: String { "\(city.code), \(persons)" }
  }

  static let places = [
    Place(city: SmallDelivery.quzhou, persons: 130),
    Place(
      city: City(code: "jingxian", nameChinese: "泾县", nameEnglish: "Jingxian", provinceCode: "34", regionPrefix: "341823"),
      persons: 300),
    Place(
      city: City(code: "kunming", nameChinese: "昆明市", nameEnglish: "Kunming", provinceCode: "53", regionPrefix: "5301"),
      persons: 1500),
  ]

  @Test(arguments: places) func eachKindIsPlantedAndNoneComesByItself(place: Place) async throws {
    let folder = NSTemporaryDirectory() + "cadre-slips-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try SampleRequest(city: .named(place.city.code), persons: place.persons, seed: 3, trainingPerPerson: 40).write(
      into: folder)
    let report = try await Imports.run([folder], city: place.city)
    #expect(report.findings.isEmpty)
    let counts = Dictionary(uniqueKeysWithValues: report.contradictions.map { ($0.kind, $0.stored) })
    for kind in Contradiction.allCases {
      // A slip may clash with more than one row: two heads with the present and the former one.
      #expect((1...3).contains(counts[kind] ?? 0), "\(kind): \(counts[kind] ?? 0)")
    }
  }
}
