import Foundation
import Testing

@Suite("A city of a known policy is one file", .timeLimit(.minutes(30)))
struct AddedCityTests {
  private static let file = """
    city: lishui
    name_zh: 丽水市
    name_en: Lishui
    province: "33"
    region_prefix: "3311"
    policies:
      - {policy: jingxian, from: 2023-01-01}
    sample:
      counties:
        - {code: "331102", name: 莲都区}
        - {code: "331181", name: 龙泉市}
    """

  @Test("It is invented, taken in, judged and reported beside the others, and nothing else is touched")
  func oneFile() async throws {
    try await withProgram { program, home in
      let folder = home + "-config"
      defer { for end in ["-config", "-in", "-out", "-early"] { try? FileManager.default.removeItem(atPath: home + end) } }
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      try FileManager.default.copyItem(atPath: root.appending(path: "config").path(), toPath: folder)
      try Data(Self.file.utf8).write(to: URL(filePath: folder + "/cities/lishui.yaml"))
      func run(_ arguments: String...) async throws -> String {
        let outcome = try await program.start(arguments + ["--config", folder, "--lang", "en"]).outcome()
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
        return outcome.output
      }
      // The database is older than the city.
      #expect(try await program("migrate").status == 0)
      _ = try await run("report", "overview", "--as-of", "2025-06-30", "--out", home + "-early")
      #expect(try String(contentsOfFile: home + "-early/overview.csv", encoding: .utf8).contains("\r\n33,Zhejiang,lishui,"))
      _ = try await run("sample", "--city", "丽水", "--persons", "150", "--training-per-person", "4", "--out", home + "-in")
      _ = try await run("import", "--city", "丽水市", home + "-in")
      #expect(try await program.value("select region_prefix from cities where city_code = 'lishui'") == "3311")
      #expect(try await run("evaluate", "--as-of", "2025-06-30").contains("lishui: judged under jingxian as of 2025-06-30"))
      let early = try await run("evaluate", "--as-of", "2022-12-31", "--city", "lishui")
      #expect(early == "lishui: the policy jingxian is in effect from 2023-01-01; no results on 2022-12-31\n")
      _ = try await run("report", "all", "--as-of", "2025-06-30", "--province", "33", "--out", home + "-out")
      let overview = try String(contentsOfFile: home + "-out/overview.csv", encoding: .utf8)
      #expect(overview.contains("\r\n33,Zhejiang,lishui,jingxian,jingxian.1.1.vetted,"))
      #expect(overview.contains("\r\n33,Zhejiang,quzhou,quzhou,"))
      #expect(FileManager.default.fileExists(atPath: home + "-out/city/lishui/summary.csv"))
      let doctor = try await run("doctor")
      #expect(doctor.contains("lishui city: 丽水市 Lishui 33 3311, shipped: none"))
    }
  }
}
