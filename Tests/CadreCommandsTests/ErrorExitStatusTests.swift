import EmbeddedPostgres
import PostgresClient
import Testing

@testable import CadreCommands

@Suite("The exit status that errors lead to")
struct ErrorExitStatusTests {
  @Test(
    "An unreachable database is told from one that refuses",
    arguments: [
      (PostgresError.Kind.connectionFailed, CadreCommands.ExitStatus.unreachable), (.connectionLost, .unreachable),
      (.poolExhausted, .unreachable), (.usage, .usage), (.timeout, .rejected), (.decoding, .rejected),
    ])
  func database(kind: PostgresError.Kind, expected: CadreCommands.ExitStatus) {
    #expect(PostgresError(kind, "x").exitStatus == expected)
  }

  @Test("Every error of the private server is said in both languages, with what to do")
  func server() {
    let errors: [ServerError] = [
      .postgresNotFound(found: ["/opt/pg13"]), .installationUnusable(folder: "/f", reason: "r"),
      .versionMismatch(folder: "/f", version: "13", installed: [15]), .noAccount(reason: "r"),
      .homeNotWritable(folder: "/f", reason: "r"), .homeNotOurs(folder: "/f", reason: "r"),
      .homeUnreachable(folder: "/f", account: "a"), .socketFolderUnsafe(folder: "/f"), .busy(lock: "/f"),
      .notCreated(home: "/f"), .notRunning(home: "/f"), .creationFailed(log: "/f", tail: ["t"]),
      .startFailed(log: "/f", tail: ["t"]), .startTimedOut(log: "/f", seconds: 1), .stopTimedOut(pid: 1, seconds: 1),
    ]
    for error in errors {
      let chinese = error.message(in: .zh)
      let english = error.message(in: .en)
      #expect(chinese != english)
      #expect(error.exitStatus == .unreachable)
      #expect(chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(chinese)")
      #expect(english.unicodeScalars.allSatisfy { $0.isASCII }, "\(english)")
    }
  }
}
