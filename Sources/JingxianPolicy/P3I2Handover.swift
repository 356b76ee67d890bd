import CadreModel
import DataContract
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
        domain: .handover, subject: .row(of: .handovers), measure: .none,
        rule: Deadline(
          .workingDays("working_days"), cases: .begunThisYear, from: "c.left_on", of: handovers(),
          done: "c.handed_over_on")),
      Indicator(
        "jingxian.3.2.handover-made", title: Label("离任必交接", "Every post left is handed over"),
        domain: .handover, subject: .row(of: .posts), measure: .none,
        rule: Deadline(
          .workingDays("working_days"), cases: .begunThisYear, from: "c.ended_on",
          of: """
            select
              p.post_id as subject_id,
              p.unit_id,
              p.ended_on,
              made.done_on,
              array['posts/' || p.post_id] || made.evidence as evidence
            from (
              \(hanging: EndedPosts.notContinued(where: "l.rank = any({ranks}) and l.entry <> 'secondment'"))
            ) p
            left join (
              select
                h.post_id,
                min(h.handed_over_on) as done_on,
                array_agg('handovers/' || h.handover_id order by h.handed_over_on, h.handover_id collate "C") as evidence
              from {handovers} h
              group by h.post_id
            ) made on made.post_id = p.post_id
            """)),
      Indicator(
        "jingxian.3.2.handover-items", title: Label("交接事项齐全", "Handover complete"),
        domain: .handover, subject: .row(of: .handovers), measure: .none,
        rule: Cases(
          .ofTheYear(by: "c.left_on"), of: handovers(where: "h.handed_over_on is not null"), kind: .completeness,
          outcomes: [.when(items.map { "c.\($0)" }.joined(separator: " and "), .met)],
          otherwise: .unmet(.incomplete), detail: items.map(Part.yes).lacking("c"))),
      Indicator(
        "jingxian.3.2.transfer", title: Label("行政工资组织关系转接", "Relations moved in time"),
        domain: .handover, subject: .row(of: .handovers), measure: .none,
        rule: Deadline(
          .months("months"), cases: .begunThisYear, from: "c.left_on",
          of: handovers(where: "h.moved_to_unit_id is not null"), done: "c.relations_moved_on")),
      Indicator(
        "jingxian.3.2.filing", title: Label("调动备案", "Transfer filed in time"),
        domain: .handover, subject: .row(of: .handovers), measure: .none,
        rule: Deadline(
          .months("months"), cases: .begunThisYear, from: "c.left_on",
          of: handovers(where: "h.moved_to_unit_id is not null"), done: "c.filed_on")),
    ])

  /// The groups of matters that are handed over.
  private static let items = ["work_items", "economic_items", "personnel_items", "petition_items", "other_items"]

  /// Handovers as cases. They are the duty of the unit that the person leaves.
  private static func handovers(where condition: String = "true") -> String {
    """
    select
      h.*,
      h.handover_id as subject_id,
      p.unit_id,
      array['handovers/' || h.handover_id] as evidence
    from {handovers} h
    left join {posts} p on p.post_id = h.post_id
    where \(condition)
    """
  }
}
