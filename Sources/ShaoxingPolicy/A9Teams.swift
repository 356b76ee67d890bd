import CadreModel
import PolicyKit

extension Article {
  static let a9 = Article.attested(
    "shaoxing.9", Label("建设团结协作能征善战的“狮子型”团队", "Teams that work together"),
    gist: Label(
      "选好党政正职，班子经历、专业、年龄互补；后备干部、结构性干部、选调生村官建立名单、精准培养",
      "the right heads, teams that complement each other, lists of reserve and young cadres brought up one by one"))
}
