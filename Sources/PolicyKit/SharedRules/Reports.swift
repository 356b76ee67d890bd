import CadreModel

/// Duties of party committees, organs and townships to report that several policies share.
public enum ReportRules {
  /// "One report, two reviews" of selection and appointment. Parameter: `count`, a year.
  public static let reportAndReviews = MeetingRules.held("report_and_reviews", each: .year)

  /// The report on the state of the cadres to the party committee above. Parameter: `count`, a year.
  public static let teamReport = MeetingRules.held(
    "team_report", each: .year, reportedTo: "superior")
}
