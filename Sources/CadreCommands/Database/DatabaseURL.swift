import ArgumentParser
import CadreModel
import EmbeddedPostgres

struct DatabaseURL: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "url",
      Label(
        "输出数据库的连接地址，供其他程序使用。",
        "Print the database's URL, for other programs."),
      discussion: Label(
        """
        数据库未运行时先启动。地址中含有口令：不要写进他人能读到的文件。
        例：pg_dump "$(cadre db url)" > backup.sql
        """,
        """
        Starts the server if need be. The URL holds the password: do not put it into files that others can read.
        Example: pg_dump "$(cadre db url)" > backup.sql
        """))
  }

  @OptionGroup var options: LanguageOptions

  func run() async throws {
    let server = PrivateServer.ofEnvironment
    try await server.start(in: options.language)
    Terminal.print(try server.url())
  }
}
