import CadreModel
import DataContract
import PostgresClient
import Evaluation
import FoundationEssentials
import PolicyKit

/// `about.json`: what a report was made from, so that anybody can make it again and compare.
///
/// The same data makes the same bytes: nothing of the moment or the machine is in it.
struct About: Encodable {
  static let fileName = "about.json"

  let report: String
  let asOf: String
  let language: String
  let province: String?
  let runs: [RunEntry]
  let policies: [PolicyEntry]
  let deliveries: [DeliveryEntry]
  /// Policies that judge nothing yet at the date.
  let notInEffect: [String]
  private(set) var files: [WrittenFile] = []

  struct RunEntry: Encodable {
    let city: String
    let policy: String
    let asOf: String
    let runID: String
    let policyVersion: String
    let schemaVersion: Int
    let watermark: String
    let results: Int
  }

  struct PolicyEntry: Encodable {
    let policy: String
    let title: String
    let effectiveOn: String
    let parameters: [ParameterEntry]
  }

  struct ParameterEntry: Encodable {
    let name: String
    let title: String
    let clause: String
    let assumed: Bool
    let unit: String
    let value: String
    let validFrom: String
  }

  struct DeliveryEntry: Encodable {
    let city: String
    let tables: [TableEntry]
  }

  struct TableEntry: Encodable {
    let table: String
    let handedIn: Bool
    let importNumber: Int?
    let importedOn: String?
  }

  init(
    report: String, asOf: Day, language: Language, province: String? = nil, cities: [CityFigures],
    notInEffect: [Policy] = []
  ) {
    self.report = report
    self.asOf = asOf.description
    self.language = language.rawValue
    self.province = province
    runs = cities.flatMap { [$0.run] + ($0.runLastYear.map { [$0] } ?? []) }.map(RunEntry.init)
    var policies: [Policy] = []
    for city in cities where !policies.contains(where: { $0.code == city.policy.code }) { policies.append(city.policy) }
    self.policies = policies.map { PolicyEntry($0, asOf: asOf, language: language) }
    deliveries = cities.map(DeliveryEntry.init)
    self.notInEffect = notInEffect.map(\.code)
  }

  func with(files: [WrittenFile]) -> About {
    var about = self
    about.files = files
    return about
  }

  var json: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.keyEncodingStrategy = .convertToSnakeCase
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(self)) + [.lineFeed]
    }
  }
}

extension About.RunEntry {
  init(_ run: Run) {
    self.init(
      city: run.city, policy: run.policy, asOf: run.asOf.description, runID: run.id, policyVersion: run.policyVersion,
      schemaVersion: run.schemaVersion, watermark: run.watermark, results: run.resultCount)
  }
}

extension About.PolicyEntry {
  init(_ policy: Policy, asOf: Day, language: Language) {
    self.init(
      policy: policy.code, title: policy.configuration.title.text(in: language),
      effectiveOn: policy.configuration.effectiveOn.description,
      parameters: policy.configuration.parameters.compactMap { parameter in
        guard let dated = parameter.values.last(where: { $0.validFrom <= asOf }) else { return nil }
        return About.ParameterEntry(
          name: parameter.name, title: parameter.title.text(in: language), clause: parameter.clause,
          assumed: parameter.basis == .assumed, unit: parameter.unit, value: dated.value.description,
          validFrom: dated.validFrom.description)
      })
  }
}

extension About.DeliveryEntry {
  init(_ figures: CityFigures) {
    self.init(
      city: figures.city.code,
      tables: figures.deliveries.map { delivery in
        About.TableEntry(
          table: delivery.table.rawValue, handedIn: delivery.lastImport != nil,
          importNumber: delivery.lastImport?.number, importedOn: delivery.lastImport?.on.description)
      })
  }
}
