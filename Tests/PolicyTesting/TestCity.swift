public import CadreModel
import CadreTesting
public import DataContract
import Evaluation
public import PolicyKit
public import PostgresClient
import Schema

/// A city of a few rows, whose results are compared with values worked out by hand.
///
/// `add` needs only the cells that the test is about: what else a row must have gets a plain value of its type.
public struct TestCity: Sendable {
  public let code: String
  public let connection: PostgresConnection
  public let library: PolicyLibrary

  /// - Parameter library: the policies to judge by; those that ship where nil.
  public init(_ code: String, library: PolicyLibrary? = nil) async throws {
    self.code = code
    connection = try await TestDatabase.current.connect()
    self.library = try library ?? PolicyLibrary.shipped()
    for table in Self.tablesInParts.map(\.rawValue) {
      try await connection.execute(
        Statement(
          "partition",
          "create table if not exists cadre.\(table)_\(code) partition of \(table) for values in ('\(code)')", []))
    }
  }

  /// The tables of the contract that have a partition for each city.
  private static let tablesInParts: [TableName] = [
    .posts, .trainingRecords, .talks, .activities, .leaves, .assessments, .welfare, .scores, .scoreItems, .selections,
    .commitments, .decisions, .archives, .villageVettings, .attestations, .passports,
  ]

  /// Adds a row; cells by column name, as text in PostgreSQL's form (`{a,b}` for lists).
  public func add(_ table: TableName, _ cells: [String: String?]) async throws {
    var names = ["city_code"]
    var values: [Parameter] = [.text(code)]
    var places = ["$1"]
    for column in Table[table].columns {
      let value: String?
      if let given = cells[column.name] { value = given } else { value = Self.plainValue(of: column) }
      guard let value else { continue }
      names.append(quotedIdentifier(column.name))
      values.append(.text(value))
      let place = "$\(values.count)"
      if case .number = column.type, AmountStorage(of: table) == .hundredths {
        places.append("\(place)::numeric * 100")
      } else {
        places.append(place)
      }
    }
    let unknown = cells.keys.filter { name in !Table[table].columns.contains { $0.name == name } }
    precondition(unknown.isEmpty, "\(table.rawValue) has no column \(unknown)")
    try await connection.execute(
      Statement(
        "add \(table.rawValue)",
        """
        insert into \(table.rawValue) (\(names.joined(separator: ", ")))
        values (\(places.joined(separator: ", ")))
        """, values))
  }

  /// What a required cell holds where a test does not care.
  private static func plainValue(of column: DataContract.Column) -> String? {
    guard column.presence == .required else { return nil }
    return switch column.type {
    case .id, .reference, .subject: "x"
    case .text: "text"
    case .date: "2000-01-01"
    case .bool: "false"
    case .number: "1"
    case .integer(.year): "1900"
    case .integer: "1"
    case .code(let codes): codes.first?.code
    case .tags: "{}"
    case .regionCode: "330800"
    case .half: "2025H1"
    case .identityNumber, .clause, .indicator: "text"
    }
  }

  /// Brings `training_years` up to the records that were added, as the import does.
  public func addUpTraining() async throws {
    try await connection.execute(
      Statement("clear training years", "delete from training_years where city_code = $1", [.text(code)]))
    try await connection.execute(
      Statement(
        "add up training",
        """
        insert into training_years (
          city_code, person_id, year, records, hours, days, \(TrainingMode.allCases.map(\.daysColumn).joined(separator: ", ")),
          first_on, settled_on
        )
        select
          t.city_code,
          t.person_id,
          extract(year from t.completed_on),
          count(*),
          sum(t.hours),
          sum(t.days),
          \(TrainingMode.allCases.map { "coalesce(sum(t.days) filter (where c.mode = '\($0.rawValue)'), 0)" }
            .joined(separator: ", ")),
          min(t.completed_on),
          greatest(max(t.completed_on), max(c.started_on))
        from training_records t
        left join training_classes c on c.city_code = t.city_code and c.class_id = t.class_id
        where t.city_code = $1
        group by t.city_code, t.person_id, extract(year from t.completed_on)
        """, [.text(code)]))
  }

  /// Switches the checks of references off or on: while they are off, rows may come in any order and name missing ones.
  public func checkReferences(_ checked: Bool) async throws {
    try await connection.execute(
      Statement("references", "set session_replication_role = \(checked ? "origin" : "replica")", []))
  }

