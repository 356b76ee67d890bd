/// Duties over leave and going abroad that several policies share.
public enum LeaveRules {
  /// Going abroad: approved before leaving, within the approved days, to the approved destination, back in time.
  public static let abroad = Cases(
    .pending,
    rows: """
      select
        l.leave_id as subject_id,
        r.unit_id,
        l.left_on as referenced_on,
        case
          when checked.breach is not null then 'unmet'
          when l.returned_on is null then 'pending'
          else 'met'
        end as status,
        null::numeric as observed,
        null::numeric as required,
        null::date as due_on,
        coalesce(checked.breach, case when l.returned_on is null then 'still_away' else 'returned' end) as reason,
        array['leaves/' || l.leave_id] as evidence
      from {leaves} l
      cross join lateral (
        select case
          when l.approved_on is null or l.approved_on > l.left_on then 'not_approved'
          when l.left_on < l.approved_from then 'left_before_approved'
          when l.actual_destination is not null
            and l.actual_destination is distinct from l.approved_destination then 'other_destination'
          when coalesce(l.returned_on, {as_of}) > l.approved_to then 'returned_late'
        end as breach
      ) checked
      left join on_roll r on r.person_id = l.person_id
      where l.abroad
      """)

  /// Leave at home: approved before leaving, and closed within so many days of the return. Parameter: `days`.
  public static let atHome = Cases(
    .pending,
    rows: """
      select
        l.leave_id as subject_id,
        r.unit_id,
        l.left_on as referenced_on,
        case
          when checked.breach is not null then 'unmet'
          when l.returned_on is null then 'pending'
          when l.closed_on <= checked.due_on then 'met'
          when l.closed_on is not null then 'unmet'
          when {as_of} >= checked.due_on then 'unmet'
          when checked.due_on - {as_of} <= {warn.short_deadline} then 'at_risk'
          else 'pending'
        end as status,
        null::numeric as observed,
        null::numeric as required,
        checked.due_on,
        case
          when checked.breach is not null then checked.breach
          when l.returned_on is null then 'still_away'
          when l.closed_on <= checked.due_on then 'returned'
          when l.closed_on is not null then 'closed_late'
          else 'not_closed'
        end as reason,
        array['leaves/' || l.leave_id] as evidence
      from {leaves} l
      cross join lateral (
        select
          l.returned_on + {days} as due_on,
          case
            when l.approved_on is null or l.approved_on > l.left_on then 'not_approved'
            when l.left_on < l.approved_from then 'left_before_approved'
          end as breach
      ) checked
      left join on_roll r on r.person_id = l.person_id
      where not l.abroad
      """)
}
