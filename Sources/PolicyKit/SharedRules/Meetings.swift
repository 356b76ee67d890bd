import CadreModel

/// Duties over the Party's meetings that several policies share.
public enum MeetingRules {
  /// Democratic life meetings of live party committees, organs and townships. Parameter: `count`, a year.
  public static let democraticLife = Quota(
    .units(.partyCommittee, .organ, .township), each: .year,
    .facts(Facts.activitiesOfUnits("democratic_life"), atLeast: "count"))

  /// Leading cadres who are Party members at the life meetings of their branch. Parameter: `count`, a year.
  public static let branchLife = Quota(
    .leadingCadres.filtered("leading cadres in the Party", where: "s.party_member"), each: .year,
    .facts(Facts.activitiesOfPersons("branch_life"), atLeast: "count"))
}
