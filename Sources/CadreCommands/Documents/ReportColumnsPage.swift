import CadreModel
import Messages
import Reporting

/// The columns of the reports' files, in both languages.
enum ReportColumnsPage {
  static var page: GeneratedPage {
    GeneratedPage(
      name: "ReportColumns", title: DocumentMessages.reportColumns.inBoth,
      lines: [
        "The CSV files of the reports, column by column. English headings are for programs and never change. The sheets of the",
        "workbooks have the same columns. What the rates, the trend and the yardstick are stands in `ComparingCities.md`, what work lists",
        "and forecasts count in `WorkListsAndForecasts.md`.",
      ] + ReportColumns.all.flatMap(lines))
  }

  private static func lines(of file: ReportColumns) -> [String] {
    var table = MarkdownTable("column", DocumentMessages.columnLabel.chinese)
    for heading in file.headings { table.append("`\(heading.english)`", heading.chinese) }
    return ["", "## \(file.file)", ""] + table.lines
  }
}
