import CLibPQ

/// A message of the server beside the results: a notice, a warning.
public struct PostgresNotice: Sendable, Hashable {
  /// `NOTICE`, `WARNING`, `INFO`, ... , never translated.
  public let severity: String
  public let sqlState: SQLState?
  public let message: String
  public let detail: String?
  public let hint: String?
}

/// What a caller does with notices. Called on the connection's queue: it should return soon.
public typealias NoticeHandler = @Sendable (PostgresNotice) -> Void

/// Takes notices from libpq's callback.
final class NoticeSink {
  private let handler: NoticeHandler?

  init(handler: NoticeHandler?) {
    self.handler = handler
  }

  func receive(_ result: OpaquePointer) {
    guard let handler else { return }
    func field(_ code: UInt8) -> String? {
      PQresultErrorField(result, Int32(code)).map { String(cString: $0) }
    }
    handler(
      PostgresNotice(
        severity: field(UInt8(ascii: "V")) ?? "NOTICE",
        sqlState: field(UInt8(ascii: "C")).map(
          SQLState.init(rawValue:)),
        message: field(UInt8(ascii: "M")) ?? "", detail: field(UInt8(ascii: "D")), hint: field(UInt8(ascii: "H"))))
  }
}
