/// Very many numbers in their order: in memory while they are few, else on the disk in sorted parts that are merged at the end.
struct SortedRuns {
  private var entries: [UInt64] = []
  private var runs: [SpillFile] = []

  /// How many are in memory.
  var count: Int { entries.count }

  mutating func append(_ entry: UInt64) {
    entries.append(entry)
  }

  /// Puts what is in memory on the disk, sorted.
  mutating func spill() throws(ImportError) {
    guard !entries.isEmpty else { return }
    entries.sort()
    let file = try SpillFile()
    var bytes: [UInt8] = []
    for entry in entries {
      for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: entry >> UInt64(shift))) }
      if bytes.count >= 1 << 18 {
        try file.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try file.write(bytes)
    runs.append(file)
    entries.removeAll(keepingCapacity: true)
  }

  /// Hands over each number, the smallest first.
  consuming func inOrder(_ body: (UInt64) -> Void) throws(ImportError) {
    if runs.isEmpty {
      entries.sort()
      for entry in entries { body(entry) }
      return
    }
    try spill()
    var heads: [Run] = []
    for file in runs {
      try file.rewind()
      var run = Run(file: file)
      if try run.advance() { heads.append(run) }
    }
    while var least = heads.indices.min(by: { heads[$0].head < heads[$1].head }) {
      body(heads[least].head)
      if try !heads[least].advance() {
        heads.remove(at: least)
        least = 0
      }
    }
  }

  /// One sorted part, read from its file.
  private struct Run {
    let file: SpillFile
    private(set) var head: UInt64 = 0
    private var chunk: [UInt8] = []
    private var position = 0

    init(file: SpillFile) {
      self.file = file
    }

    /// Goes to the next number; false at the end.
    mutating func advance() throws(ImportError) -> Bool {
      var number: UInt64 = 0
      for _ in 0..<8 {
        if position == chunk.count {
          guard let next = try file.read() else { return false }
          chunk = next
          position = 0
        }
        number = number << 8 | UInt64(chunk[position])
        position += 1
      }
      head = number
      return true
    }
  }
}
