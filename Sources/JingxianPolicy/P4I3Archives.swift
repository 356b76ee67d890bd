import CadreModel
import PolicyKit

extension Article {
  static let p4i3 = Article(
    "jingxian.4.3", Label("建立科级干部监督档案", "Supervision archives of cadres of section rank"),
    gist: Label(
      "将个人重大事项报告、经济责任审计结果、违规违纪处理结论等归入监督信息档案，定期更新",
      "personal matters, audits and conclusions of discipline are kept in an archive that is updated regularly"),
    indicators: [
      // An audit and a conclusion must be in the archive, however long ago they were put there; the matters must be of
      // this year.
      Indicator(
        "jingxian.4.3.archive", title: Label("科级干部监督档案", "Supervision archive up to date"),
        domain: .supervision, subject: "person", measure: .documents,
        rule: Quota(
          Population.persons.filtered(
            "persons of section rank managed by the county",
            where: "s.rank = 'township_section' and s.managed_by = 'county'"),
          each: .year,
          .progress(
            """
            with owed as (
              select
                r.person_id as subject_id,
                'personal_matters' as document
              from on_roll r
              union
              select
                i.person_id as subject_id,
                'economic_audit' as document
              from {inspections} i
              where i.kind = 'economic_audit'
                and i.ended_on is not null
              union
              select
                m.subject_id,
                'violation_conclusion' as document
              from {measures} m
              where m.subject_kind = 'person'
                and m.kind = 'party_discipline'
            ),
            filed as (
              select
                a.subject_id,
                a.document,
                a.archive_id
              from {archives} a
              where a.subject_kind = 'person'
                and (a.document <> 'personal_matters' or a.updated_on >= {year_start})
            )
            select
              o.subject_id,
              count(distinct f.document)::numeric as observed,
              count(distinct o.document)::numeric as required,
              count(distinct f.document) = count(distinct o.document) as reached,
              array_agg('archives/' || f.archive_id order by f.archive_id collate "C")
                filter (where f.archive_id is not null) as evidence
            from owed o
            left join filed f
              on f.subject_id = o.subject_id
              and f.document = o.document
            group by o.subject_id
            """, absent: .noData)))
    ])
}
