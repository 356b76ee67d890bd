import CadreModel

/// The person whom a result is about: joins beside a result `r`, and the person's id.
struct PersonOfSubject {
  let joins: String
  /// SQL; null where a row's subject is a unit.
  let id: String

  /// Nil for subjects that are no person's: units, villages, decisions.
  ///
  /// - Parameters:
  ///   - kind: the indicator's kind of subject.
  ///   - city: SQL for the city's code.
  init?(of kind: String, city: String) {
    let name = SubjectName(of: kind, subject: "r.subject_id", city: city, language: .chinese)
    switch (kind, name.owner?.kind) {
    case ("pair", _):
      // Of two who talk it is about the one who is talked to.
      (joins, id) = ("", "split_part(r.subject_id, '>', 2)")
    case ("post", _): (joins, id) = (name.joins, "s.person_id")
    case ("village_person", _): (joins, id) = ("", "split_part(r.subject_id, ':', 2)")
    case ("young_event", _): (joins, id) = ("", "split_part(r.subject_id, ':', 1)")
    case (_, .person): (joins, id) = (name.owner?.joins ?? "", name.owner?.id ?? "null::text")
    case (_, .personOrUnit):
      (joins, id) = (name.owner?.joins ?? "", "case s.subject_kind when 'person' then s.subject_id end")
    default: return nil
    }
  }
}
