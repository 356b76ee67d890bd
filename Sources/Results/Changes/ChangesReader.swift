public import CadreModel
import DataContract
import IdentityNumbers
import Journal
import PolicyKit
import PostgresClient

/// Reads what stands otherwise on two sides, and why, within the transaction that has compared them.
public struct ChangesReader: Sendable {
  private let tables: FlipTables
  private let changed: ChangedTables

  package init(tables: FlipTables, changed: ChangedTables) {
    self.tables = tables
    self.changed = changed
  }

  private var connection: PostgresConnection { tables.connection }
  private var policy: Policy { tables.city.policy }
  private var city: String { tables.city.city.code.sqlLiteral }

  // MARK: Figures

  /// - Throws: `PostgresError`.
  public nonisolated(nonsending) func figures() async throws -> ChangesFigures {
    let reader = FiguresReader(connection: connection)
    let before = try await reader.indicators(of: tables.before, policy: policy)
    let after = try await reader.indicators(of: tables.after, policy: policy)
    let moves = try await moves()
    return ChangesFigures(
      city: tables.city, before: tables.before, after: tables.after,
      imports: changed.isUnknown ? (nil, nil) : importsSeen, parameters: parameters,
      indicators: zip(before, after).filter { $0.1.indicator.rule.kind != .statistic }.map { before, after in
        ChangesFigures.Indicators(
          article: after.article, indicator: after.indicator, before: before.tally, after: after.tally,
          moves: moves[after.ordinal] ?? [:], isComplete: before.missingTables.isEmpty && after.missingTables.isEmpty)
      })
  }

  private var importsSeen: (Int?, Int?) {
    guard changed.end > 0 else { return (nil, nil) }
    return changed.isBackwards ? (changed.end, changed.begin) : (changed.begin, changed.end)
  }

  private var parameters: [ChangesFigures.Parameter] {
    let (from, to) = (tables.before.asOf, tables.after.asOf)
    return policy.configuration.parameters(between: from, and: to).map { parameter in
      ChangesFigures.Parameter(
        name: "\(policy.code).\(parameter.name)", title: parameter.title,
        before: parameter.value(on: from)?.description ?? "", after: parameter.value(on: to)?.description ?? "")
    }
  }

  private nonisolated(nonsending) func moves() async throws -> [Int: [ChangeCause: [ChangesFigures.Move]]] {
    let rows = try await connection.query(
      Statement(
        "changes by cause",
        """
        select
          f.ordinal::integer as ordinal,
          f.cause,
          f.status_before,
          f.status_after,
          count(*) as count
        from \(FlipTables.flips) f
        group by
          f.ordinal,
          f.cause,
          f.status_before,
          f.status_after
        """, []))
    var moves: [Int: [ChangeCause: [ChangesFigures.Move]]] = [:]
    for row in rows {
      guard let cause = ChangeCause(rawValue: try row.decode("cause")) else { continue }
      moves[try row.decode("ordinal"), default: [:]][cause, default: []].append(
        ChangesFigures.Move(
          from: try Status(column: "status_before", of: row), to: try Status(column: "status_after", of: row),
          count: try row.decode("count")))
    }
    return moves
  }

  // MARK: Results

  /// Calls `body` with every result that stands otherwise, in catalogue order, then by subject, so many at once.
  ///
  /// - Parameter limit: no more than so many in all; nil: all.
  /// - Throws: `PostgresError`, what `body` throws.
  public nonisolated(nonsending) func flips(
    _ language: Language, limit: Int? = nil, _ body: ([Flip]) throws -> Void
  ) async throws {
    var left = limit ?? .max
    for (offset, indicator) in policy.indicators.enumerated() where left > 0 {
      var page: [Flip] = []
      for try await row in try await connection.stream(
        select(indicator, offset + 1, language, limit: limit == nil ? nil : left))
      {
        page.append(try flip(row, indicator))
        left -= 1
        if page.count == Self.rowsAtOnce {
          try body(page)
          page = []
        }
      }
      if !page.isEmpty { try body(page) }
    }
  }

  private static let rowsAtOnce = 1_000

  private func select(_ indicator: Indicator, _ ordinal: Int, _ language: Language, limit: Int?) -> Statement {
    let named = SubjectName(of: indicator.subjectKind, subject: "f.subject_id", city: city, language: language)
    let amounts = ["observed_before", "observed_after", "required_before", "required_after"]
    return Statement(
      "what changed",
      """
      select
        f.number,
        f.subject_id,
        \(named.name) as subject_name,
        f.unit_id,
        u.unit_name,
        f.period,
        f.status_before,
        f.status_after,
        f.class_before,
        f.class_after,
        f.cause,
        \(amounts.map { "f.\($0)::text as \($0)" }.joined(separator: ",\n  ")),
        f.due_on::text as due_on
      from \(FlipTables.flips) f
      left join units u
        on u.city_code = \(city)
        and u.unit_id = f.unit_id
      \(named.joins)
      where f.ordinal = \(ordinal)
      order by f.number\(limit.map { "\nlimit \($0)" } ?? "")
      """, [])
  }

