#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a wait on a socket is for.
struct SocketEvents: OptionSet {
  let rawValue: Int16
  static let readable = SocketEvents(rawValue: Int16(POLLIN))
  static let writable = SocketEvents(rawValue: Int16(POLLOUT))
}

/// Waits until the socket is ready, at most `limit`. Returns false when the time ran out first.
/// An error or hang-up on the socket counts as ready: the read that follows will tell.
func waitForSocket(_ socket: Int32, _ events: SocketEvents, limit: Duration) -> Bool {
  var entry = pollfd(fd: socket, events: events.rawValue, revents: 0)
  let milliseconds = max(0, min(limit.wholeMilliseconds, Int64(Int32.max)))
  let ready = poll(&entry, 1, Int32(milliseconds))
  // An interrupted wait is reported as not ready: callers wait again until their own deadline.
  return ready > 0
}

/// What has arrived on the socket, looked at without taking it off.
enum SocketPeek: Equatable {
  case nothing
  case closed
  case byte(UInt8)
}

func peekSocket(_ socket: Int32) -> SocketPeek {
  var byte: UInt8 = 0
  let count = recv(socket, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
  if count == 1 { return .byte(byte) }
  if count == 0 { return .closed }
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? .nothing : .closed
}

extension Duration {
  /// Milliseconds, rounded up, so that a small positive limit never becomes "do not wait".
  var wholeMilliseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
  }
}
