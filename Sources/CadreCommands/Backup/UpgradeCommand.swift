import Access
import ArgumentParser
import Backups
import CadreModel
import Evaluation
import Messages
import PolicyKit
import PostgresClient
import Results
import Schema

/// `cadre upgrade`: after a new version of the program.
struct UpgradeCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("upgrade", UpgradeHelp.abstract, discussion: UpgradeHelp.discussion)
  }

  @Option(help: ArgumentHelp(BackupHelp.out, value: ValueNames.folder))
  var out: String?
  @Flag(help: ArgumentHelp(UpgradeHelp.noBackup))
  var noBackup = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let library = try configuration.library()
    let lang = language.language
    if !noBackup {
      BackupPlace.tell(try await BackupPlace.make(in: out ?? BackupPlace.ofEnvironment, database, lang), lang)
    }
    try await migrate(library)
    try await database.withConnection(library, configuration, lang, needing: .duty(.evaluator)) { connection in
      var isAnyOld = false
      for city in try await CityList.withData(on: connection) {
        for (run, counts) in try await StatusCounts.newest(of: city, on: connection) {
          guard let policy = library.policy(run.policy) else { continue }
          let job = EvaluationJob(
            try library.judged(city: city, policy: policy.code, asOf: run.asOf), asOf: run.asOf, known: nil)
          let judged = try await Operator.evaluator(library, lang).evaluate(job, on: connection)
          guard let judged, judged.rulesDigest != run.rulesDigest else { continue }
          isAnyOld = true
          let now = try await StatusCounts.counts(of: judged, on: connection)
          tell(library.cityName(of: city), run, counts.changes(to: now))
        }
      }
      if !isAnyOld { Terminal.print(BackupMessages.allCurrent.text(in: lang)) }
    }
  }

  private func migrate(_ library: PolicyLibrary) async throws {
    let lang = language.language
    let connection = try await database.connect(lang)
    do {
      let before = try await Migrations.shipped().status(of: connection).version
      try await SchemaUpdate.run(connection, library: library, configuration: configuration)
      let after = try await Migrations.shipped().status(of: connection).version
      let told = before == after ? BackupMessages.upToDate : BackupMessages.upgraded(from: before, to: after)
      Terminal.print(told.text(in: lang))
    } catch {
      await connection.close()
      throw error
    }
    await connection.close()
  }

  private func tell(_ city: CityName, _ run: Run, _ changes: [CountChange]) {
    let lang = language.language
    guard !changes.isEmpty else {
      return Terminal.print(BackupMessages.unchangedCounts(city, asOf: run.asOf).text(in: lang))
    }
    Terminal.print(BackupMessages.judgedAgain(city, asOf: run.asOf, policy: run.policy).text(in: lang))
    for change in changes {
      let told = BackupMessages.countChanged(
        change.indicator, status: change.status, before: change.before, after: change.after)
      Terminal.print(told.text(in: lang))
    }
  }
}
