import CadreModel
import PolicyKit

extension Article {
  static let a16 = Article.attested(
    "shaoxing.16", Label("坚决惩治和预防腐败", "Punishing and preventing corruption"),
    gist: Label(
      "落实主体责任和监督责任，举报不瞒不拖，当事领导回避；用好“四种形态”，健全党内外监督",
      "reports are not hidden or delayed, those concerned stand aside; graded discipline, oversight on all sides"))
}
