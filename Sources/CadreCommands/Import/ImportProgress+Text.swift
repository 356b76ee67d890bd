import CadreModel
import DataContract
import Intake

extension ImportProgress {
  /// How far the import is after so many seconds; nil before anything is read.
  func text(after seconds: Double, in language: Language) -> String? {
    guard bytesTotal > 0, bytesDone > 0 else { return nil }
    let rate = Double(bytesDone) / seconds
    let left = Int(Double(bytesTotal - bytesDone) / rate)
    let percent = bytesDone * 100 / bytesTotal
    let speed = Int(rate / 100_000)
    return language(
      zh: "\(Table[table].label)：已检查 \(rowsDone) 行，总进度 \(percent)%，\(speed / 10).\(speed % 10) MB/s，约剩 \(left) 秒",
      en: "\(table.rawValue): \(rowsDone) rows, \(percent)% of all, \(speed / 10).\(speed % 10) MB/s, "
        + "about \(left) s left")
  }
}
