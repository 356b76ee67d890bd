/// Figures over tolerated mistakes that several policies share.
public enum ToleranceRules {
  /// Cases decided this year in which tolerance was granted.
  public static let granted = Statistic(
    countOf: """
      select 'tolerance_cases/' || t.case_id as evidence
      from {tolerance_cases} t
      where t.granted
        and t.decided_on between {year_start} and {as_of}
      """)
}
