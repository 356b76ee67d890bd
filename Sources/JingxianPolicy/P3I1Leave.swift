import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let p3i1 = Article(
    "jingxian.3.1", Label("严格执行请销假等制度", "Leave and going abroad"),
    gist: Label(
      "离县外出履行请销假审批；党政主要负责同志原则上不得同时请假外出；严格出国（境）审批；每年1次证件集中保管检查",
      "leave is approved and closed; the principals are as a rule not away together; going abroad is approved; passports are checked once a year"
    ),
    indicators: [
      Indicator(
        "jingxian.3.1.leave", title: Label("请假与销假", "Leave approved and closed"),
        domain: .discipline, subject: .row(of: .leaves), measure: .none, rule: LeaveRules.atHome),
      Indicator(
        "jingxian.3.1.abroad", title: Label("因公因私出国（境）", "Going abroad as approved"),
        domain: .discipline, subject: .row(of: .leaves), measure: .none, rule: LeaveRules.abroad),
      Indicator(
        "jingxian.3.1.principals-overlap",
        title: Label("党政主要负责同志原则上不得同时请假外出", "Principals as a rule not away together"),
        domain: .discipline, subject: .unit, measure: .days, rule: apart),
      Indicator(
        "jingxian.3.1.passport-check", title: Label("出国（境）证件集中保管检查", "Custody of passports checked"),
        domain: .supervision, subject: .jurisdiction, measure: .times,
        rule: Quota(
          .jurisdiction, each: .year,
          .facts(Facts.activitiesOfJurisdiction("passport_custody_check"), atLeast: "count"))),
      Indicator(
        "jingxian.3.1.passports", title: Label("出国（境）证件按期上交", "Passports handed in in time"),
        domain: .discipline, subject: .row(of: .passports), measure: .none,
        rule: PassportRules.handedIn(
          ofHoldersWhere: "p.rank in ('township_section', 'county_division', 'bureau')")),
    ])

  /// On no day of the year were two persons away at once who were both principals of the unit on that day. Judged are the
  /// units that had two principals on some day.
  private static let apart = State(
    of: """
      with principal as (
        select
          p.unit_id,
          p.person_id,
          greatest(p.started_on, e.hired_on, {year_start}) as first_on,
          least(p.ended_on - 1, e.left_on - 1, {as_of}) as last_on
        from {posts} p
        join {persons} e on e.person_id = p.person_id
        join live_unit u on u.unit_id = p.unit_id
        where p.role = 'principal'
          and u.unit_kind in ('township', 'organ', 'institution')
      ),
      judged_unit as (
        select distinct a.unit_id
        from principal a
        join principal b
          on b.unit_id = a.unit_id
          and b.person_id <> a.person_id
          and greatest(a.first_on, b.first_on) <= least(a.last_on, b.last_on)
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
          greatest(l.left_on, p.first_on)::timestamp,
          least(coalesce(l.returned_on, {as_of}), p.last_on)::timestamp,
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
      """, amounts: Amounts(observed: "c.observed", required: "0::numeric"), comparison: .atMost,
    otherwise: .awayTogether, kind: .overlap)
}
