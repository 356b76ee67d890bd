import ArgumentParser
import EmbeddedPostgres

struct DatabaseURL: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "url",
    abstract: "Print the database's URL, for other programs.",
    discussion: """
      Starts the server if need be. The URL holds the password: do not put it into files that others can read.
      Example: pg_dump "$(cadre db url)" > backup.sql
      """)

  @OptionGroup var options: LanguageOptions

  func run() async throws {
    let server = PrivateServer.ofEnvironment
    try await server.start(in: options.language)
    Terminal.print(try server.url())
  }
}
