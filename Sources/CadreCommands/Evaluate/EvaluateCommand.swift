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
  @Flag(help: "Judge again even where the same data, date and policy have been judged.")
  var afresh = false
  @Flag(help: "Print the runs as JSON.")
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let library = try configuration.library()
    let connection = try await database.configuration(language.language)
    let jobs = try await jobs(library, connection)
    let evaluator = Evaluator(library: library, evaluatedBy: Operator.current)
    let (day, afresh, json) = (asOf.day, afresh, json)
    var runs: [Int: Run] = [:]
    let line = ProgressLine(language.language)
    let progress = EvaluationProgress()
    defer { line.clear() }
    try await withThrowingTaskGroup(of: (Int, Run?).self) { group in
      var waiting = Array(jobs.enumerated())[...]
      func startNext() {
        guard let (index, job) = waiting.popFirst() else { return }
        group.addTask {
          let connection = try await PostgresConnection.connect(connection)
          progress.start(job.city)
          let run = try await evaluator.evaluate(
            city: job.city, policy: job.policy, asOf: day, afresh: afresh, on: connection
          ) { step in
            progress.update(job.city, step)
            if !json { line.show { progress.text(after: $0, in: line.language) } }
          }
          progress.finish(job.city)
          await connection.close()
          return (index, run)
        }
      }
      // Two cities at once: the server works for each of them.
      for _ in 0..<2 { startNext() }
      while let (index, run) = try await group.next() {
        runs[index] = run
        line.clear()
        if !json { report(run, jobs[index]) }
        startNext()
      }
    }
    if json { printJSON(jobs.indices.compactMap { runs[$0] }, progress) }
  }

  /// The cities with the policy each is judged under.
  private func jobs(
    _ library: PolicyLibrary, _ connection: ConnectionConfiguration
  ) async throws -> [(city: String, policy: Policy)] {
    var named = cities
    if named.isEmpty {
      let connection = try await PostgresConnection.connect(connection)
      named = try await CityList.withData(on: connection)
      await connection.close()
    }
    return try named.map { city in
      let code = policy ?? city
      guard let policy = library.policy(code) else {
        throw EvaluationError.unknownPolicy(code, known: library.policies.map(\.code))
      }
      return (city, policy)
    }
  }

  private func report(_ run: Run?, _ job: (city: String, policy: Policy)) {
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
