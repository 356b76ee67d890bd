import CadreModel
import ArgumentParser
import EmbeddedPostgres

struct DestroyDatabase: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "destroy",
    abstract: "Stop the server and delete the database with everything in it.",
    discussion: "There is no way back. Touches only what cadre itself made, never other files in the folder.")

  @Flag(name: [.customLong("yes"), .customLong("force")], help: "Do not ask.")
  var yes = false

  @OptionGroup var options: LanguageOptions

  func validate() throws {
    guard yes || Terminal.canAnswer else {
      let home = PrivateServer.ofEnvironment.home.path
      throw ValidationError("This deletes all data in \(home). Say --yes if you mean it.")
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
