import CadreModel
import PolicyKit

/// Summons that last year's assessment leads to (2.3).
enum SummonRules {
  /// Summoned this year: by a measure that one of the `issuers` took on the subject, or by a talk with the person. For a
  /// unit its present head may be summoned instead. Parameters: `2.3.due_by`, `2.3.issuers`.
  /// - Parameter who: selects `subject_kind`, `subject_id`, `unit_id`, `evidence`.
  static func summoned(kind: ArchetypeKind, who: String) -> Deadline {
    Deadline(
      .fixed("{2.3.due_by}"), cases: .all,
      of: """
        with liable as (
          \(hanging: who)
        ),
        addressee as (
          select
            l.subject_id,
            l.subject_kind as addressee_kind,
            l.subject_id as addressee_id
          from liable l
          union
          select
            l.subject_id,
            'person',
            h.person_id
          from liable l
          join unit_head h on h.unit_id = l.subject_id
          where l.subject_kind = 'unit'
        ),
        summon as (
          select
            m.subject_kind as addressee_kind,
            m.subject_id as addressee_id,
            m.taken_on as summoned_on,
            'measures/' || m.measure_id as evidence
          from {measures} m
          where m.kind = 'summon'
            and m.issuer = any({2.3.issuers})
            and m.taken_on >= {year_start}
          union all
          select
            'person',
            t.to_person_id,
            t.held_on,
            'talks/' || t.talk_id
          from {talks} t
          where t.kind = 'summon'
            and t.held_on >= {year_start}
        ),
        summoned as (
          select
            a.subject_id,
            min(s.summoned_on) as done_on,
            array_agg(s.evidence order by s.summoned_on, s.evidence collate "C") as evidence
          from addressee a
          join summon s
            on s.addressee_kind = a.addressee_kind
            and s.addressee_id = a.addressee_id
          group by a.subject_id
        )
        select
          l.subject_id,
          l.unit_id,
          {year_start} as starts_on,
          s.done_on,
          l.evidence || s.evidence as evidence
        from liable l
        left join summoned s on s.subject_id = l.subject_id
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

  /// The populations that last year's assessment ranks: units here, cadres below.
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
    where r.is_leading
      and r.managed_by = 'county'
    """

  /// Those among the last of last year's assessment, by the category of the assessment: rank from the bottom at most
  /// `last_ranks`, ties sharing the best rank. Whoever is outside the population is not ranked. Parameter: `last_ranks`.
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
