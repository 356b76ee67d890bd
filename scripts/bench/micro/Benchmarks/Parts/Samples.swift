/// Rows such as cities deliver them, made rather than read: the same on every machine.
enum Samples {
  /// The number of rows of each sample.
  static let rows = 20_000

  /// Training records: short cells, nothing quoted.
  static let trainingRecords: [UInt8] = csv(
    header: "record_id,person_id,class_id,completed_on,hours,days,study_score,conduct_score"
  ) { row in
    let completedOn = "2025-\(twoDigits(row % 12 + 1))-\(twoDigits(row % 28 + 1))"
    let classID = row % 3 == 0 ? "" : "K\(1_000_000 + row % 5000)"
    let amounts = "\(row % 40).\(row % 4 * 25),\(row % 3 + 1)"
    return "R\(100_000_000 + row),P\(1_000_000 + row / 50),\(classID),\(completedOn),\(amounts),,"
  }

  /// Interventions: Chinese text, commas and quotes inside quoted cells.
  static let interventions: [UInt8] = csv(
    header: "entry_id,unit_id,matter,occurred_on,intervener,form,detail,result"
  ) { row in
    "E\(1_000_000 + row),U\(53_010_000_000 + row % 900),finance,2024-05-\(twoDigits(row % 28 + 1)),田某,书面,"
      + "\"推荐分包单位, 称\"\"价格合适\"\"\",已拒绝并登记"
  }

  /// Cells of one kind, as bytes.
  static func cells(_ text: (Int) -> String) -> [[UInt8]] {
    (0..<rows).map { Array(text($0).utf8) }
  }

  static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  private static func csv(header: String, row: (Int) -> String) -> [UInt8] {
    var bytes = Array("\(header)\r\n".utf8)
    for number in 0..<rows { bytes.append(contentsOf: "\(row(number))\r\n".utf8) }
    return bytes
  }
}
