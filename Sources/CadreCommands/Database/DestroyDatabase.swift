import ArgumentParser
import CadreModel
import EmbeddedPostgres

struct DestroyDatabase: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "destroy",
      Label(
        "停止数据库，并删除其中的全部数据。",
        "Stop the server and delete the database with everything in it."),
      discussion: Label(
        """
        删除后无法恢复。只删除 cadre 自己创建的文件，不动目录中的其他文件。
        """,
        """
        There is no way back. Touches only what cadre itself made, never other files in the folder.
        """))
  }

  @Flag(name: [.customLong("yes"), .customLong("force")], help: ArgumentHelp(Label("不再询问。", "Do not ask.")))
  var yes = false

  @OptionGroup var options: LanguageOptions

  func validate() throws {
    guard yes || Terminal.canAnswer else {
      let home = PrivateServer.ofEnvironment.home.path
      throw ArgumentProblem(
        "此命令将删除 \(home) 中的全部数据；确定要删除请加 --yes", "this deletes all data in \(home); say --yes if you mean it")
    }
  }

  func run() async throws {
    let language = options.language
    let server = PrivateServer.ofEnvironment
    if !yes {
      Terminal.report(
        language(
          zh: "将删除 \(server.home.path) 中的数据库及全部数据，无法恢复。确定请输入 yes：",
          en: "This deletes the database in \(server.home.path) with all its data, for good. Type yes to go on:"))
      guard readLine() == "yes" else {
        Terminal.report(language(zh: "未作任何改动。", en: "Nothing was changed."))
        throw ExitCode(ExitStatus.rejected.rawValue)
      }
    }
    try await server.destroy()
    Terminal.print(language(zh: "数据库已删除（\(server.home.path)）。", en: "The database is gone (\(server.home.path))."))
  }
}
