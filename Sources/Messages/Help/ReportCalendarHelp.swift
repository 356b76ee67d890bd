public import CadreModel

/// What `cadre report calendar --help` says.
public enum ReportCalendarHelp {
  public static let abstract = Message(
    "到期日程：今后若干天到期的事项，按月、周、单位、负责人归组。",
    "Calendar: what falls due in the coming days, by month, week, unit and head.")

  public static let discussion = Message(
    """
    同一天到期的同一事项列为一行，人数再多也不淹没其他事项。文件写入该目录下的 calendar/<城市>：calendar.csv、calendar_groups.csv、calendar.html；给出 --unit 时另有 calendar.ics，可导入日历软件。
    例：cadre report calendar --city 衢州 --as-of 2025-06-30 --days 90
    """,
    """
    What falls due on one day under one duty is one line: a duty of everybody does not bury the others. The files go to \
    calendar/<city> below the folder: calendar.csv, calendar_groups.csv, calendar.html; with --unit also calendar.ics, for \
    calendar programs.
    Example: cadre report calendar --city quzhou --as-of 2025-06-30 --days 90
    """)
}
