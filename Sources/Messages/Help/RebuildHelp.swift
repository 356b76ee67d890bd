public import CadreModel

/// What `cadre rebuild --help` says.
public enum RebuildHelp {
  public static let abstract = Message(
    "由原始数据重做培训合计、单位计数和核对提示。", "Make training sums, units' counts and contradictions anew from the data.")

  public static let discussion = Message(
    "cadre doctor --deep 发现派生数据不符时使用；每个市一次完成或不变。报送的数据和评估结果本身不动。",
    """
    For when cadre doctor --deep finds that derived rows do not agree; each city is done whole or left as it was. What was \
    handed in, and results, are not touched.
    """)

  public static let cities = Message("只做这些城市，可多次给出；不给出则为全部。", "Only these cities; may be given several times.")

  public static let digests = Message(
    "以现有内容为准，重新采集各表的内容摘要。只在查明改动、确认内容无误之后使用。",
    "Take what the tables hold now for right, and take their digests anew. Only when changes have been looked into.")
}
