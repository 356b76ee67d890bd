import DataContract

extension RowChecker {
  /// Adds the row checked last, a training record without a mistake.
  mutating func add(to tally: inout TrainingTally?, _ screen: inout TrainingScreen?) throws(ImportError) {
    let columns = TrainingColumns.positions
    let person = Int(state[columns.person].value)
    let ordinal = state[columns.trainingClass].value
    let trainingClass = ordinal == CellState.absent ? nil : Int(ordinal)
    let completedOn = Int32(truncatingIfNeeded: state[columns.completedOn].value)
    let hours = state[columns.hours].value
    let days = state[columns.days].value
    try tally?.add(
      person: person, trainingClass: trainingClass, completedOn: completedOn, hours: hours, days: days)
    try screen?.add(
      person: person, trainingClass: trainingClass, completedOn: completedOn, hours: hours, days: days)
  }
}

/// Where the contract has the columns of a training record that are added up.
private struct TrainingColumns {
  let person: Int
  let trainingClass: Int
  let completedOn: Int
  let hours: Int
  let days: Int

  static let positions: TrainingColumns = {
    func position(_ name: String) -> Int {
      guard let index = Table[.trainingRecords].columns.firstIndex(where: { $0.name == name }) else {
        preconditionFailure("training_records has a column \(name)")
      }
      return index
    }
    return TrainingColumns(
      person: position("person_id"), trainingClass: position("class_id"), completedOn: position("completed_on"),
      hours: position("hours"), days: position("days"))
  }()
}
