/// Figures over organisational measures that several policies share.
public enum MeasureRules {
  /// Measures taken this year, by kind.
  public static func taken(_ kinds: [String]) -> Statistic {
    Statistic(
      ofClasses: kinds,
      facts: """
        select
          m.kind as class,
          'measures/' || m.measure_id as evidence
        from {measures} m
        where m.taken_on between {year_start} and {as_of}
        """)
  }
}
