import ArgumentParser
import CadreModel
import EmbeddedPostgres
import Messages

struct DatabaseURL: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "url",
      DatabaseURLHelp.abstract,
      discussion: DatabaseURLHelp.discussion)
  }

  @OptionGroup var options: LanguageOptions

  func run() async throws {
    let server = PrivateServer.ofEnvironment
    try await server.start(in: options.language)
    Terminal.print(try server.url())
  }
}
