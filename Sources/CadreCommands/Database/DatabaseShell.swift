import CadreModel
import ArgumentParser
import EmbeddedPostgres
import Glibc

struct DatabaseShell: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "psql",
    abstract: "Open PostgreSQL's own shell on the database.",
    discussion: """
      Starts the server if need be. What follows is handed to psql.
      Example: cadre db psql -c 'select count(*) from person'
      """)

  @Argument(parsing: .captureForPassthrough, help: "Arguments for psql.")
  var arguments: [String] = []

  func run() async throws {
    let server = PrivateServer.ofEnvironment
    try await server.start(in: Language.chinese)
    throw try execute(server.psql(arguments))
  }

  /// Puts psql in this program's place, so that the terminal and its signals are psql's. Returns only if that failed.
  private func execute(_ command: ServerCommand) -> ServerError {
    Interruption.release()
    var arguments = unsafe ([command.executable] + command.arguments).map { unsafe strdup($0) } + [nil]
    var environment = unsafe command.environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    unsafe execve(command.executable, &arguments, &environment)
    return .programFailed(program: command.executable, reason: unsafe String(cString: strerror(errno)))
  }
}