  /// A live unit of the city's own region.
  public func unit(_ id: String, kind: String = "organ", level: String = "city", _ more: [String: String?] = [:])
    async throws
  {
    try await add(
      .units,
      ["unit_id": id, "unit_name": id, "unit_kind": kind, "level": level].merging(more) { _, new in new })
  }

  /// A person employed since 2000, born 1970, a Party member.
  public func person(_ id: String, _ more: [String: String?] = [:]) async throws {
    try await add(
      .persons,
      [
        "person_id": id, "name": id, "birth_date": "1970-06-15", "hired_on": "2000-01-01", "political_status": "01",
        "managed_by": "city",
      ].merging(more) { _, new in new })
  }

  /// A current post since 2015, of staff rank and role unless said otherwise.
  public func post(_ person: String, in unit: String, id: String? = nil, _ more: [String: String?] = [:]) async throws {
    let id = id ?? "\(person)-\(unit)"
    try await add(
      .posts,
      [
        "post_id": id, "person_id": person, "unit_id": unit, "post_key": id, "rank": "staff", "role": "staff",
        "branch": "admin", "started_on": "2015-01-01", "entry": "transfer",
      ].merging(more) { _, new in new })
  }

  /// A person with one post.
  public func cadre(
    _ id: String, in unit: String, post: [String: String?] = [:], person: [String: String?] = [:]
  ) async throws {
    try await self.person(id, person)
    try await self.post(id, in: unit, post)
  }

  /// The results of one indicator at a date, by its own policy.
  public func judge(_ indicator: String, at asOf: String) async throws -> [JudgedRow] {
    guard let day = Day(asOf), let policy = library.policies.first(where: { $0.indicator(indicator) != nil }),
      let found = policy.indicator(indicator)
    else { preconditionFailure("no indicator \(indicator), or no date \(asOf)") }
    guard let judging = policy.judging(asOf: day) else { return [] }
    return try await judge(found, judging)
  }

  /// The results of an indicator under a judging.
  public func judge(_ indicator: Indicator, _ judging: Judging) async throws -> [JudgedRow] {
    let code = code
    try await addUpTraining()
    return try await connection.withTransaction { connection in
      for step in try Snapshot.steps(for: judging) {
        for sql in step.statements() {
          try await connection.execute(Statement(step.table, sql, sql.contains("$1") ? [.text(code)] : []))
        }
      }
      let rows = try await connection.query(
        Statement(
          indicator.id,
          """
          select
            subject_id, unit_id, period, status, class, observed::text, required::text, due_on::text, reason,
            evidence
          from (
          \(try indicator.select(for: judging))
          ) judged_rows
          where $1 is not null
          order by period collate "C", subject_id collate "C", class collate "C"
          """, [.text(code)]))
      for step in try Snapshot.steps(for: judging).reversed() {
        try await connection.execute(Statement("drop", "drop table \(step.table)", []))
      }
      return try rows.map(JudgedRow.init)
    }
  }
}

/// One result as the test reads it.
public struct JudgedRow: Sendable, Hashable {
  public let subject: String
  public let unit: String?
  public let period: String
  public let status: Status
  public let `class`: String?
  public let observed: String?
  public let required: String?
  public let dueOn: String?
  public let reason: Reason?
  public let evidence: [String]

  init(_ row: Row) throws {
    subject = try row.decode("subject_id")
    unit = try row.decode("unit_id")
    period = try row.decode("period")
    guard let status = Status(rawValue: try row.decode("status")) else { preconditionFailure("unknown status") }
    self.status = status
    self.class = try row.decode("class")
    observed = try row.decode("observed")
    required = try row.decode("required")
    dueOn = try row.decode("due_on")
    reason = try row.decode("reason", as: String?.self).flatMap(Reason.init(rawValue:))
    evidence = try row.decode("evidence", as: [String]?.self) ?? []
  }
}

extension Array where Element == JudgedRow {
  /// The status of one subject, where it has exactly one result.
  public func status(of subject: String) -> Status? {
    let found = filter { $0.subject == subject }
    return found.count == 1 ? found[0].status : nil
  }

  /// The one result about a subject.
  public subscript(subject: String) -> JudgedRow? {
    let found = filter { $0.subject == subject }
    return found.count == 1 ? found[0] : nil
  }
}
