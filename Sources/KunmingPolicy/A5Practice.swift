import CadreModel
import PolicyKit

extension Article {
  static let a5 = Article(
    "kunming.5", Label("强化干部实践锻炼", "Practice"),
    gist: Label(
      "每年选派一批干部到中央部委、省级机关和先进发达地区挂职锻炼",
      "each year cadres are seconded to central and provincial organs and developed areas"),
    indicators: [
      Indicator(
        "kunming.5.secondments", title: Label("挂职锻炼", "Secondments"),
        domain: .rotation, subject: .jurisdiction, measure: .times,
        rule: Quota(
          .jurisdiction, each: .year,
          .facts(
            """
            select
              $1::text as subject_id,
              p.started_on as held_on,
              1 as amount,
              'posts/' || p.post_id as evidence
            from {posts} p
            where p.entry = 'secondment'
              and p.secondment_to in ('central', 'provincial', 'developed')
            """, atLeast: "count"))),
      Indicator(
        "kunming.5.exchanges", title: Label("干部交流任职去向", "Exchanges by direction"),
        domain: .rotation, subject: .jurisdiction, measure: .persons, rule: ExchangeRules.directions),
    ])
}
