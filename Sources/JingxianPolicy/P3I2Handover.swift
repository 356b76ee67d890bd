import CadreModel
import PolicyKit

extension Article {
  static let p3i2 = Article(
    "jingxian.3.2", Label("严格执行干部离任规定", "Leaving a post"),
    gist: Label(
      "离任以书面形式交接五类事项，7个工作日内办结；调动后1个月内转接行政、工资、组织关系并及时备案",
      "five groups of matters handed over in writing within 7 working days; relations moved within a month, and filed"),
    indicators: [
      Indicator(
        "jingxian.3.2.handover", title: Label("工作交接按期办结", "Handed over in time"),
        domain: .handover, subject: "handover", measure: .none,
        rule: Deadline(
          .workingDays("working_days"), cases: .begunThisYear,
          rows: HandoverRules.done("handed_over_on"))),
      Indicator(
        "jingxian.3.2.handover-items", title: Label("交接事项齐全", "Handover complete"),
        domain: .handover, subject: "handover", measure: .none,
        rule: Cases(
          kind: .completeness,
          rows: """
            select
              h.handover_id as subject_id,
              p.unit_id,
              h.left_on as referenced_on,
              case when given.complete then 'met' else 'unmet' end as status,
              null::numeric as observed,
              null::numeric as required,
              null::date as due_on,
              case when given.complete then 'holds' else 'incomplete' end as reason,
              array['handovers/' || h.handover_id] as evidence
            from {handovers} h
            cross join lateral (
              select h.work_items and h.economic_items and h.personnel_items and h.petition_items and h.other_items
                as complete
            ) given
            left join {posts} p on p.post_id = h.post_id
            where h.handed_over_on is not null
            """)),
      Indicator(
        "jingxian.3.2.transfer", title: Label("行政工资组织关系转接", "Relations moved in time"),
        domain: .handover, subject: "handover", measure: .none,
        rule: Deadline(
          .months("months"), cases: .begunThisYear,
          rows: HandoverRules.done("relations_moved_on", where: "h.moved_to_unit_id is not null"))),
      Indicator(
        "jingxian.3.2.filing", title: Label("调动备案", "Transfer filed in time"),
        domain: .handover, subject: "handover", measure: .none,
        rule: Deadline(
          .months("months"), cases: .begunThisYear,
          rows: HandoverRules.done("filed_on", where: "h.moved_to_unit_id is not null"))),
    ])
}

/// What the deadlines of leaving a post have in common: they run from the day of leaving, and are the duty of the unit
/// left.
private enum HandoverRules {
  static func done(_ column: String, where condition: String = "true") -> String {
    """
    select
      h.handover_id as subject_id,
      p.unit_id,
      h.left_on as starts_on,
      h.\(column) as done_on,
      array['handovers/' || h.handover_id] as evidence
    from {handovers} h
    left join {posts} p on p.post_id = h.post_id
    where \(condition)
    """
  }
}
