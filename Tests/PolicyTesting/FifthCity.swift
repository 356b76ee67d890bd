import CadreModel
public import PolicyKit

/// A fifth city, all of it: one text and one configuration.
public enum FifthCity {
  public static let text = PolicyText(
    "huzhou",
    articles: [
      Article(
        "huzhou.1", Label("理论学习", "Study"), gist: Label("每年集体学习四次", "four studies a year"),
        indicators: [
          Indicator(
            "huzhou.1.study", title: Label("中心组学习", "Group study"), domain: .training, subject: .unit,
            measure: .times,
            rule: Quota(
              .units(.township), each: .year, .facts(Facts.activitiesOfUnits("center_group_study"), atLeast: "count")))
        ])
    ])

  /// The lines matter: tests of messages name them.
  public static let yaml = """
    policy: huzhou
    title_zh: 湖州市意见
    title_en: Huzhou, Opinion
    city: {code: huzhou, name_zh: 湖州市, name_en: Huzhou, province: "33", region_prefix: "3305"}
    effective_on: 2020-01-01
    effective_basis: stated
    terms_basis: assumed
    terms:
      - {from: 2022-01-01, to: 2026-12-31}
    parameters:
      warn.period:
        {title_zh: 预警, title_en: Warning, unit: days, clause: huzhou, basis: assumed, values: [{valid_from: 2020-01-01, value: 30}]}
      1.study.count:
        title_zh: 学习次数
        title_en: Studies a year
        unit: times
        clause: huzhou.1
        basis: stated
        values:
          - {valid_from: 2020-01-01, value: 4}
    """

  /// Five studies a year from 2027 on.
  public static let amendedYAML = yaml + "\n      - {valid_from: 2027-01-01, value: 5}"

  /// The library of this city alone.
  public static func library(_ yaml: String = yaml) throws(ConfigurationError) -> PolicyLibrary {
    try PolicyLibrary([text]) { _ in yaml }
  }
}
