import Access
import ArgumentParser
import Audit
import CadreModel
import Digest
import Evaluation
import Files
import FoundationEssentials
import Messages
import PolicyKit
import PostgresClient
import Publications
import Reporting

/// `cadre publish`: seals a report.
struct PublishCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("publish", PublicationHelp.publish, discussion: PublicationHelp.publishDiscussion)
  }

  @OptionGroup var asOf: AsOfOptions
  @Option(help: ArgumentHelp(PublicationHelp.title, value: ValueNames.title))
  var title: String
  @Option(name: .customLong("city"), help: ArgumentHelp(PublicationHelp.cities, value: ValueNames.city))
  var names: [String] = []
  @Option(name: .customLong("format"), help: ArgumentHelp(ReportHelp.formats, value: ValueNames.format))
  var lists: [FormatList<ReportFormat>] = []
  @Option(name: .customLong("out"), help: ArgumentHelp(PublicationHelp.outAfterwards, value: ValueNames.folder))
  var folder: String?
  @Option(name: .customLong("sign-with"), help: ArgumentHelp(PublicationHelp.signWith, value: ValueNames.file))
  var keyFile: String?
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    if let folder { try Destination.checkFolder(folder) }
    let key = try keyFile.map { path in
      guard let key = SigningKey(pem: try KeyFile.bytes(path)) else { throw PublicationError.key(path) }
      return key
    }
    let library = try configuration.library()
    let lang = language.language
    let asOf = asOf.day
    var chosen: [CityUnderPolicy] = []
    for name in names {
      let city = try library.judged(city: name, policy: nil, asOf: asOf)
      if !chosen.contains(where: { $0.city == city.city }) { chosen.append(city) }
    }
    let maker = try PublicationMaker(
      library: library, asOf: asOf, title: title, cities: names.isEmpty ? nil : chosen, language: lang, forms)
    let evaluator = Operator.evaluator(library, lang)
    let author = Operator.author(of: "publish")
    let folder = folder
    // Three: two read what is reported while one holds the chain.
    let seal = try await database.withPool(3, library, configuration, lang, needing: .duty(.publisher, chosen.map(\.city))) {
      pool in
      let seal = try await evaluator.judging(try await maker.cities.seen(on: pool), asOf: asOf, afresh: false, on: pool) {
        judged in
        try await maker.publish(judged, by: author, signedWith: key, on: pool)
      }
      if let folder {
        try await pool.withConnection { connection in
          let store = PublicationStore(connection: connection)
          guard let publication = try await store.publication(seal.number) else { throw PublicationError.unknown(seal.number) }
          try await store.write(publication, to: folder, by: author)
        }
      }
      return seal
    }
    Terminal.print(PublicationMessages.published(seal.number, title: seal.title).text(in: lang))
    Terminal.print(PublicationMessages.seal(seal.digest).text(in: lang))
    if let folder { Terminal.print(PublicationMessages.written(seal.number, to: folder).text(in: lang)) }
  }

  private var forms: ReportForms {
    guard !lists.isEmpty else { return .standard }
    return ReportForms(
      Set(lists.flatMap(\.formats)), environment: ProcessInfo.processInfo.environment,
      readings: { try CatalogueBooks.readings(of: $0) })
  }
}

/// Reads keys.
enum KeyFile {
  /// A key is short: of what is longer, this much.
  private static let most = 64 * 1024

  /// - Throws: `PublicationError.key` for a file that cannot be read.
  static func bytes(_ path: String) throws(PublicationError) -> [UInt8] {
    do {
      let file = try OpenFile(path, for: .reading)
      var buffer = [UInt8](repeating: 0, count: most)
      let count = try file.read(into: &buffer)
      return Array(buffer[..<count])
    } catch {
      throw .key(path)
    }
  }
}
