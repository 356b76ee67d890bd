import CadreModel
import PolicyKit

extension Article {
  static let a3 = Article.preamble(
    "shaoxing.3", Label("主要目标", "Main objectives"),
    gist: Label(
      "建设勇立潮头的领导干部、执行有力的中层干部、作风过硬的普通干部三支队伍",
      "leaders who dare, a middle level that delivers, staff who serve"))
}
