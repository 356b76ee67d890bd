import CadreModel
import PolicyKit

/// The articles that no record decides.
extension Article {
  static let a1 = Article.attested(
    "kunming.1", Label("深刻学习领会《意见》重要精神和重大意义", "Spirit and significance of the provincial opinion"),
    gist: Label(
      "学习领会省委《意见》，把干部培育、选拔、管理、使用各环节有效衔接",
      "the provincial opinion is studied; fostering, selecting, managing and using cadres are joined up"))

  static let a2 = Article.attested(
    "kunming.2", Label("准确把握总体要求", "General requirements"),
    gist: Label(
      "按信念、政治、责任、能力、作风“五个过硬”要求推进五大体系建设",
      "five systems are built towards a loyal, clean and responsible body of cadres"))

  static let a7 = Article.attested(
    "kunming.7", Label("健全完善干部考核评价机制", "Assessment of cadres"),
    gist: Label(
      "制定考核工作细则，注重平时考核、政绩考核，整合考核资源",
      "rules of assessment, weight on daily work and achievements, fewer parallel checks"))

  static let a8 = Article.attested(
    "kunming.8", Label("推进考核评价精准化、差异化", "Precise and differentiated assessment"),
    gist: Label(
      "分级分类设置考核指标和权重，双向评价，动态调整",
      "indicators and weights by level and kind; superiors and subordinates assess one another"))

  static let a9 = Article.attested(
    "kunming.9", Label("注重日常考察了解", "Knowing cadres in daily work"),
    gist: Label(
      "经常性、近距离接触干部，一线考察识别，建立日常考核档案",
      "cadres are known from daily work and the front line; records of daily assessment are kept"))

  static let a11 = Article.attested(
    "kunming.11", Label("突出政治标准", "Political standard"),
    gist: Label(
      "把对党忠诚作为第一标准，政治上不合格的“一票否决”",
      "loyalty is the first standard; who fails it is vetoed"))

  static let a12 = Article.attested(
    "kunming.12", Label("拓宽用人视野", "A wider field of choice"),
    gist: Label(
      "跨条块跨领域交流，多渠道发现人才，建立专业干部人才库",
      "exchange across fields, many channels of finding people, pools of specialists"))

  static let a13 = Article.attested(
    "kunming.13", Label("坚持公正用人", "Fair selection"),
    gist: Label(
      "依事择人，定期分析研判班子，纠正唯票唯分唯GDP唯年龄",
      "the post decides who is chosen; teams are analysed regularly"))

  static let a14 = Article.attested(
    "kunming.14", Label("优化领导班子和干部队伍结构", "Structure of teams"),
    gist: Label(
      "形成职位需求分析和人岗匹配评估意见，老中青梯次配备",
      "needs of posts are analysed; old, middle and young are combined"))

  static let a18 = Article.attested(
    "kunming.18", Label("形成监督合力", "Joint supervision"),
    gist: Label(
      "各类监督结合，畅通举报渠道，信息共享",
      "all kinds of supervision combined, channels of petition open, information shared"))

  static let a19 = Article.attested(
    "kunming.19", Label("树立担当作为的鲜明导向", "Rewarding responsibility"),
    gist: Label(
      "落实“六个重用六个坚决不用”，优者上、庸者下、劣者汰",
      "the able are promoted, the mediocre step down, the bad leave"))

  static let a21 = Article.attested(
    "kunming.21", Label("减轻基层干部负担", "Less burden on the grassroots"),
    gist: Label(
      "精简会议文件和督查检查，检查结果互认",
      "fewer meetings, papers and checks; results of checks are shared"))

  static let a24 = Article.attested(
    "kunming.24", Label("强化督查问责", "Supervision and accountability"),
    gist: Label(
      "抓干部队伍建设情况纳入班子考核和巡察，履职不力的问责",
      "building the body of cadres counts in assessment and inspection; who fails is held accountable"))
}
