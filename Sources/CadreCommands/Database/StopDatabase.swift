import CadreModel
import ArgumentParser
import EmbeddedPostgres

struct StopDatabase: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop",
    abstract: "Stop the server.",
    discussion: """
      Running queries are stopped and their transactions rolled back; all that was committed is kept. Returns when \
      the server has ended.
      """)

  @Flag(help: "Do not wait for everything to be written; the next start takes longer. Nothing committed is lost.")
  var force = false

  @OptionGroup var options: LanguageOptions

  func run() async throws {
    let hasStopped = try await PrivateServer.ofEnvironment.stop(force ? .immediate : .fast)
    Terminal.print(
      hasStopped
        ? options.language(zh: "数据库已停止。", en: "The database has stopped.")
        : options.language(zh: "数据库没有在运行。", en: "The database was not running."))
  }
}
