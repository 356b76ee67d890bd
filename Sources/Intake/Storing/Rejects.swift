import Messages

/// Where a table's rejected rows go until the import is over: a file as the delivered one is.
protocol Rejects: AnyObject {
  var path: String { get }
  var hasRows: Bool { get }
  /// The file is complete: returns when it is on the disk.
  func finish() throws
  /// Takes the file away, whether finished or not.
  func discard()
}

/// What rejected rows are written as: as they came.
enum RejectFormat: String, Sendable, Hashable, CaseIterable {
  case csv, xlsx

  init(of file: DeliveredFile) {
    self = file.isWorkbook ? .xlsx : .csv
  }
}

extension Finding {
  /// Why a row was rejected, for the cell before it.
  var rejectReason: Message {
    RejectMessages.reason(place.withSheet, column: column?.called, value: value, problem: problem.message)
  }
}
