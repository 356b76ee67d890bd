public import CadreModel
import Messages

/// The columns of the files that reports are made of, for their documentation.
public struct ReportColumns: Sendable {
  /// The file's name.
  public let file: String
  /// What stands above each column, in both languages.
  public let headings: [Label]

  private init(_ file: String, _ columns: [TableColumn]) {
    self.file = file
    headings = columns.map(\.heading)
  }

  /// Of every CSV file of a report that is made from results.
  public static let all = [
    ReportColumns("overview.csv", IndicatorColumns.columns), ReportColumns("overview_domains.csv", Overview.domainColumns),
    ReportColumns(TrendTable.file, TrendTable.columns), ReportColumns("summary.csv", CityTables.summary),
    ReportColumns("statistics.csv", CityTables.statistics), ReportColumns("units.csv", UnitsFile.columns),
    ReportColumns("exceptions.csv", CityTables.results), ReportColumns("due.csv", CityTables.results),
    ReportColumns(ComparisonTables.rows, ComparisonTables.rowColumns),
    ReportColumns(ComparisonTables.yardstick, ComparisonTables.yardstickColumns),
    ReportColumns(WhatIfTables.indicators, WhatIfTables.indicatorColumns),
    ReportColumns(WhatIfTables.units, WhatIfTables.unitColumns), ReportColumns(WhatIfTables.flips, WhatIfTables.flipColumns),
    ReportColumns(ChangesTables.flips, ChangesTables.flipColumns),
    ReportColumns(ChangesTables.summary, ChangesTables.summaryColumns),
    ReportColumns(ChangesTables.causes, ChangesTables.causeColumns), ReportColumns(ChangesTables.rows, ChangesTables.rowColumns),
    ReportColumns(WorkListTables.items, WorkListTables.itemColumns),
    ReportColumns(WorkListTables.groups, WorkListTables.groupColumns),
    ReportColumns(WorkListTables.waivers, WorkListTables.waiverColumns),
    ReportColumns(CalendarTables.days, CalendarTables.dayColumns),
    ReportColumns(CalendarTables.groups, CalendarTables.groupColumns),
    ReportColumns(BriefMaker.table, BriefMaker.columns),
    ReportColumns(ForecastTables.duties, ForecastTables.dutyColumns),
    ReportColumns(ForecastTables.units, ForecastTables.unitColumns),
  ]
}
