package import DataContract
import PostgresClient

/// The rows of a table that imports changed: as they were before the first of these imports, and after the last.
///
/// A row was, before them, what the first of them noted of it; after them it is what the next later import noted, or what is
/// stored.
package struct RowVersions: Sendable {
  package let table: Table
  /// The import that the stretch begins after, and its last one.
  private let begin: Int
  private let end: Int
  /// The code, checked to be letters, digits and `_`.
  private let city: String
  /// Selects `row_key`: only these rows; nil: all.
  private let keys: String?

  package init(of table: Table, after begin: Int, until end: Int, in city: String, keys: String? = nil) {
    self.table = table
    self.begin = begin
    self.end = end
    self.city = city
    self.keys = keys
  }

  /// SQL of both versions of each row: `row_key`, `imports` (their numbers, `;` between), `was_there`, `is_there`, `was`,
  /// `now_is`.
  package var both: String {
    """
    select
      t.row_key,
      t.imports,
      t.row_before is not null as was_there,
      case when l.is_noted then l.row_before is not null else stored.city_code is not null end as is_there,
      \(row(of: "t")) as was,
      case when l.is_noted then \(row(of: "l")) else stored end as now_is
    from (
      select
        j.row_key,
        (array_agg(j.fields order by j.import_number))[1] as fields,
        (array_agg(j.row_before order by j.import_number))[1] as row_before,
        string_agg(j.import_number::text, ';' order by j.import_number) as imports
      from journal j
      where j.city_code = '\(city)'
        and j.import_number > \(begin)
        and j.import_number <= \(end)
        and j.table_name = '\(table.name.rawValue)'\(keys.map { "\n    and j.row_key in (\($0))" } ?? "")
      group by j.row_key
    ) t
    left join lateral (
      select
        true as is_noted,
        later.fields,
        later.row_before
      from journal later
      where later.city_code = '\(city)'
        and later.table_name = '\(table.name.rawValue)'
        and later.row_key = t.row_key
        and later.import_number > \(end)
      order by later.import_number
      limit 1
    ) l on true
    left join cadre.\(quotedIdentifier(table.name.rawValue)) as stored
      on stored.city_code = '\(city)'
      and \(JournalRow.hasKey("t.row_key", "stored", in: table))
    """
  }

  /// SQL of every cell that is another, of rows that are there before or after: `row_key`, `imports`, `was_there`,
  /// `is_there`, `position` (of the column), `name`, `old`, `new`. It ends with its condition.
  package var cells: String {
    let values = table.columns.enumerated().map { position, column in
      """
      (
            \(position),
            '\(column.name)',
            \(ShownCells.text(of: column, in: "d.was", of: table)),
            \(ShownCells.text(of: column, in: "d.now_is", of: table))
          )
      """
    }
    return """
      select
        d.row_key,
        d.imports,
        d.was_there,
        d.is_there,
        c.position,
        c.name,
        c.old,
        c.new
      from (
        \(both)
      ) d
      cross join lateral (
        values
          \(values.joined(separator: ",\n    "))
      ) as c (position, name, old, new)
      where (d.was_there or d.is_there)
        and c.old is distinct from c.new
      """
  }

  private func row(of entry: String) -> String {
    JournalRow.row("\(entry).row_before", fields: "\(entry).fields", of: table.name, city: city)
  }
}
