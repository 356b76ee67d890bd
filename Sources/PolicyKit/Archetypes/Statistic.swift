import CadreModel

/// Figures that no rate counts: numbers, shares, classes.
///
/// ```swift
/// Statistic(countOf: "select 'activities/' || a.activity_id as evidence from {activities} a where a.kind = 'lecture'")
/// Statistic(ofClasses: ["red", "yellow", "grey"], facts: template)   // class, evidence: a row a fact
/// Statistic(shareOf: template)                                       // counts, evidence: a row one of the whole
/// Statistic(sharesOfClasses: ["women", "young"], facts: template)    // class, counts, evidence
/// Statistic(of: .units(.township), count: template)                  // subject_id, evidence: a row a fact
/// Statistic(rows: template, classCode: "c.tier::text")               // subject_id, unit_id, observed, evidence
/// ```
public struct Statistic: Archetype {
  /// Selects `subject_id`, `unit_id`, `observed` (null: no data), `evidence`.
  public let rows: String
  public let period: PeriodSource
  let classCode: String?
  let detail: String?
  public let judgesEachByItself: Bool
  public let kind: ArchetypeKind

  /// - Parameters:
  ///   - classCode: SQL over the row `c`.
  ///   - detail: what the sentence tells of the figure, SQL over the row `c`.
  public init(
    _ period: PeriodSource = .year, rows: String, classCode: String? = nil, kind: ArchetypeKind = .statistic,
    detail: String? = nil
  ) {
    self.init(period, rows: rows, classCode: classCode, judgesEachByItself: false, kind: kind, detail: detail)
  }

  private init(
    _ period: PeriodSource, rows: String, classCode: String?, judgesEachByItself: Bool, kind: ArchetypeKind, detail: String?
  ) {
    self.detail = detail
    self.rows = rows
    self.judgesEachByItself = judgesEachByItself
    self.period = period
    self.classCode = classCode
    self.kind = kind
  }

  /// How many facts there are of each class, one row for every class even when there is none.
  /// - Parameters:
  ///   - facts: selects `class` and `evidence`, one row a fact.
  public init(_ period: PeriodSource = .year, ofClasses classes: [String], facts: String) {
    self.init(
      period,
      rows: """
        select
          $1::text as subject_id,
          null::text as unit_id,
          listed.class,
          count(fact.evidence)::numeric as observed,
          array_agg(fact.evidence order by fact.evidence collate "C")
            filter (where fact.evidence is not null) as evidence
        from unnest(\(SQL.array(classes))) as listed (class)
        left join (
        \(Fragment.indented(facts))
        ) fact on fact.class = listed.class
        group by listed.class
        """, classCode: "c.class")
  }

  /// How many facts there are in the jurisdiction.
  /// - Parameters:
  ///   - facts: selects `evidence`, one row a fact.
  public init(_ period: PeriodSource = .year, countOf facts: String) {
    self.init(
      period,
      rows: """
        select
          $1::text as subject_id,
          null::text as unit_id,
          count(fact.evidence)::numeric as observed,
          array_agg(fact.evidence order by fact.evidence collate "C") as evidence
        from (
        \(Fragment.indented(facts))
        ) fact
        """)
  }

  /// The share of the jurisdiction's rows for which something holds, with four decimals. Without any row there is no share.
  /// - Parameters:
  ///   - whole: selects `counts` and `evidence` (null where there is none to name), one row for each of the whole.
  public init(_ period: PeriodSource = .year, shareOf whole: String, kind: ArchetypeKind = .share) {
    self.init(
      period,
      rows: """
        select
          $1::text as subject_id,
          null::text as unit_id,
          \(Self.share),
          \(Self.counted) as evidence
        from (
        \(Fragment.indented(whole))
        ) fact
        """, kind: kind, detail: "c.told")
  }

  /// A share for each of these classes: one row for every class, even where the class has no rows.
  /// - Parameters:
  ///   - facts: selects `class`, `counts` and `evidence`, one row for each of a class's whole.
  public init(
    _ period: PeriodSource = .year, sharesOfClasses classes: [String], facts: String, kind: ArchetypeKind = .share
  ) {
    self.init(
      period,
      rows: """
        select
          $1::text as subject_id,
          null::text as unit_id,
          listed.class,
          \(Self.share),
          \(Self.counted) as evidence
        from unnest(\(SQL.array(classes))) as listed (class)
        left join (
        \(Fragment.indented(facts))
        ) fact on fact.class = listed.class
        group by listed.class
        """, classCode: "c.class", kind: kind, detail: "c.told")
  }

  /// How many facts each of some subjects has, none included.
  /// - Parameters:
  ///   - facts: selects `subject_id` and `evidence`, one row a fact.
  public init(_ period: PeriodSource = .year, of population: Population, count facts: String) {
    self.init(
      period,
      rows: """
        select
          s.subject_id,
          s.unit_id,
          count(fact.evidence)::numeric as observed,
          array_agg(fact.evidence order by fact.evidence collate "C")
            filter (where fact.evidence is not null) as evidence
        from (
        \(Fragment.indented(population.template))
        ) s
        left join (
        \(Fragment.indented(facts))
        ) fact on fact.subject_id = s.subject_id
        group by s.subject_id, s.unit_id
        """, classCode: nil, judgesEachByItself: true, kind: .statistic, detail: nil)
  }

  private static let share = """
    round(
        count(*) filter (where fact.counts) / nullif(count(fact.counts), 0)::numeric, 4
      ) as observed,
      case when count(fact.counts) > 0
        then concat_ws('/', count(*) filter (where fact.counts), count(fact.counts))
      end as told
    """

  private static let counted = """
    array_agg(fact.evidence order by fact.evidence collate "C")
        filter (where fact.counts and fact.evidence is not null)
    """

  public var templates: [String] { [rows] + [classCode, detail].compactMap(\.self) }

  public func judged(in scope: Scope) throws(RenderingError) -> String {
    let select = JudgedSelect(
      row: "c", period: period.sql(in: scope, row: "c"),
      status: "case when c.observed is null then 'no_data' else 'info' end",
      reason: """
        case
          when c.observed is null then \(Reason.recordMissing.rawValue.sqlLiteral)
          else \(Reason.figure.rawValue.sqlLiteral)
        end
        """,
      classCode: try classCode.render(in: scope), observed: "c.observed",
      detail: try detail.render(in: scope))
    let isOutsideTerms = period == .term && scope.judging.term == nil
    return """
      with figures as (
      \(Fragment.indented(try scope.render(rows)))
      )
      \(select.sql(from: "figures c\(isOutsideTerms ? "\nwhere false" : "")"))
      """
  }
}
