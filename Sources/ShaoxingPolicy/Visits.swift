import CadreModel
import PolicyKit

/// Every place visited within the term by the present head (article 7). A head whose tenure began late in the term is
/// exempt (parameter `visit.new_head_days`).
enum Visits {
  /// The places that the head has not visited yet.
  static func left(headsWhere condition: String, places: String) -> Beside {
    .rest(
      Label("尚未走访的", "not visited yet"), within: .term,
      rows: """
        with head as (
          select
            h.*,
            u.region_code
          from unit_head h
          join live_unit u on u.unit_id = h.unit_id
          where \(condition)
        )
        select
          h.unit_id as subject_id,
          p.place_id as id,
          p.name,
          null::numeric as amount
        from head h
        join {places} p on \(places)
        where not exists (
          select
          from {activities} a
          where a.kind = 'visit'
            and a.person_id = h.person_id
            and a.target_id = p.place_id
            and a.held_on between {period_start} and {period_end}
        )
        """)
  }

  /// - Parameters:
  ///   - condition: the units judged, over their head `h` with the unit's `unit_kind`, `level`, `region_code`.
  ///   - places: the places to be visited, over the place `p` and the head `h`.
  static func coverage(headsWhere condition: String, places: String) -> Quota {
    Quota(
      Population(
        "units with a head",
        """
        select
          h.unit_id as subject_id,
          h.unit_id,
          t.began_on
        from unit_head h
        join tenure t on t.post_id = h.post_id
        where \(condition)
        """, exemption: Exemption("s.began_on > p.ends - {visit.new_head_days}", reason: .headBeganLate)),
      within: .term,
      .progress(
        """
        with visited as (
          select
            a.person_id,
            a.target_id,
            min(a.activity_id collate "C") as activity_id
          from {activities} a
          where a.kind = 'visit'
            and a.person_id is not null
            and a.held_on between {period_start} and {period_end}
          group by a.person_id, a.target_id
        ),
        head as (
          select
            h.*,
            u.region_code
          from unit_head h
          join live_unit u on u.unit_id = h.unit_id
          where \(condition)
        )
        select
          h.unit_id as subject_id,
          count(v.target_id)::numeric / count(*) as observed,
          {share}::numeric as required,
          count(v.target_id) >= {share} * count(*) as reached,
          concat_ws('/', count(v.target_id), count(*), trim_scale({share} * count(*))) as told,
          array_agg('activities/' || v.activity_id order by v.activity_id collate "C")
            filter (where v.activity_id is not null) as evidence
        from head h
        join {places} p on \(places)
        left join visited v
          on v.person_id = h.person_id
          and v.target_id = p.place_id
        group by h.unit_id
        """, absent: .noData, detail: "d.told"),
      kind: .coverage)
  }
}
