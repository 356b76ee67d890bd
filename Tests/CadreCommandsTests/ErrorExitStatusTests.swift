import CadreModel
import EmbeddedPostgres
import Evaluation
import Files
import PostgresClient
import Reporting
import Results
import Testing

@testable import CadreCommands

@Suite("The exit status that errors lead to")
struct ErrorExitStatusTests {
  @Test(
    "An unreachable database is told from one that refuses",
    arguments: [
      (PostgresError.Kind.connectionFailed, CadreCommands.ExitStatus.unreachable), (.connectionLost, .unreachable),
      (.poolExhausted, .unreachable), (.usage, .usage), (.timeout, .unreachable), (.decoding, .rejected),
    ])
  func database(kind: PostgresError.Kind, expected: CadreCommands.ExitStatus) {
    #expect(PostgresError(kind, "x").exitStatus == expected)
  }

  @Test("A statement that took too long was reached all the same")
  func statementTimeout() {
    var error = PostgresError(.timeout, "canceling statement due to statement timeout")
    error.sqlState = .queryCanceled
    #expect(error.exitStatus == .rejected)
  }

  @Test("An error of the database says what, and what to do; libpq's further lines follow")
  func databaseMessages() {
    let refused = PostgresError(.connectionFailed, "connection to server failed: Connection refused\nIs it running?")
    #expect(
      refused.message(in: .english) == """
        The database cannot be reached: connection to server failed: Connection refused; see whether it runs (cadre db \
        status, or the address in --database), then try again
          | Is it running?
        """)
    #expect(refused.message(in: .chinese).hasPrefix("无法连接数据库：connection to server failed"))

    var missing = PostgresError(.server(.undefinedTable), "relation \"person\" does not exist")
    missing.sqlState = .undefinedTable
    #expect(missing.message(in: .english).hasSuffix("run cadre migrate first"))
    #expect(missing.message(in: .chinese).hasSuffix("请先运行 cadre migrate"))

    let unreadable = PostgresError(.usage, "the database URL cannot be read")
    #expect(unreadable.message(in: .english) == "the database URL cannot be read")
  }

  @Test("Every error of an evaluation is said in both languages, with what it is about")
  func evaluation() throws {
    let day = try #require(Day("2025-06-30"))
    let errors: [(EvaluationError, named: [String])] = [
      (.unknownCity("atlantis", known: ["quzhou"]), ["atlantis", "quzhou"]),
      (.cityNotStored("huzhou"), ["huzhou", "cadre migrate"]),
      (.noData, ["cadre import"]),
      (.unknownPolicy("atlantis", known: ["kunming"]), ["atlantis", "kunming"]),
      (.unknownIndicator("x.1", nearest: []), ["x.1", "cadre catalogue"]),
      (.unknownIndicator("x.1", nearest: ["quzhou.1"]), ["x.1", "quzhou.1"]),
      (.noSuchSubject("P1", indicator: "quzhou.1", city: "quzhou", asOf: day), ["P1", "quzhou.1", "2025-06-30"]),
      (.notInEffect(policy: "quzhou", from: day, asOf: day), ["quzhou", "2025-06-30"]),
    ]
    for (error, named) in errors {
      #expect(error.exitStatus == (named.first == "atlantis" || named.first == "x.1" ? .usage : .rejected))
      let (chinese, english) = (error.message(in: .chinese), error.message(in: .english))
      let isEnglish = english.unicodeScalars.allSatisfy(\.isASCII)
      #expect(isEnglish, "\(english)")
      let hasCharacters = chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      #expect(hasCharacters, "\(chinese)")
      for name in named { #expect(chinese.contains(name) && english.contains(name), "\(name)") }
    }
  }

  @Test("Every error of reading results is said in both languages, with what it is about")
  func results() throws {
    let day = try #require(Day("2025-06-30"))
    let errors: [(ResultsError, named: [String])] = [
      (.replaced(city: "quzhou", asOf: day), ["quzhou", "2025-06-30"]), (.unknownPolicy("atlantis"), ["atlantis"]),
    ]
    for (error, named) in errors {
      #expect(error.exitStatus == .rejected)
      let (chinese, english) = (error.message(in: .chinese), error.message(in: .english))
      for name in named { #expect(chinese.contains(name) && english.contains(name), "\(name)") }
      let isEnglish = english.unicodeScalars.allSatisfy(\.isASCII)
      #expect(isEnglish, "\(english)")
      #expect(chinese.contains("评估"))
    }
  }

  @Test("Every error of the private server is said in both languages, with what to do")
  func server() {
    let errors: [ServerError] = [
      .postgresNotFound(found: ["/opt/pg13"]), .installationUnusable(folder: "/f", reason: ServerReason("缘由", "r")),
      .versionMismatch(folder: "/f", version: "13", installed: [15]), .noAccount(reason: ServerReason("缘由", "r")),
      .homeNotWritable(folder: "/f", reason: ServerReason("缘由", "r")),
      .homeNotOurs(folder: "/f", reason: ServerReason("缘由", "r")),
      .homeUnreachable(folder: "/f", account: "a"), .socketFolderUnsafe(folder: "/f"), .busy(lock: "/f"),
      .notCreated(home: "/f"), .notRunning(home: "/f"), .creationFailed(log: "/f", tail: ["t"]),
      .startFailed(log: "/f", tail: ["t"]), .startTimedOut(log: "/f", seconds: 1), .stopTimedOut(pid: 1, seconds: 1),
    ]
    for error in errors {
      let chinese = error.message(in: .chinese)
      let english = error.message(in: .english)
      #expect(chinese != english)
      #expect(error.exitStatus == .unreachable)
      #expect(chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(chinese)")
      #expect(english.unicodeScalars.allSatisfy { $0.isASCII }, "\(english)")
    }
  }

  @Test("What could not be written is told with the reason in the reader's language; standard output by its name there")
  func output() {
    let full = OutputError(path: OutputError.standardOutput, reason: SystemError(code: 28))
    #expect(full.message(in: .chinese) == "无法写入 标准输出：磁盘已满；请腾出空间或另选位置（--out）")
    #expect(full.message(in: .english).hasPrefix("standard output cannot be written: the disk is full;"))
    let file = OutputError(path: "/r/x.csv", reason: SystemError(code: 13))
    #expect(file.message(in: .chinese).hasPrefix("无法写入 /r/x.csv：没有权限；"))
  }
}
