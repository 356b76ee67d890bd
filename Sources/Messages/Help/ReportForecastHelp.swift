public import CadreModel

/// What `cadre report forecast --help` says.
public enum ReportForecastHelp {
  public static let abstract = Message(
    "期末预测：尚未完成的事项到期末会怎样。",
    "Forecast: what becomes of open duties by the end of the year.")

  public static let discussion = Message(
    """
    逐项给出：不再办理则未达标多少（以现有数据评估期末，精确）、全部办结则多少、按本市往年办结比例预计多少及回测误差。首次须评估期末和过去三年的同两日，耗时较长，须有评估职责（evaluator）。文件写入该目录下的 forecast：forecast.csv、forecast_units.csv、forecast.html；另可要 xlsx、pdf。
    例：cadre report forecast --city 衢州 --as-of 2025-06-30 --horizon 2025-12-31
    """,
    """
    Duty by duty: what is unmet if nothing more happens (the day ahead judged on the data there are now, exact), if all that is open is \
    done, and as in the city's other years, with the back-test's error beside it. The first time the day ahead and the same two days of \
    three earlier years are judged, which takes long, and the duty of an evaluator. The files go to forecast below the folder: forecast.csv, forecast_units.csv, \
    forecast.html; xlsx and pdf on request.
    Example: cadre report forecast --city quzhou --as-of 2025-06-30 --horizon 2025-12-31
    """)

  public static let horizon = Message(
    "预测到哪一日，不晚于次年年底；不给出则为当年年底。跨年时，当年内结束的周期预测到其期末，次年才开始的周期不预测。",
    """
    The day to foresee, up to the end of the next year; the end of the year without it. Beyond the year's end, periods that end \
    within the year are foreseen to their end, and those that begin only then are not foreseen.
    """)
}
