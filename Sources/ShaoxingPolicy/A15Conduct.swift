import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a15 = Article(
    "shaoxing.15", Label("持续加强正风肃纪", "Conduct and discipline"),
    gist: Label(
      "重温作风规定，自查自纠，如实报告；核查“四风”线索，紧盯节假日，专项巡察基层",
      "rules of conduct are reread, lapses reported and set right, leads checked, holidays watched"),
    indicators: [
      Indicator(
        "shaoxing.15.self-check", title: Label("八项规定自查自纠", "Self-check on the eight rules"),
        domain: .discipline, subject: .unit, measure: .times,
        rule: MeetingRules.held("eight_rules_self_check", each: .year)),
      Indicator(
        "shaoxing.15.reported", title: Label("主动报告作风问题", "Own lapses reported"),
        domain: .discipline, subject: .jurisdiction, measure: .times,
        rule: Statistic(
          countOf: """
            select 'declarations/' || d.declaration_id as evidence
            from {declarations} d
            join on_roll r on r.person_id = d.person_id
            where d.kind = 'eight_rules'
              and d.reported_on between {year_start} and {as_of}
              and r.party_member
              and r.rank in ('township_section', 'county_division', 'bureau')
            """)),
      Indicator(
        "shaoxing.15.four-winds", title: Label("“四风”举报线索核查", "Leads on the four winds verified"),
        domain: .supervision, subject: .row(of: .petitions), measure: .none,
        rule: Deadline(
          .days("days"), cases: .begunThisYear, from: "c.received_on",
          of: PetitionRules.petitions(where: "c.topic = 'four_winds'"), done: "c.verified_on")),
      Indicator(
        "shaoxing.15.holidays", title: Label("年节假期明察暗访", "Conduct checked around holidays"),
        domain: .supervision, subject: .holiday, measure: .none, rule: Holidays.conductChecked
      )
      .lacking("本年度放假安排（工作日历）", "the year's holidays in the working calendar"),
      .attested("shaoxing.15"),
    ])
}
