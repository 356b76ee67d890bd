import PolicyKit
import PostgresClient

extension Indicator {
  /// How much has to be read to judge some subjects: only their own facts, where the indicator's reach allows that.
  var extentOfSubject: Judging.Extent {
    let extent = reach.extent
    guard let touched = SubjectsJudgedAgain(extent), touched.areSubjects(of: self) else { return .city }
    return extent
  }
}

extension SubjectsJudgedAgain {
  /// Makes the temporary table with some subjects, of which all are judged.
  func makeList(of subjects: [String], on connection: PostgresConnection) async throws {
    try await connection.execute(
      Statement(
        "make list of subjects", "create temporary table \(table) (\(column) text) on commit drop", []))
    try await connection.execute(
      Statement(
        "list subjects", "insert into \(table) (\(column)) select unnest($1::text[])", [.textArray(subjects)]))
  }
}
