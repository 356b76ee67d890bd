import ArgumentParser
import CadreModel
import Evaluation
import PolicyKit
import PostgresClient
import Results

/// `cadre evaluate`: judges cities at a date and stores the results.
struct EvaluateCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "evaluate",
      Label(
        "评估各市截至某日的情况，并保存结果。",
        "Judge cities at a date, each under its own policy or all under one, and store the results."),
      discussion: Label(
        """
        凡是记录能够判定的条款，均按该日结束时评估：之后的事实不计。各市按自己的政策评估，也可指定同一政策。同样的数据、日期和政策得到同样的结果，直接取用已保存的。
        """,
        """
        Every clause that records can decide is judged as of the end of the day: facts dated later do not count. The \
        same data, date and policy give the same run, which is then taken from the store.
        """))
  }

  @OptionGroup var asOf: AsOfOptions
  @Option(
    name: .customLong("city"),
    help: ArgumentHelp(
      Label("要评估的城市，可重复给出；不给出则为所有有数据的城市。", "A city to judge; may be repeated. All with data without it."),
      value: .city))
  var cities: [String] = []
  @Option(
    help: ArgumentHelp(
      Label("按哪项政策评估，如 kunming 或 昆明；不给出则各用自己的。", "The policy to judge under, such as kunming, instead of each city's own."),
      value: .policy))
  var policy: String?
  @OptionGroup var judgement: JudgementOptions
  @Flag(help: ArgumentHelp(Label("以 JSON 输出评估批次。", "Print the runs as JSON.")))
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let library = try configuration.library()
    // Two cities at once: the server works for each of them.
    let atOnce = cities.count == 1 ? 1 : 2
    try await database.withPool(atOnce, library, configuration, language.language) { pool in
      let jobs = try await pool.withConnection { try await self.jobs(library, on: $0) }
      let progress = EvaluationProgress(library.cities.map(\.name))
      let (json, line) = (json, ProgressLine(language.language))
      defer { line.clear() }
      let runs = try await Evaluator(library: library, evaluatedBy: Operator.current).evaluate(
        jobs, afresh: judgement.afresh, on: pool, started: { progress.start(jobs[$0].city) }
      ) { index, step in
        progress.update(jobs[index].city, step)
        if !json { line.show { progress.text(after: $0, in: line.language) } }
      } finished: { index, run in
        progress.finish(jobs[index].city)
        line.clear()
        if !json { report(run, jobs[index], library.cityName(of: jobs[index].city)) }
      }
      if json { printJSON(runs.compactMap { $0 }, progress) }
    }
  }

  /// The cities with the policy each is judged under.
  private func jobs(_ library: PolicyLibrary, on connection: PostgresConnection) async throws -> [EvaluationJob] {
    let named = cities.isEmpty ? try await CityList.withData(on: connection) : cities
    guard !named.isEmpty else { throw EvaluationError.noData }
    return try named.map { city in
      EvaluationJob(try library.judged(city: city, policy: policy, asOf: asOf.day), asOf: asOf.day)
    }
  }

  private func report(_ run: Run?, _ job: EvaluationJob, _ city: CityName) {
    let lang = language.language
    let policyName = job.policy.configuration.name.chinese
    guard let run else {
      Terminal.print(
        lang(
          zh: "\(city.chinese)：\(policyName)政策自 \(job.since) 起施行，\(asOf.day) 无结果",
          en: "\(job.city): the policy \(job.policy.code) is in effect from \(job.since); no results on \(asOf.day)"))
      return
    }
    Terminal.print(
      lang(
        zh: "\(city.chinese)：按\(policyName)政策截至 \(run.asOf) 评估完毕，\(run.resultCount) 条结果（批次 \(run.id)）",
        en: "\(run.city): judged under \(run.policy) as of \(run.asOf), \(run.resultCount) results (run \(run.id))"))
  }

  private func printJSON(_ runs: [Run], _ progress: EvaluationProgress) {
    let items = runs.map { run in
      JSON.object(
        [
          ("city", .string(run.city)), ("run_id", .string(run.id)), ("policy", .string(run.policy)),
          ("as_of", .string(run.asOf.description)), ("scenario", .string(run.scenario)),
          ("rules_digest", .string(run.rulesDigest)),
          ("parameters_digest", .string(run.parametersDigest)),
          ("schema_version", .number(String(run.schemaVersion))), ("watermark", .string(run.watermark)),
          ("results", .number(String(run.resultCount))),
        ] + progress.times(of: run.city))
    }
    Terminal.print(JSON.array(items).text)
  }
}
