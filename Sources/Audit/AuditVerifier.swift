public import PostgresClient

/// What came of verifying the log.
public struct AuditVerdict: Sendable, Hashable {
  /// How many entries are right, from the first on.
  public let entries: Int
  /// The digest of the last of these.
  public let head: String
  /// Nothing where the log is as it was written. The chain's flaw first: only the first one can be told.
  public let flaws: [AuditFlaw]
}

/// Recomputes the log's chain from its first entry, here and not on the server, and compares what it says of imports with
/// their records.
public struct AuditVerifier: Sendable {
  let connection: PostgresConnection
  /// Of a longer log the second half is followed beside the first, by a connection of its own.
  let mostEntriesAlone: Int

  public init(connection: PostgresConnection) {
    self.init(connection: connection, mostEntriesAlone: 50_000)
  }

  init(connection: PostgresConnection, mostEntriesAlone: Int) {
    self.connection = connection
    self.mostEntriesAlone = mostEntriesAlone
  }

  /// The lines that digests are taken of, each with its digest. The same with psql and `sha256sum` verifies without us.
  ///
  /// - Parameters:
  ///   - first: the entry that they follow.
  ///   - last: the last of them; nil: all that follow.
  static func lines(after first: Int, until last: Int?) -> String {
    """
    copy (
      select
        \(AuditEntry.columns),
        e.previous_digest,
        e.digest
      from audit_entries e
      where e.entry_number > \(first)\(last.map { "\n    and e.entry_number <= \($0)" } ?? "")
      order by e.entry_number
    ) to stdout
    """
  }

  /// - Parameter known: a digest, or 8 digits of its beginning at least, that was noted down from an earlier verdict: the log must
  ///   hold it still, which a log written anew does not.
  public nonisolated(nonsending) func verify(known: String? = nil) async throws -> AuditVerdict {
    try await connection.withTransaction(.snapshot) { connection in
      let chain = try await wholeChain(connection)
      var flaws = chain.flaw.map { [$0] } ?? []
      if chain.flaw == nil, let noted = try await notedHead(connection),
        noted.entry != chain.count || noted.digest != chain.headText
      {
        flaws.append(.end(found: chain.count, noted: noted.entry))
      }
      flaws += try await importFlaws(connection)
      if let known, try await !holds(known.lowercased(), connection) { flaws.append(.unknownDigest(known)) }
      return AuditVerdict(entries: chain.count, head: chain.headText, flaws: flaws)
    }
  }

  private nonisolated(nonsending) func wholeChain(_ connection: PostgresConnection) async throws -> AuditStretch {
    let rows = try await connection.query(
      Statement("length of the log", "select coalesce(max(e.entry_number), 0) as last from audit_entries e"))
    let last = try rows.first?.decode("last", as: Int.self) ?? 0
    // Where no second connection is to be had, one goes through all of them.
    guard last > mostEntriesAlone, let other = try? await PostgresConnection.connect(connection.configuration) else {
      return try await Self.stretch(connection, after: 0, until: nil)
    }
    let (middle, snapshot) = (last / 2, try await connection.shareSnapshot())
    async let second = Self.laterStretch(other, after: middle, seeing: snapshot)
    var chain = try await Self.stretch(connection, after: 0, until: middle)
    chain.append(try await second)
    return chain
  }

  private static func laterStretch(
    _ connection: PostgresConnection, after first: Int, seeing snapshot: SharedSnapshot
  ) async throws -> AuditStretch {
    let found: Result<AuditStretch, any Error>
    do {
      found = .success(
        try await connection.withTransaction(.snapshot(of: snapshot)) { connection in
          try await stretch(connection, after: first, until: nil)
        })
    } catch { found = .failure(error) }
    await connection.close()
    return try found.get()
  }

  private static nonisolated(nonsending) func stretch(
    _ connection: PostgresConnection, after first: Int, until last: Int?
  ) async throws -> AuditStretch {
    var chain = AuditChain(after: first)
    let stream = try await connection.copyOut(Statement("entries of the log", lines(after: first, until: last), []))
    var current = try await stream.next()
    while let chunk = current {
      // The next one comes while this one is digested.
      async let following = stream.next()
      chain.take(chunk)
      current = try await following
    }
    return chain.stretch
  }

  private nonisolated(nonsending) func notedHead(
    _ connection: PostgresConnection
  ) async throws -> (entry: Int, digest: String)? {
    let rows = try await connection.query(
      Statement(
        "head of the log",
        """
        select
          h.entry_number,
          h.digest
        from chain_heads h
        where h.chain = 'audit'
        """))
    guard let row = rows.first else { return (0, "") }
    return (try row.decode("entry_number"), try row.decode("digest"))
  }

  private nonisolated(nonsending) func importFlaws(_ connection: PostgresConnection) async throws -> [AuditFlaw] {
    let rows = try await connection.query(
      Statement(
        "imports unlike the log",
        """
        select
          u.city,
          u.import_number,
          u.entry_number
        from cadre.imports_unlike_log() u
        """))
    return try rows.map { row in
      let (city, number): (String, Int) = (try row.decode("city"), try row.decode("import_number"))
      guard let entry = try row.decode("entry_number", as: Int?.self) else {
        return .importNotEntered(city: city, number: number)
      }
      return .importRecord(city: city, number: number, entry: entry)
    }
  }

  private nonisolated(nonsending) func holds(_ known: String, _ connection: PostgresConnection) async throws -> Bool {
    let rows = try await connection.query(
      Statement(
        "entry of a digest",
        """
        select e.entry_number
        from audit_entries e
        where left(e.digest, length($1)) = $1
        limit 1
        """, [.text(known)]))
    return !rows.isEmpty
  }
}
