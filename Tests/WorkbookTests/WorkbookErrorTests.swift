import Testing
import Workbook

@Suite struct WorkbookErrorTests {
  @Test func saysWhichFile() {
    #expect(WorkbookError.cannotOpen(path: "a.xlsx", detail: "x") != .cannotOpen(path: "b.xlsx", detail: "x"))
  }
}
