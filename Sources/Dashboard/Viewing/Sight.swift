import Access
import CadreModel
import Messages
import PolicyKit
import PostgresClient
import Results

/// What a page is made from: who looks, in which language, and the one transaction in which all of it is read.
struct Sight {
  let viewer: any PageViewer
  let books: Books
  let language: Language
  let connection: PostgresConnection

  var library: PolicyLibrary { books.library }

  /// The message in the page's language.
  func callAsFunction(_ message: Message) -> String { message.text(in: language) }

  /// The cities that the viewer sees, in the order of their region codes.
  var cities: [City] { library.cities.filter { viewer.sees($0.code) } }

  /// A city that the viewer sees.
  /// - Throws: `PageProblem.notFound`, for one that there is not as well as for one that is not the viewer's.
  func city(_ code: String) throws(PageProblem) -> City {
    guard viewer.sees(code), let city = library.city(code) else { throw .notFound }
    return city
  }

  // MARK: Runs

  /// The run of a page, with what it is compared with.
  ///
  /// - Throws: `PageProblem.notFound`; `replaced` where its results are gone and a later run has others.
  func judged(_ place: RunPlace) async throws -> JudgedCity {
    let city = try city(place.city)
    let reader = RunReader(connection: connection)
    guard let run = try await reader.run(city: city.code, id: place.run), run.asOf == place.asOf, run.scenario.isEmpty,
      let policy = library.policy(run.policy)
    else { throw PageProblem.notFound }
    guard !run.resultSet.isEmpty else {
      guard
        let later = try await reader.latest(city: city.code, policy: run.policy, asOf: run.asOf, knownAsOf: run.knownAsOf)
      else { throw PageProblem.notFound }
      throw PageProblem.replaced(.city(RunPlace(later)))
    }
    return try await judged(city, policy, run, reader)
  }

  /// What a city was judged to be at a date under its own policy; nil where it was not judged.
  func judged(_ city: City, asOf: Day) async throws -> JudgedCity? {
    guard let under = library.register.policy(of: city.code, on: asOf) else { return nil }
    let reader = RunReader(connection: connection)
    guard let run = try await reader.latest(city: city.code, policy: under.policy.code, asOf: asOf) else { return nil }
    return try await judged(city, under.policy, run, reader)
  }

  private func judged(_ city: City, _ policy: Policy, _ run: Run, _ reader: RunReader) async throws -> JudgedCity {
    let own = library.register.policy(of: city.code, on: run.asOf)
    let under =
      own?.policy.code == policy.code
      ? own : CityUnderPolicy(city: city, policy: policy, since: policy.configuration.effectiveOn, isOwn: false)
    guard let under else { throw PageProblem.notFound }
    return JudgedCity(
      under, run: run,
      runLastYear: try await reader.latest(
        city: city.code, policy: policy.code, asOf: JudgedCity.lastYear(of: run.asOf)),
      parameters: ParameterSource(of: under, in: library))
  }

  /// The dates at which a city was judged under its own policy and has results, the latest first.
  func dates(of city: City) async throws -> [Day] {
    let runs = try await RunReader(connection: connection).withResults(of: city.code)
    let own = runs.filter { run in
      run.scenario.isEmpty && run.knownAsOf == nil
        && library.register.policy(of: city.code, on: run.asOf)?.policy.code == run.policy
    }
    return Set(own.map(\.asOf)).sorted(by: >)
  }

  /// Runs `body` about one city of several: what is read in it is that city's.
  nonisolated(nonsending) func about<T>(_ city: City, _ body: nonisolated(nonsending) () async throws -> T) async throws -> T {
    try await connection.see([city.code])
    return try await body()
  }

  /// The run's indicators, those of a policy that the program has.
  func indicators(of judged: JudgedCity) async throws -> [RunIndicator] {
    try await FiguresReader(connection: connection).indicators(of: judged.run, policy: judged.policy)
  }

  /// The unit that the viewer is bound to, with those below it; nil for a viewer of whole cities.
  func units(of city: City) async throws -> Set<String>? {
    guard let unit = viewer.unit else { return nil }
    return Set(try await UnitBelow.ids(of: unit, in: city.code, on: connection))
  }

  /// A page of a whole city is none of a viewer of one unit.
  func demandWholeCity() throws(PageProblem) {
    guard viewer.unit == nil else { throw .notFound }
  }
}
