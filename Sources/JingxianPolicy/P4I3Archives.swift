import CadreModel
import PolicyKit

extension Article {
  static let p4i3 = Article(
    "jingxian.4.3", Label("建立科级干部监督档案", "Supervision archives of cadres of section rank"),
    gist: Label(
      "县管领导班子和领导干部监督信息档案：个人重大事项报告、经济责任审计结果、违规违纪处理结论、信访举报材料归档，定期更新",
      "archives of county-managed teams and leaders: personal matters, audits, conclusions of discipline and petitions are kept and updated regularly"
    ),
    indicators: [
      // An audit, a conclusion and a petition must be in the archive, however long ago they were put there; the matters
      // must be of this year.
      Indicator(
        "jingxian.4.3.archive", title: Label("县管领导干部监督信息档案", "Supervision archive of county-managed leaders"),
        domain: .supervision, subject: .person, measure: .documents,
        rule: Quota(
          Population.persons.filtered(
            "persons of section rank managed by the county",
            where: "s.rank = 'township_section' and s.managed_by = 'county'"),
          within: .year,
          .progress(
            """
            with audited as (
              select distinct i.person_id
              from {inspections} i
              where i.kind = 'economic_audit'
                and i.ended_on is not null
            ),
            disciplined as (
              select distinct m.subject_id
              from {measures} m
              where m.subject_kind = 'person'
                and m.kind = 'party_discipline'
            ),
            petitioned as (
              select distinct q.person_id
              from {petitions} q
              where q.person_id is not null
            ),
            filed as (
              select
                a.subject_id,
                case
                  when count(*) filter (
                    where a.document = 'personal_matters'
                      and a.updated_on >= {year_start}
                  ) >= {count}
                    then array_agg(a.archive_id order by a.archive_id collate "C") filter (
                      where a.document = 'personal_matters'
                        and a.updated_on >= {year_start}
                    )
                end as matters,
                array_agg(a.archive_id order by a.archive_id collate "C")
                  filter (where a.document = 'economic_audit') as audits,
                array_agg(a.archive_id order by a.archive_id collate "C")
                  filter (where a.document = 'violation_conclusion') as conclusions,
                array_agg(a.archive_id order by a.archive_id collate "C")
                  filter (where a.document = 'petition_material') as petitions
              from {archives} a
              where a.subject_kind = 'person'
              group by a.subject_id
            ),
            counted as materialized (
              select
                r.person_id as subject_id,
                1 + num_nonnulls(u.person_id, d.subject_id, q.person_id) as required,
                num_nonnulls(
                  f.matters,
                  case when u.person_id is not null then f.audits end,
                  case when d.subject_id is not null then f.conclusions end,
                  case when q.person_id is not null then f.petitions end
                ) as observed,
                f.matters
                  || case when u.person_id is not null then f.audits end
                  || case when d.subject_id is not null then f.conclusions end
                  || case when q.person_id is not null then f.petitions end as archive_ids,
                nullif(
                  concat_ws(
                    ';',
                    case when f.matters is null then 'personal_matters' end,
                    case when u.person_id is not null and f.audits is null then 'economic_audit' end,
                    case when d.subject_id is not null and f.conclusions is null then 'violation_conclusion' end,
                    case when q.person_id is not null and f.petitions is null then 'petition_material' end
                  ), ''
                ) as lacking
              from on_roll r
              left join audited u on u.person_id = r.person_id
              left join disciplined d on d.subject_id = r.person_id
              left join petitioned q on q.person_id = r.person_id
              left join filed f on f.subject_id = r.person_id
              where r.rank = 'township_section'
                and r.managed_by = 'county'
            )
            select
              c.subject_id,
              c.observed::numeric as observed,
              c.required::numeric as required,
              c.observed = c.required as reached,
              c.lacking,
              (select array_agg('archives/' || archive.id) from unnest(c.archive_ids) as archive (id)) as evidence
            from counted c
            """, absent: .noData, detail: "d.lacking"))),
      Indicator(
        "jingxian.4.3.unit-archive", title: Label("领导班子监督信息档案", "Supervision archive of the team"),
        domain: .supervision, subject: .unit, measure: .times,
        rule: Quota(
          .units(.partyCommittee, .organ, .township), each: .year,
          .facts(
            """
            select
              a.subject_id,
              a.updated_on as held_on,
              1 as amount,
              'archives/' || a.archive_id as evidence
            from {archives} a
            where a.subject_kind = 'unit'
            """, atLeast: "count"))),
    ])
}
