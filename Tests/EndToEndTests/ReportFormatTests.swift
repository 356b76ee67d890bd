import Foundation
import Testing
import WorkbookTesting

/// Reports in all their formats, and persons in the field's own ones, made by the program as it was built and looked at with other
/// programs.
@Suite("Reports in every format", .timeLimit(.minutes(30)))
struct ReportFormatTests {
  private static let hasTools = ["soffice", "pdftotext", "chromium"].allSatisfy(Tool.isInstalled)

  @Test(
    "Workbooks hold what the CSV files hold; LibreOffice opens them; PDF has headers and page numbers",
    .enabled(if: hasTools, "no LibreOffice, Chromium or pdftotext"))
  func everyFormat() async throws {
    try await withProgram { program, home in
      let delivery = try await program.sample("quzhou", persons: 300, in: home + "-in")
      #expect(try await program("import", "--city", "quzhou", delivery).status == 0)
      try FileManager.default.removeItem(atPath: delivery)
      let folder = try TemporaryFolder()
      let reports = folder.path + "/reports"
      for report in [["overview"], ["city", "quzhou"]] {
        let made = try await program.start(
          ["report"] + report + ["--as-of", "2025-12-31", "--out", reports, "--format", "csv,xlsx,html,pdf"]
        ).outcome()
        #expect(made.status == 0, "\(made.errors)")
      }
      try check(
        "\(reports)/city/quzhou/quzhou.xlsx",
        ["statistics": "统计", "exceptions": "需处理事项", "due": "90天内到期", "units": "各单位", "summary": "各项指标"], in: folder)
      try check("\(reports)/overview.xlsx", ["overview": "各项指标", "overview_domains": "分领域"], in: folder)
      for page in ["overview.pdf", "city/quzhou/dashboard.pdf"] { try checkPDF("\(reports)/\(page)") }
    }
  }

  /// - Parameter tables: the sheet of each CSV file beside the workbook.
  private func check(_ workbook: String, _ tables: [String: String], in folder: TemporaryFolder) throws {
    let beside = URL(fileURLWithPath: workbook).deletingLastPathComponent().path
    for (table, sheet) in tables {
      let differences = try Tool.run([Tool.python, "-c", Self.comparison, workbook, sheet, "\(beside)/\(table).csv"])
      #expect(differences.hasPrefix("same "), "\(table): \(differences)")
    }
    let pdf = try Tool.convert(workbook, to: "pdf", in: folder)
    let text = try Tool.run(["pdftotext", "-layout", pdf, "-"])
    #expect(text.contains("填报单位") && text.contains("统计时间"))
    #expect(!text.contains("#REF!") && !text.contains("#NAME?"))
  }

  private func checkPDF(_ path: String) throws {
    let pages = try Tool.run(["pdftotext", "-layout", path, "-"]).split(separator: "\u{C}").map(String.init)
    #expect(pages.count > 1)
    for (index, page) in pages.enumerated() {
      #expect(page.contains("填报单位") && page.contains("统计时间：2025-12-31") || page.contains("统计时间：2025年12月31日"), "page \(index + 1)")
      #expect(page.contains("\(index + 1) / \(pages.count)"), "page \(index + 1)")
    }
  }

  /// Cell by cell: numbers as numbers, days as days, everything else as text. Prints how many cells are the same, or the first that
  /// differs.
  private static let comparison = """
    import csv, datetime, sys, openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    sheet = book[sys.argv[2]]
    rows = list(csv.reader(open(sys.argv[3], encoding='utf-8-sig', newline='')))
    if sheet.max_row != len(rows): sys.exit(print('rows', sheet.max_row, len(rows)))
    same = 0
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            value = sheet.cell(r + 1, c + 1).value
            if isinstance(value, (datetime.datetime, datetime.date)): value = value.strftime('%Y-%m-%d')
            if isinstance(value, (int, float)): equal = abs(float(text) - value) < 1e-9
            else: equal = (value or '') == text or "'" + (value or '') == text
            if not equal: sys.exit(print(r + 1, c + 1, repr(text), repr(value)))
            same += 1
    print('same', same)
    """

  @Test("Persons go out as forms and as an exchange folder, and come back unchanged")
  func personsGoOutAndComeBack() async throws {
    try await withProgram { program, home in
      let delivery = try await program.sample("kunming", in: home + "-in")
      #expect(try await program("import", "--city", "kunming", delivery).status == 0)
      try FileManager.default.removeItem(atPath: delivery)
      // Planted persons without or with somebody else's number cannot be matched; these can.
      let ids = try await program.value(
        """
        select string_agg(p.person_id, ' ' order by p.person_id)
        from (
          select person_id
          from persons
          where id_number is not null
            and id_number not in (select id_number from persons where id_number is not null group by 1 having count(*) > 1)
          order by person_id
          limit 5
        ) p
        """
      ).split(separator: " ").map(String.init)
      #expect(ids.count == 5)
      let folder = try TemporaryFolder()
      for format in ["exchange", "lrmx"] {
        let out = "\(folder.path)/\(format)"
        let chosen = ids.flatMap { ["--person", $0] }
        let exported = try await program.start(
          ["export", "persons", "--city", "kunming", "--format", format, "--out", out, "--unmask", "--lang", "en"] + chosen
        ).outcome()
        #expect(exported.status == 0, "\(exported.errors)")
        #expect(exported.output.hasPrefix("5 persons in \(format == "lrmx" ? 5 : 4) files"))
        let again = try await program("import", "--city", "kunming", out, "--lang", "en")
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.contains("0 inserted, 0 updated"), "\(again.output)")
        let replaced = try await program("export", "persons", "--city", "kunming", "--format", format, "--out", out)
        #expect(replaced.status == 1, "\(replaced.output)")
      }
      let unknown = try await program(
        "export", "persons", "--city", "kunming", "--format", "lrmx", "--out", folder.path + "/x", "--person", "nobody",
        "--lang", "en")
      #expect(unknown.status == 2 && unknown.errors.contains("no stored person has the id nobody"))
    }
  }
}
