import CadreModel
import DataContract
import PolicyKit

extension QualityCheck {
  /// Series that come regularly, and the periods of which they lack a report.
  static func gaps(asOf: Day, _ freshness: [TableFreshness]) -> [QualityCheck] {
    Series.all.compactMap { series in
      freshness.first { $0.table == series.table }?.newest.map { newest in
        let closed = min(asOf.adding(days: 1), newest.adding(days: Series.days))
        return QualityCheck(
          name: "gaps in \(series.table.rawValue)",
          select: series.select(closed: 12 * closed.year + closed.month - 1, asOf: asOf))
      }
    }
  }
}

/// Reports of one table that come again and again: of a unit or person, and of a kind where the table holds several.
struct Series {
  let table: TableName
  /// SQL over the row `r`: whose series it is.
  let key: String
  /// The person or unit whose series ends when he leaves or it is dissolved; nil for none.
  let person: String?
  let unit: String?
  let code: String
  /// The month of the row, counted from year 0; the last of the period that the row is of.
  let month: String

  /// So many days after its newest row a table still holds all of a month: reports of the last days come in with the next
  /// delivery, and must not look as if they were missing.
  static let days = 7

  static let all: [Series] =
    [
      Series(
        table: .activities, key: "coalesce(r.unit_id, r.person_id)", person: "r.person_id", unit: "r.unit_id", code: "r.kind",
        month: "12 * date_part('year', r.held_on)::integer + date_part('month', r.held_on)::integer - 1"),
      Series(
        table: .assessments, key: "r.subject_id", person: "case r.subject_kind when 'person' then r.subject_id end",
        unit: "case r.subject_kind when 'unit' then r.subject_id end", code: "''", month: "12 * r.year + 11"),
    ] + Table.all.compactMap(byPeriod)

  /// Of a table whose key holds a year or half-year: the rest of the key tells the series.
  private static func byPeriod(_ table: Table) -> Series? {
    guard let period = table.columns.first(where: { table.key.contains($0.name) && $0.isPeriod }) else { return nil }
    let rest = table.key.filter { $0 != period.name }
    func column(naming named: TableName) -> String? {
      rest.first { table.column($0)?.type == .reference(to: [named]) }.map { "r.\($0)" }
    }
    let month =
      period.type == .half
      ? "12 * left(r.\(period.name), 4)::integer + 6 * right(r.\(period.name), 1)::integer - 1"
      : "12 * r.\(period.name) + 11"
    return Series(
      table: table.name, key: rest.map { "r.\"\($0)\"" }.joined(separator: " || ':' || "), person: column(naming: .persons),
      unit: column(naming: .units), code: "''", month: month)
  }

  /// `offset 0` keeps the month from being worked out anew in each of the places that name it: half of the time.
  ///
  /// - Parameter closed: the first month of which not all may have come in.
  func select(closed: Int, asOf: Day) -> String {
    """
    select
      'gap_' || r.rhythm as kind,
      '\(table.rawValue)' as table_name,
      s.row_key,
      s.code,
      m.since::text as since,
      array[bit_count(r.bits::bit(16))::text, least(r.periods, r.begun)::text] || m.names as detail
    from (
      select
        f.row_key,
        f.code,
        f.person_id,
        f.unit_id,
        min(f.month) as first_month,
        \(Rhythm.allCases.map { bits($0, closed) }.joined(separator: ",\n    "))
      from (
        select
          \(key) as row_key,
          \(code) as code,
          \(person ?? "null::text") as person_id,
          \(unit ?? "null::text") as unit_id,
          \(month) as month
        from \(table.rawValue) r
        where r.city_code = $1
        offset 0
      ) f
      where f.month < \(closed)
      group by
        f.row_key,
        f.code,
        f.person_id,
        f.unit_id
    ) s
    cross join lateral (
      select *
      from (
        values
          \(Rhythm.allCases.map { values($0, closed) }.joined(separator: ",\n      "))
      ) as v (rhythm, months, bits, periods, least, begun)
      where bit_count(v.bits::bit(16)) >= v.least
      order by v.months
      limit 1
    ) r
    cross join lateral (
      select
        min(p.starts) as since,
        array_agg(
          case r.rhythm
            when 'month' then to_char(p.starts, 'YYYY-MM')
            when 'quarter' then to_char(p.starts, 'YYYY"Q"Q')
            when 'half' then to_char(p.starts, 'YYYY"H"') || (extract(month from p.starts)::integer / 6 + 1)::text
            else to_char(p.starts, 'YYYY')
          end
          order by p.starts
        ) as names
      from (
        select make_date(l.month / 12, l.month % 12 + 1, 1) as starts
        from (
          select (\(closed) / r.months - 1 - n.back) * r.months as month
          from generate_series(0, least(r.periods, r.begun) - 1) as n (back)
          where (r.bits >> n.back) & 1 = 0
        ) l
      ) p
    ) m
    where bit_count(r.bits::bit(16)) < least(r.periods, r.begun)
      and not exists (
        select 1
        from persons p
        where p.city_code = $1
          and p.person_id = s.person_id
          and p.left_on <= \(asOf.sql)
      )
      and not exists (
        select 1
        from units u
        where u.city_code = $1
          and u.unit_id = s.unit_id
          and u.dissolved_on <= \(asOf.sql)
      )
    order by
      s.row_key collate "C",
      s.code collate "C"
    """
  }

  /// The latest periods of a rhythm as bits, the last one lowest: set where there is a row.
  private func bits(_ rhythm: Rhythm, _ closed: Int) -> String {
    let back = "\(closed / rhythm.months) - 1 - f.month / \(rhythm.months)"
    let isLate = "\(back) between 0 and \(rhythm.periods.value - 1)"
    return "coalesce(bit_or(1 << (\(back))) filter (where \(isLate)), 0) as \(rhythm.rawValue)_bits"
  }

  private func values(_ rhythm: Rhythm, _ closed: Int) -> String {
    let begun = "\(closed / rhythm.months) - s.first_month / \(rhythm.months)"
    let bits = "s.\(rhythm.rawValue)_bits"
    return "('\(rhythm.rawValue)', \(rhythm.months), \(bits), \(rhythm.periods.value), \(rhythm.least.value), \(begun))"
  }
}

extension Column {
  /// Whether it says which period the row is of.
  var isPeriod: Bool { type == .half || type == .integer(.year) }
}
