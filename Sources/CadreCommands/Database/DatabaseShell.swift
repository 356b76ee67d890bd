import ArgumentParser
import CadreModel
import EmbeddedPostgres
import Files
import Glibc
import Messages

struct DatabaseShell: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "psql",
      DatabaseShellHelp.abstract,
      discussion: DatabaseShellHelp.discussion)
  }

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp(DatabaseShellHelp.arguments, value: ValueNames.arguments))
  var arguments: [String] = []

  func run() async throws {
    let server = PrivateServer.ofEnvironment
    try await server.start(in: Language.spoken)
    throw try execute(server.psql(arguments))
  }

  /// Puts psql in this program's place, so that the terminal and its signals are psql's. Returns only if that failed.
  private func execute(_ command: ServerCommand) -> ServerError {
    Interruption.release()
    var arguments = unsafe ([command.executable] + command.arguments).map { unsafe strdup($0) } + [nil]
    var environment = unsafe command.environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    unsafe execve(command.executable, &arguments, &environment)
    return .programFailed(program: command.executable, reason: ServerReason(.last))
  }
}
