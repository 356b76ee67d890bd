/// Reads one sheet from its first row to its last, once.
///
/// Takes the memory of a batch, however many rows there are.
public final class SheetReader {
  private let stream: ListStream<SheetHandler>
  public let sheet: Sheet

  init(sheet: Sheet, stream: ListStream<SheetHandler>) {
    self.sheet = sheet
    self.stream = stream
  }

  /// Fills the batch with the next rows; false when there are no more, and the batch is empty then.
  ///
  /// Rows before a fault come first, the fault with the next call.
  public func read(into batch: inout RowBatch) throws(WorkbookReadingError) -> Bool {
    if let fault {
      batch.removeAll()
      throw fault
    }
    batch.removeAll()
    let handler = stream.handler
    swap(&handler.batch, &batch)
    defer { swap(&handler.batch, &batch) }
    while true {
      do throws(WorkbookReadingError) {
        let goesOn = try stream.advance()
        if !handler.batch.rows.isEmpty { return true }
        if !goesOn {
          handler.batch.removeAll()
          return false
        }
      } catch {
        fault = error
        handler.batch.removeUnfinishedRow()
        guard !handler.batch.rows.isEmpty else { throw error }
        return true
      }
    }
  }

  private var fault: WorkbookReadingError?

  /// How many of the sheet's bytes, unpacked, have been read so far.
  public var bytesRead: Int { stream.bytesRead }

  /// Columns that cannot be seen, from 1; known with the first rows.
  public var hiddenColumns: [ClosedRange<Int>] { stream.handler.hiddenColumns }

  /// Cells that are shown as one, whose contents stand in the first; known when all rows have been read.
  public var mergedRanges: [MergedRange] { stream.handler.mergedRanges }
}
