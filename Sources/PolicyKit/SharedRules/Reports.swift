import CadreModel

/// Duties of party committees, organs and townships to report that several policies share.
public enum ReportRules {
  /// "One report, two reviews" of selection and appointment. Parameter: `count`, a year.
  public static let reportAndReviews = Quota(
    .units(.partyCommittee, .organ, .township), each: .year,
    .facts(Facts.activitiesOfUnits("report_and_reviews"), atLeast: "count"))

  /// The report on the state of the cadres to the party committee above. Parameter: `count`, a year.
  public static let teamReport = Quota(
    .units(.partyCommittee, .organ, .township), each: .year,
    .facts(Facts.activitiesOfUnits("team_report", reportedTo: "superior"), atLeast: "count"))
}
