import CadreModel
import PolicyKit

extension Article {
  static let b7 = Article(
    "quzhou.b7", Label("全面开展后进村党组织集中整转", "Lagging villages are turned around"),
    gist: Label(
      "后进村落实“四个一”帮扶；重点难点村由县级党政主要领导包干、派驻工作组",
      "a lagging village gets its four supports; a critical one the county's principals and a work group"),
    indicators: [
      Indicator(
        "quzhou.b7.four-ones", title: Label("后进村“四个一”帮扶", "Four supports of lagging villages"),
        domain: .village, subject: .village, measure: .kinds,
        rule: VillageRules.supported(where: "v.lagging_since is not null")),
      Indicator(
        "quzhou.b7.critical", title: Label("重点难点村包干整顿", "Supports of critical villages"),
        domain: .village, subject: .village, measure: .kinds,
        rule: VillageRules.supported(where: "v.lagging_since is not null and v.critical")),
    ])
}
