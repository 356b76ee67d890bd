import CadreModel
import PolicyKit

/// What follows from inspections (a4).
enum InspectionRules {
  /// Kinds of inspections whose findings are followed up, as SQL.
  private static let followedUp = "'routine', 'special', 'upgraded', 'cross', 'lookback'"

  /// Villages named in an inspection that counts. Parameter: `count`.
  static let villages = Quota(
    Population(
      "villages",
      """
      select
        v.village_id as subject_id,
        v.township_id as unit_id
      from village_in_city v
      """), each: .term,
    .facts(
      """
      select
        p.place_id as subject_id,
        i.started_on as held_on,
        1 as amount,
        'inspections/' || i.inspection_id as evidence
      from {inspection_places} p
      join {inspections} i on i.inspection_id = p.inspection_id
      where i.kind = any({a4.coverage.kinds})
      """, atLeast: "count"),
    kind: .coverage)

  /// The share of the live units inspected in the term that had a look back (回头看) after the first inspection.
  static let lookedBackOn = Statistic(
    .term,
    shareOf: """
      with inspected as (
        select
          i.unit_id,
          min(i.started_on) as first_on
        from {inspections} i
        join live_unit u on u.unit_id = i.unit_id
        where i.kind = any({a4.coverage.kinds})
          and i.started_on >= {term_start}
        group by i.unit_id
      )
      select
        exists (
          select
          from {inspections} l
          where l.unit_id = n.unit_id
            and l.kind = 'lookback'
            and l.started_on > n.first_on
        ) as counts,
        'units/' || n.unit_id as evidence
      from inspected n
      """)

  /// Matters that were to be set right by a day of this year.
  static let rectified = Deadline(
    .onTheDay, cases: .datedThisYear,
    of: """
      select
        r.item_id as subject_id,
        i.unit_id,
        r.due_on as starts_on,
        r.done_on,
        array['rectifications/' || r.item_id, 'inspections/' || i.inspection_id] as evidence
      from {rectifications} r
      join {inspections} i on i.inspection_id = r.inspection_id
      where i.kind in (\(followedUp))
      """)

  /// The inspected unit is called to account for what was not set right by its day. Parameter: `days`.
  static let heldToAccount = Deadline(
    .days("days"), cases: .begunThisYear,
    of: """
      select
        r.item_id as subject_id,
        i.unit_id,
        r.due_on as starts_on,
        taken.done_on,
        array['rectifications/' || r.item_id, 'inspections/' || i.inspection_id] || taken.evidence as evidence
      from {rectifications} r
      join {inspections} i on i.inspection_id = r.inspection_id
      left join lateral (
        select
          min(m.taken_on) as done_on,
          array_agg('measures/' || m.measure_id order by m.taken_on, m.measure_id collate "C") as evidence
        from {measures} m
        where m.subject_kind = 'unit'
          and m.subject_id = i.unit_id
          and m.kind in ('accountability', 'summon', 'circular')
          and m.taken_on > r.due_on
      ) taken on true
      where i.kind in (\(followedUp))
        and coalesce(r.done_on > r.due_on, true)
      """)

  /// A finding about a person is set right within so many days, with its cause, who is responsible and a measure on record.
  /// Parameter: `days`.
  static let setRight = Deadline(
    .days("days"), cases: .begunThisYear,
    of: """
      select
        f.finding_id as subject_id,
        i.unit_id,
        f.found_on as starts_on,
        f.cause,
        f.responsible_person_id,
        m.measure_id,
        f.corrected_on,
        array['findings/' || f.finding_id, 'inspections/' || i.inspection_id]
          || case when m.measure_id is not null then array['measures/' || m.measure_id] end as evidence
      from {findings} f
      join {inspections} i on i.inspection_id = f.inspection_id
      left join {measures} m on m.measure_id = f.measure_id
      where f.person_id is not null
        and i.kind in (\(followedUp))
      """,
    done: """
      case when num_nulls(c.cause, c.responsible_person_id, c.measure_id) = 0
        then c.corrected_on
      end
      """,
    lacking: ["cause", "responsible_person_id", "measure_id", "corrected_on"].map(Part.given).lacking("c"))
}
