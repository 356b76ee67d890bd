import ArgumentParser
import CadreModel
import EmbeddedPostgres

struct StopDatabase: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "stop",
      Label(
        "停止数据库。",
        "Stop the server."),
      discussion: Label(
        """
        正在执行的查询被中止，其事务回滚；已提交的全部保留。服务器结束后才返回。
        """,
        """
        Running queries are stopped and their transactions rolled back; all that was committed is kept. Returns when \
        the server has ended.
        """))
  }

  @Flag(
    help: ArgumentHelp(
      Label(
        "不等全部数据写盘就停止；下次启动较慢，已提交的不丢失。",
        "Do not wait for everything to be written; the next start takes longer. Nothing committed is lost.")))
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
