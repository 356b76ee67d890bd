/// A plain reading of RFC 4180.
enum CSVText {
  static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case 34 where isQuoted && bytes.first == 34:
        cell.append(34)
        bytes.removeFirst()
      case 34: isQuoted.toggle()
      case 44 where !isQuoted:
        record.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll()
      case 13 where !isQuoted: break
      case 10 where !isQuoted:
        record.append(String(decoding: cell, as: UTF8.self))
        records.append(record)
        cell.removeAll()
        record.removeAll()
      default: cell.append(byte)
      }
    }
    return records
  }
}
