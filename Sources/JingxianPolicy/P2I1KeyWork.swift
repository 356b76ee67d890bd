import CadreModel
import PolicyKit

extension Article {
  static let p2i1 = Article.attested(
    "jingxian.2.1", Label("加强重点工作监督", "Supervision of key work"),
    gist: Label(
      "重点工作完成情况作为班子考核、干部使用、评先评优的重要参考；加大平时、专项、一线考核",
      "key work counts in assessing teams and choosing cadres; assessment in daily work and at the front line"))
}
