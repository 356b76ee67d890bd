public import CadreModel

/// What `cadre report comparison --help` says.
public enum ReportComparisonHelp {
  public static let abstract = Message(
    "同一要求各市对照：comparison.csv、yardstick.csv、comparison.html。",
    "One duty across cities: comparison.csv, yardstick.csv and comparison.html.")

  public static let discussion = Message(
    """
    逐项要求列出各市政策怎样规定（数值、周期、条款、依据）和执行情况，并按每项政策的规则评估每个市的数据，列出结论不同的人数。首次须评估各市的每项政策，耗时较长。文件写入该目录下的 comparison。
    例：cadre report comparison --as-of 2025-12-31 --format csv,xlsx,pdf
    """,
    """
    Duty by duty: what each city's policy asks (numbers, period, clause, stated or assumed) and how it is met; then each city's \
    data under each policy's rule, with how many would stand otherwise. The first time every city is judged under every policy, \
    which takes long. The files go to comparison below the folder.
    Example: cadre report comparison --as-of 2025-12-31 --format csv,xlsx,pdf
    """)
}
