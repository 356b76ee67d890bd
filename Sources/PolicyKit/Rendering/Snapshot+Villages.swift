/// What the snapshot holds of villages.
extension Snapshot {
  /// Villages whose place lies in the city, with the township they belong to.
  static let villageInCity = """
    select
      v.*,
      p.unit_id as township_id,
      p.name as village_name
    from {villages} v
    join {places} p on p.place_id = v.village_id
    """

  /// Village cadres in office, by their own dates.
  static let currentVillageCadre = """
    select
      vc.*,
      v.township_id
    from {village_cadres} vc
    join village_in_city v on v.village_id = vc.village_id
    where \(isOpen("vc.ended_on"))
    """

  /// Since when a person has been in office in a village, of those who are: the start of the unbroken run of their
  /// records of these roles there. A gap of at most one day does not break it.
  static let villageOffice = """
    with office as (
      select
        vc.village_id,
        vc.person_id,
        vc.started_on,
        coalesce(vc.ended_on, 'infinity') as ended_on,
        \(hanging: UnbrokenRun.endedBefore(
          "coalesce(vc.ended_on, 'infinity')", owner: "vc.person_id, vc.village_id", order: "vc.started_on, vc.vc_id")) as ended_before
      from {village_cadres} vc
      where vc.role in ('secretary', 'director', 'committee')
    )
    select
      o.village_id,
      o.person_id,
      v.township_id,
      \(UnbrokenRun.beganOn("o")) as began_on
    from office o
    join village_in_city v on v.village_id = o.village_id
    group by
      o.village_id,
      o.person_id,
      v.township_id
    having bool_or(o.ended_on = 'infinity')
    """
}
