import CadreModel
import PolicyKit

extension Article {
  static let p3i3 = Article(
    "jingxian.3.3", Label("加强机关效能建设", "Effectiveness of organs"),
    gist: Label(
      "常态化开展效能考评、明察暗访，整治干部作风不实等问题",
      "effectiveness is checked regularly, openly and under cover"),
    indicators: [
      Indicator(
        "jingxian.3.3.effectiveness", title: Label("效能明察暗访", "Effectiveness checks"),
        domain: .supervision, subject: .jurisdiction, measure: .times,
        rule: Statistic(
          countOf: """
            select 'activities/' || a.activity_id as evidence
            from {activities} a
            where a.kind = 'effectiveness_check'
              and a.held_on between {year_start} and {as_of}
            """))
    ])
}
