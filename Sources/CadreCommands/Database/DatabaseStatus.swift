import ArgumentParser
import CadreModel
import EmbeddedPostgres
import FoundationEssentials
import Messages

struct DatabaseStatus: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "status",
      DatabaseStatusHelp.abstract,
      discussion: DatabaseStatusHelp.discussion)
  }

  @Flag(help: ArgumentHelp(DatabaseStatusHelp.json))
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

    var label: Message {
      switch self {
      case .notCreated: DatabaseStatusMessages.notCreated
      case .stopped: DatabaseStatusMessages.stopped
      case .crashed: DatabaseStatusMessages.crashed
      case .starting: DatabaseStatusMessages.starting
      case .running: DatabaseStatusMessages.running
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
    var lines = [(heading: DatabaseStatusMessages.database, value: state.label.text(in: language))]
    lines.append((DatabaseStatusMessages.folder, home))
    if let version { lines.append((DatabaseStatusMessages.version, "PostgreSQL \(version)")) }
    if let pid { lines.append((DatabaseStatusMessages.process, String(pid))) }
    if let startedAt { lines.append((DatabaseStatusMessages.started, startedAt)) }
    if let socket { lines.append((DatabaseStatusMessages.socket, socket)) }
    if state != .notCreated { lines.append((DatabaseStatusMessages.log, log)) }
    return lines.map { $0.heading.text(in: language) + $0.value }.joined(separator: "\n")
  }
}
