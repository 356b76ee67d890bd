public import CadreModel
public import CadreTesting
public import DataContract
public import Evaluation
import FoundationEssentials
public import PolicyKit
public import PostgresClient
public import Results
import Schema
public import Testing

/// Yields the verdicts that a test has planted: what reports make of verdicts is tested apart from how those come about.
public struct Planted: Archetype {
  public var kind: ArchetypeKind
  public var tables: [TableName]
  public var parameters: [String]

  public init(kind: ArchetypeKind = .quota, tables: [TableName] = [], parameters: [String] = []) {
    self.kind = kind
    self.tables = tables
    self.parameters = parameters
  }

  /// Where they are planted.
  public static let table = """
    create table cadre.planted (
      city_code text, indicator text, as_of date default '2025-06-30', subject_id text, unit_id text,
      period text default '2025', status text, class text, observed numeric, required numeric, due_on date,
      reason text default 'holds', detail text
    )
    """

  public var templates: [String] { tables.map { "{\($0.rawValue)}" } }

  public func judged(in scope: Scope) -> String {
    """
    select p.subject_id, p.unit_id, p.period, p.status, p.class, p.observed, p.required, p.due_on, p.reason, p.detail,
      '{}'::text[] as evidence
    from planted p
    where p.city_code = $1
      and p.indicator = \((scope.judging.configuration.policy + "." + scope.indicator).sqlLiteral)
      and p.as_of = \(scope.seenAt.sql)
    """
  }
}

/// Three invented cities, two of them in one province, the third with a policy of the future.
public enum PlantedCities {
  public static let asOf = Day("2025-06-30") ?? Day(number: 0)
  public static let lastYear = Day("2024-06-30") ?? Day(number: 0)

  public static func library() throws -> PolicyLibrary {
    try PolicyLibrary([alpha, beta, gamma], cities: ["alpha", "beta", "gamma"]) { file in configuration[file] }
  }

  /// The same with a fourth city, which is judged under alpha's policy since a date.
  public static func library(sharing date: String) throws -> PolicyLibrary {
    try PolicyLibrary([alpha, beta, gamma], cities: ["alpha", "beta", "gamma", "delta"]) { file in
      file == "cities/delta.yaml" ? city("delta", "丁市", region: "3309", policy: "alpha, from: \(date)") : configuration[file]
    }
  }

  /// One of the cities under its own policy.
  public static func city(_ code: String) throws -> CityUnderPolicy {
    try #require(try library().register.policy(of: code, on: asOf))
  }

  public static func evaluator() throws -> Evaluator {
    Evaluator(library: try library(), evaluatedBy: "tests")
  }

  private static let alpha = PolicyText(
    "alpha",
    articles: [
      Article(
        "alpha.1", Label("第一条 教育谈话", "Training and talks"), gist: Label("", ""),
        indicators: [
          Indicator(
            "alpha.1.hours", title: Label("年度学时", "Hours"), domain: .training, subject: .person, measure: .hours,
            rule: Planted(parameters: ["hours"])),
          Indicator(
            "alpha.1.talk", title: Label("谈心谈话", "Talks"), domain: .talks, subject: .pair, measure: .times,
            rule: Planted(tables: [.talks])),
        ]),
      Article(
        "alpha.2", Label("第二条 轮岗", "Rotation"), gist: Label("", ""),
        indicators: [
          Indicator(
            "alpha.2.rotation", title: Label("任职年限", "Years in post"), domain: .rotation, subject: .row(of: .posts),
            measure: .years, rule: Planted(kind: .tenure)),
          Indicator(
            "alpha.2.share", title: Label("课时占比", "Share"), domain: .training, subject: .unit, measure: .share,
            rule: Planted(kind: .share, parameters: ["share"])),
          Indicator(
            "alpha.2.figure", title: Label("统计", "Figure"), domain: .training, subject: .jurisdiction,
            measure: .times, rule: Planted(kind: .statistic)),
        ]),
    ])

  private static let beta = PolicyText(
    "beta",
    articles: [
      Article(
        "beta.1", Label("第一条", "One"), gist: Label("", ""),
        indicators: [
          Indicator(
            "beta.1.hours", title: Label("年度学时", "Hours"), domain: .training, subject: .person, measure: .hours,
            rule: Planted()),
          Indicator(
            "beta.1.rotation", title: Label("任职年限", "Years in post"), domain: .rotation, subject: .row(of: .posts),
            measure: .years, rule: Planted(kind: .tenure)),
        ])
    ])

  private static let gamma = PolicyText("gamma", articles: [.attested("gamma.1", Label("一", "one"), gist: Label("", ""))])

