import Bytes
import CadreModel
import DataContract
import FoundationEssentials
import PolicyKit
import PostgresClient
import Publications
import Results

/// `about.json`: what a report was made from, so that anybody can make it again and compare.
///
/// The same data makes the same bytes: nothing of the moment or the machine is in it.
struct About: Encodable {
  static let fileName = "about.json"

  let report: String
  /// The city and policy of a city's report, the province of an overview of one: what tells it from others of its date.
  let scope: String?
  let asOf: String
  /// The latest day that a row of the data is dated.
  let newestFact: String?
  let language: String
  let province: String?
  let cities: [CityEntry]
  let runs: [RunEntry]
  let policies: [PolicyEntry]
  let deliveries: [DeliveryEntry]
  let missingTables: [MissingEntry]
  let warnings: [WarningEntry]
  /// Cities whose policy judges nothing yet at the date.
  let notInEffect: [String]
  /// Which publication the report is; nil where it is none.
  let publication: PublicationEntry?
  private(set) var files: [WrittenFile] = []

  /// What a publication's pages carry.
  struct PublicationEntry: Encodable {
    let number: Int
    let title: String
    let digest: String
    let previous: String
  }

  /// Which policy a city is judged under.
  struct CityEntry: Encodable {
    let city: String
    let policy: String
    /// The first day as of which it is.
    let since: String
    /// What of the city's file is not as the program brings it.
    let changed: [ChangeEntry]
  }

  struct RunEntry: Encodable {
    let city: String
    let policy: String
    let asOf: String
    let runID: String
    let scenario: String
    let rulesDigest: String
    let parametersDigest: String
    let schemaVersion: Int
    let watermark: String
    /// Nil where all that was stored was judged.
    let knownAsOf: Int?
    let results: Int
  }

  struct PolicyEntry: Encodable {
    let policy: String
    let title: String
    let effectiveOn: String
    let parametersFrom: OriginEntry
    let parametersChanged: [ChangeEntry]
    let parameters: [ParameterEntry]
  }

  /// Where parameters came from.
  struct OriginEntry: Encodable {
    let text: String
    /// Nil for those that the program brings.
    let folder: String?
  }

  /// A parameter or another entry that is not as the program brings it.
  struct ChangeEntry: Encodable {
    let name: String
    let title: String
    let shipped: String
    let used: String
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

  /// Tables that an indicator needs and the city has never handed in.
  struct MissingEntry: Encodable {
    let city: String
    let tables: [String]
  }

  /// What the reader should know before the figures.
  struct WarningEntry: Encodable {
    let city: String
    let kind: String
    let text: String
    let count: Int?
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

  /// - Parameters:
  ///   - newest: the newest fact, of a report that is of no run.
  ///   - trends: which earlier runs it tells of, too.
  ///   - others: further runs that it tells of.
  init(
    of subject: ReportSubject, language: Language, province: String? = nil, cities: [CityFigures],
    notInEffect: [CityUnderPolicy] = [], newest: Day? = nil, trends: [CityTrend] = [],
    alsoOf others: [Run] = [], publication: PublicationStamp? = nil
  ) {
    let asOf = subject.asOf
    report = subject.report
    scope = subject.scope
    self.asOf = asOf.description
    newestFact = (cities.compactMap(\.newestFact).max() ?? newest)?.description
    self.language = language.rawValue
    self.province = province
    let compared = cities.flatMap { [$0.run] + ($0.runLastYear.map { [$0] } ?? []) }
    runs = (compared + trends.flatMap { $0.points.map(\.run) } + others).distinct.map(RunEntry.init)
    self.cities = cities.map { CityEntry($0, language: language) }
    // Of each policy once, though it be several cities'.
    policies = cities.map(\.policy.code).distinct.compactMap { code in
      cities.first { $0.policy.code == code }.map {
        PolicyEntry($0.policy, $0.parameters, asOf: asOf, language: language)
      }
    }
    deliveries = cities.map(DeliveryEntry.init)
    missingTables = cities.filter { !$0.missingTables.isEmpty }.map { figures in
      MissingEntry(city: figures.city.code, tables: figures.missingTables.map(\.rawValue))
    }
    warnings = cities.flatMap { figures in
      figures.warnings.map { warning in
        WarningEntry(
          city: figures.city.code, kind: warning.kind, text: warning.text.text(in: language), count: warning.count)
      }
    }
    self.notInEffect = notInEffect.map(\.city.code)
    self.publication = publication.map {
      PublicationEntry(number: $0.number, title: $0.title, digest: $0.contentDigest, previous: $0.previous)
    }
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
      city: run.city, policy: run.policy, asOf: run.asOf.description, runID: run.reference,
      scenario: run.scenario, rulesDigest: run.rulesDigest, parametersDigest: run.parametersDigest,
      schemaVersion: run.schemaVersion, watermark: run.watermark, knownAsOf: run.knownAsOf, results: run.resultCount)
  }
}

extension About.CityEntry {
  init(_ figures: CityFigures, language: Language) {
    self.init(
      city: figures.city.code, policy: figures.policy.code, since: figures.under.since.description,
      changed: figures.parameters.changes(of: .city(figures.city.code)).map { About.ChangeEntry($0, language) })
  }
}

extension About.ChangeEntry {
  init(_ change: ConfigurationChange, _ language: Language) {
    self.init(name: change.name, title: change.title.text(in: language), shipped: change.shipped, used: change.used)
  }
}

extension About.PolicyEntry {
  init(_ policy: Policy, _ source: ParameterSource, asOf: Day, language: Language) {
    self.init(
      policy: policy.code, title: policy.configuration.title.text(in: language),
      effectiveOn: policy.configuration.effectiveOn.description,
      parametersFrom: About.OriginEntry(
        text: source.origin.label.text(in: language), folder: source.origin.folder),
      parametersChanged: source.changes(of: .policy(policy.code)).map { About.ChangeEntry($0, language) },
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
