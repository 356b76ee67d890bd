import Access
import ArgumentParser
import Audit
import CadreModel
import Messages
import PolicyKit
import PostgresClient

/// `cadre audit list`: the log's entries.
struct AuditList: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("list", AuditHelp.list, discussion: AuditHelp.listDiscussion)
  }

  @Option(help: ArgumentHelp(AuditHelp.since, value: ValueNames.date), transform: Day.init(argument:))
  var since: Day?
  @Option(help: ArgumentHelp(AuditHelp.city, value: ValueNames.city))
  var city: String?
  @Option(help: ArgumentHelp(AuditHelp.kind, value: ValueNames.kind))
  var kind: AuditKind?
  @Flag(help: ArgumentHelp(AuditHelp.csv))
  var csv = false
  @Flag(help: ArgumentHelp(AuditHelp.json))
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    if csv && json { throw ArgumentProblem(AuditMessages.oneForm) }
    let library = try configuration.library()
    let lang = language.language
    let filter = AuditFilter(since: since, city: try city.map { try library.city(called: $0).code }, kind: kind)
    let beginning = AuditText(form: csv ? .csv : json ? .json : .lines, language: lang)
    var text = try await database.withConnection(library, configuration, lang, needing: .duty(.auditor)) { connection in
      // Whose work is looked into may know by whom.
      try await AuditLog(author: Operator.author(of: "audit list")).append(
        AuditEntry(.log, cities: filter.city.map { [$0] } ?? []), on: connection)
      var text = beginning
      try await AuditReader(connection: connection).read(filter) { entry in
        text.append(entry)
        if text.isLong { Terminal.printRaw(text.take()) }
      }
      return text
    }
    text.end()
    Terminal.printRaw(text.take())
  }
}
