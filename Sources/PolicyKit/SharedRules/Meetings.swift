public import CadreModel

/// Duties over the Party's meetings that several policies share.
public enum MeetingRules {
  /// Democratic life meetings of live party committees, organs and townships. Parameter: `count`, a year.
  public static let democraticLife = held("democratic_life", each: .year)

  /// Leading cadres who are Party members at the life meetings of their branch. Parameter: `count`, a year.
  public static let branchLife = Quota(
    .leadingCadres.filtered("leading cadres in the Party", where: "s.party_member"), each: .year,
    .facts(Facts.activitiesOfPersons("branch_life"), atLeast: "count"))

  /// Assemblies of the Party members. Parameter: `count`, a quarter.
  public static let branchAssembly = held("branch_assembly", each: .quarter)
  /// Meetings of the branch committee. Parameter: `count`, a month.
  public static let branchCommittee = held("branch_committee", each: .month)
  /// Party lectures. Parameter: `count`, a quarter.
  public static let partyLecture = held("party_lecture", each: .quarter)
  /// Theme Party days. Parameter: `count`, a month.
  public static let themeDay = held("theme_party_day", each: .month)
  /// Appraisals of the Party members. Parameter: `count`, a year.
  public static let appraisal = held("democratic_appraisal", each: .year)

  /// Activities of live party committees, organs and townships. Parameter: `count`, a period.
  ///
  /// - Parameter office: to whom they must have been reported; nil where that does not matter.
  public static func held(_ activity: String, each period: PeriodKind, reportedTo office: String? = nil) -> Quota {
    Quota(
      .units(.partyCommittee, .organ, .township), each: period,
      .facts(Facts.activitiesOfUnits(activity, reportedTo: office), atLeast: "count"))
  }
}
