import Synchronization

/// All findings of an import, each as a text of the caller's making, on the disk until they are read: memory does not grow
/// with them. The file has no name, and is gone with the process.
public final class FindingSpool: Sendable {
  private let encode: @Sendable (Finding) -> String
  private let state: Mutex<State>

  private struct State: ~Copyable {
    var file: SpillFile?
    var waiting: [UInt8] = []
    var written = 0
  }

  /// What stands between two texts in the file: no text holds it.
  private static let end: UInt8 = 0

  /// - Parameter encode: the text of a finding, without a zero byte.
  public init(encode: @escaping @Sendable (Finding) -> String) {
    self.encode = encode
    state = Mutex(State())
  }

  /// How far it is, for `rewind`.
  var position: Int { state.withLock { $0.written + $0.waiting.count } }

  func append(_ finding: Finding) throws(ImportError) {
    let text = Array(encode(finding).utf8)
    try state.withLock { state throws(ImportError) in
      state.waiting += text
      state.waiting.append(Self.end)
      if state.waiting.count > 1 << 18 { try Self.flush(&state) }
    }
  }

  /// Takes back what was appended since.
  func rewind(to position: Int) throws(ImportError) {
    try state.withLock { state throws(ImportError) in
      try Self.flush(&state)
      try state.file?.truncate(to: position)
      state.written = position
    }
  }

  /// Hands over the texts in their order.
  ///
  /// - Throws: `ImportError.spillFile`.
  public func read(_ body: (String) -> Void) throws(ImportError) {
    try state.withLock { state throws(ImportError) in
      try Self.flush(&state)
      guard let file = state.file else { return }
      try file.rewind()
      var text: [UInt8] = []
      while let bytes = try file.read() {
        for byte in bytes {
          if byte == Self.end {
            body(String(decoding: text, as: UTF8.self))
            text.removeAll(keepingCapacity: true)
          } else {
            text.append(byte)
          }
        }
      }
    }
  }

  private static func flush(_ state: inout State) throws(ImportError) {
    guard !state.waiting.isEmpty else { return }
    let file: SpillFile
    if let open = state.file { file = open } else { file = try SpillFile() }
    state.file = file
    try file.write(state.waiting)
    state.written += state.waiting.count
    state.waiting.removeAll(keepingCapacity: true)
  }
}

/// Where findings go as they are made, beside the log: a file for people, a spool for whoever reads them all, marks on what was
/// delivered.
struct FindingOutputs {
  let file: FindingsFile?
  let spool: FindingSpool?
  let marks: ReturnMarks?

  static var none: FindingOutputs { FindingOutputs(file: nil, spool: nil, marks: nil) }

  /// How far all of them are.
  struct Position {
    fileprivate let file: Int?
    fileprivate let spool: Int?
    fileprivate let marks: ReturnMarks.Position?
  }

  var position: Position { Position(file: file?.position, spool: spool?.position, marks: marks?.position) }

  func append(_ findings: [Finding]) throws(ImportError) {
    for finding in findings {
      try file?.append(finding)
      try spool?.append(finding)
      marks?.append(finding)
    }
  }

  /// Takes back what was appended since: a file's rows are read anew.
  func rewind(to position: Position) throws(ImportError) {
    if let place = position.file { try file?.rewind(to: place) }
    if let place = position.spool { try spool?.rewind(to: place) }
    if let place = position.marks { marks?.rewind(to: place) }
  }
}
