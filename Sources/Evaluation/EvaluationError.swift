public import CadreModel
public import Results

/// Why a city could not be judged or a result not explained.
public enum EvaluationError: Error, Sendable, Hashable, CustomStringConvertible {
  case unknownCity(String, known: [String])
  /// The city has a file in the configuration, but the database does not list it yet: `cadre migrate` is missing.
  case cityNotStored(String)
  /// No city has data that the login may see.
  case noData
  case unknownPolicy(String, known: [String])
  case unknownIndicator(String, nearest: [String])
  /// There is no result about that subject: it is not in the indicator's population.
  case noSuchSubject(String, indicator: String, city: String, asOf: Day)
  case notInEffect(policy: String, from: Day, asOf: Day)
  /// The login may not judge, and nobody has judged the city at the date. `latest` is what was judged last.
  case mayNotJudge(String, asOf: Day, latest: Run?)
  /// The city has no run of that id on record.
  case unknownRun(String, city: String)
  /// Two runs cannot be compared result by result: they judged under different policies or scenarios.
  case runsOfTwoPolicies(String, String)
  /// What a run found cannot be found again: its results are no longer stored, and its rules are others by now.
  case otherRules(run: String, asOf: Day)

  public var description: String {
    switch self {
    case .cityNotStored(let city):
      "the city '\(city)' is registered, and this database does not know it yet: run cadre migrate"
    case .unknownCity(let city, let known):
      "no city '\(city)'; known: \(known.joined(separator: ", "))"
    case .noData:
      "no city has data to judge: import some with cadre import --city CITY FOLDER; if that was done, this database user "
        + "may not see it"
    case .unknownPolicy(let policy, let known):
      "no policy '\(policy)'; known: \(known.joined(separator: ", "))"
    case .unknownIndicator(let indicator, let nearest):
      "no indicator '\(indicator)'"
        + (nearest.isEmpty ? "; `cadre catalogue` lists them" : "; nearest: \(nearest.joined(separator: ", "))")
    case .noSuchSubject(let subject, let indicator, let city, let asOf):
      "\(indicator) has no result about '\(subject)' in \(city) on \(asOf); `cadre export results` lists its subjects"
    case .mayNotJudge(let city, let asOf, let latest):
      "\(city) has to be judged at \(asOf), which this login may not"
        + (latest.map { ": last judged at \($0.asOf) (run \($0.id)); ask for --as-of \($0.asOf), or have an evaluator judge" }
          ?? ": have an evaluator run cadre evaluate")
    case .unknownRun(let run, let city):
      "\(city) has no run '\(run)'; about.json of each report names its runs"
    case .runsOfTwoPolicies(let first, let second):
      "the runs judged under different policies or parameters (\(first), \(second)): only results of the same duties can be compared"
    case .otherRules(let run, let asOf):
      "the results of the run \(run) as of \(asOf) are no longer stored, and the rules are others by now: compare dates, with --from and --to"
    case .notInEffect(let policy, let from, let asOf):
      "the policy \(policy) is in effect from \(from): it judges nothing on \(asOf)"
    }
  }
}
