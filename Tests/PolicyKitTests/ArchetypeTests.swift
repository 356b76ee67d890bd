import CadreModel
import CadreTesting
import DataContract
import PolicyKit
import PolicyTesting
import Testing

/// What archetypes offer that few policies use, by hand-computed values.
@Suite(.cadre) struct ArchetypeTests {
  private func judge(
    _ rule: any Archetype, about subject: SubjectKind, measure: MeasureUnit = .none, at asOf: String, in city: TestCity
  ) async throws -> [JudgedRow] {
    let policy = try #require(city.library.policy(city.code))
    let judging = try #require(Day(asOf).flatMap { policy.judging(asOf: $0) })
    let indicator = Indicator(
      "kunming.15.matters", title: Label("试", "trial"), domain: .discipline, subject: subject, measure: measure,
      rule: rule)
    return try await city.judge(indicator, judging)
  }

  private func cityWithDeclarations() async throws -> TestCity {
    let city = try await TestCity("kunming")
    try await city.unit("U")
    try await city.cadre("P1", in: "U")
    try await city.person("P2")
    func add(_ id: String, _ person: String, _ kind: String, reported: String?) async throws {
      try await city.add(
        .declarations,
        ["declaration_id": id, "person_id": person, "kind": kind, "occurred_on": "2025-03-01", "reported_on": reported])
    }
    try await add("D1", "P1", "housing", reported: "2025-03-11")
    try await add("D2", "P1", "marriage", reported: "2025-03-11")
    try await add("D3", "P1", "housing", reported: nil)
    try await add("D4", "P2", "marriage", reported: nil)
    return city
  }

  /// Housing ten days after, anything else nine; whoever is not on roll and has not reported is exempt.
  private static let rule = Deadline(
    .dated("c.occurred_on + case c.kind when 'housing' then 10 else 9 end", warnDays: "3"), cases: .begunThisYear,
    from: "c.occurred_on", of: Rows.of(.declarations), done: "c.reported_on",
    exempt: [.when("c.unit_id is null and c.reported_on is null", .exempt(.enteredAfterStart))])

  @Test(arguments: [("2025-03-07", Status.pending), ("2025-03-08", .atRisk), ("2025-03-10", .atRisk), ("2025-03-11", .unmet)])
  func eachRowHasADueDateOfItsOwn(asOf: String, open: Status) async throws {
    let city = try await cityWithDeclarations()
    let rows = try await judge(Self.rule, about: .row(of: .declarations), at: asOf, in: city)
    #expect(rows.map(\.subject) == ["D1", "D2", "D3", "D4"])
    #expect(rows["D3"]?.status == open)
    #expect(rows["D3"]?.dueOn == "2025-03-11")
    #expect(rows["D4"]?.status == .exempt)
    #expect(rows["D4"]?.reason == .enteredAfterStart)
    if asOf == "2025-03-11" {
      #expect(rows["D1"]?.status == .met)
      #expect(rows["D2"]?.status == .unmet)
      #expect(rows["D2"]?.reason == .doneLate)
    }
  }

  @Test func sharesAreOfThoseWhoCount() async throws {
    let city = try await cityWithDeclarations()
    let facts = """
      select
        d.kind as class,
        d.reported_on is not null as counts,
        'declarations/' || d.declaration_id as evidence
      from {declarations} d
      """
    let whole = try await judge(
      Statistic(shareOf: facts), about: .jurisdiction, measure: .share, at: "2025-12-31", in: city)
    #expect(whole.map(\.observed) == ["0.5000"])
    #expect(whole.first?.evidence == ["declarations/D1", "declarations/D2"])
    let classes = try await judge(
      Statistic(sharesOfClasses: ["housing", "illness", "marriage"], facts: facts), about: .jurisdiction, measure: .share,
      at: "2025-12-31", in: city)
    #expect(classes.map(\.class) == ["housing", "illness", "marriage"])
    #expect(classes.map(\.observed) == ["0.5000", nil, "0.5000"])
    #expect(classes.map(\.status) == [.info, .noData, .info])
  }

  @Test func aStateHasAResultForEachClass() async throws {
    let city = try await cityWithDeclarations()
    let rule = State(
      of: """
        select
          $1::text as subject_id,
          null::text as unit_id,
          d.kind,
          count(d.reported_on) as reported,
          array_agg('declarations/' || d.declaration_id order by d.declaration_id collate "C") as evidence
        from {declarations} d
        group by d.kind
        """, classCode: "c.kind", holds: "c.reported >= 2",
      amounts: Amounts(observed: "c.reported::numeric", required: "2::numeric"), otherwise: .fails)
    let rows = try await judge(rule, about: .jurisdiction, measure: .times, at: "2025-12-31", in: city)
    #expect(rows.map(\.class) == ["housing", "marriage"])
    #expect(rows.map(\.status) == [.unmet, .unmet])
    #expect(rows.map(\.observed) == ["1", "1"])
    #expect(rows.map(\.required) == ["2", "2"])
  }
}
