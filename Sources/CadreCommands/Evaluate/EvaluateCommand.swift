import Access
import ArgumentParser
import CadreModel
import Evaluation
import Messages
import PolicyKit
import PostgresClient
import Results

/// `cadre evaluate`: judges cities at a date and stores the results.
struct EvaluateCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "evaluate",
      EvaluateHelp.abstract,
      discussion: EvaluateHelp.discussion)
  }

  @OptionGroup var asOf: AsOfOptions
  @Option(
    name: .customLong("city"),
    help: ArgumentHelp(EvaluateHelp.cities, value: ValueNames.city))
  var cities: [String] = []
  @Option(
    help: ArgumentHelp(EvaluateHelp.policy, value: ValueNames.policy))
  var policy: String?
  @OptionGroup var known: KnownAsOfOptions
  @OptionGroup var judgement: JudgementOptions
  @Flag(help: ArgumentHelp(EvaluateHelp.json))
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let library = try configuration.library()
    // Two cities at once: the server works for each of them.
    let atOnce = cities.count == 1 ? 1 : 2
    try await database.withPool(
      atOnce, library, configuration, language.language,
      needing: .duty(.evaluator, try cities.map { try library.city(called: $0) })
    ) { pool in
      let jobs = try await pool.withConnection { try await self.jobs(library, on: $0) }
      let progress = EvaluationProgress(library.cities.map(\.name))
      let (json, line) = (json, ProgressLine(language.language))
      defer { line.clear() }
      let runs = try await Operator.evaluator(library, language.language).evaluate(
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
      EvaluationJob(try library.judged(city: city, policy: policy, asOf: asOf.day), asOf: asOf.day, known: known.known)
    }
  }

  private func report(_ run: Run?, _ job: EvaluationJob, _ city: CityName) {
    let lang = language.language
    let policy = (name: job.policy.configuration.name.chinese, code: job.policy.code)
    guard let run else {
      let message = EvaluateMessages.notInEffect(city, policy: policy, since: job.since, asOf: asOf.day)
      return Terminal.print(message.text(in: lang))
    }
    let message = EvaluateMessages.judged(
      city, policy: policy, asOf: run.asOf, results: run.resultCount, run: run.id)
    Terminal.print(message.text(in: lang))
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
          ("known_as_of", run.knownAsOf.map { .number(String($0)) } ?? .null),
          ("results", .number(String(run.resultCount))),
        ] + progress.times(of: run.city))
    }
    Terminal.print(JSON.array(items).text)
  }
}
