import CadreModel
import PolicyKit

/// Half-yearly tiers (a3), which a9 follows up.
enum Tiers {
  /// The totals of the half around a person's, from the lowest of the category.
  static let ranking = Beside.ranking(
    Label("同类别总分排名（自末位起）", "totals of the category, from the lowest"),
    rows: """
      select
        t.person_id as id,
        p.name,
        t.category as group_name,
        t.rank_from_bottom as place,
        t.total as amount
      from (
      \(of("{half}"))
      ) t
      join {persons} p on p.person_id = t.person_id
      """)

  /// Persons scored in a half with their total and tier: `person_id`, `unit_id`, `rank`, `lists`, `total`, `tier`,
  /// `evidence`.
  ///
  /// Third tier: a total of at most 60, or among the last 1% of the category of the main post's unit (ties share the
  /// best rank from the bottom); first tier: otherwise at least 100.
  static func of(_ half: String) -> String {
    """
    select
      ranked.*,
      case
        when ranked.total <= {a3.tier.third_tier_total} then 3
        when ranked.rank_from_bottom <= floor(ranked.category_size * {a3.tier.last_share}) then 3
        when ranked.total >= {a3.tier.first_tier_total} then 1
        else 2
      end as tier
    from (
      select
        totalled.*,
        case when totalled.category is not null
          then rank() over (partition by totalled.category order by totalled.total)
        end as rank_from_bottom,
        count(*) over (partition by totalled.category) as category_size
      from (
        select
          r.person_id,
          r.unit_id,
          r.rank,
          r.lists,
          r.category,
          s.base_score + coalesce(i.points, 0) as total,
          array['scores/' || s.person_id || ':' || s.half] || i.evidence as evidence
        from {scores} s
        join on_roll r on r.person_id = s.person_id
        left join (
          select
            i.person_id,
            sum(i.points) as points,
            array_agg('score_items/' || i.item_id order by i.item_id collate "C") as evidence
          from {score_items} i
          where i.half = \(half)
          group by i.person_id
        ) i on i.person_id = s.person_id
        where s.half = \(half)
      ) totalled
    ) ranked
    """
  }
}