  private func flip(_ row: Row, _ indicator: Indicator) throws -> Flip {
    Flip(
      number: try row.decode("number"), indicator: indicator.id, subjectKind: indicator.subjectKind,
      subjectID: try row.decode("subject_id"), subjectName: try row.decode("subject_name"),
      unitID: try row.decode("unit_id"), unitName: try row.decode("unit_name"), period: try row.decode("period"),
      from: try Status(column: "status_before", of: row), to: try Status(column: "status_after", of: row),
      classBefore: try row.decode("class_before"), classAfter: try row.decode("class_after"),
      cause: ChangeCause(rawValue: try row.decode("cause")) ?? .timePassed,
      observedBefore: try row.decode("observed_before"), observedAfter: try row.decode("observed_after"),
      requiredBefore: try row.decode("required_before"), requiredAfter: try row.decode("required_after"),
      dueOn: try row.decode("due_on"))
  }

  // MARK: Rows

  /// Calls `body` with every cell that made a result stand otherwise, table by table.
  ///
  /// - Throws: `PostgresError`, what `body` throws.
  public nonisolated(nonsending) func cells(_ body: (ChangedCell) throws -> Void) async throws {
    let wanted = try await connection.query(
      Statement("tables of changed rows", "select distinct r.table_name from \(ChangedRowTables.rows) r", []))
    let names = Set(try wanted.map { try $0.decode("table_name", as: String.self) })
    for entry in changed.tables where names.contains(entry.name.rawValue) {
      let table = Table[entry.name]
      for try await row in try await connection.stream(cells(of: table)) { try body(cell(row, of: table)) }
      for try await row in try await connection.stream(wholeTable(entry)) { try body(whole(row, entry)) }
    }
  }

  private func cells(of table: Table) -> Statement {
    let name = table.name.rawValue.sqlLiteral
    let versions = RowVersions(
      of: table, after: changed.begin, until: changed.end, in: tables.city.city.code,
      keys: "select k.row_key from \(ChangedRowTables.rows) k where k.table_name = \(name)")
    return Statement(
      "rows of \(table.name) that made it so",
      """
      select
        f.number,
        f.ordinal::integer as ordinal,
        f.subject_id,
        f.period,
        e.row_key,
        e.imports,
        e.was_there,
        e.is_there,
        e.name,
        e.old,
        e.new
      from (
        \(hanging: versions.cells)
      ) e
      join \(ChangedRowTables.rows) r
        on r.table_name = \(name)
        and r.row_key = e.row_key
      join \(FlipTables.flips) f on f.number = r.number
      -- A list without codes is none that came.
      where coalesce(e.old, '') <> coalesce(e.new, '')
      order by
        f.number,
        e.row_key collate "C",
        e.position
      """, [])
  }

  private func wholeTable(_ table: ChangedTable) -> Statement {
    Statement(
      "whole tables that made it so",
      """
      select
        f.number,
        f.ordinal::integer as ordinal,
        f.subject_id,
        f.period
      from \(ChangedRowTables.rows) r
      join \(FlipTables.flips) f on f.number = r.number
      where r.table_name = \(table.name.rawValue.sqlLiteral)
        and r.row_key is null
      order by f.number
      """, [])
  }

  private func cell(_ row: Row, of table: Table) throws -> ChangedCell {
    var (was, now): (Bool, Bool) = (try row.decode("was_there"), try row.decode("is_there"))
    var (old, new): (String?, String?) = (try row.decode("old"), try row.decode("new"))
    if changed.isBackwards { (was, now, old, new) = (now, was, new, old) }
    let column: String = try row.decode("name")
    // That an identity number is another is told, not which it is.
    if table.column(column)?.type == .identityNumber {
      (old, new) = (old.map { _ in NumberMask.hidden }, new.map { _ in NumberMask.hidden })
    }
    return ChangedCell(
      flip: try row.decode("number"), indicator: try indicator(row), subjectID: try row.decode("subject_id"),
      period: try row.decode("period"), table: table.name.rawValue, key: try row.decode("row_key"),
      imports: try row.decode("imports"), change: was ? now ? .updated : .withdrawn : .inserted, column: column, old: old,
      new: new)
  }

  private func whole(_ row: Row, _ table: ChangedTable) throws -> ChangedCell {
    ChangedCell(
      flip: try row.decode("number"), indicator: try indicator(row), subjectID: try row.decode("subject_id"),
      period: try row.decode("period"), table: table.name.rawValue, key: "", imports: table.imports,
      change: table.isFirstLoad ? .firstLoad : .wholeTable, column: "", old: nil, new: nil)
  }

  private func indicator(_ row: Row) throws -> String {
    policy.indicators[try row.decode("ordinal", as: Int.self) - 1].id
  }
}
