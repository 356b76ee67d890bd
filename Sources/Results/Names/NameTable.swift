import Bytes

/// Names by id, of all persons or units of a city: some 40 bytes each, in a few arrays.
struct NameTable {
  private var ids = KeyTable()
  private var names = PackedTexts()

  var count: Int { names.count }

  /// Adds the rows of a COPY of ids and names.
  mutating func add(_ chunk: [UInt8]) {
    var rows = CopiedRows(columns: 2)
    while rows.next(in: chunk.span) {
      rows.cells[0].withText(of: chunk.span) { ids.add($0) }
      rows.cells[1].withText(of: chunk.span) { names.append($0) }
    }
  }

  /// Makes names be found wherever they stand, before the table is copied.
  mutating func index() { ids.hashAll() }

  /// Appends the name to an id. Returns false, having written nothing, for an unknown id.
  mutating func append(nameOf id: Span<UInt8>, to cells: inout CellBytes) -> Bool {
    guard let number = ids.number(of: id) else { return false }
    cells.append(names.bytes.span.extracting(names.range(of: number)))
    return true
  }
}
