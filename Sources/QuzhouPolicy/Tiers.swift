import CadreModel
import PolicyKit

/// Half-yearly scores and tiers (a3), which a9 follows up.
enum Tiers {
  /// SQL over a person on roll at a half's end, `r`: whether they are to be scored.
  static let isToBeScored = "r.managed_by in ('city', 'county', 'unit')"

  /// Persons scored in a half: `half`, `person_id`, `unit_id`, `rank`, `lists`, `category`, `entered_on`, `base_score`,
  /// `feedback_on`, `evidence`.
  static func scored(_ half: String) -> String {
    """
    select
      r.half,
      r.person_id,
      r.unit_id,
      r.rank,
      r.lists,
      r.category,
      r.entered_on,
      s.base_score,
      s.feedback_on,
      array['scores/' || s.person_id || ':' || s.half] as evidence
    from on_roll_at_half r
    join {scores} s
      on s.person_id = r.person_id
      and s.half = r.half
    where r.half = \(half)
      and \(isToBeScored)
    """
  }

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

  /// Persons scored in a half with their total and tier: `half`, `person_id`, `unit_id`, `rank`, `lists`, `total`,
  /// `tier`, `evidence`.
  ///
  /// Third tier: a total of at most 60, or among the last 1% of the category of the main post's unit (ties share the
  /// best rank from the bottom); first tier: otherwise at least 100.
  static func of(_ half: String) -> String {
    """
    select
      ranked.*,
      case
        when ranked.total <= {a3.tier.third_tier_total} then 3
        when ranked.rank_from_bottom <= case
          when {a3.tier.places_rounded_down} = 1 then floor(ranked.category_size * {a3.tier.last_share})
          else ceil(ranked.category_size * {a3.tier.last_share})
        end then 3
        when ranked.total >= {a3.tier.first_tier_total} then 1
        else 2
      end as tier
    from (
      select
        totalled.*,
        case
          when totalled.category is null then null
          when {a3.tier.ties_share_best} = 1
            then rank() over (partition by totalled.category order by totalled.total)
          else count(*) over (partition by totalled.category order by totalled.total)
        end as rank_from_bottom,
        count(*) over (partition by totalled.category) as category_size
      from (
        select
          scored.half,
          scored.person_id,
          scored.unit_id,
          scored.rank,
          scored.lists,
          scored.category,
          scored.base_score + coalesce(added.points, 0) as total,
          scored.evidence || added.evidence as evidence
        from (
          \(hanging: scored(half))
        ) scored
        left join (
          select
            i.person_id,
            sum(i.points) as points,
            array_agg('score_items/' || i.item_id order by i.item_id collate "C") as evidence
          from {score_items} i
          where i.half = \(half)
          group by i.person_id
        ) added on added.person_id = scored.person_id
      ) totalled
    ) ranked
    """
  }
}
