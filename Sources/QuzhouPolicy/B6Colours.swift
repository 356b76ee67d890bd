import CadreModel
import PolicyKit

extension Article {
  static let b6 = Article(
    "quzhou.b6", Label("常态开展换届“回头看”评定红黄灰“三色”村干部", "Midterm vetting and three colours"),
    gist: Label(
      "届中对村“两委”成员资格联审；黄色回炉1周以上、歇职2—6个月，灰色给予处理",
      "all are vetted in midterm; yellow: a week's retraining and 2 to 6 months' suspension, grey: disposal"),
    indicators: [
      Indicator(
        "quzhou.b6.midterm", title: Label("届中资格联审", "Midterm vetting"),
        domain: .village, subject: "village_person", measure: .times,
        rule: Quota(
          .villageCommitteeMembers, each: .term,
          .facts(
            """
            select
              w.village_id || ':' || w.person_id as subject_id,
              w.held_on,
              1 as amount,
              'village_vettings/' || w.vetting_id as evidence
            from {village_vettings} w
            where w.kind = 'midterm'
            """, atLeast: "count"))),
      Indicator(
        "quzhou.b6.yellow", title: Label("黄色：回炉与歇职", "Yellow: retraining and suspension"),
        domain: .village, subject: "village_rating", measure: .none,
        rule: Cases(
          .pending,
          rows: """
            select
              k.rating_id as subject_id,
              v.township_id as unit_id,
              k.rated_on as referenced_on,
              case
                when not retrained.right_length or not suspended.right_length then 'unmet'
                when retrained.right_length and suspended.right_length then 'met'
                when k.suspended_from is null
                  and {as_of} > (k.rated_on + make_interval(months => {begin_within_months}))::date then 'unmet'
                else 'pending'
              end as status,
              null::numeric as observed,
              null::numeric as required,
              null::date as due_on,
              case
                when not retrained.right_length then 'retraining_too_short'
                when not suspended.right_length then 'suspension_out_of_bounds'
                when retrained.right_length and suspended.right_length then 'holds'
                when k.suspended_from is null
                  and {as_of} > (k.rated_on + make_interval(months => {begin_within_months}))::date then 'not_suspended'
                else 'open'
              end as reason,
              array['village_ratings/' || k.rating_id] as evidence
            from {village_ratings} k
            join village_in_city v on v.village_id = k.village_id
            cross join lateral (
              select k.retrained_to - k.retrained_from + 1 >= {retrain_days} as right_length
            ) retrained
            cross join lateral (
              select k.suspended_to
                between (k.suspended_from + make_interval(months => {min_months}))::date
                and (k.suspended_from + make_interval(months => {max_months}))::date as right_length
            ) suspended
            where k.color = 'yellow'
            """)),
      Indicator(
        "quzhou.b6.grey", title: Label("灰色：处理", "Grey: disposal"),
        domain: .village, subject: "village_rating", measure: .none,
        rule: Deadline(
          .days("days"), cases: .begunThisYear,
          rows: """
            select
              k.rating_id as subject_id,
              v.township_id as unit_id,
              k.rated_on as starts_on,
              case when k.disposal is not null then k.disposed_on end as done_on,
              array['village_ratings/' || k.rating_id] as evidence
            from {village_ratings} k
            join village_in_city v on v.village_id = k.village_id
            where k.color = 'grey'
            """)),
      Indicator(
        "quzhou.b6.colours", title: Label("“三色”评定情况", "Ratings by colour"),
        domain: .village, subject: "jurisdiction", measure: .times,
        rule: Statistic(
          ofClasses: ["red", "yellow", "grey"],
          facts: """
            select
              k.color as class,
              'village_ratings/' || k.rating_id as evidence
            from {village_ratings} k
            where k.rated_on >= {year_start}
            """)),
    ])
}
