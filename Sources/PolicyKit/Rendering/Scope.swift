public import CadreModel
import DataContract

/// Turns a rule's SQL template into SQL for one indicator of one judging.
///
/// A template names what it needs in braces:
/// - `{leaves}` a table of the contract as seen at the as-of date: only this city's rows (`$1`), only those that
///   exist by then, with dates that lie ahead read as empty;
/// - `{as_of}`, `{year_start}`, `{year_end}`, `{half}` ... a date or number of the judging;
/// - `{days}` a parameter of the indicator, `{warn.period}` (with a dot) one of the whole policy.
public struct Scope: Sendable, Hashable {
  public let judging: Judging
  /// The indicator's name within its policy, `a2.matters`.
  public let indicator: String
  /// The day at which the tables are seen: the as-of date, or an earlier one.
  public private(set) var seenAt: Day
  /// What `{period_start}`, `{period_end}` and `{period_years}` stand for: the as-of date's year, unless a rule says
  /// otherwise.
  public private(set) var period: Period

  public init(judging: Judging, indicator: String) {
    self.judging = judging
    self.indicator = indicator
    seenAt = judging.asOf
    period = judging.year
  }

  /// The same rule under the same parameters, with the tables as seen at an earlier day.
  public func seen(at day: Day) -> Scope {
    var scope = self
    scope.seenAt = day
    return scope
  }

  /// The same rule for another period.
  public func within(_ period: Period) -> Scope {
    var scope = self
    scope.period = period
    return scope
  }

  /// The full name of a parameter as a template or archetype writes it.
  public func parameterName(_ short: String) -> String {
    Scope.parameterName(short, of: indicator)
  }

  static func parameterName(_ short: String, of indicator: String) -> String {
    short.contains(".") ? short : "\(indicator).\(short)"
  }

  /// A parameter of the indicator that must be a whole number.
  public func whole(_ short: String) throws(RenderingError) -> Int {
    try judging.whole(parameterName(short))
  }

  /// The template with every placeholder filled in.
  public func render(_ template: String) throws(RenderingError) -> String {
    var sql = ""
    for part in try Template.parts(of: template) {
      switch part {
      case .text(let text): sql += text
      case .placeholder(let name): sql += Fragment.hanging(try replacement(for: name), under: sql)
      }
    }
    return sql
  }

  /// The tables that a template reads, with those that the snapshot is made from.
  func tables(of template: String) throws(RenderingError) -> Set<TableName> {
    NeedsReader(try Snapshot.steps(for: judging)).needs(of: try render(template)).tables
  }

  private func replacement(for name: String) throws(RenderingError) -> String {
    if let builtIn = BuiltIn(rawValue: name) { return builtIn.sql(in: self) }
    if let table = TableName(rawValue: name) { return Table[table].seen(at: seenAt, by: judging.touched) }
    switch try judging.value(of: parameterName(name)) {
    case .amount(let amount): return amount.description
    case .day(let day): return day.sql
    case .monthDay(let monthDay): return (monthDay.day(of: judging.asOf.year) ?? judging.year.ends).sql
    case .codes(let codes): return SQL.array(codes) + "::text[]"
    }
  }
}

/// What every template may name beside tables and parameters.
enum BuiltIn: String, CaseIterable {
  case asOf = "as_of"
  case year
  case yearStart = "year_start"
  case yearEnd = "year_end"
  case lastYear = "last_year"
  case lastYearStart = "last_year_start"
  case lastYearEnd = "last_year_end"
  case half
  case halfStart = "half_start"
  case halfEnd = "half_end"
  case previousHalf = "previous_half"
  case previousHalfEnd = "previous_half_end"
  /// The half-years that promotions of this year are judged by: this year's first, which may not have ended yet, and last
  /// year's second.
  case firstHalf = "first_half"
  case firstHalfEnd = "first_half_end"
  case lastYearHalf = "last_year_half"
  /// The term of office: null outside the listed ones.
  case term
  case termStart = "term_start"
  case termEnd = "term_end"
  /// The term of office in villages: null outside the listed ones.
  case villageTerm = "village_term"
  case villageTermStart = "village_term_start"
  case villageTermEnd = "village_term_end"
  case villageTermMiddle = "village_term_middle"
  case effectiveOn = "effective_on"
  case periodStart = "period_start"
  case periodEnd = "period_end"
  /// The calendar years that the period has a day of, for `in (..)`.
  case periodYears = "period_years"
  /// The city's training by person and year, as the import keeps it.
  case trainingYears = "training_years"
  /// Whether a single result is being explained: `case when {explaining} then array_agg(..) end` spares evaluation the
  /// ids of sums over very many facts.
  case explaining

  func sql(in scope: Scope) -> String {
    let judging = scope.judging
    return switch self {
    case .asOf: scope.seenAt.sql
    case .year: String(judging.asOf.year)
    case .yearStart: judging.year.starts.sql
    case .yearEnd: judging.year.ends.sql
    case .lastYear: String(judging.asOf.year - 1)
    case .lastYearStart: judging.lastYear.starts.sql
    case .lastYearEnd: judging.lastYear.ends.sql
    case .half: judging.half.name.sqlLiteral
    case .halfStart: judging.half.starts.sql
    case .halfEnd: judging.half.ends.sql
    case .previousHalf: judging.half.previousHalf.name.sqlLiteral
    case .previousHalfEnd: judging.half.previousHalf.ends.sql
    case .firstHalf: Period.half(1, of: judging.asOf.year).name.sqlLiteral
    case .firstHalfEnd: Period.half(1, of: judging.asOf.year).ends.sql
    case .lastYearHalf: Period.half(2, of: judging.asOf.year - 1).name.sqlLiteral
    case .term: judging.term?.name.sqlLiteral ?? "null::text"
    case .termStart: judging.term?.starts.sql ?? "null::date"
    case .termEnd: judging.term?.ends.sql ?? "null::date"
    case .villageTerm: judging.villageTerm?.name.sqlLiteral ?? "null::text"
    case .villageTermStart: judging.villageTerm?.starts.sql ?? "null::date"
    case .villageTermEnd: judging.villageTerm?.ends.sql ?? "null::date"
    case .villageTermMiddle: judging.villageTerm?.middle.sql ?? "null::date"
    case .effectiveOn: judging.configuration.effectiveOn.sql
    case .periodStart: scope.period.starts.sql
    case .periodEnd: scope.period.ends.sql
    case .periodYears: (scope.period.starts.year...scope.period.ends.year).map(String.init).joined(separator: ", ")
    case .trainingYears:
      """
      (
        select *
        from training_years
        where city_code = $1
          and records > 0\(ofTouchedPersons(judging))
      )
      """
    case .explaining: judging.purpose == .explanation ? "true" : "false"
    }
  }

  private func ofTouchedPersons(_ judging: Judging) -> String {
    guard let touched = judging.touched, touched.kind == .persons else { return "" }
    return "\n    and \(touched.condition(on: touched.column))"
  }
}

extension Day {
  /// As a literal of type date.
  public var sql: String { "date '\(self)'" }
}

extension String {
  /// As a literal of type text, quotes doubled.
  public var sqlLiteral: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
