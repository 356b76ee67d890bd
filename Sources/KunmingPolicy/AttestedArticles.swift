import CadreModel
import PolicyKit

/// The articles that no record decides.
extension Article {
  static let a1 = Article.attested(
    "kunming.1", Label("深刻学习领会《意见》重要精神和重大意义", "Spirit and significance of the provincial opinion"),
    gist: Label(
      "学习领会省委《意见》，把干部培育、选拔、管理、使用各环节有效衔接",
      "the provincial opinion is studied; fostering, selecting, managing and using cadres are joined up"))

  static let a2 = Article.preamble(
    "kunming.2", Label("准确把握总体要求", "General requirements"),
    gist: Label(
      "按信念、政治、责任、能力、作风“五个过硬”要求推进五大体系建设",
      "five systems are built towards a loyal, clean and responsible body of cadres"))

  static let a19 = Article.attested(
    "kunming.19", Label("树立担当作为的鲜明导向", "Rewarding responsibility"),
    gist: Label(
      "落实“六个重用六个坚决不用”，优者上、庸者下、劣者汰",
      "the able are promoted, the mediocre step down, the bad leave"))

  static let a24 = Article.attested(
    "kunming.24", Label("强化督查问责", "Supervision and accountability"),
    gist: Label(
      "抓干部队伍建设情况纳入班子考核和巡察，履职不力的问责",
      "building the body of cadres counts in assessment and inspection; who fails is held accountable"))
}
