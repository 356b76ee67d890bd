import DataContract
import PostgresClient

/// Training sums as they were after an import: the stored ones less what has come since, with what there was in its place.
struct KnownTrainingYears {
  let city: String
  let connection: PostgresConnection

  private static let counted = TrainingYears.counted
  private static let columns = TrainingYears.columns
  private static let before = "before_training_years"
  private static let difference = "difference_of_training_years"

  /// Works the differing sums out, in a table of their own.
  ///
  /// - Parameters:
  ///   - changed: the tables that have changed since, with their rows of then.
  ///   - areRecordsNew: whether all records came since; there were no sums then.
  func prepare(changed: Set<TableName>, areRecordsNew: Bool) async throws {
    try await connection.execute(
      Statement(
        "make training sums as known",
        "create temporary table \(Self.before) (like cadre.training_years) on commit drop", []))
    guard !areRecordsNew else { return }
    let modes = TrainingMode.allCases
    var days: String {
      modes.map { "coalesce(sum(d.sign * d.days) filter (where d.mode = '\($0.rawValue)'), 0) as \($0.daysColumn)" }
        .joined(separator: ",\n    ")
    }
    try await connection.execute(
      Statement(
        "difference of training sums",
        """
        create temporary table \(Self.difference) on commit drop as
        with record as (
          \(records(changed))
        )
        select
          d.person_id,
          extract(year from d.completed_on)::smallint as year,
          sum(d.sign) as records,
          sum(d.sign * d.hours) as hours,
          sum(d.sign * d.days) as days,
          \(days),
          min(d.completed_on) as first_on,
          max(greatest(d.completed_on, d.started_on)) as settled_on
        from record d
        group by
          d.person_id,
          extract(year from d.completed_on)::smallint
        """, []))
    // Known by its size, the difference is joined to all sums at once instead of one by one.
    try await connection.execute(Statement("analyze difference of training sums", "analyze \(Self.difference)", []))
    // The two dates only ever move apart: between them, whoever reads asks the records themselves.
    try await connection.execute(
      Statement(
        "training sums as known",
        """
        insert into \(Self.before) (city_code, \(Self.columns.joined(separator: ", ")))
        select
          '\(city)',
          d.person_id,
          d.year,
          \(Self.counted.map { "coalesce(y.\($0), 0) + d.\($0)" }.joined(separator: ",\n  ")),
          least(y.first_on, d.first_on),
          greatest(y.settled_on, d.settled_on)
        from \(Self.difference) d
        left join cadre.training_years y
          on y.city_code = '\(city)'
          and y.person_id = d.person_id
          and y.year = d.year
        """, []))
    // As the stored sums are looked up.
    try await connection.execute(
      Statement(
        "find training sums as known by year and person",
        "create unique index on \(Self.before) (city_code, year, person_id)", []))
    try await connection.execute(Statement("analyze training sums as known", "analyze \(Self.before)", []))
  }

  /// Every record that counted otherwise then, once as it counts now (to take away) and once as it counted then.
  private func records(_ changed: Set<TableName>) -> String {
    var parts: [String] = []
    let areRecordsChanged = changed.contains(.trainingRecords)
    let areClassesChanged = changed.contains(.trainingClasses)
    let present = "cadre.training_records"
    let classes = "cadre.training_classes"
    let (since, before) = (KnownTables.since(.trainingRecords), KnownTables.before(.trainingRecords))
    if areRecordsChanged {
      parts.append(
        part(
          -1,
          """
          \(since) s
          cross join lateral (
            -- A fence: each is looked up by its key. The server would rather read all records.
            select *
            from \(present) p
            where p.city_code = '\(city)'
              and p.record_id = s.row_key
            offset 0
          ) t
          """, classes, where: []))
      parts.append(part(1, "\(before) t", areClassesChanged ? knownClasses : classes, where: []))
    }
    if areClassesChanged {
      // Of records that have not changed themselves, those of classes that are held otherwise.
      let unchanged =
        areRecordsChanged ? ["not exists (\n  select 1\n  from \(since) s\n  where s.row_key = t.record_id\n)"] : []
      let moved = ["t.city_code = '\(city)'", "t.class_id in (\(movedClasses))"] + unchanged
      parts.append(part(-1, "\(present) t", classes, where: moved))
      parts.append(part(1, "\(present) t", knownClasses, where: moved))
    }
    return parts.joined(separator: "\nunion all\n").split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n  ")
  }

  private func part(_ sign: Int, _ records: String, _ classes: String, where conditions: [String]) -> String {
    """
    select
      \(sign) as sign,
      t.person_id,
      t.completed_on,
      t.hours,
      t.days,
      c.mode,
      c.started_on
    from \(records)
    left join \(classes) c
      on c.city_code = '\(city)'
      and c.class_id = t.class_id\(conditions.isEmpty ? "" : "\nwhere " + conditions.joined(separator: "\n  and "))
    """
  }

  /// The classes as they were.
  private var knownClasses: String {
    """
    (
      select
        k.city_code,
        k.class_id,
        k.mode,
        k.started_on
      from cadre.training_classes k
      where k.city_code = '\(city)'
        and not exists (
          select 1
          from \(KnownTables.since(.trainingClasses)) s
          where s.row_key = k.class_id
        )
      union all
      select
        b.city_code,
        b.class_id,
        b.mode,
        b.started_on
      from \(KnownTables.before(.trainingClasses)) b
    )
    """
  }

  /// The classes whose mode or first day is other than it was.
  private var movedClasses: String {
    """
    select k.class_id
    from cadre.training_classes k
    join \(KnownTables.before(.trainingClasses)) b on b.class_id = k.class_id
    where k.city_code = '\(city)'
      and (k.mode, k.started_on) is distinct from (b.mode, b.started_on)
    """
  }

  /// Covers the stored sums, by a view of the form that `KnownTables` gives its own.
  func cover(areRecordsNew: Bool) async throws {
    let columns = ["city_code"] + Self.columns
    let then = """
      select
        true as is_of_then,
        \(KnownTables.list("b", columns))
      from \(Self.before) b
      """
    let present = """
      select
        false as is_of_then,
        \(KnownTables.list("y", columns))
      from cadre.training_years y
      union all
      """
    try await connection.execute(
      Statement(
        "training sums as known, with the others",
        """
        create temporary view training_years as
        select
          \(KnownTables.list("u", columns))
        from (
          \(areRecordsNew ? then : present + "\n" + then)
        ) u
        where u.city_code = '\(city)'
          and (
            u.is_of_then
            or not exists (
              select
              from \(Self.before) b
              where b.city_code = u.city_code
                and b.person_id = u.person_id
                and b.year = u.year
            )
          )
        """, []))
  }
}
