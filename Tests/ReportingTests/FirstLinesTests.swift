import Testing

@testable import Reporting

@Suite struct FirstLinesTests {
  private func line(_ subject: String) -> ResultLine {
    ResultLine(
      indicator: "i", subjectID: subject, subjectName: nil, unitName: nil, period: "2025", status: "unmet", dueOn: nil,
      reason: nil)
  }

  /// Rows of indicators 1 and 2, as they pass by: subject and due date.
  private func picked(_ count: Int, _ rows: [(ordinal: Int, subject: String, due: String?)]) -> [String] {
    var first = FirstLines(count)
    for row in rows {
      first.take(of: row.ordinal, due: row.due.map { Array($0.utf8) }) { line(row.subject) }
    }
    return first.inOrder.map(\.subjectID)
  }

  @Test func theEarliestDueOfEachIndicatorInTheOrderOfTheRows() {
    #expect(
      picked(
        2,
        [
          (1, "A", "2025-07-03"), (1, "B", "2025-07-01"), (1, "C", "2025-07-02"), (2, "D", "2026-01-01"),
          (1, "E", "2025-07-04"),
        ]) == ["B", "C", "D"])
  }

  @Test func ofOneDateTheFirstRowsStay() {
    #expect(picked(2, [(1, "A", "2025-07-01"), (1, "B", "2025-07-01"), (1, "C", "2025-07-01")]) == ["A", "B"])
  }

  @Test func rowsWithoutADateComeLast() {
    #expect(picked(2, [(1, "A", nil), (1, "B", nil), (1, "C", "2025-07-01"), (1, "D", nil)]) == ["A", "C"])
  }

  @Test func linesThatAreNotPickedAreNotMade() {
    var first = FirstLines(1)
    var made = 0
    for due in ["2025-07-01", "2025-07-02", "2025-07-01"] {
      first.take(of: 1, due: Array(due.utf8)) {
        made += 1
        return line(due)
      }
    }
    #expect(made == 1)
  }
}
