import CadreModel
import PolicyKit

extension Article {
  static let a1 = Article.preamble(
    "shaoxing.1", Label("重要意义", "Why it matters"),
    gist: Label(
      "充分认识从严治党、加强干部队伍建设的意义，正视干部队伍和选人用人中的突出问题",
      "why strict governance of the Party and of its cadres matters, and which shortcomings are to be faced"))
}
