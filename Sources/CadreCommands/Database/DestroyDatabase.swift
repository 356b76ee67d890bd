import ArgumentParser
import CadreModel
import EmbeddedPostgres
import Messages

struct DestroyDatabase: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "destroy",
      DestroyDatabaseHelp.abstract,
      discussion: DestroyDatabaseHelp.discussion)
  }

  @Flag(name: [.customLong("yes"), .customLong("force")], help: ArgumentHelp(DestroyDatabaseHelp.yes))
  var yes = false

  @OptionGroup var options: LanguageOptions

  func validate() throws {
    guard yes || Terminal.canAnswer else {
      let home = PrivateServer.ofEnvironment.home.path
      throw ArgumentProblem(DatabaseMessages.destroyUnconfirmed(home))
    }
  }

  func run() async throws {
    let language = options.language
    let server = PrivateServer.ofEnvironment
    if !yes {
      Terminal.report(DatabaseMessages.confirmDestroying(server.home.path).text(in: language))
      guard readLine() == "yes" else {
        Terminal.report(DatabaseMessages.nothingChanged.text(in: language))
        throw ExitCode(ExitStatus.rejected.rawValue)
      }
    }
    try await server.destroy()
    Terminal.print(DatabaseMessages.destroyed(server.home.path).text(in: language))
  }
}
