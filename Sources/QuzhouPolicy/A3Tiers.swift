import CadreModel
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
            from on_roll r
            left join {scores} s
              on s.person_id = r.person_id
              and s.half = {half}
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
            """)),
      Indicator(
        "quzhou.a3.third-tier-action", title: Label("第三档干部处置", "Action on the third tier"),
        domain: .assessment, subject: .person, measure: .none,
        rule: Deadline(
          .days("days"), cases: .all,
          of: """
            select
              t.person_id as subject_id,
              t.unit_id,
              {half_end} as starts_on,
              taken.done_on,
              t.evidence || taken.evidence as evidence
            from (
            \(Tiers.of("{half}"))
            ) t
            left join (
              select
                m.subject_id,
                min(m.taken_on) as done_on,
                array_agg('measures/' || m.measure_id order by m.taken_on, m.measure_id collate "C") as evidence
              from {measures} m
              where m.subject_kind = 'person'
                and m.kind in (
                  'admonition', 'off_post_training', 'reassignment', 'recall', 'non_leading', 'demotion', 'removal'
                )
                and m.taken_on > {half_end}
              group by m.subject_id
            ) taken on taken.subject_id = t.person_id
            where t.tier = 3
            """, period: .half)),
      Indicator(
        "quzhou.a3.feedback", title: Label("考评结果反馈", "Feedback on the score"),
        domain: .talks, subject: .person, measure: .none,
        rule: Deadline(
          .days("days"), cases: .all,
          of: """
            select
              r.person_id as subject_id,
              r.unit_id,
              {half_end} as starts_on,
              talked.done_on,
              array['scores/' || s.person_id || ':' || s.half] || talked.evidence as evidence
            from {scores} s
            join on_roll r on r.person_id = s.person_id
            left join (
              select
                t.to_person_id as person_id,
                min(t.held_on) as done_on,
                array_agg('talks/' || t.talk_id order by t.held_on, t.talk_id collate "C") as evidence
              from {talks} t
              where t.kind = 'feedback'
                and t.held_on > {half_end}
              group by t.to_person_id
            ) talked on talked.person_id = s.person_id
            where s.half = {half}
            """, period: .half)),
    ])
}
