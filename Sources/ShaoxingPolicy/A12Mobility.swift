import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a12 = Article(
    "shaoxing.12", Label("推动干部能上能下", "Promotion and demotion alike"),
    gist: Label(
      "每季度综合分析研判，每半年盘点能上能下；“凡提四必”、“双签字”；被调整干部加强培训教育",
      "quarterly analysis, half-yearly review; four checks, two signatures; those moved down are trained"),
    indicators: [
      Indicator(
        "shaoxing.12.quarterly-analysis", title: Label("每季度综合分析研判", "Quarterly analysis"),
        domain: .supervision, subject: .unit, measure: .times,
        rule: Quota(
          .units(.partyCommittee, levels: [.city, .county]), each: .quarter,
          .facts(Facts.activitiesOfUnits("comprehensive_analysis"), atLeast: "count"))),
      Indicator(
        "shaoxing.12.mobility-review", title: Label("每半年能上能下盘点", "Half-yearly review of mobility"),
        domain: .supervision, subject: .unit, measure: .times,
        rule: Quota(
          .units(.partyCommittee, levels: [.city, .county]), each: .half,
          .facts(Facts.activitiesOfUnits("mobility_review"), atLeast: "count"))),
      Indicator(
        "shaoxing.12.four-checks", title: Label("“凡提四必”", "Four checks before promotion"),
        domain: .selection, subject: .row(of: .selections), measure: .none,
        rule: SelectionDocuments.complete(
          of: "c.kind = 'promotion'",
          documents: ["archive_checked_on", "matters_verified_on", "discipline_opinion_on", "petitions_checked_on"])),
      Indicator(
        "shaoxing.12.dual-signature", title: Label("廉洁自律情况“双签字”", "Two signatures"),
        domain: .selection, subject: .row(of: .selections), measure: .none,
        rule: SelectionDocuments.complete(
          of: "c.kind = 'promotion' or c.important", documents: ["secretary_signed_on", "discipline_signed_on"])),
      Indicator(
        "shaoxing.12.by-meeting", title: Label("干部任免集体讨论决定", "Appointments decided in a meeting"),
        domain: .selection, subject: .row(of: .selections), measure: .none, rule: SelectionDocuments.decidedInMeeting),
      Indicator(
        "shaoxing.12.unfit", title: Label("不适宜担任现职干部调整", "Unfit leaders moved"),
        domain: .selection, subject: .person, measure: .none,
        rule: UnfitRules.dealtWith(
          where: """
            n.managed_by in ('city', 'county', 'unit')
              and \(hanging: HeldPosts.heldLeadingPost(by: "n.person_id", on: "{last_year_end}"))
            """)),
      Indicator(
        "shaoxing.12.adjusted", title: Label("被调整干部培训教育", "Training of those moved down"),
        domain: .training, subject: .row(of: .measures), measure: .none,
        rule: Deadline(
          .days("days"), cases: .begunThisYear,
          of: """
            with adjusted as (
              select m.*
              from {measures} m
              where m.subject_kind = 'person'
                and m.kind in ('reassignment', 'demotion', 'removal', 'non_leading')
            ),
            first_training as (
              select distinct on (m.measure_id)
                m.measure_id,
                t.completed_on,
                t.record_id
              from adjusted m
              join {training_records} t
                on t.person_id = m.subject_id
                and t.completed_on > m.taken_on
              order by m.measure_id, t.completed_on, t.record_id collate "C"
            )
            select
              m.measure_id as subject_id,
              r.unit_id,
              m.taken_on as starts_on,
              t.completed_on as done_on,
              array_remove(array['measures/' || m.measure_id, 'training_records/' || t.record_id], null) as evidence
            from adjusted m
            left join first_training t on t.measure_id = m.measure_id
            left join on_roll r on r.person_id = m.subject_id
            """)),
      Indicator(
        "shaoxing.12.visits", title: Label("全员走访考察干部", "Every leader visited"),
        domain: .supervision, subject: .person, measure: .times,
        rule: Quota(
          Population.leadingCadres.filtered(
            "leading cadres of city and county", where: "s.managed_by in ('city', 'county')"),
          each: .year, .facts(Facts.activitiesOfPersons("cadre_visit"), atLeast: "count"), kind: .coverage)),
      Indicator(
        "shaoxing.12.document", title: Label("防止“带病提拔”办法出台", "Rules against tainted promotions issued"),
        domain: .selection, subject: .jurisdiction, measure: .none, rule: DocumentRules.issued(for: "shaoxing.12")),
    ])
}
