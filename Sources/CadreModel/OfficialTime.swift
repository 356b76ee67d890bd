/// The time by which people in China tell days and hours, wherever the server stands: Beijing time, without summer time. What
/// programs read (JSON, CSV, seals, chains) is in UTC, with its `Z`.
public enum OfficialTime {
  /// Its hours ahead of UTC.
  public static let hoursAhead = 8

  /// SQL of the day on which a moment lies.
  public static func day(of moment: String) -> String { "(\(moment) at time zone '\(zone)')::date" }

  /// SQL of the moment at which a day begins.
  public static func beginning(of day: String) -> String { "(\(day)::timestamp at time zone '\(zone)')" }

  private static let zone = "Asia/Shanghai"
}
