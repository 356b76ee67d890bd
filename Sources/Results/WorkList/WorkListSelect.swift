import CadreModel
import DataContract
import PolicyKit
import PostgresClient

/// The items of a work list as one statement: each indicator's with what names its subjects, all put in order.
struct WorkListSelect {
  let run: Run
  /// The last day that the list looks ahead to.
  let last: Day
  /// A further condition on `r`, beginning with `and`; may be empty.
  let condition: String
  let grouping: WorkGrouping
  let language: Language

  private var city: String { run.city.sqlLiteral }

  /// - Parameter places: where the items of each unit stand among the others.
  func statement(_ indicators: [RunIndicator], places: [(unit: String, place: Int)]) -> Statement {
    Statement(
      "work list",
      """
      with unit_place as (
        select
          u.unit_id,
          u.place
        from unnest($1::text[], $2::text[]::integer[]) as u (unit_id, place)
      ),
      main_post as materialized (
        \(hanging: MainPosts.titles(at: run.asOf, in: city))
      )
      select
        i.*
      from (
      \(indicators.map(items).joined(separator: "\nunion all\n"))
      ) i
      left join unit_place u on u.unit_id = i.unit_id
      order by
        \(grouping == .indicator ? "i.ordinal,\n  u.place" : "u.place"),
        i.urgency,
        i.ordinal,
        i.due_on,
        i.subject_id collate "C",
        i.period collate "C",
        i.class collate "C"
      """, [.textArray(places.map(\.unit)), .textArray(places.map { String($0.place) })])
  }

  private func items(of entry: RunIndicator) -> String {
    let indicator = entry.indicator
    let name = SubjectName(of: indicator.subjectKind, subject: "r.subject_id", city: city, language: language)
    let post = PostOfSubject(indicator, name)
    let row = RowOfSubject(indicator, city: city)
    let joins = [name.joins, post.joins, row.joins].filter { !$0.isEmpty }.joined(separator: "\n")
    return """
      select
        case r.status when 'unmet' then 0 when 'at_risk' then 1 else 2 end as urgency,
        r.ordinal::integer as ordinal,
        r.subject_id,
        \(name.name) as subject_name,
        \(post.title) as post,
        coalesce(r.unit_id, '') as unit_id,
        r.period,
        r.class,
        r.status,
        r.observed::text as observed,
        r.required::text as required,
        r.due_on::text as due_on,
        r.reason,
        r.detail,
        case when r.status = 'unmet' then \(row.since(asOf: run.asOf)) end::text as since
      from results r
      \(joins)
      where r.city_code = \(city)
        and r.result_set = \(run.resultSet.sqlLiteral)
        and r.ordinal = \(entry.ordinal)
        and (r.status in ('unmet', 'at_risk') or \(OpenDuties.due(after: run.asOf, upTo: last)))\(condition)
      """
  }
}

/// What the post of a subject is called: of a person the main one, of two both.
private struct PostOfSubject {
  let joins: String
  let title: String

  init(_ indicator: Indicator, _ name: SubjectName) {
    func join(_ alias: String, _ person: String) -> String {
      "left join main_post \(alias) on \(alias).person_id = \(person)"
    }
    switch (indicator.subjectKind, name.owner?.kind) {
    case ("post", _): (joins, title) = ("", "s.title")
    case ("pair", _):
      joins = join("mp", "p.person_id") + "\n" + join("mp2", "p2.person_id")
      title = "nullif(concat_ws('→', mp.title, mp2.title), '')"
    case (_, .person), (_, .personOrUnit), ("village_person", _), ("young_event", _):
      (joins, title) = (join("mp", "p.person_id"), "mp.title")
    default: (joins, title) = ("", "null::text")
    }
  }
}

/// The row that a result is about, for the day on which it came about.
private struct RowOfSubject {
  let joins: String
  private let day: String?

  init(_ indicator: Indicator, city: String) {
    // When a post was taken up is no day since when something is amiss.
    guard let table = Table.all.first(where: { $0.subjectKind == indicator.subjectKind }), table.name != .posts,
      let own = table.ownDate
    else {
      (joins, day) = ("", nil)
      return
    }
    let key = table.key.map { "o.\($0)::text" }.joined(separator: " || ':' || ")
    joins = """
      left join \(table.name.rawValue) o on o.city_code = \(city) and \(key) = (r.subject_id collate "default")
      """
    day = "o.\(own)"
  }

  /// SQL of the day since when an unmet result is so.
  func since(asOf: Day) -> String {
    let due = "case when r.due_on <= \(asOf.sql) then r.due_on end"
    return day.map { "coalesce(\(due), \($0))" } ?? "(\(due))"
  }
}
