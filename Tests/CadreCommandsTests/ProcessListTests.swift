import Testing

@testable import CadreCommands

struct ProcessListTests {
  private func hidden(_ arguments: String...) -> [String] {
    let bytes: [UInt8] = arguments.flatMap { (argument: String) -> [UInt8] in Array(argument.utf8) + [0] }
    return ProcessList.passwords(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ("postgres://me:geheim@host/x", ["geheim"]), ("postgresql://me:ge@heim@host/x", ["ge@heim"]),
    ("postgres://me@host/x?password=geheim&sslmode=off", ["geheim"]), ("host=h password=geheim dbname=x", ["geheim"]),
    ("host=h password = 'ge he\\'im' dbname=x", ["'ge he\\'im"]), ("postgres://me@host/x", []), ("dbname=password", []),
    ("password=", [""]),
  ])
  func everyFormOfAPassword(_ url: String, _ passwords: [String]) {
    #expect(hidden("cadre", "evaluate", "--database", url, "--as-of", "2025-12-31") == passwords)
    #expect(hidden("cadre", "evaluate", "--database=" + url) == passwords)
    #expect(hidden("cadre", "evaluate", "--other", url).isEmpty)
  }
}
