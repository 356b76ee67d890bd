import Journal
import PostgresClient

/// The tables that a city has handed in, and has not had taken back as a whole.
enum ReceivedTables {
  /// Selects `table_name`, from what imports say; `$1` is the city's code.
  ///
  /// - Parameter known: of imports up to then only; nil: of all.
  static func select(_ known: KnownData?) -> String {
    """
    select l.table_name
    from (
      select distinct on (f.table_name)
        f.table_name,
        f.is_received
      from import_files f
      where f.city_code = $1\(known.map { "\n    and f.import_number <= \($0.number)" } ?? "")
      order by
        f.table_name,
        f.import_number desc
    ) l
    where l.is_received
    """
  }
}
