import DataContract

extension RowChecker {
  /// Adds the row checked last, a training record without a mistake.
  mutating func add(to tally: inout TrainingTally?) throws(ImportError) {
    let columns = TrainingColumns.positions
    let trainingClass = state[columns.trainingClass].value
    try tally?.add(
      person: Int(state[columns.person].value),
      trainingClass: trainingClass == CellState.absent ? nil : Int(trainingClass),
      completedOn: Int32(truncatingIfNeeded: state[columns.completedOn].value),
      hours: state[columns.hours].value, days: state[columns.days].value)
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