  private static let configuration = [
    "policies/alpha.yaml": yaml(
      "alpha", "甲市", effectiveOn: "2020-01-01",
      parameters: """

          1.hours.hours: {title_zh: 学时, title_en: Hours, unit: hours, clause: alpha.1, basis: assumed, values: [{valid_from: 2020-01-01, valid_to: 2024-12-31, value: 80}, {valid_from: 2025-01-01, value: 90}]}
          2.share.share: {title_zh: 占比, title_en: Share, unit: share, clause: alpha.2, basis: stated, values: [{valid_from: 2020-01-01, value: 0.7}]}
        """),
    "policies/beta.yaml": yaml("beta", "乙市", effectiveOn: "2025-01-01", parameters: " {}"),
    "policies/gamma.yaml": yaml("gamma", "丙市", effectiveOn: "2030-01-01", parameters: " {}"),
    "cities/alpha.yaml": city("alpha", "甲市", region: "3301"),
    "cities/beta.yaml": city("beta", "乙市", region: "3302"),
    "cities/gamma.yaml": city("gamma", "丙市", region: "3401"),
  ]

  private static func yaml(
    _ code: String, _ name: String, effectiveOn: String, parameters: String
  ) -> String {
    """
    policy: \(code)
    title_zh: \(name)办法
    title_en: Policy of \(code)
    name_zh: \(name)
    name_en: \(code.capitalized)
    effective_on: \(effectiveOn)
    effective_basis: stated
    terms_basis: assumed
    terms: [{from: 2022-01-01, to: 2026-12-31}]
    parameters:\(parameters)
    """
  }

  private static func city(_ code: String, _ name: String, region: String, policy: String? = nil) -> String {
    """
    city: \(code)
    name_zh: \(name)
    name_en: \(code.capitalized)
    province: "\(region.prefix(2))"
    region_prefix: "\(region)"
    policies: [{policy: \(policy ?? code)}]
    """
  }
}

extension DatabaseTemplate {
  /// The schema, the three cities, and a table to plant verdicts in.
  public static let planted = DatabaseTemplate("planted") { connection in
    try await Migrations.shipped().apply(to: connection, by: "tests")
    try await ReferenceData.store(cities: PlantedCities.library().cities, workdays: "date,kind,name\n", in: connection)
    try await connection.executeScript(
      """
      \(Planted.table);
      insert into units (city_code, unit_id, unit_name, region_code, parent_unit_id, unit_kind, level) values
        ('alpha', 'U1', '市委', '330101', null, 'party_committee', 'city'),
        ('alpha', 'U10', '第十局', '330101', 'U1', 'organ', 'city'),
        ('alpha', 'U2', '=财政局', '330101', 'U1', 'organ', 'city'),
        ('alpha', 'U3', '下属, 单位', '330101', 'U10', 'institution', 'city'),
        ('alpha', 'A9', '独立单位', '330101', null, 'organ', 'city');
      insert into persons (city_code, person_id, name, sex, birth_date, political_status, hired_on, managed_by) values
        ('alpha', 'P1', '张三', '1', '1980-01-01', '01', '2005-01-01', 'city'),
        ('alpha', 'P2', '-1+2', '2', '1981-01-01', '01', '2005-01-01', 'city'),
        ('alpha', 'P3', '王"五"', '1', '1982-01-01', '01', '2005-01-01', 'city');
      create table cadre.posts_alpha partition of posts for values in ('alpha');
      alter table cadre.planted owner to cadre_owner;
      alter table cadre.posts_alpha owner to cadre_owner;
      select cadre.guard('cadre.posts_alpha');
      insert into posts (
        city_code, post_id, person_id, unit_id, post_key, title, rank, role, branch, "leading", started_on, entry
      ) values
        ('alpha', 'O1', 'P1', 'U2', 'K1', '局长', 'county_division', 'principal', 'admin', true, '2018-01-01', 'initial');
      """)
  }
}

extension Trait where Self == DatabaseTrait {
  public static var planted: Self { .database(template: .planted) }
}

extension PostgresConnection {
  /// Plants verdicts: `(city_code, indicator, <columns>)`.
  public func plant(_ columns: String, _ rows: [String]) async throws {
    try await executeScript("insert into planted (city_code, indicator, \(columns)) values \(rows.joined(separator: ",\n"))")
  }

  /// Records that a city has handed in tables.
  public func receive(_ tables: [String], city: String, on day: String = "2025-07-01", number: Int = 1) async throws {
    let digest = String(repeating: "a", count: 64)
    try await executeScript(
      """
      insert into imports values ('\(city)', \(number), '\(day) 08:00+00', 'tests', '1', false, 0, 0, 0, 0, '\(digest)');
      """)
    for table in tables {
      try await executeScript(
        "insert into import_files values ('\(city)', \(number), '\(table)', 'f.csv', '\(digest)', 'UTF-8', 1, 0, 0, 0, 0)")
    }
  }

  public func alphaRun(asOf: Day = PlantedCities.asOf, afresh: Bool = false) async throws -> (Run, Policy) {
    let evaluator = try PlantedCities.evaluator()
    let policy = try #require(evaluator.library.policy("alpha"))
    let run = try await evaluator.evaluate(city: "alpha", policy: policy, asOf: asOf, afresh: afresh, on: self)
    return (try #require(run), policy)
  }
}
