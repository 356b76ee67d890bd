import CadreModel
import CadreTesting
import Evaluation
import PolicyKit
import PostgresClient
import Results
import ResultsTesting
import Testing

@testable import Reporting

@Suite(.planted) struct OverviewTests {
  private func overview(
    asOf: Day = PlantedCities.asOf, province: String? = nil, afresh: Bool = false
  ) async throws -> Overview {
    try await plantedOverview(asOf: asOf, province: province, afresh: afresh)
  }

  /// Five met, one unmet, two pending, one at risk, one exempt, one without data; last year three of four.
  private func plantHours(_ connection: PostgresConnection) async throws {
    let statuses = ["met", "met", "met", "met", "met", "unmet", "pending", "pending", "at_risk", "exempt", "no_data"]
    try await connection.plant(
      "subject_id, unit_id, status",
      statuses.enumerated().map { "('alpha', 'alpha.1.hours', 'S\($0)', 'U\($0 % 3 + 1)', '\($1)')" })
    try await connection.plant(
      "as_of, subject_id, status",
      ["met", "met", "met", "unmet"].enumerated().map {
        "('alpha', 'alpha.1.hours', '2024-06-30', 'S\($0)', '\($1)')"
      })
  }

  @Test func ratesAndTheSameDayOfLastYear() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.receive(["talks"], city: "alpha")
    try await plantHours(connection)
    let folder = TemporaryFolder()
    try await overview().finish(below: folder.path, language: .english).publish()
    let lines = try folder.lines("overview.csv")
    #expect(
      try folder.text("overview.csv").hasPrefix(
        "province_code,province,city,policy,indicator,title,domain,met,unmet,pending,at_risk,exempt,no_data,"
          + "compliance_rate,completion_rate,rate_last_year,change,assumed,value\r\n"))
    #expect(
      lines == [
        "33,Zhejiang,alpha,alpha,alpha.1.hours,Hours,training,5,1,2,1,1,1,0.8333,0.5556,0.7500,0.0833,1,",
        "33,Zhejiang,alpha,alpha,alpha.1.talk,Talks,talks,0,0,0,0,0,0,,,,,0,",
        "33,Zhejiang,alpha,alpha,alpha.2.rotation,Years in post,rotation,0,0,0,0,0,0,,,,,0,",
        "33,Zhejiang,alpha,alpha,alpha.2.share,Share,training,0,0,0,0,0,0,,,,,0,",
        "33,Zhejiang,alpha,alpha,alpha.2.figure,Figure,training,0,0,0,0,0,0,,,,,0,",
        "33,Zhejiang,beta,beta,beta.1.hours,Hours,training,0,0,0,0,0,0,,,,,0,",
        "33,Zhejiang,beta,beta,beta.1.rotation,Years in post,rotation,0,0,0,0,0,0,,,,,0,",
      ])
  }

  @Test func chineseHasNamesAndAMark() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plantHours(connection)
    let folder = TemporaryFolder()
    try await overview().finish(below: folder.path, language: .chinese).publish()
    let text = try folder.text("overview.csv")
    #expect(try folder.bytes("overview.csv").starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(
      text.dropFirst().hasPrefix(
        "省份代码,省份,城市,政策,指标,指标名称,领域,达标,未达标,进行中,临期预警,豁免,缺数据,达标率,完成率,上年同期达标率,同比变化,含假定参数,统计值\r\n"))
    #expect(text.contains("\r\n33,浙江省,甲市,甲市,alpha.1.hours,年度学时,教育培训,5,1,2,1,1,1,0.8333,0.5556,0.7500,0.0833,1,\r\n"))
    #expect(text.contains("\r\n33,浙江省,甲市,甲市,alpha.1.talk,谈心谈话（未报送：谈话）,谈心谈话,"))
  }

  @Test func missingTablesAreNoScore() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.plant(
      "subject_id, status", ["('alpha', 'alpha.1.talk', 'P1>P2', 'met')", "('alpha', 'alpha.1.talk', 'P1>P3', 'unmet')"])
    let folder = TemporaryFolder()
    try await overview().finish(below: folder.path, language: .english).publish()
    #expect(
      try folder.lines("overview.csv")[1]
        == "33,Zhejiang,alpha,alpha,alpha.1.talk,Talks (not handed in: talks),talks,1,1,0,0,0,0,,,,,0,")
    #expect(
      try folder.lines("overview_domains.csv").contains(
        "33,Zhejiang,alpha,talks,talks,1,1,0,0,0,0,,,"))
    try await connection.receive(["talks"], city: "alpha")
    try await overview().finish(below: folder.path, language: .english).publish()
    #expect(
      try folder.lines("overview.csv")[1]
        == "33,Zhejiang,alpha,alpha,alpha.1.talk,Talks,talks,1,1,0,0,0,0,0.5000,0.5000,,,0,")
    #expect(try folder.lines("overview_domains.csv").contains("33,Zhejiang,alpha,talks,,1,1,0,0,0,0,0.5000,0.5000,1"))
  }

  @Test func ranksWithinTheProvinceShareTies() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.plant(
      "subject_id, status",
      [
        "('alpha', 'alpha.1.hours', 'S1', 'met')", "('alpha', 'alpha.2.share', 'U1', 'unmet')",
        "('alpha', 'alpha.2.figure', 'alpha', 'info')",
        "('beta', 'beta.1.hours', 'S1', 'met')", "('beta', 'beta.1.hours', 'S2', 'unmet')",
        "('alpha', 'alpha.2.rotation', 'O1', 'met')", "('alpha', 'alpha.2.rotation', 'O2', 'unmet')",
        "('beta', 'beta.1.rotation', 'O1', 'met')",
      ])
    let standings = try await overview().standings
    let ranks = standings.map {
      "\($0.city.code) \($0.figures.domain.rawValue) \($0.figures.compliance?.description ?? "-") \($0.rank ?? 0)"
    }
    #expect(
      ranks == [
        "alpha training 0.5000 1", "alpha talks - 0", "alpha rotation 0.5000 2", "beta training 0.5000 1",
        "beta rotation 1.0000 1",
      ])
  }

  @Test func aProvinceAndAPolicyOfTheFuture() async throws {
    let all = try await overview()
    #expect(all.cities.map(\.city.code) == ["alpha", "beta"])
    #expect(all.notInEffect.map(\.city.code) == ["gamma"])
    #expect(all.cities.map { $0.runLastYear != nil } == [true, false])
    #expect(try await overview(province: "34").cities.isEmpty)
    let later = try await overview(asOf: try #require(Day("2030-01-01")), province: "34")
    #expect(later.cities.map(\.city.code) == ["gamma"])
  }

  @Test func theLastDayOfFebruary() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.plant(
      "as_of, subject_id, status",
      [
        "('alpha', 'alpha.1.hours', '2024-02-29', 'S1', 'met')", "('alpha', 'alpha.1.hours', '2023-02-28', 'S1', 'unmet')",
      ])
    let figures = try await overview(asOf: try #require(Day("2024-02-29"))).cities[0].indicators[0]
    #expect(figures.compliance?.description == "1.0000")
    #expect(figures.rateLastYear?.description == "0.0000")
    #expect(figures.change?.description == "1.0000")
  }

  @Test func afreshAllIsJudgedAgain() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plantHours(connection)
    let first = try await overview()
    // Nothing says that this has changed.
    try await connection.execute("update planted set status = 'met' where status = 'unmet'")
    #expect(try await overview().cities.map(\.total) == first.cities.map(\.total))
    let again = try await overview(afresh: true)
    #expect(again.cities[0].total.met == 6)
    #expect(again.cities[0].indicators[0].rateLastYear?.description == "1.0000")
    #expect(again.cities.map(\.run.reference) == first.cities.map(\.run.reference))
  }

  /// Another process judges the city anew whenever its results are to be read.
  @Test(arguments: [2, 3]) func whatWasReplacedIsReadAnew(times: Int) async throws {
    let other = try await TestDatabase.current.connect()
    let pool = ConnectionPool(try TestDatabase.current.configuration, size: 1)
    let evaluator = try PlantedCities.evaluator()
    let alpha = try PlantedCities.city("alpha")
    var attempts = 0
    func report() async throws -> CityFigures? {
      try await evaluator.judging(
        [alpha], asOf: PlantedCities.asOf, afresh: false, on: pool
      ) { judged in
        attempts += 1
        if attempts <= times { _ = try await other.alphaRun(afresh: true) }
        let reader = ResultsReader(pool: pool, library: evaluator.library, language: .chinese)
        guard let judged = judged.first else { return nil }
        return try await reader.figures(of: judged)
      }
    }
    if times < 3 {
      let (run, _) = try await other.alphaRun()
      #expect(try await report()?.run.reference == run.reference)
    } else {
      await #expect(throws: ResultsError.replaced(city: "alpha", asOf: PlantedCities.asOf)) { try await report() }
    }
    #expect(attempts == 3)
    await pool.close()
    await other.close()
  }

  @Test func anEmptyDatabaseGivesAnEmptyReport() async throws {
    let folder = TemporaryFolder()
    try await overview().finish(below: folder.path, language: .chinese).publish()
    #expect(try folder.names == ["about.json", "overview.csv", "overview.html", "overview_domains.csv", "trend.csv"])
    #expect(try folder.lines("overview.csv").count == 7)
    #expect(try folder.text("overview.html").contains("缺报"))
  }

  @Test func writtenTwiceItIsTheSame() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.receive(["talks", "persons"], city: "alpha")
    try await plantHours(connection)
    let (first, second) = (TemporaryFolder(), TemporaryFolder())
    let about = try await overview().finish(below: first.path, language: .chinese).publish().about
    try await overview().finish(below: second.path, language: .chinese).publish()
    for name in try first.names { #expect(try first.bytes(name) == second.bytes(name), "\(name)") }
    #expect(try first.bytes("about.json") == about)
  }
}
