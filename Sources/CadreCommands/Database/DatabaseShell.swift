import ArgumentParser
import CadreModel
import EmbeddedPostgres
import Files
import Glibc

struct DatabaseShell: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "psql",
      Label(
        "打开 PostgreSQL 自带的命令行（psql）。",
        "Open PostgreSQL's own shell on the database."),
      discussion: Label(
        """
        数据库未运行时先启动。后面的内容原样交给 psql。
        例：cadre db psql -c 'select count(*) from persons'
        """,
        """
        Starts the server if need be. What follows is handed to psql.
        Example: cadre db psql -c 'select count(*) from persons'
        """))
  }

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp(Label("交给 psql 的参数。", "Arguments for psql."), value: Label("参数", "arguments")))
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
