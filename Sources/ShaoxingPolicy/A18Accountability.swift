import CadreModel
import PolicyKit

extension Article {
  static let a18 = Article(
    "shaoxing.18", Label("加大问责力度", "Accountability"),
    gist: Label(
      "考核督察干部队伍建设并纳入巡察；履责不力、违规用人严肃问责，问责不到位的反向问责",
      "cadre work is assessed and inspected; neglect is called to account, and so is failing to do so"),
    indicators: [
      Indicator(
        "shaoxing.18.accountability", title: Label("问责情况", "Accountability"),
        domain: .supervision, subject: .jurisdiction, measure: .times,
        rule: Statistic(
          countOf: """
            select 'measures/' || m.measure_id as evidence
            from {measures} m
            where m.kind = 'accountability'
              and m.taken_on between {year_start} and {as_of}
            """)),
      .attested("shaoxing.18", by: .cityAndCountyCommittees),
    ])
}
