public import CadreModel

/// What `cadre changes --help` says.
public enum ChangesHelp {
  public static let abstract = Message(
    "结论变化：两个时点之间哪些结论变了，为什么变。", "What changed: which results stand otherwise than before, and why.")

  public static let discussion = Message(
    """
    三种用法：--as-of 日期 --known 前 --known 后，看同一日期按先后两次已报送数据的结论（只给一个 --known 时，后者为现有全部数据）；--from 日期 --to 日期，看两个日期之间；--from-run 批次 --to-run 批次，看两个批次之间（编号见各报告的 about.json）。须有评估职责（evaluator）。
    --from 的结论按当时已存的批次（即当时上报的）；没有存批次或给出 --known 的，按所知数据评估。每个变化有一个原因：规则、数据（列出表、主键、导入序号、列、原值、新值）、参数、豁免、周期、进出评估范围、期限、期间的事实、时间推移；各原因之和等于前后之差。
    文件写入该目录下的 changes：changes.csv 变化的结论，changes-summary.csv 各项指标，changes-causes.csv 各项指标的各个原因，changes-rows.csv 有关数据行；另有 changes.html、changes.xlsx、changes.pdf。
    参数改为别的数值会怎样，见 cadre whatif。
    例：cadre changes --city 衢州 --as-of 2025-06-30 --known 12
    例：cadre changes --city 衢州 --from 2025-06-30 --to 2025-09-30 --format csv,xlsx
    """,
    """
    Three forms: --as-of DATE --known FORMER --known LATER compares what is known of one date after two imports or days (with one \
    --known, the later one is all that is stored); --from DATE --to DATE compares two dates; --from-run RUN --to-run RUN compares two runs (about.json of each report names \
    its own). It takes the duty of an evaluator.
    The results of --from are those of the run that is stored, which is what was reported; without one, or with --known, they \
    are judged from the data known by then. Every change has one cause: rules, data (with table, key, import, column, old and \
    new), parameters, waivers, periods, entering or leaving the population, deadlines, facts in between, the passing of time; \
    the causes add up to the difference.
    The files go to changes below the folder: changes.csv what stands otherwise, changes-summary.csv by indicator, \
    changes-causes.csv by indicator and cause, changes-rows.csv the rows that made it so; changes.html, changes.xlsx and \
    changes.pdf beside them.
    What another value of a parameter would change, cadre whatif tells.
    Example: cadre changes --city quzhou --as-of 2025-06-30 --known 12
    Example: cadre changes --city quzhou --from 2025-06-30 --to 2025-09-30 --format csv,xlsx
    """)

  public static let asOf = Message(
    "同一日期的评估截至日（含当日），与 --known 同用。", "The one date to judge at, the end of that day; goes with --known.")
  public static let from = Message("变化前的评估截至日。", "The former date to judge at.")
  public static let to = Message("变化后的评估截至日。", "The later date to judge at.")
  public static let fromRun = Message("变化前的批次编号。", "The former run's id.")
  public static let toRun = Message("变化后的批次编号。", "The later run's id.")
  public static let known = Message(
    "只计到那时为止报送的数据：导入序号或日期；可给出两次，先变化前的，后变化后的。",
    "Count what had been handed in by then: an import's number or a day. May be given twice: the former state's, then the later one's."
  )
}
