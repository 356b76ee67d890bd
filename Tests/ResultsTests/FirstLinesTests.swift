import Testing

@testable import Results

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
      let due = Array((row.due ?? "").utf8)
      if first.wants(of: row.ordinal, status: [], due: due.span) {
        first.take(line(row.subject), of: row.ordinal, due: due.span)
      }
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

  @Test func laterLinesAreNotWanted() {
    var first = FirstLines(1)
    let wanted = ["2025-07-01", "2025-07-02", "2025-07-01", ""].filter { date in
      let due = Array(date.utf8)
      guard first.wants(of: 1, status: [], due: due.span) else { return false }
      first.take(line(date), of: 1, due: due.span)
      return true
    }
    #expect(wanted == ["2025-07-01"])
  }

  @Test func rowsOfOtherStatusesAreNotWanted() {
    let first = FirstLines(1, status: Array("unmet".utf8))
    let due = Array("2025-07-01".utf8)
    let wanted = ["unmet", "at_risk"].filter { first.wants(of: 1, status: Array($0.utf8), due: due.span) }
    #expect(wanted == ["unmet"])
  }
}
