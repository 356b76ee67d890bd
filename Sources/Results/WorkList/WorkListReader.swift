package import CadreModel
import DataContract
import PolicyKit
package import PostgresClient

/// Reads what somebody has to see to in a city, within a transaction that reads the run: what is unmet, at risk, or falls due.
/// Rows stream by, put in order by the server.
package struct WorkListReader: Sendable {
  package let run: Run
  package let grouping: WorkGrouping
  package let language: Language
  /// The last day that the list looks ahead to.
  package let last: Day
  /// The unit that is wanted, with those below it; nil for all.
  private let branch: UnitBranch?
  private let units: ResponsibleUnits
  /// In catalogue order, without statistics.
  private let indicators: [RunIndicator]
  private let waived: [WaivedResult.Key: WaivedResult]
  private let connection: PostgresConnection

  /// - Parameters:
  ///   - indicators: of the run.
  ///   - waived: what those that are waived would be without.
  ///   - unit: the id of the unit that is wanted, with those below it; nil for all.
  package init(
    run: Run, indicators: [RunIndicator], waived: [WaivedResult], by grouping: WorkGrouping, unit: String?, days: Int,
    language: Language, connection: PostgresConnection
  ) async throws {
    self.run = run
    self.indicators = indicators.filter { !$0.indicator.isStatistic }
    self.waived = Dictionary(waived.map { ($0.key, $0) }) { first, _ in first }
    self.grouping = grouping
    self.language = language
    self.connection = connection
    last = run.asOf.adding(days: days)
    let units = try await ResponsibleUnits.read(of: run, on: connection)
    self.units = units
    branch = unit.map(units.branch)
  }

  // MARK: Groups

  /// The id of the group that an item goes to.
  package func group(of item: WorkItem) -> String { group(of: item.unit, item.indicator) }

  private func group(of unit: ResponsibleUnit, _ indicator: Indicator) -> String {
    switch grouping {
    case .unit: unit.id
    case .head: unit.head?.id ?? ""
    case .indicator: indicator.id
    }
  }

  /// What there is to say of each group that has items or waivers, in the order of the items.
  package func groups() async throws -> [WorkGroup] {
    var groups = WorkGroups(grouping, language)
    let byOrdinal = Dictionary(indicators.map { ($0.ordinal, $0) }) { first, _ in first }
    // Their order is that of the items.
    switch grouping {
    case .unit: for unit in units.units { groups.note(unit, nil) }
    case .head:
      for unit in units.units where unit.head != nil { groups.note(unit, nil) }
      groups.note(units.unit(""), nil)
    case .indicator: for entry in indicators { groups.note(units.unit(""), entry.indicator) }
    }
    for entry in try await UnitReader(run: run, indicators: indicators, connection: connection).units() where isWanted(entry.id) {
      for (position, tally) in entry.tallies {
        groups[units.unit(entry.id), indicators[position].indicator]?.add(
          tally, isRated: indicators[position].missingTables.isEmpty)
      }
    }
    for row in try await connection.query(dueCounts) {
      guard let entry = byOrdinal[try row.decode("ordinal")] else { continue }
      groups[units.unit(try row.decode("unit_id")), entry.indicator]?.add(due: try row.decode("count"))
    }
    for item in try await waivedItems() {
      guard let status = item.without?.status else { continue }
      groups[item.unit, item.indicator]?.add(waived: status)
    }
    return groups.all.filter { $0.items > 0 || $0.waived.judged > 0 }
  }

  private func isWanted(_ id: String) -> Bool { branch?.contains(id) ?? true }

  private var dueCounts: Statement {
    Statement(
      "items that fall due",
      """
      select
        r.ordinal::integer as ordinal,
        coalesce(r.unit_id, '') as unit_id,
        count(*) as count
      from results r
      where r.city_code = \(run.city.sqlLiteral)
        and r.result_set = \(run.resultSet.sqlLiteral)
        and r.status <> 'at_risk'
        and \(OpenDuties.due(after: run.asOf, upTo: last))\(ofUnit)
      group by 1, 2
      """, [])
  }

  private var ofUnit: String { branch.map { "\n  and \($0.condition)" } ?? "" }

  // MARK: Items

  /// Calls `body` with each item: by group, the unmet before those at risk and those that fall due, then by duty and due date.
  package nonisolated(nonsending) func items(_ body: (WorkItem) throws -> Void) async throws {
    let present = indicators.filter { $0.count(of: [.unmet, .atRisk, .pending, .met]) > 0 }
    guard !present.isEmpty else { return }
    let select = WorkListSelect(run: run, last: last, condition: ofUnit, grouping: grouping, language: language)
    let byOrdinal = Dictionary(present.map { ($0.ordinal, $0) }) { first, _ in first }
    let rows = try await connection.stream(select.statement(present, places: places))
    for try await row in rows {
      guard let entry = byOrdinal[try row.decode("ordinal")] else { continue }
      try body(try item(row, entry))
    }
  }

  /// Where the items of each unit stand among the others.
  private var places: [(unit: String, place: Int)] {
    switch grouping {
    case .unit, .indicator: return units.units.enumerated().map { ($1.id, $0) }
    case .head:
      var first: [String: Int] = [:]
      return units.units.enumerated().map { place, unit in
        guard let head = unit.head?.id else { return (unit.id, units.units.count) }
        if first[head] == nil { first[head] = place }
        return (unit.id, first[head] ?? place)
      }
    }
  }

  private func item(_ row: Row, _ entry: RunIndicator) throws -> WorkItem {
    let values = ResultValues(
      observed: try row.decode("observed"), required: try row.decode("required"), dueOn: try day(row, "due_on"),
      detail: try row.decode("detail"))
    let code: String? = try row.decode("reason")
    let reason = code.flatMap(Reason.init(rawValue:))
    let status = Status(rawValue: try row.decode("status")) ?? .noData
    let (id, name): (String, String?) = (try row.decode("subject_id"), try row.decode("subject_name"))
    // A post within its tenure is met until that ends: what is to be done is as for one that is not done yet.
    let remedy = Remedy(of: entry.indicator, status: status == .met ? .pending : status, reason: reason, values: values)
    return WorkItem(
      urgency: status == .unmet ? .unmet : status == .atRisk ? .atRisk : .due, indicator: entry.indicator,
      article: entry.article, subjectName: name, subjectID: id, post: try row.decode("post"),
      unit: units.unit(try row.decode("unit_id")), period: try row.decode("period"), values: values,
      since: try day(row, "since"),
      reason: reason.map { values.sentence($0, of: entry.indicator, in: language) } ?? code ?? "",
      remedy: remedy.text(subject: name ?? id, in: language))
  }

  private func day(_ row: Row, _ column: String) throws -> Day? {
    try row.decode(column, as: String?.self).flatMap { Day($0) }
  }

  // MARK: Waivers

  /// Every result that a waiver exempts, in catalogue order.
  package func waivedItems() async throws -> [WaivedItem] {
    var items: [WaivedItem] = []
    for entry in indicators where entry.tally.exempt > 0 {
      let name = SubjectName(
        of: entry.indicator.subjectKind, subject: "r.subject_id", city: run.city.sqlLiteral, language: language)
      let rows = try await connection.query(
        Statement(
          "waivers in force",
          """
          select
            r.subject_id,
            \(name.name) as subject_name,
            coalesce(r.unit_id, '') as unit_id,
            r.period,
            coalesce(r.class, '') as class,
            w.basis,
            w.approved_by,
            w.approved_on::text as approved_on,
            w.valid_from::text as valid_from,
            w.valid_to::text as valid_to
          from results r
          left join waivers w
            on w.city_code = \(run.city.sqlLiteral)
            and 'waivers/' || w.waiver_id = r.evidence[1]
          \(name.joins)
          where r.city_code = \(run.city.sqlLiteral)
            and r.result_set = \(run.resultSet.sqlLiteral)
            and r.ordinal = \(entry.ordinal)
            and r.status = 'exempt'
            and r.reason = 'waived'\(ofUnit)
          order by
            r.subject_id,
            r.period,
            r.class
          """, []))
      items += try rows.map { try waivedItem($0, entry) }
    }
    return items
  }

  private func waivedItem(_ row: Row, _ entry: RunIndicator) throws -> WaivedItem {
    let key = WaivedResult.Key(
      ordinal: entry.ordinal, subject: try row.decode("subject_id"), period: try row.decode("period"),
      class: try row.decode("class"))
    return WaivedItem(
      indicator: entry.indicator, article: entry.article, subjectID: key.subject, subjectName: try row.decode("subject_name"),
      unit: units.unit(try row.decode("unit_id")), period: key.period,
      basis: try row.decode("basis", as: String?.self) ?? "", approvedBy: try row.decode("approved_by", as: String?.self) ?? "",
      approvedOn: try day(row, "approved_on"), from: try day(row, "valid_from"), to: try day(row, "valid_to"),
      without: waived[key])
  }

  // MARK: Units

  /// The unit that a user means, by its id or its name; nil where there is none.
  package static func unit(
    called written: String, in city: String, on connection: PostgresConnection
  ) async throws -> String? {
    let nodes = try await UnitReader.nodes(of: city, on: connection)
    return nodes.first { $0.id == written }?.id ?? nodes.first { $0.name == written }?.id
  }
}
