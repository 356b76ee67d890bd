import CadreModel
import PolicyKit
import PostgresClient

/// The next few results of one indicator, or how many there are, as a select over `results`.
///
/// The index of an indicator's subjects yields them in order: names are joined to the few rows of the page alone, unless
/// they are searched.
struct PageSelect {
  let run: Run
  let entry: RunIndicator
  let language: Language
  let filter: RowFilter
  /// Part of the subject's id or name, or of the unit's name; empty for all.
  let search: String

  func statement(after key: ResultKey?, limit: Int) -> Statement {
    var parameters: [Parameter] = [.text(run.city)]
    let page = rows(after: key, &parameters)
    let name = subjectName
    return Statement(
      "page of \(entry.indicator.id)",
      """
      select
        r.subject_id,
        \(name.name) as subject_name,
        r.unit_id,
        u.unit_name,
        r.period,
        r.status,
        r.class,
        \(number("observed")),
        \(number("required")),
        r.due_on::text as due_on,
        r.reason,
        r.detail
      from (
      select r.*
      \(page)
      order by
        \(Self.order)
      limit \(limit)
      ) r
      \(Self.unitJoin)
      \(name.joins)
      order by
        \(Self.order)
      """, parameters)
  }

  /// Counts by status.
  var counts: Statement {
    var parameters: [Parameter] = [.text(run.city)]
    let rows = rows(after: nil, &parameters)
    return Statement(
      "count of \(entry.indicator.id)",
      """
      select
        r.status,
        count(*) as results
      \(rows)
      group by r.status
      """, parameters)
  }

  private static let order = """
    r.subject_id collate "C",
      r.period collate "C",
      r.class collate "C" nulls first
    """

  private static let unitJoin = "left join units u on u.city_code = $1 and u.unit_id = r.unit_id"

  private var subjectName: SubjectName {
    SubjectName(of: entry.indicator.subjectKind, subject: "r.subject_id", city: "$1", language: language)
  }

  /// From `results r` on, up to the conditions.
  private func rows(after key: ResultKey?, _ parameters: inout [Parameter]) -> String {
    func bind(_ text: String) -> String {
      parameters.append(.text(text))
      return "$\(parameters.count)"
    }
    var conditions = [
      "r.city_code = $1", "r.result_set = \(bind(run.resultSet))", "r.ordinal = \(entry.ordinal)",
    ]
    conditions += filter.conditions
    if let key {
      let place = "\(bind(key.subject)), \(bind(key.period))"
      // The first of both is looked up in the index.
      conditions.append("(r.subject_id, r.period) >= (\(place))")
      conditions.append("(r.subject_id, r.period, coalesce(r.class, '')) > (\(place), \(bind(key.class ?? "")))")
    }
    var joins: [String] = []
    if !search.isEmpty {
      let text = "lower(\(bind(search)))"
      let name = subjectName
      joins = [Self.unitJoin] + (name.joins.isEmpty ? [] : [name.joins])
      let texts = ["r.subject_id", name.name, "u.unit_name"].map { "strpos(lower(\($0)), \(text)) > 0" }
      conditions.append("(\(texts.joined(separator: " or ")))")
    }
    return """
      from results r
      \(joins.joined(separator: "\n"))
      where \(conditions.joined(separator: "\n  and "))
      """
  }

  /// Shares and ratios have four digits, other amounts no zeros at the end.
  private func number(_ column: String) -> String {
    let value = entry.indicator.measure.isFraction ? "round(r.\(column), 4)" : "trim_scale(r.\(column))"
    return "\(value)::text as \(column)"
  }
}
