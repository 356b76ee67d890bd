public import CadreModel

/// What `cadre whatif --help` says.
public enum WhatIfHelp {
  public static let abstract = Message(
    "参数试算：某个数值改了会怎样，正式与试算并列。",
    "What if a number were another one: official and tried results side by side.")

  public static let discussion = Message(
    """
    只重新评估受影响的指标，不保存，正式结果不变。明文规定的数值也可试算。文件写入该目录下的 whatif：whatif.csv 各项指标，whatif_units.csv 各单位，whatif_flips.csv 结论有变化的对象；另可要 whatif.xlsx。
    例：cadre whatif --set kunming.4.annual-training.hours=100 --city 昆明 --as-of 2025-12-31 --format csv,xlsx
    """,
    """
    Only indicators that depend on it are judged again, and nothing is stored: official results stay as they are. Stated \
    numbers may be tried, too. The files go to whatif below the folder: whatif.csv by indicator, whatif_units.csv by unit, \
    whatif_flips.csv who stands otherwise; whatif.xlsx comes on request.
    Example: cadre whatif --set kunming.4.annual-training.hours=100 --city kunming --as-of 2025-12-31 --format csv,xlsx
    """)

  public static let settings = Message(
    "要试算的参数，政策.参数=值，可重复给出；代码列表以逗号隔开。参数名见 cadre catalogue。",
    "A parameter to try: policy.parameter=value; may be repeated. Codes are separated by commas. cadre catalogue lists parameters."
  )

  public static let cities = Message(
    "哪些城市，可重复给出；不给出则为政策受影响的全部城市。", "A city; may be repeated. All whose policy is concerned without it.")

  public static let formats = Message(
    "写成哪些格式：csv、xlsx，逗号分隔或重复给出。", "The formats to write: csv, xlsx, separated by commas or repeated.")

  public static let configuration = Message(
    "要试算的配置目录，与正式参数比较；必须完整。可与 --set 同用。",
    "A configuration folder to try against the official parameters; it must be whole. It goes together with --set.")
}
