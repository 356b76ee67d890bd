import Reporting
import Testing

@testable import CadreCommands

@Suite("--format")
struct FormatArgumentTests {
  @Test("Several by comma, in any case; anything else is refused")
  func lists() {
    #expect(FormatList<ReportFormat>(argument: "csv,XLSX， pdf")?.formats == [.csv, .xlsx, .pdf])
    for wrong in ["", "csv,", "xls", "csv xlsx"] { #expect(FormatList<ReportFormat>(argument: wrong) == nil, "\(wrong)") }
    #expect(FormatList<ExportFormat>(argument: "html") == nil)
  }

  @Test("Which files an export writes")
  func files() throws {
    func files(_ path: String?, _ formats: Set<ExportFormat> = []) throws -> [String?] {
      let files = try ExportFiles(path, formats)
      return [files.csv, files.workbook]
    }
    #expect(try files(nil) == [nil, nil])
    #expect(try files("r.csv") == ["r.csv", nil])
    #expect(try files("r.xlsx") == [nil, "r.xlsx"])
    #expect(try files("r.xlsx", [.csv]) == ["r.xlsx", nil])
    #expect(try files("r.csv", [.csv, .xlsx]) == ["r.csv", "r.xlsx"])
    #expect(try files("a.b/r", [.csv, .xlsx]) == ["a.b/r.csv", "a.b/r.xlsx"])
    #expect(throws: ArgumentProblem.self) { try ExportFiles(nil, [.xlsx]) }
  }
}
