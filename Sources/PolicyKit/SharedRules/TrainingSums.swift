public import DataContract

/// What persons' training records add up to within a period. A person's year that lies wholly in the period is taken from
/// `training_years`, which the import keeps added up; of other years the single records are read.
public enum TrainingSums {
  /// How much of the calendar `{period_start}` to `{period_end}` runs over.
  public enum Window: Sendable, Hashable {
    /// Days of one calendar year.
    case oneYear
    case severalYears
  }

  /// What is added up: whole numbers, so that they are quick to compare.
  public enum Sum: Sendable, Hashable {
    case records
    /// Hundredths of hours.
    case hours
    /// Hundredths of days.
    case days
    /// Hundredths of days of classes of certain modes.
    case daysOf(Set<TrainingMode>)

    /// The column that has it.
    public var column: String {
      switch self {
      case .records: "records"
      case .hours: "hours"
      case .days: "days"
      case .daysOf(let modes): Self.inOrder(modes).map(\.rawValue).joined(separator: "_") + "_days"
      }
    }

    fileprivate static func inOrder(_ modes: Set<TrainingMode>) -> [TrainingMode] {
      TrainingMode.allCases.filter(modes.contains)
    }

    /// SQL of the amount: records, hours or days.
    public func amount(in row: String) -> String {
      self == .records ? "\(row).\(column)" : AmountStorage.hundredths.amount("\(row).\(column)")
    }

    /// SQL of whether so much is reached: whole numbers are compared.
    public func reaches(_ required: String, in row: String) -> String {
      self == .records
        ? "\(row).\(column) >= \(required)"
        : "\(row).\(column) >= \(AmountStorage.hundredths.stored(required))"
    }

    /// As the year has it.
    fileprivate var ofYear: String {
      switch self {
      case .records, .hours, .days: "y.\(column)"
      case .daysOf(let modes):
        "\(Self.inOrder(modes).map { "y.\($0.daysColumn)" }.joined(separator: " + ")) as \(column)"
      }
    }

    /// As the year's records have it.
    fileprivate var ofRecords: String {
      switch self {
      case .records: "count(*)"
      case .hours, .days: "sum(t.\(column))::bigint"
      case .daysOf(let modes): "coalesce(sum(t.days) filter (where \(TrainingSums.isHeld(modes, "c"))), 0)::bigint"
      }
    }

    fileprivate var needsClasses: Bool {
      switch self {
      case .records, .hours, .days: false
      case .daysOf: true
      }
    }
  }

  /// A template that selects `person_id`, the sums within `{period_start}` and `{period_end}`, each in a column of its
  /// name, and `evidence`. Whoever has no record has no row.
  ///
  /// - Parameters:
  ///   - sums: those wanted, and no others: each costs its share.
  ///   - persons: a template that selects the persons wanted; nil for all.
  public static func template(_ sums: [Sum], of persons: String? = nil, within window: Window) -> String {
    let wanted = persons.map { "\n      and y.person_id in (\n\($0)\n      )" } ?? ""
    return """
      with training_year as (
        select
          y.person_id,
          y.year,
          \(list(sums, \.ofYear)),
          not {explaining}
            and y.first_on >= {period_start}
            and y.settled_on <= least({period_end}, {as_of}) as is_whole
        from {training_years} y
        where y.year in ({period_years})\(wanted)
      ),
      part as (
        select
          y.person_id,
          \(list(sums) { "y.\($0.column)" }),
          null::text[] as evidence
        from training_year y
        where y.is_whole
        union all
        select
          t.person_id,
          \(list(sums, \.ofRecords)),
          case when {explaining}
            then array_agg('training_records/' || t.record_id order by t.record_id collate "C")
          end
        from training_year y
        join {training_records} t
          on t.person_id = y.person_id\(ofTheYear(within: window))\(sums.contains(where: \.needsClasses) ? classes : "")
        where not y.is_whole
          and t.completed_on between {period_start} and {period_end}
        group by t.person_id
      )
      \(total(of: sums, within: window))
      """
  }

  private static func list(_ sums: [Sum], _ column: (Sum) -> String) -> String {
    sums.map(column).joined(separator: ",\n    ")
  }

  private static let classes = """

      left join {training_classes} c
        on c.class_id = t.class_id
    """

  /// SQL of whether a class is held in one of the modes.
  public static func isHeld(_ modes: Set<TrainingMode>, _ row: String) -> String {
    "\(row).mode in (\(Sum.inOrder(modes).map(\.rawValue.sqlLiteral).joined(separator: ", ")))"
  }

  /// Within one year the condition on the year is left out: it would be true of every record, and without it the server
  /// estimates the number of records better.
  private static func ofTheYear(within window: Window) -> String {
    switch window {
    case .oneYear: ""
    case .severalYears: "\n    and extract(year from t.completed_on)::smallint = y.year"
    }
  }

  /// Within one year a person has one `part` (the year's sums or its records), so nothing is left to add up. Of several
  /// years the parts are added up; `max(evidence)` works because an explanation reads all years from records, as one part.
  private static func total(of sums: [Sum], within window: Window) -> String {
    switch window {
    case .oneYear:
      """
      select p.*
      from part p
      """
    case .severalYears:
      """
      select
        p.person_id,
        \(sums.map { "sum(p.\($0.column))::bigint as \($0.column)" }.joined(separator: ",\n  ")),
        max(p.evidence) as evidence
      from part p
      group by p.person_id
      """
    }
  }
}
