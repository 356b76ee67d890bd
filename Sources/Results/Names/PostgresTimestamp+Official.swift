import CadreModel
public import PostgresClient

extension PostgresTimestamp {
  /// As people read it: official time, with its zone.
  public var officialText: String { text(hoursAhead: OfficialTime.hoursAhead) }
}
