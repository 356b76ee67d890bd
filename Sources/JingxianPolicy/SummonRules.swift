import CadreModel
import PolicyKit

/// Summons that last year's assessment leads to (2.3).
enum SummonRules {
  /// Summoned this year by the discipline inspection, the organisation department or both.
  /// - Parameter who: selects `subject_kind`, `subject_id`, `unit_id`, `evidence`.
  static func summoned(kind: ArchetypeKind, who: String) -> Deadline {
    Deadline(
      .fixed("{year_end}"), cases: .all,
      of: """
        select
          liable.subject_id,
          liable.unit_id,
          {year_start} as starts_on,
          summon.done_on,
          liable.evidence || summon.evidence as evidence
        from (
        \(who)
        ) liable
        left join (
          select
            m.subject_kind,
            m.subject_id,
            min(m.taken_on) as done_on,
            array_agg('measures/' || m.measure_id order by m.taken_on, m.measure_id collate "C") as evidence
          from {measures} m
          where m.kind = 'summon'
            and m.issuer in ('discipline', 'org_dept', 'both')
            and m.taken_on >= {year_start}
          group by m.subject_kind, m.subject_id
        ) summon
          on summon.subject_kind = liable.subject_kind
          and summon.subject_id = liable.subject_id
        """, kind: kind)
  }

  /// Last year's scores around a subject's, from the lowest of the category.
  static func ranking(subjectKind: String, population: String, names: String) -> Beside {
    .ranking(
      Label("上年度同类别考核得分排名（自末位起）", "last year's scores of the category, from the lowest"),
      rows: """
        select
          a.subject_id as id,
          named.name,
          a.category as group_name,
          rank() over (partition by a.category order by a.score) as place,
          a.score as amount
        from {assessments} a
        join (
        \(population)
        ) assessed on assessed.subject_id = a.subject_id
        join (
        \(names)
        ) named on named.id = a.subject_id
        where a.subject_kind = '\(subjectKind)'
          and a.year = {last_year}
          and a.score is not null
        """)
  }

  /// The population of the units, and of the cadres.
  static let units = """
    select
      u.unit_id as subject_id,
      u.unit_id
    from live_unit u
    """
  static let cadres = """
    select
      r.person_id as subject_id,
      r.unit_id
    from on_roll r
    where r.managed_by = 'county'
    """

  /// Those among the last of last year's assessment, by the category of the assessment: rank from the bottom at most
  /// `last_ranks`, ties sharing the best rank. Who is outside the population takes no rank. Parameter: `last_ranks`.
  /// - Parameters:
  ///   - subjectKind: `person` or `unit`.
  ///   - population: selects `subject_id`, `unit_id`.
  static func bottom(subjectKind: String, population: String) -> String {
    """
    select
      '\(subjectKind)' as subject_kind,
      ranked.subject_id,
      ranked.unit_id,
      array_agg('assessments/' || ranked.assessment_id order by ranked.assessment_id collate "C") as evidence
    from (
      select
        a.assessment_id,
        assessed.subject_id,
        assessed.unit_id,
        rank() over (partition by a.category order by a.score) as rank_from_bottom
      from {assessments} a
      join (
      \(population)
      ) assessed on assessed.subject_id = a.subject_id
      where a.subject_kind = '\(subjectKind)'
        and a.year = {last_year}
        and a.score is not null
    ) ranked
    where ranked.rank_from_bottom <= {last_ranks}
    group by ranked.subject_id, ranked.unit_id
    """
  }
}
