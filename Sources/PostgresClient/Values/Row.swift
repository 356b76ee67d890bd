import CLibPQ

/// A column of a result.
public struct Column: Sendable, Hashable {
  public let name: String
  public let type: PostgresType
}

/// The columns that the rows of one result share.
final class ColumnSet: Sendable {
  let columns: [Column]
  let indexes: [String: Int]

  init(_ columns: [Column]) {
    self.columns = columns
    // Of columns with one name the first is found, as in libpq.
    indexes = Dictionary(columns.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }
}

/// Rows as they came: one buffer for all cells.
struct RowBatch: Sendable {
  struct Cell {
    let start: Int
    /// Negative for NULL.
    let length: Int
  }

  let columns: ColumnSet
  private(set) var bytes: [UInt8] = []
  private(set) var cells: [Cell] = []
  private(set) var count = 0

  init(columns: ColumnSet) {
    self.columns = columns
  }

  mutating func append(_ result: ResultHandle) {
    let rows = Int32(result.rowCount)
    let width = Int32(columns.columns.count)
    // Row by row, the array grows by itself faster than by exact steps.
    if rows > 1 { cells.reserveCapacity(cells.count + Int(rows) * Int(width)) }
    for row in 0..<rows {
      for column in 0..<width {
        guard PQgetisnull(result.pointer, row, column) == 0, let value = PQgetvalue(result.pointer, row, column) else {
          cells.append(Cell(start: bytes.count, length: -1))
          continue
        }
        let length = Int(PQgetlength(result.pointer, row, column))
        cells.append(Cell(start: bytes.count, length: length))
        bytes.append(contentsOf: UnsafeRawBufferPointer(start: value, count: length))
      }
    }
    count += Int(rows)
  }

  /// The rows as values that share the buffer.
  func rows() -> [Row] {
    let storage = RowStorage(self)
    return (0..<count).map { Row(storage: storage, index: $0) }
  }
}

/// A finished batch, shared by its rows.
final class RowStorage: Sendable {
  let batch: RowBatch

  init(_ batch: RowBatch) {
    self.batch = batch
  }
}

/// One row of a result.
///
/// Rows that came together share their memory: keep what you decode rather than the rows.
public struct Row: Sendable {
  let storage: RowStorage
  let index: Int

  public var columns: [Column] { storage.batch.columns.columns }
  public var count: Int { storage.batch.columns.columns.count }

  /// The cell of a column by its position.
  public subscript(position: Int) -> PostgresCell {
    let batch = storage.batch
    let cell = batch.cells[index * count + position]
    return PostgresCell(
      bytes: cell.length < 0 ? nil : batch.bytes[cell.start..<(cell.start + cell.length)],
      type: batch.columns.columns[position].type)
  }

  /// The cell of a column by its name; nil when there is no such column.
  public subscript(name: String) -> PostgresCell? {
    storage.batch.columns.indexes[name].map { self[$0] }
  }

  /// The value of a column. An optional type takes NULL.
  ///
  /// - Throws: `decoding`, naming the column, its type and the type wanted; never the value.
  public func decode<T: PostgresDecodable>(
    _ column: String, as type: T.Type = T.self
  ) throws(PostgresError) -> T {
    guard let position = storage.batch.columns.indexes[column] else {
      let names = columns.map(\.name).joined(separator: ", ")
      throw PostgresError(.decoding, "the result has no column \(column); it has \(names)")
    }
    return try decode(position, as: type)
  }

  /// The value of the column at a position, from 0.
  public func decode<T: PostgresDecodable>(_ position: Int, as type: T.Type = T.self) throws(PostgresError) -> T {
    guard columns.indices.contains(position) else {
      throw PostgresError(.decoding, "the result has \(count) columns: none at position \(position)")
    }
    do {
      return try T.decode(self[position])
    } catch {
      var failure = PostgresError(
        .decoding, "column \(columns[position].name) (type \(columns[position].type.rawValue)) as \(T.self): \(error)")
      failure.column = columns[position].name
      throw failure
    }
  }

  /// The first columns as a tuple: `let (id, name) = try row.decode((Int.self, String.self))`.
  public func decode<each T: PostgresDecodable>(_ types: (repeat (each T).Type)) throws(PostgresError) -> (repeat each T) {
    var position = -1
    func next<Value: PostgresDecodable>(_ type: Value.Type) throws(PostgresError) -> Value {
      position += 1
      return try decode(position, as: type)
    }
    return (repeat try next(each types))
  }
}
