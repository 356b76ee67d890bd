import CadreModel
import Evaluation
import Journal
import PolicyKit
import PolicyTesting
import PostgresClient
import Results
import Schema
import Testing

/// All that a comparison tells.
struct Comparison {
  let figures: ChangesFigures
  let flips: [Flip]
  let cells: [ChangedCell]

  /// `T1 2025 pending>met facts`, a line each.
  var lines: [String] {
    flips.map { flip in
      "\(flip.subjectID) \(flip.period) \(flip.from?.rawValue ?? "-")>\(flip.to?.rawValue ?? "-") \(flip.cause.rawValue)"
    }
  }

  /// The same, with the indicator, without the cause.
  var keys: [String] {
    flips.map { flip in
      [
        flip.indicator, flip.subjectID, flip.period, flip.from?.rawValue ?? "-", flip.to?.rawValue ?? "-",
        flip.classBefore ?? "", flip.classAfter ?? "",
      ].joined(separator: " ")
    }
  }

  func count(of cause: ChangeCause) -> Int { flips.count { $0.cause == cause } }

  /// Where the causes do not add up to the difference of counts and rates.
  var gaps: [String] {
    figures.indicators.flatMap { entry -> [String] in
      var gaps: [String] = []
      for status in Status.allCases {
        let told = entry.causes.reduce(0) { $0 + $1.change[status] }
        if told != entry.after[status] - entry.before[status] { gaps.append("\(entry.indicator.id) \(status): \(told)") }
      }
      if let change = entry.change {
        let told = entry.causes.reduce(0) { $0 + ($1.rateChange?.tenThousandths ?? 0) }
        if told != change.tenThousandths { gaps.append("\(entry.indicator.id) rate: \(told)") }
      }
      return gaps
    }
  }
}

extension TestCity {
  func compare(
    _ from: String, _ to: String, under policy: String? = nil, by library: PolicyLibrary? = nil,
    known: (before: KnownAsOf?, after: KnownAsOf?) = (nil, nil)
  ) async throws -> Comparison {
    try await compare(
      (
        ComparedSide(asOf: try #require(Day(from)), known: known.before),
        ComparedSide(asOf: try #require(Day(to)), known: known.after)
      ), under: policy, by: library)
  }

  /// Two runs, by their ids.
  func compare(runs before: String, _ after: String, by library: PolicyLibrary? = nil) async throws -> Comparison {
    let runs = try await Evaluator(library: library ?? self.library, evaluatedBy: "tests")
      .sides(ofRuns: (before, after), in: code, on: connection)
    return try await compare((runs.before, runs.after), under: runs.policy, by: library)
  }

  private func compare(
    _ sides: (ComparedSide, ComparedSide), under policy: String?, by library: PolicyLibrary?
  ) async throws -> Comparison {
    let library = library ?? self.library
    let policy = try #require(library.policy(policy ?? code))
    let under = CityUnderPolicy(
      city: try #require(library.city(code)), policy: policy, since: policy.configuration.effectiveOn, isOwn: true)
    return try await Evaluator(library: library, evaluatedBy: "tests").changes(
      of: under, from: sides.0, to: sides.1, on: connection
    ) { reader in
      var (flips, cells): ([Flip], [ChangedCell]) = ([], [])
      let figures = try await reader.figures()
      try await reader.flips(.english) { flips += $0 }
      try await reader.cells { cells.append($0) }
      return Comparison(figures: figures, flips: flips, cells: cells)
    }
  }
}

/// Two duties of townships: four studies a year, and two reviews within three years.
enum TwoDuties {
  static let text = PolicyText(
    "huzhou",
    articles: [
      Article(
        "huzhou.1", Label("理论学习", "Study"), gist: Label("", ""),
        indicators: FifthCity.text.articles[0].indicators + [
          Indicator(
            "huzhou.1.reviews", title: Label("检视", "Reviews"), domain: .training, subject: .unit, measure: .times,
            rule: RollingQuota(
              .units(.township), years: "years", atLeast: "count",
              progress: """
                select
                  a.unit_id as subject_id,
                  count(*)::numeric as observed,
                  count(*) >= {count} as reached,
                  array_agg('activities/' || a.activity_id) as evidence
                from {activities} a
                where a.kind = 'monthly_theme_review'
                  and a.held_on between {period_start} and {period_end}
                group by a.unit_id
                """,
              boundSince: "select u.unit_id as subject_id, date '2000-01-01' as bound_since from {units} u"))
        ])
    ])

  /// - Parameter count: SQL-free YAML of the values of studies a year.
  static func library(studies: String = "[{valid_from: 2020-01-01, value: 4}]") throws -> PolicyLibrary {
    let yaml = """
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
        warn.period: {title_zh: 预警, title_en: Warning, unit: days, clause: huzhou, basis: assumed, values: [{valid_from: 2020-01-01, value: 30}]}
        1.study.count: {title_zh: 学习次数, title_en: Studies, unit: times, clause: huzhou.1, basis: stated, values: \(studies)}
        1.reviews.years: {title_zh: 年数, title_en: Years, unit: years, clause: huzhou.1, basis: stated, values: [{valid_from: 2020-01-01, value: 3}]}
        1.reviews.count: {title_zh: 次数, title_en: Reviews, unit: times, clause: huzhou.1, basis: stated, values: [{valid_from: 2020-01-01, value: 2}]}
      """
    let files = FifthCity.files(yaml)
    return try PolicyLibrary([text], cities: ["huzhou"]) { files[$0] }
  }

  static func city() async throws -> TestCity {
    let city = try await TestCity("huzhou", library: library())
    try await ReferenceData.store(city.library.cities, in: city.connection)
    return city
  }
}
