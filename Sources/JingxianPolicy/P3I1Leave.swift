import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let p3i1 = Article(
    "jingxian.3.1", Label("严格执行请销假等制度", "Leave and going abroad"),
    gist: Label(
      "离县外出履行请销假审批；党政正职不得同时外出；严格出国（境）审批；每年1次证件集中保管检查",
      "leave is approved and closed; the principals are not away together; passports are checked once a year"),
    indicators: [
      Indicator(
        "jingxian.3.1.leave", title: Label("请假与销假", "Leave approved and closed"),
        domain: .discipline, subject: .row(of: .leaves), measure: .none, rule: LeaveRules.atHome),
      Indicator(
        "jingxian.3.1.abroad", title: Label("因公因私出国（境）", "Going abroad as approved"),
        domain: .discipline, subject: .row(of: .leaves), measure: .none, rule: LeaveRules.abroad),
      // Two of those who are principals at the as-of date, on any day of the year, also before they took the post: the
      // catalogue asks who is principal now and who was away then.
      Indicator(
        "jingxian.3.1.principals-overlap", title: Label("主要负责人不得同时外出", "Principals not away together"),
        domain: .discipline, subject: .unit, measure: .days,
        rule: State(
          of: """
            with principal as (
              select distinct
                c.unit_id,
                c.person_id
              from current_post c
              where c.role = 'principal'
                and c.unit_kind in ('township', 'organ')
            ),
            judged_unit as (
              select p.unit_id
              from principal p
              group by p.unit_id
              having count(*) >= 2
            ),
            absence as (
              select
                p.unit_id,
                p.person_id,
                away.day::date as day,
                l.leave_id
              from judged_unit j
              join principal p on p.unit_id = j.unit_id
              join {leaves} l on l.person_id = p.person_id
              cross join lateral generate_series(
                greatest(l.left_on, {year_start})::timestamp,
                coalesce(l.returned_on, {as_of})::timestamp,
                interval '1 day'
              ) as away (day)
            ),
            shared_day as (
              select
                a.unit_id,
                a.day,
                array_agg(distinct 'leaves/' || a.leave_id) as leaves
              from absence a
              group by a.unit_id, a.day
              having count(distinct a.person_id) >= 2
            ),
            overlap as (
              select
                d.unit_id,
                count(distinct d.day) as days,
                array_agg(distinct leave.ref collate "C") as evidence
              from shared_day d
              cross join lateral unnest(d.leaves) as leave (ref)
              group by d.unit_id
            )
            select
              j.unit_id as subject_id,
              j.unit_id,
              o.days is null as holds,
              coalesce(o.days, 0)::numeric as observed,
              o.evidence
            from judged_unit j
            left join overlap o on o.unit_id = j.unit_id
            """, amounts: Amounts(observed: "c.observed", required: "0::numeric"), otherwise: .awayTogether,
          kind: .overlap)),
      Indicator(
        "jingxian.3.1.passport-check", title: Label("出国（境）证件集中保管检查", "Custody of passports checked"),
        domain: .supervision, subject: .jurisdiction, measure: .times,
        rule: Quota(
          .jurisdiction, each: .year,
          .facts(Facts.activitiesOfJurisdiction("passport_custody_check"), atLeast: "count"))),
    ])
}
