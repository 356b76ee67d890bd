import CadreModel
import EmbeddedPostgres
import FoundationEssentials

extension PrivateServer {
  /// The server that the environment speaks of.
  static var ofEnvironment: PrivateServer {
    let environment = ProcessInfo.processInfo.environment
    return PrivateServer(home: ServerHome(environment: environment), environment: environment)
  }

  /// Starts the server, and shows at a terminal what takes time.
  @discardableResult
  func start(in language: Language) async throws -> Bool {
    try await start { stage in
      switch stage {
      case .creating:
        Terminal.show(
          language(
            zh: "首次使用：正在 \(home.path) 创建数据库……",
            en: "First use: making the database in \(home.path) ..."))
      case .starting:
        Terminal.show(
          language(
            zh: "正在启动数据库……",
            en: "Starting the database ..."))
      case .recovering:
        Terminal.show(
          language(
            zh: "数据库上次未正常关闭，正在恢复……",
            en: "The database was not shut down properly; recovering ..."))
      }
    }
  }
}
