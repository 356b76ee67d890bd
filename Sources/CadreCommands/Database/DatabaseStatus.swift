import ArgumentParser
import CadreModel
import EmbeddedPostgres
import FoundationEssentials

struct DatabaseStatus: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "status",
      Label(
        "显示数据库是否在运行、文件在哪里。",
        "Tell whether the server runs, and where its files are."),
      discussion: Label(
        """
        可以连接时退出码为 0，否则为 3。
        """,
        """
        The exit status is 0 if it takes connections, else 3.
        """))
  }

  @Flag(help: ArgumentHelp(Label("以 JSON 输出，供程序读取。", "Print JSON, for programs.")))
  var json = false

  @OptionGroup var options: LanguageOptions

  func run() async throws {
    let server = PrivateServer.ofEnvironment
    let report = DatabaseStatusReport(server.home, try server.status())
    Terminal.print(json ? try report.json : report.text(in: options.language))
    if report.state != .running { throw ExitCode(ExitStatus.unreachable.rawValue) }
  }
}

/// What `cadre db status` prints.
struct DatabaseStatusReport: Hashable, Sendable, Encodable {
  enum State: String, Hashable, Sendable, Encodable {
    case notCreated = "not_created"
    case stopped
    case crashed
    case starting
    case running

    func label(in language: Language) -> String {
      switch self {
      case .notCreated: language(zh: "尚未创建（cadre db start 即可创建）", en: "not made yet (cadre db start makes it)")
      case .stopped: language(zh: "已停止", en: "stopped")
      case .crashed:
        language(zh: "未正常关闭（下次启动时自动恢复）", en: "ended without shutting down (the next start recovers)")
      case .starting: language(zh: "正在启动", en: "starting")
      case .running: language(zh: "运行中", en: "running")
      }
    }
  }

  let state: State
  let home: String
  let log: String
  var pid: Int?
  var version: String?
  var socket: String?
  var startedAt: String?

  enum CodingKeys: String, CodingKey {
    case state, home, log, pid, version, socket
    case startedAt = "started_at"
  }

  init(_ home: ServerHome, _ status: ServerStatus) {
    self.home = home.path
    log = home.log
    switch status {
    case .notCreated: state = .notCreated
    case .stopped(let afterCrash): state = afterCrash ? .crashed : .stopped
    case .starting(let pid):
      state = .starting
      self.pid = pid
    case .running(let server):
      state = .running
      pid = server.pid
      version = server.version
      socket = server.socketFolder
      startedAt = Date(timeIntervalSince1970: Double(server.startedAt)).formatted(.iso8601)
    }
  }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  func text(in language: Language) -> String {
    var lines = [language(zh: "数据库：", en: "Database: ") + state.label(in: language)]
    lines.append(language(zh: "文件夹：", en: "Folder:   ") + home)
    if let version { lines.append(language(zh: "版　本：", en: "Version:  ") + "PostgreSQL \(version)") }
    if let pid { lines.append(language(zh: "进　程：", en: "Process:  ") + String(pid)) }
    if let startedAt { lines.append(language(zh: "启动于：", en: "Started:  ") + startedAt) }
    if let socket { lines.append(language(zh: "套接字：", en: "Socket:   ") + socket) }
    if state != .notCreated { lines.append(language(zh: "日　志：", en: "Log:      ") + log) }
    return lines.joined(separator: "\n")
  }
}
