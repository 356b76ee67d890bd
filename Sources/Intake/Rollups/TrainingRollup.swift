import CadreModel
import DataContract
import PostgresClient

/// Keeps `training_years` in step with the training records, in the transaction that changes them.
struct TrainingRollup {
  let city: City
  let connection: PostgresConnection

  private static let columns = TrainingTally.columns.joined(separator: ", ")

  /// SQL with something of each mode, in the order of the columns.
  private static func ofModes(_ sql: (TrainingMode) -> String) -> String {
    TrainingMode.allCases.map(sql).joined(separator: ",\n          ")
  }

  private var partition: CityPartition {
    CityPartition(
      parent: "training_years", columns: TrainingTally.columns,
      analyzed: ["city_code"] + TrainingTally.columns, fill: 80, city: city.code)
  }

  /// Stores what the first load of a city's records adds up to.
  nonisolated(nonsending) func store(_ tally: inout TrainingTally) async throws {
    if tally.spill == nil {
      _ = try await partition.build(on: connection) {
        (try await connection.copyIn(partition.copy) { writer in try await tally.write(to: writer) }, true)
      }
    } else {
      try await connection.execute(
        Statement(
          "make training year parts",
          """
          create temporary table training_year_parts on commit drop as
          select \(Self.columns)
          from training_years
          with no data
          """, []))
      try await connection.copyIn(
        Statement(
          "copy training year parts", "copy training_year_parts (\(Self.columns)) from stdin (format binary)", [])
      ) { writer in try await tally.write(to: writer) }
      _ = try await partition.build(on: connection) { (try await addParts(), true) }
      try await connection.execute(Statement("drop training year parts", "drop table training_year_parts"))
    }
  }

  /// Adds up what was spilled in parts.
  private nonisolated(nonsending) func addParts() async throws -> Int {
    try await connection.execute(
      Statement(
        "add training years",
        """
        insert into \(quotedIdentifier(partition.name)) (\(Self.columns))
        select
          p.person_id,
          p.year,
          sum(p.records),
          sum(p.hours),
          sum(p.days),
          \(Self.ofModes { "sum(p.\($0.daysColumn))" }),
          min(p.first_on),
          max(p.settled_on)
        from training_year_parts p
        group by
          p.person_id,
          p.year
        order by
          p.year,
          p.person_id
        """, []))
  }

  /// Adds the records that are about to be stored, and takes away those that they replace.
  nonisolated(nonsending) func add(changed: String) async throws {
    try await apply(
      difference: """
        select
          c.person_id,
          c.class_id,
          c.completed_on,
          1 as records,
          c.hours,
          c.days
        from \(changed) c
        union all
        select
          t.person_id,
          t.class_id,
          t.completed_on,
          -1,
          -t.hours,
          -t.days
        from \(changed) c
        join training_records t
          on t.city_code = $1
          and t.record_id = c.record_id
        where not c.is_new
        """)
    try await forgetEmpty(
      among: """
        select
          t.person_id,
          t.completed_on
        from \(changed) c
        join training_records t
          on t.city_code = $1
          and t.record_id = c.record_id
        where not c.is_new
          and (t.person_id, extract(year from t.completed_on)) is distinct from (c.person_id, extract(year from c.completed_on))
        """)
  }

  /// Takes away the records that are about to be withdrawn, while their classes are still there.
  nonisolated(nonsending) func takeAway(withdrawn: String) async throws {
    try await apply(
      difference: """
        select
          w.person_id,
          w.class_id,
          w.completed_on,
          -1 as records,
          -w.hours as hours,
          -w.days as days
        from \(withdrawn) w
        """)
    try await forgetEmpty(
      among: """
        select
          w.person_id,
          w.completed_on
        from \(withdrawn) w
        """)
  }

