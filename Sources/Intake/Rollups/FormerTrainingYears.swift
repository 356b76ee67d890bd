import CadreModel
import Journal
import PostgresClient

/// The training sums that an import changes, as they were before it: gathered while it runs, kept under its number at its end.
struct FormerTrainingYears {
  let city: City
  let connection: PostgresConnection

  private static let columns = TrainingYears.columns.joined(separator: ", ")

  /// Begins the list, for the length of the import's transaction.
  nonisolated(nonsending) func begin() async throws {
    try await connection.execute(
      Statement(
        "make list of former training years",
        """
        create temporary table former_training_year on commit drop as
        select \(Self.columns)
        from \(TrainingYears.former)
        with no data
        """, []))
    // Of a sum that is changed more than once, what counts is how it was before the first time.
    try await connection.execute(
      Statement(
        "key of former training years", "create unique index on former_training_year (year, person_id)"))
  }

  /// SQL that notes sums as they stand, as a step of the statement that changes them. The city is its `$1`.
  ///
  /// - Parameter changed: the step that has the `person_id` and `year` of the sums that are about to change, each once.
  static func note(_ changed: String) -> String {
    """
    insert into former_training_year (\(columns))
      select
        x.person_id,
        x.year,
        \(TrainingYears.counted.map { "coalesce(y.\($0), 0)" }.joined(separator: ",\n    ")),
        y.first_on,
        y.settled_on
      from \(changed) x
      left join training_years y
        on y.city_code = $1
        and y.year = x.year
        and y.person_id = x.person_id
      on conflict (year, person_id) do nothing
    """
  }

  /// Keeps the list under the import's number.
  nonisolated(nonsending) func store(_ number: Int) async throws {
    let parameters: [Parameter] = [.text(city.code), .int(Int64(number))]
    try await connection.execute(
      Statement(
        "store former training years",
        """
        insert into \(TrainingYears.former) (city_code, import_number, \(Self.columns))
        select
          $1,
          $2,
          \(TrainingYears.columns.map { "f.\($0)" }.joined(separator: ",\n  "))
        from former_training_year f
        order by
          f.year,
          f.person_id
        """, parameters))
    try await connection.execute(
      Statement(
        "former training years are kept since",
        """
        insert into \(TrainingYears.formerSince) (city_code, import_number)
        values ($1, $2)
        on conflict (city_code) do nothing
        """, parameters))
  }

  /// Lets what was noted so far rest: it may be of sums that were wrong.
  ///
  /// - Parameter number: the next import's, from which on what is noted counts.
  nonisolated(nonsending) func beginAnew(from number: Int) async throws {
    try await connection.execute(
      Statement(
        "former training years are kept anew",
        """
        insert into \(TrainingYears.formerSince) (city_code, import_number)
        values ($1, $2)
        on conflict (city_code) do update set
          import_number = excluded.import_number
        """, [.text(city.code), .int(Int64(number))]))
  }
}
