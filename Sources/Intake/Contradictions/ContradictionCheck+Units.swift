import DataContract

extension ContradictionCheck {
  static let ofUnits: [ContradictionCheck] = [
    // From each unit upwards until it comes back to itself. A hundred levels end the way of those below a ring that are not
    // part of it.
    ContradictionCheck(.ownSuperior, in: .units, of: nil, reads: [.units]) { _ in
      """
      with recursive above as (
        select
          u.unit_id as start_id,
          u.parent_unit_id as unit_id,
          1 as depth
        from units u
        where u.city_code = $1
          and u.parent_unit_id is not null
        union all
        select
          a.start_id,
          u.parent_unit_id,
          a.depth + 1
        from above a
        join units u
          on u.city_code = $1
          and u.unit_id = a.unit_id
        where a.unit_id <> a.start_id
          and u.parent_unit_id is not null
          and a.depth < 100
      )
      select
        a.start_id as row_key,
        '' as other_key,
        a.start_id as subject_id,
        null::text as other_id,
        array[a.depth::text] as detail
      from above a
      where a.unit_id = a.start_id
      """
    },
    ContradictionCheck(.superiorDissolved, in: .units, of: nil, reads: [.units], isTimely: true) { _ in
      """
      select
        u.unit_id as row_key,
        superior.unit_id as other_key,
        u.unit_id as subject_id,
        superior.unit_id as other_id,
        array[superior.dissolved_on::text] as detail
      from units u
      join units superior
        on superior.city_code = $1
        and superior.unit_id = u.parent_unit_id
      where u.city_code = $1
        and superior.dissolved_on <= current_date
        and coalesce(u.dissolved_on > current_date, true)
      """
    },
  ]
}
