import CadreModel
import Digest
public import PostgresClient
package import Results

/// Where publications are not as they were sealed.
public enum PublicationFlaw: Sendable, Hashable {
  /// Its text is not the one that its seal is the digest of.
  case changed(Int)
  case missing(Int, next: Int)
  /// It does not name the seal of the one before.
  case unconnected(Int)
  /// The newest ones are gone, or the note of the last was changed.
  case end(found: Int, noted: Int)
  /// A file that is kept is not the one that was sealed.
  case file(Int, path: String)
  case fileMissing(Int, path: String)
  case fileUnknown(Int, path: String)
  /// Results, or the record of their run, are not those that were sealed.
  case results(Int, city: String, asOf: String)
  /// The log of who looked does not hold the entry that the publication names, or none of the publication itself.
  case log(Int)
}

/// What came of verifying publications.
public struct PublicationVerdict: Sendable, Hashable {
  public let publications: Int
  /// The seal of the last one.
  public let head: String
  public let flaws: [PublicationFlaw]
  /// Publications whose files or results the login may not look into, because it may not see all their cities.
  public let unseen: [Int]
}

/// Recomputes every seal, the digests of the files and results that are kept, and the chain.
public struct PublicationVerifier: Sendable {
  let connection: PostgresConnection

  public init(connection: PostgresConnection) {
    self.connection = connection
  }

  /// - Parameter number: of the publication whose files and results are looked through; nil for all. The chain is followed in
  ///   any case.
  public nonisolated(nonsending) func verify(_ number: Int? = nil) async throws -> PublicationVerdict {
    let store = PublicationStore(connection: connection)
    let all = try await store.all()
    var flaws: [PublicationFlaw] = []
    var unseen: [Int] = []
    var previous = Seal.origin
    var isFollowed = true
    for (index, publication) in all.enumerated() {
      guard publication.number == index + 1 else {
        flaws.append(.missing(index + 1, next: publication.number))
        isFollowed = false
        break
      }
      guard SHA256.hex(of: publication.sealText) == publication.digest, let seal = publication.seal,
        seal.number == publication.number
      else {
        flaws.append(.changed(publication.number))
        isFollowed = false
        break
      }
      guard seal.previous == previous else {
        flaws.append(.unconnected(publication.number))
        isFollowed = false
        break
      }
      previous = publication.digest
      guard number == nil || number == publication.number else { continue }
      let right = try await store.right(to: seal.number)
      if right != .none { flaws += try await contents(of: seal, in: store, right) }
      if right == .files {
        for run in seal.runs where try await !isAsSealed(run) {
          flaws.append(.results(seal.number, city: run.city, asOf: run.asOf))
        }
      } else {
        unseen.append(seal.number)
      }
      if try await !isInLog(seal, digest: publication.digest) { flaws.append(.log(seal.number)) }
    }
    let head = try await connection.query(
      Statement("head of the publications", "select h.entry_number, h.digest from cadre.chain_head('publications') h")
    ).first
    let noted = try head?.decode("entry_number", as: Int.self) ?? 0
    let isRight = try head?.decode("digest", as: String.self) == previous
    // Where the chain is broken its end is of no account.
    if isFollowed, noted != all.count || !isRight {
      flaws.append(.end(found: all.count, noted: noted))
    }
    return PublicationVerdict(publications: all.count, head: previous, flaws: flaws, unseen: unseen)
  }

  private nonisolated(nonsending) func contents(
    of seal: Seal, in store: PublicationStore, _ right: PublicationRight
  ) async throws -> [PublicationFlaw] {
    var flaws: [PublicationFlaw] = []
    for file in seal.files {
      switch try await store.digest(of: file.path, in: seal.number, right) {
      case nil: flaws.append(.fileMissing(seal.number, path: file.path))
      case file.sha256: break
      default: flaws.append(.file(seal.number, path: file.path))
      }
    }
    let known = Set(seal.files.map(\.path))
    for path in try await store.paths(of: seal.number, right) where !known.contains(path) {
      flaws.append(.fileUnknown(seal.number, path: path))
    }
    return flaws
  }

  private nonisolated(nonsending) func isAsSealed(_ sealed: SealedRun) async throws -> Bool {
    try await connection.withTransaction(about: sealed.city, .snapshot) { connection in
      guard let run = try await RunReader(connection: connection).run(city: sealed.city, id: sealed.runID),
        !run.resultSet.isEmpty
      else { return false }
      return try await SealedRun(run, on: connection) == sealed
    }
  }

  /// True also where the session may not read the log.
  private nonisolated(nonsending) func isInLog(_ seal: Seal, digest: String) async throws -> Bool {
    let rights = try await connection.query(
      Statement("right to the log", "select has_table_privilege('cadre.audit_entries', 'select') as is_granted"))
    guard try rights.first?.decode("is_granted", as: Bool.self) == true else { return true }
    let rows = try await connection.query(
      Statement(
        "publication in the log",
        """
        select
          $1::bigint = 0 or exists (
            select
            from audit_entries e
            where e.entry_number = $1::bigint
              and e.digest = $2
          ) as holds_anchor,
          exists (
            select
            from audit_entries e
            where e.entry_number > $1::bigint
              and e.kind = 'publication'
              and e.content_digest = $3
          ) as holds_entry
        """, [.int(Int64(seal.auditEntry)), .text(seal.auditDigest), .text(digest)]))
    guard let row = rows.first else { return false }
    return try row.decode("holds_anchor") && row.decode("holds_entry")
  }
}

extension SealedRun {
  /// Reads all results of a run and takes their digest; within a transaction about the city that keeps them.
  package init(_ run: Run, on connection: PostgresConnection) async throws {
    self.init(
      city: run.city, runID: run.id, policy: run.policy, asOf: run.asOf.description, rulesDigest: run.rulesDigest,
      parametersDigest: run.parametersDigest, watermark: run.watermark, resultCount: run.resultCount,
      resultsDigest: try await run.resultsDigest(on: connection), scenario: run.scenario)
  }
}
