public import Audit
public import CadreModel
public import Digest
import Files
public import PolicyKit
public import PostgresClient
public import Publications
public import Results

/// Seals a report of what cities were judged to be: reads and digests the results, writes the files with the publication's mark
/// on each page, and keeps all of it.
public struct PublicationMaker: Sendable {
  public let asOf: Day
  public let title: String
  private let library: PolicyLibrary
  private let chosen: [CityUnderPolicy]?
  private let language: Language
  private let forms: ReportForms

  /// - Parameters:
  ///   - library: whose cities are reported on.
  ///   - cities: nil for the overview and every city's report; else the reports on these.
  /// - Throws: `PublicationError.title`.
  public init(
    library: PolicyLibrary, asOf: Day, title: String, cities: [CityUnderPolicy]?, language: Language,
    _ forms: ReportForms = .standard
  ) throws(PublicationError) {
    guard !title.isEmpty, title.utf8.count <= 1_000,
      !title.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw .title }
    self.library = library
    self.asOf = asOf
    self.title = title
    chosen = cities
    self.language = language
    self.forms = forms
  }

  /// The cities that are to be judged first, each under its own policy.
  public var cities: [CityUnderPolicy] { chosen ?? OverviewMaker(library: library, asOf: asOf).cities }

  /// Publishes, one at a time: others wait.
  ///
  /// - Parameters:
  ///   - author: who publishes.
  ///   - key: signs the seal; nil for none.
  ///   - pool: of three connections at least.
  /// - Throws: `PublicationError.nothingToPublish`; `PrintingError` where a page cannot be printed; `ResultsError.replaced`,
  ///   `AuditError.notAppended`, `OutputError`, `PostgresError`. Nothing is published then.
  public nonisolated(nonsending) func publish(
    _ judged: [JudgedCity], by author: AuditAuthor, signedWith key: SigningKey? = nil, on pool: ConnectionPool
  ) async throws -> Seal {
    guard !judged.isEmpty else { throw PublicationError.nothingToPublish }
    return try await pool.withConnection { connection in
      let store = PublicationStore(connection: connection)
      return try await connection.holding([PublicationStore.lock]) {
        let beginning = try await store.beginning()
        var runs: [Run] = []
        var sealed: [SealedRun] = []
        for city in judged {
          let own = [city.run] + (city.runLastYear.map { [$0] } ?? [])
          runs += own
          sealed += try await connection.withResults(of: own, in: city.city.code) { connection in
            var sealed: [SealedRun] = []
            for run in own { sealed.append(try await SealedRun(run, on: connection)) }
            return sealed
          }
        }
        var seal = Seal(
          number: beginning.number, title: title, asOf: asOf, previous: beginning.previous, auditEntry: beginning.auditEntry,
          auditDigest: beginning.auditDigest, publishedOn: beginning.now, publishedBy: author.osUser, login: beginning.login,
          programVersion: author.programVersion, runs: sealed)
        let room = try PublicationRoom()
        // The reports' folders lie in it.
        defer { withExtendedLifetime(room) {} }
        let reports = try await finish(judged, stamp: seal.stamp, in: room, on: pool)
        if let unprinted = reports.compactMap(\.unprinted).first { throw unprinted }
        var sources: [SealedFile: String] = [:]
        for report in reports {
          for (file, source) in try report.sealedFiles() { sources[file] = source }
        }
        seal.files = sources.keys.sorted { $0.path < $1.path }
        var signature: [UInt8]?
        if let key {
          signature = key.signature(of: Array(seal.text.utf8))
          guard signature != nil else { throw PublicationError.key("") }
        }
        try await store.keep(seal, runs: runs, sources: sources, signature: signature, by: author)
        return seal
      }
    }
  }

  /// Writes the files of all reports, where nobody sees them.
  private nonisolated(nonsending) func finish(
    _ judged: [JudgedCity], stamp: PublicationStamp, in room: PublicationRoom, on pool: ConnectionPool
  ) async throws -> [FinishedReport] {
    var forms = forms
    forms.stamp = stamp
    guard chosen != nil else {
      let maker = try AllReportsMaker(library: library, asOf: asOf, language: language, to: room.root, forms)
      return try await maker.finish(judged, on: pool)
    }
    var finished: [FinishedReport] = []
    for city in judged {
      let maker = try CityReportMaker(city.under, asOf: asOf, language: language, to: room.root, forms)
      finished.append(try await maker.finish(city, on: pool))
    }
    return finished
  }
}

/// Where the reports of a publication are written before they are kept; gone when nobody needs it any more.
final class PublicationRoom: Sendable {
  private let folder: TemporaryFolder
  /// The folder that the reports believe to be theirs. No file ever comes to lie in it.
  let root: String

  init() throws(PublicationError) {
    do throws(SystemError) {
      folder = try TemporaryFolder(named: "cadre-publication")
    } catch {
      throw .unwritable("TMPDIR", error)
    }
    root = "\(folder.path)/report"
  }

  deinit { FolderTree(folder.path).remove() }
}

extension FinishedReport {
  /// Its files as a publication lists them, by their paths below the root, and where each lies now.
  fileprivate func sealedFiles() throws(OutputError) -> [(file: SealedFile, source: String)] {
    let below = String(owned.place.folder.dropFirst(owned.place.root.count).drop { $0 == "/" })
    var files: [(file: SealedFile, source: String)] = []
    for name in names {
      let source = "\(owned.path)/\(name)"
      let written = try DraftFolder(path: owned.path).written(name)
      files.append(
        (
          SealedFile(
            path: below.isEmpty ? name : "\(below)/\(name)", size: FileStatus(source)?.size ?? 0, sha256: written.sha256),
          source
        ))
    }
    return files
  }
}
