import CadreModel
import PolicyKit

extension Article {
  static let a2 = Article.preamble(
    "shaoxing.2", Label("总体要求", "General requirements"),
    gist: Label(
      "坚持党管干部，抓住领导干部这个“关键少数”，思想建党与制度治党、从严管理与关心关爱相结合",
      "the Party manages cadres, leaders go first; conviction with rules, strictness with care"))
}
