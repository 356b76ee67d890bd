import CadreModel
public import PolicyKit

/// A fifth policy and its city, all of them: one text and two files.
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

  /// Do not move lines: tests of messages name their numbers.
  public static let yaml = """
    policy: huzhou
    title_zh: 湖州市意见
    title_en: Huzhou, Opinion
    name_zh: 湖州市
    name_en: Huzhou
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

  /// Do not move lines here either.
  public static let cityYAML = """
    city: huzhou
    name_zh: 湖州市
    name_en: Huzhou
    province: "33"
    region_prefix: "3305"
    policies:
      - {policy: huzhou}
    sample:
      counties:
        - {code: "330502", name: 吴兴区}
        - {code: "330523", name: 安吉县}
      place_firsts: [菱, 织]
      peoples: ["22"]
      minorities: 5
      issued_documents:
        - {clause: huzhou.1, title: 学习办法, issued_about: 2020-05-01}
      attested_clauses: [huzhou.1]
      waivable:
        township: [huzhou.1.study]
      keeping:
        welfare: 700
    """

  /// Five studies a year from 2027 on.
  public static let amendedYAML = yaml + "\n      - {valid_from: 2027-01-01, value: 5}"

  /// The files of a configuration of this policy and its city.
  public static func files(_ yaml: String = yaml, city: String = cityYAML) -> [String: String] {
    ["policies/huzhou.yaml": yaml, "cities/huzhou.yaml": city]
  }

  /// The library of this policy and its city alone.
  public static func library(
    _ yaml: String = yaml, city: String = cityYAML
  ) throws(ConfigurationError) -> PolicyLibrary {
    let files = files(yaml, city: city)
    return try PolicyLibrary([text], cities: ["huzhou"]) { files[$0] }
  }
}
