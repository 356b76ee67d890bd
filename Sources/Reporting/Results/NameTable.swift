/// Names by id, of all persons or units of a city: some 40 bytes each, in a few arrays.
struct NameTable {
  private var ids = KeyTable()
  private var names: [UInt8] = []
  /// Where each name ends.
  private var ends: [UInt32] = []

  var count: Int { ends.count }

  /// Adds the rows of a COPY of ids and names.
  mutating func add(_ chunk: [UInt8]) {
    var rows = CopiedRows(columns: 2)
    var text = CellBytes()
    while rows.next(in: chunk.span) {
      let id = rows.cells[0]
      if id.isQuoted {
        var unquoted = CellBytes()
        unquoted.append(textOf: id, of: chunk.span)
        ids.add(unquoted.take().span)
      } else {
        ids.add(chunk.span.extracting(id.start..<id.end))
      }
      text.append(textOf: rows.cells[1], of: chunk.span)
      ends.append(UInt32(names.count + text.count))
    }
    names += text.take()
  }

  /// Appends the name to an id. Returns false, having written nothing, for an unknown id.
  mutating func append(nameOf id: Span<UInt8>, to cells: inout CellBytes) -> Bool {
    guard let number = ids.number(of: id) else { return false }
    let start = number == 0 ? 0 : Int(ends[number - 1])
    cells.append(names.span.extracting(start..<Int(ends[number])))
    return true
  }
}
