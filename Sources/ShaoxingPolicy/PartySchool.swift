/// Full-time study at the provincial or city party school (article 11).
enum PartySchool {
  /// Selects `person_id`, `completed_on` and `evidence` of the first record that a person has this year of an off-job main
  /// class there.
  ///
  /// - Parameter condition: SQL over the person on roll `r`.
  static func trained(where condition: String) -> String {
    """
    select distinct on (t.person_id)
      t.person_id,
      t.completed_on,
      'training_records/' || t.record_id as evidence
    from {training_records} t
    join {training_classes} c on c.class_id = t.class_id
    join on_roll r on r.person_id = t.person_id
    where (\(condition))
      and t.completed_on between {year_start} and {as_of}
      and c.main_class
      and c.mode = 'off_job'
      and c.provider in ('provincial_party_school', 'city_party_school')
    order by t.person_id, t.completed_on, t.record_id collate "C"
    """
  }
}
