import CadreModel
import PolicyKit

extension Article {
  static let a4 = Article.attested(
    "shaoxing.4", Label("坚决向核心看齐", "Following the core"),
    gist: Label(
      "增强“四个意识”，服从中央；重大问题请示报告，科级以上干部集中轮训",
      "unity with the centre; serious matters are reported upwards; cadres from section rank up are trained in turn"))
}
