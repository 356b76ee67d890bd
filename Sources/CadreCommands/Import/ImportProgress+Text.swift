import CadreModel
import DataContract
import Intake
import Messages

extension ImportProgress {
  /// How far the import is after so many seconds; nil before anything is read.
  func text(after seconds: Double, in language: Language) -> String? {
    guard bytesTotal > 0, bytesDone > 0 else { return nil }
    let rate = Double(bytesDone) / seconds
    let left = Int(Double(bytesTotal - bytesDone) / rate)
    let percent = bytesDone * 100 / bytesTotal
    let speed = Int(rate / 100_000)
    return ImportSummaryMessages.progress(
      table.rawValue, label: Table[table].label, rows: rowsDone, percent: percent, tenths: speed, secondsLeft: left
    ).text(in: language)
  }
}