  /// Whoever has no record in a year has no sums of it, as if there had never been one.
  private nonisolated(nonsending) func forgetEmpty(among left: String) async throws {
    try await connection.execute(
      Statement(
        "forget empty training years",
        """
        with left_year as (
          select distinct
            l.person_id,
            extract(year from l.completed_on)::smallint as year
          from (
        \(left)
          ) l
        )
        delete from training_years y
        using left_year l
        where y.city_code = $1
          and y.year = l.year
          and y.person_id = l.person_id
          and y.records = 0
        """, [.text(city.code)]))
  }

  /// The two dates only ever move apart: between them, whoever reads asks the records themselves.
  private nonisolated(nonsending) func apply(difference: String) async throws {
    try await connection.execute(
      Statement(
        "add to training years",
        """
        with difference as (
        \(difference)
        ),
        added as (
          select
            d.person_id,
            extract(year from d.completed_on)::smallint as year,
            sum(d.records) as records,
            sum(d.hours) as hours,
            sum(d.days) as days,
            \(Self.ofModes { "coalesce(sum(d.days) filter (where c.mode = '\($0.rawValue)'), 0) as \($0.daysColumn)" }),
            min(d.completed_on) as first_on,
            max(greatest(d.completed_on, c.started_on)) as settled_on
          from difference d
          left join training_classes c
            on c.city_code = $1
            and c.class_id = d.class_id
          group by
            d.person_id,
            extract(year from d.completed_on)
        ),
        former as (
          \(FormerTrainingYears.note("added"))
        )
        insert into training_years (city_code, \(Self.columns))
        select
          $1,
          \(TrainingTally.columns.map { "a.\($0)" }.joined(separator: ",\n  "))
        from added a
        on conflict (city_code, year, person_id) do update set
          records = training_years.records + excluded.records,
          hours = training_years.hours + excluded.hours,
          days = training_years.days + excluded.days,
          \(Self.ofModes { "\($0.daysColumn) = training_years.\($0.daysColumn) + excluded.\($0.daysColumn)" }),
          first_on = least(training_years.first_on, excluded.first_on),
          settled_on = greatest(training_years.settled_on, excluded.settled_on)
        """, [.text(city.code)]))
  }

  /// Notes the stored classes whose mode or first day is about to change; whether there are any.
  nonisolated(nonsending) func noteMovedClasses(changed: String) async throws -> Bool {
    let count = try await connection.execute(
      Statement(
        "note moved classes",
        """
        create temporary table moved_classes on commit drop as
        select c.class_id
        from \(changed) c
        join training_classes stored
          on stored.city_code = '\(city.code)'
          and stored.class_id = c.class_id
        where (stored.mode, stored.started_on) is distinct from (c.mode, c.started_on)
        """, []))
    return count > 0
  }

  /// Works out anew, from the records, the years of all who took part in a class that has moved.
  nonisolated(nonsending) func recountMovedClasses() async throws {
    try await connection.execute(
      Statement(
        "recount training years",
        """
        with touched as (
          select distinct
            t.person_id,
            extract(year from t.completed_on)::smallint as year
          from training_records t
          join moved_classes m on m.class_id = t.class_id
          where t.city_code = $1
        ),
        former as (
          \(FormerTrainingYears.note("touched"))
        )
        insert into training_years (city_code, \(Self.columns))
        select
          $1,
          t.person_id,
          x.year,
          count(*),
          sum(t.hours),
          sum(t.days),
          \(Self.ofModes { "coalesce(sum(t.days) filter (where c.mode = '\($0.rawValue)'), 0)" }),
          min(t.completed_on),
          max(greatest(t.completed_on, c.started_on))
        from touched x
        join training_records t
          on t.city_code = $1
          and t.person_id = x.person_id
          and extract(year from t.completed_on) = x.year
        left join training_classes c
          on c.city_code = $1
          and c.class_id = t.class_id
        group by
          t.person_id,
          x.year
        on conflict (city_code, year, person_id) do update set
          records = excluded.records,
          hours = excluded.hours,
          days = excluded.days,
          \(Self.ofModes { "\($0.daysColumn) = excluded.\($0.daysColumn)" }),
          first_on = excluded.first_on,
          settled_on = excluded.settled_on
        """, [.text(city.code)]))
  }
}
