import ArgumentParser
import CadreModel
import EmbeddedPostgres

struct StartDatabase: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "start",
      Label(
        "启动数据库；首次使用时先创建。",
        "Start the server; the first time, make the database."),
      discussion: Label(
        """
        已在运行时什么也不做。可以连接时才返回。
        """,
        """
        Does nothing if it is running. Returns when the database takes connections.
        """))
  }

  @OptionGroup var options: LanguageOptions

  func run() async throws {
    let language = options.language
    let server = PrivateServer.ofEnvironment
    let hasStarted = try await server.start(in: language)
    Terminal.print(
      hasStarted
        ? language(zh: "数据库已启动（\(server.home.path)）。", en: "The database is running (\(server.home.path)).")
        : language(zh: "数据库已在运行（\(server.home.path)）。", en: "The database was running already (\(server.home.path))."))
  }
}
