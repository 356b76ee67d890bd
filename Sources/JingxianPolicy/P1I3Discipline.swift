import CadreModel
import PolicyKit

extension Article {
  static let p1i3 = Article(
    "jingxian.1.3", Label("严格组织人事纪律", "Discipline in organisation and personnel"),
    gist: Label(
      "不得以传阅、会签或个别征求意见代替集体议事；一把手末位表态；主要负责人五个不直接分管",
      "decisions are taken in meetings, the head speaks last, and is in charge of none of five areas"),
    indicators: [
      Indicator(
        "jingxian.1.3.collective", title: Label("集体决策", "Decided in a meeting"),
        domain: .meetings, subject: "decision", measure: .none,
        rule: Cases(
          rows: """
            select
              d.decision_id as subject_id,
              d.unit_id,
              d.held_on as referenced_on,
              case when d.mode = 'meeting' then 'met' else 'unmet' end as status,
              null::numeric as observed,
              null::numeric as required,
              null::date as due_on,
              case when d.mode = 'meeting' then 'holds' else 'not_by_meeting' end as reason,
              array['decisions/' || d.decision_id] as evidence
            from {decisions} d
            """)),
      Indicator(
        "jingxian.1.3.last-word", title: Label("一把手末位表态", "The head speaks last"),
        domain: .meetings, subject: "decision", measure: .none,
        rule: Cases(
          rows: """
            select
              d.decision_id as subject_id,
              d.unit_id,
              d.held_on as referenced_on,
              case
                when d.principal_last is null then 'no_data'
                when d.principal_last then 'met'
                else 'unmet'
              end as status,
              null::numeric as observed,
              null::numeric as required,
              null::date as due_on,
              case
                when d.principal_last is null then 'record_missing'
                when d.principal_last then 'holds'
                else 'principal_not_last'
              end as reason,
              array['decisions/' || d.decision_id] as evidence
            from {decisions} d
            where d.mode = 'meeting'
            """)),
      Indicator(
        "jingxian.1.3.no-direct-charge", title: Label("主要负责人五个不直接分管", "Five areas not in the head's charge"),
        domain: .discipline, subject: "unit", reach: .ownUnit, measure: .none,
        rule: SeparationOfDuties(barredAreas: "areas")),
    ])
}
