import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a3 = Article(
    "quzhou.a3", Label("严格开展干部分档管理", "Management of cadres by tiers"),
    gist: Label(
      "每半年赋分：100分及以上第一档，60分及以下及类别末位1%第三档；结果反馈，第三档采取处置措施",
      "scored each half-year: 100 and more first tier, 60 and less or the last 1% third; feedback, and action"),
    indicators: [
      Indicator(
        "quzhou.a3.scored", title: Label("半年考评赋分覆盖", "Scored in the half-year"),
        domain: .assessment, subject: .person, measure: .none,
        rule: State(
          .half,
          of: """
            select
              r.person_id as subject_id,
              r.unit_id,
              r.entered_on,
              s.person_id is not null as holds,
              case when s.person_id is not null then array['scores/' || s.person_id || ':' || s.half] end as evidence
            from on_roll_at_half r
            left join {scores} s
              on s.person_id = r.person_id
              and s.half = r.half
            where r.half = {half}
              and \(Tiers.isToBeScored)
            """,
          exempt: [.when("c.entered_on > {half_start}", .exempt(.enteredAfterStart))], otherwise: .notScored,
          kind: .coverage)),
      Indicator(
        "quzhou.a3.tier", title: Label("干部分档", "Tier"),
        domain: .assessment, subject: .person, measure: .points,
        rule: Statistic(
          .half,
          rows: """
            select
              t.person_id as subject_id,
              t.unit_id,
              t.tier,
              t.total as observed,
              t.evidence
            from (
            \(Tiers.of("{half}"))
            ) t
            """, classCode: "c.tier::text", kind: .classification), beside: Tiers.ranking),
      Indicator(
        "quzhou.a3.first-tier-pool", title: Label("第一档入优秀干部资源库比例", "First tier in the talent pool"),
        domain: .assessment, subject: .jurisdiction, measure: .share,
        rule: Statistic(
          .half,
          shareOf: """
            select
              coalesce('talent_pool' = any(t.lists), false) as counts,
              null::text as evidence
            from (
            \(Tiers.of("{half}"))
            ) t
            where t.tier = 1
            """),
        beside: .rest(
          Label("第一档中未入库的", "of the first tier, not in the pool"),
          rows: """
            select
              $1::text as subject_id,
              t.person_id as id,
              p.name,
              t.total as amount
            from (
            \(Tiers.of("{half}"))
            ) t
            join {persons} p on p.person_id = t.person_id
            where t.tier = 1
              and 'talent_pool' = any(t.lists) is not true
            """)
      )
      .lacking("该半年的第一档干部", "anyone of the half-year's first tier"),
      Indicator(
        "quzhou.a3.third-tier-action", title: Label("第三档干部处置", "Action on the third tier"),
        domain: .assessment, subject: .person, measure: .none,
        rule: TierConsequences.thirdTierActedUpon),
      Indicator(
        "quzhou.a3.feedback", title: Label("考评结果反馈", "Feedback on the score"),
        domain: .talks, subject: .person, measure: .none,
        rule: TierConsequences.fedBack),
      Indicator(
        "quzhou.a3.publication", title: Label("分档考评结果公开", "Tiers made known in the unit"),
        domain: .assessment, subject: .unit, measure: .none, rule: TierConsequences.published),
      Indicator(
        "quzhou.a3.base", title: Label("考评分有上年度考核依据", "Score rests on last year's assessment"),
        domain: .assessment, subject: .person, measure: .none, rule: TierConsequences.basedOnAssessment),
      Indicator(
        "quzhou.a3.deductions", title: Label("受处理干部专项分扣分", "Points deducted after a measure"),
        domain: .assessment, subject: .row(of: .measures), measure: .none, rule: TierConsequences.pointsDeducted),
      Indicator(
        "quzhou.a3.promoted", title: Label("各档干部提拔情况", "Promotions by tier"),
        domain: .assessment, subject: .jurisdiction, measure: .times, rule: TierConsequences.promoted),
    ])
}
