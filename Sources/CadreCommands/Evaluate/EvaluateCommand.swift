import ArgumentParser
import CadreModel
import Evaluation
import PolicyKit
import PostgresClient

/// `cadre evaluate`: judges cities at a date and stores the results.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Judge cities at a date, each under its own policy or all under one, and store the results.",
    discussion: """
      Every clause that records can decide is judged as of the end of the day: facts dated later do not count. The \
      same data, date and policy give the same run, which is then taken from the store.
      """)

  @OptionGroup var asOf: AsOfOptions
  @Option(
    name: .customLong("city"), help: ArgumentHelp("A city to judge; may be repeated. All with data without it."))
  var cities: [String] = []
  @Option(help: ArgumentHelp("The policy to judge under, such as kunming, instead of each city's own."))
  var policy: String?
  @OptionGroup var judgement: JudgementOptions
  @Flag(help: "Print the runs as JSON.")
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let library = try configuration.library()
    // Two cities at once: the server works for each of them.
    let atOnce = cities.count == 1 ? 1 : 2
    try await database.withConnections(atOnce, library, configuration, language.language) { connections in
      let jobs = try await jobs(library, on: connections[0])
      let progress = EvaluationProgress()
      let (json, line) = (json, ProgressLine(language.language))
      defer { line.clear() }
      let runs = try await Evaluator(library: library, evaluatedBy: Operator.current).evaluate(
        jobs, afresh: judgement.afresh, on: connections, started: { progress.start(jobs[$0].city) }
      ) { index, step in
        progress.update(jobs[index].city, step)
        if !json { line.show { progress.text(after: $0, in: line.language) } }
      } finished: { index, run in
        progress.finish(jobs[index].city)
        line.clear()
        if !json { report(run, jobs[index]) }
      }
      if json { printJSON(runs.compactMap { $0 }, progress) }
    }
  }

  /// The cities with the policy each is judged under.
  private func jobs(_ library: PolicyLibrary, on connection: PostgresConnection) async throws -> [EvaluationJob] {
    let named = cities.isEmpty ? try await CityList.withData(on: connection) : cities
    guard !named.isEmpty else { throw EvaluationError.noData }
    return try named.map { city in
      let code = policy ?? city
      guard let policy = library.policy(code) else {
        throw EvaluationError.unknownPolicy(code, known: library.policies.map(\.code))
      }
      return EvaluationJob(city: city, policy: policy, asOf: asOf.day)
    }
  }

  private func report(_ run: Run?, _ job: EvaluationJob) {
    let lang = language.language
    guard let run else {
      let from = job.policy.configuration.effectiveOn
      Terminal.print(
        lang(
          zh: "\(job.city)：政策 \(job.policy.code) 自 \(from) 起施行，\(asOf.day) 无结果",
          en: "\(job.city): the policy \(job.policy.code) is in effect from \(from); no results on \(asOf.day)"))
      return
    }
    Terminal.print(
      lang(
        zh: "\(run.city)：按 \(run.policy) 政策截至 \(run.asOf) 评价完毕，\(run.resultCount) 条结果（批次 \(run.id)）",
        en: "\(run.city): judged under \(run.policy) as of \(run.asOf), \(run.resultCount) results (run \(run.id))"))
  }

  private func printJSON(_ runs: [Run], _ progress: EvaluationProgress) {
    let items = runs.map { run in
      JSON.object([
        ("city", .string(run.city)), ("run_id", .string(run.id)), ("policy", .string(run.policy)),
        ("as_of", .string(run.asOf.description)), ("policy_version", .string(run.policyVersion)),
        ("schema_version", .number(String(run.schemaVersion))), ("watermark", .string(run.watermark)),
        ("results", .number(String(run.resultCount))),
      ] + progress.times(of: run.city))
    }
    Terminal.print(JSON.array(items).text)
  }
}
