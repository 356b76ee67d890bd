/// Names by id, of all persons or units of a city: some 40 bytes each, in a few arrays.
struct NameTable {
  private var text: [UInt8] = []
  /// Where each id ends and its name begins, and where the name ends.
  private var entries: [(id: UInt32, name: UInt32)] = []
  /// Positions in `entries` plus one by the hash of the id; 0 for none. Its size is a power of two.
  private var slots: [UInt32] = [UInt32](repeating: 0, count: 1024)
  /// Results come in about the order of persons: the next one is asked for next.
  private var expected = 0

  var count: Int { entries.count }

  /// Adds the rows of a COPY of ids and names.
  mutating func add(_ chunk: [UInt8]) {
    var rows = CopiedRows(columns: 2)
    var added = CellBytes()
    let (start, first) = (text.count, entries.count)
    while rows.next(in: chunk.span) {
      added.append(textOf: rows.cells[0], of: chunk.span)
      let id = UInt32(start + added.count)
      added.append(textOf: rows.cells[1], of: chunk.span)
      entries.append((id, UInt32(start + added.count)))
    }
    text += added.take()
    if entries.count * 2 > slots.count {
      grow()
    } else {
      for entry in first..<entries.count { insert(entry) }
    }
  }

  /// Appends the name to an id. Returns false, having written nothing, for an unknown id.
  mutating func append(nameOf id: Span<UInt8>, to cells: inout CellBytes) -> Bool {
    guard let name = find(id) else { return false }
    cells.append(text.span.extracting(name))
    return true
  }

  private mutating func find(_ id: Span<UInt8>) -> Range<Int>? {
    if expected < entries.count, matches(expected, id) { return found(expected) }
    var slot = hash(id) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = Int(slots[slot]) - 1
      if matches(entry, id) { return found(entry) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func found(_ entry: Int) -> Range<Int> {
    expected = entry + 1
    return Int(entries[entry].id)..<Int(entries[entry].name)
  }

  private func start(of entry: Int) -> Int {
    entry == 0 ? 0 : Int(entries[entry - 1].name)
  }

  private func matches(_ entry: Int, _ id: Span<UInt8>) -> Bool {
    let start = start(of: entry)
    guard Int(entries[entry].id) - start == id.count else { return false }
    let stored = text.span
    var index = 0
    while index < id.count {
      if stored[start + index] != id[index] { return false }
      index += 1
    }
    return true
  }

  private mutating func insert(_ entry: Int) {
    var slot = hash(text.span.extracting(start(of: entry)..<Int(entries[entry].id))) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(entry + 1)
  }

  private mutating func grow() {
    var size = slots.count
    while size < entries.count * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    for entry in entries.indices { insert(entry) }
  }

  /// FNV-1a: ids are short.
  private func hash(_ id: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var index = 0
    while index < id.count {
      hash = (hash ^ UInt64(id[index])) &* 0x100_0000_01b3
      index += 1
    }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
