import Dispatch
import Synchronization

/// Reads the rows of a sheet ahead of whoever takes them, on a thread of its own: unpacking and parsing go on while the rows before
/// are checked and stored.
///
/// Takes the memory of a few batches, however many rows there are. Let go before its end, it stops by itself.
public final class SheetReadAhead {
  public let sheet: Sheet
  private let batches: BatchQueue
  /// What the thread knew when it had read the batch taken last.
  private var state = BatchQueue.ReaderState()
  private var ending: BatchQueue.Ending?

  init(_ reader: SheetReader) {
    sheet = reader.sheet
    batches = BatchQueue()
    let work = HandedOver(reader: reader)
    DispatchQueue(label: "cadre.workbook.sheet").async { [batches] in batches.fill(from: work.reader) }
  }

  deinit {
    batches.abandon()
  }

  /// Replaces the batch by the next rows; false when there are no more, and the batch is empty then.
  ///
  /// Rows before a fault come first, the fault with the next call.
  public func read(into batch: inout RowBatch) throws(WorkbookReadingError) -> Bool {
    if ending == nil { (state, ending) = batches.take(into: &batch) }
    guard let ending else { return true }
    batch.removeAll()
    if case .fault(let error) = ending { throw error }
    return false
  }

  /// How many of the sheet's bytes, unpacked, were read up to the last batch.
  public var bytesRead: Int { state.bytesRead }
  /// Columns that cannot be seen, from 1; known with the first rows.
  public var hiddenColumns: [ClosedRange<Int>] { state.hiddenColumns }
  /// Cells that are shown as one, whose contents stand in the first; known when all rows have been read.
  public var mergedRanges: [MergedRange] { state.mergedRanges }
}

/// A reader on its way to the thread that reads.
///
/// Unchecked, because the reader is the thread's alone from then on. What it shares with other readers of the workbook is either
/// never changed once there are readers (styles, strings in memory) or locked by itself (the archive, strings on disk).
private struct HandedOver: @unchecked Sendable {
  let reader: SheetReader
}

/// Batches between the thread that reads and the one that takes; no more than so many wait.
private final class BatchQueue: Sendable {
  /// What a reader knows beside the rows.
  struct ReaderState: Sendable {
    var bytesRead = 0
    var hiddenColumns: [ClosedRange<Int>] = []
    var mergedRanges: [MergedRange] = []
  }

  /// Why there are no more batches.
  enum Ending: Sendable {
    case allRead
    case fault(WorkbookReadingError)
  }

  private struct Filled: Sendable {
    let batch: RowBatch
    let state: ReaderState
    let ending: Ending?
  }

  private struct Contents: Sendable {
    var filled: [Filled] = []
    /// Emptied ones, whose memory is used again.
    var spare: [RowBatch] = []
    var isAbandoned = false
  }

  private static let depth = 4

  private let contents = Mutex(Contents())
  /// Counted up from 0: one that is let go below what it began with is a fault to the library.
  private let free = DispatchSemaphore(value: 0)
  private let ready = DispatchSemaphore(value: 0)

  init() {
    for _ in 0..<Self.depth { free.signal() }
  }

  func fill(from reader: SheetReader) {
    while true {
      free.wait()
      guard var batch = contents.withLock({ $0.isAbandoned ? nil : $0.spare.popLast() ?? RowBatch() }) else { return }
      var ending: Ending?
      do throws(WorkbookReadingError) {
        if try !reader.read(into: &batch) { ending = .allRead }
      } catch {
        ending = .fault(error)
      }
      let state = ReaderState(
        bytesRead: reader.bytesRead, hiddenColumns: reader.hiddenColumns,
        mergedRanges: ending == nil ? [] : reader.mergedRanges)
      let filled = Filled(batch: batch, state: state, ending: ending)
      contents.withLock { $0.filled.append(filled) }
      ready.signal()
      if ending != nil { return }
    }
  }

  /// Waits for the next batch and puts it in the place of the other, whose memory is used again.
  func take(into batch: inout RowBatch) -> (ReaderState, Ending?) {
    ready.wait()
    let filled = contents.withLock { contents in
      contents.spare.append(batch)
      return contents.filled.removeFirst()
    }
    batch = filled.batch
    free.signal()
    return (filled.state, filled.ending)
  }

  /// Nobody takes any more.
  func abandon() {
    contents.withLock { $0.isAbandoned = true }
    free.signal()
  }
}
