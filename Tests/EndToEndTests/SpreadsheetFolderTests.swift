import Foundation
import Testing

@Suite("Files as a spreadsheet program saves them", .timeLimit(.minutes(30)))
struct SpreadsheetFolderTests {
  private static let units = """
    单位名称,单位编号,行政区划代码,上级单位编号,单位类型,层级,考核类别,承担职责,成立日期,撤销日期
    昆明市委,U1,530100,,党委,市,,,1985/5/1,
    五华区委,U2,530102,U1,党委,县,,,1985/5/1,
    """
  private static let attestations = """
    编号,单位编号,条款,填报日期,结论,说明
    N1,U1,kunming.1,2025/3/1,已落实,
    """

  @Test("BOM, Chinese headings, 2025/3/1, GB18030: imported, judged, and unchanged when imported again")
  func savedBySpreadsheet() async throws {
    try await withProgram { program, home in
      let folder = home + "-in"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let marked = "\u{FEFF}" + Self.units.replacing("\n", with: "\r\n") + "\r\n"
      try Data(marked.utf8).write(to: URL(filePath: folder + "/units.csv"))
      try Data((Self.attestations.replacing("\n", with: "\r\n") + "\r\n").utf8).write(to: URL(filePath: home + "-utf8"))
      defer { try? FileManager.default.removeItem(atPath: home + "-utf8") }
      let converted = try await BuiltProgram.Running(
        ["/usr/bin/iconv", "-f", "UTF-8", "-t", "GB18030", "-o", folder + "/attestations.csv", home + "-utf8"],
        program.environment
      ).outcome()
      try #require(converted.status == 0, "\(converted.errors)")

      let first = try await program("import", "--city", "kunming", folder, "--lang", "en")
      #expect(first.status == 0, "\(first.errors)")
      #expect(first.output.contains("units units.csv (UTF-8 with BOM): 2 inserted"), "\(first.output)")
      #expect(first.output.contains("attestations attestations.csv (GB18030): 1 inserted"), "\(first.output)")
      #expect(
        try await program.value("select made_on || conclusion from attestations") == "2025-03-01done")
      #expect(try await program.value("select unit_name from units where unit_id = 'U2'") == "五华区委")

      let results = try await program(
        "export", "results", "--as-of", "2025-12-31", "--city", "kunming", "--indicator", "kunming.1.attested",
        "--lang", "en")
      let rows = results.output.components(separatedBy: "\r\n").dropFirst().filter { !$0.isEmpty }
        .map { $0.components(separatedBy: ",") }
      let verdicts = rows.filter { $0[7] == "2025" }.map { "\($0[3]) \($0[4]) \($0[8])" }
      #expect(verdicts == ["U1 昆明市委 met", "U2 五华区委 unmet"], "\(results.output)\(results.errors)")

      let again = try await program("import", "--city", "kunming", folder, "--lang", "en")
      #expect(again.status == 0)
      #expect(again.output.contains("0 inserted, 0 updated, 3 unchanged, 0 rejected"), "\(again.output)")
    }
  }
}
