import CadreModel
import Foundation
import PolicyKit
import SampleData
import ShippedFiles
import Testing

@testable import CadreCommands

@Suite("Where the parameters come from")
struct ConfigurationSourceTests {
  private func problem(_ folder: String) -> ConfigurationFolderError.Problem? {
    do throws(ConfigurationFolderError) {
      _ = try ConfigurationSource(folder: folder, namedBy: .environment)
      return nil
    } catch {
      #expect(error.exitStatus == .usage)
      #expect(error.message(in: .chinese).hasPrefix("CADRE_CONFIG"))
      let isPlain = error.message(in: .english).utf8.allSatisfy { $0 < 128 }
      #expect(isPlain)
      return error.problem
    }
  }

  @Test("What is not there, or not whole, is an error and never half mixed with what is built in")
  func notWhole() async throws {
    try await ConfigurationFolder.with { folder in
      #expect(problem(folder) == nil)
      try FileManager.default.moveItem(atPath: folder + "/policies/kunming.yaml", toPath: folder + "/policies/kuming.yaml")
      #expect(problem(folder) == .lacks(["policies/kunming.yaml"]))
      try FileManager.default.copyItem(atPath: folder + "/policies/kuming.yaml", toPath: folder + "/policies/kunming.yaml")
      #expect(problem(folder) == .strange(["policies/kuming.yaml"]))
      try FileManager.default.removeItem(atPath: folder + "/policies/kuming.yaml")
      try FileManager.default.moveItem(atPath: folder + "/cities/kunming.yaml", toPath: folder + "/cities/kunming.yml")
      #expect(problem(folder) == .lacks(["cities/kunming.yaml"]))
      try FileManager.default.copyItem(atPath: folder + "/cities/kunming.yml", toPath: folder + "/cities/kunming.yaml")
      #expect(problem(folder) == .strange(["cities/kunming.yml"]))
      #expect(problem(folder + "/policies/kunming.yaml") == .isFile)
      #expect(problem(folder + "/calendar") == .empty)
      #expect(problem(folder + "/none") == .missing)
      #expect(problem("") == .noPath)
    }
  }

  @Test("What is not UTF-8 is told as what cannot be read")
  func unreadable() async throws {
    try await ConfigurationFolder.with { folder in
      try Data([0xD6, 0xD0]).write(to: URL(filePath: folder + "/policies/quzhou.yaml"))
      try Data([0xD6, 0xD0]).write(to: URL(filePath: folder + "/calendar/workdays.csv"))
      let source = try ConfigurationSource(folder: folder, namedBy: .option)
      let error = try #require(throws: ConfigurationFolderError.self) { try source.library() }
      #expect(error.problem == .unreadable("policies/quzhou.yaml"))
      #expect(throws: ConfigurationFolderError.self) { try source.calendar() }
    }
  }

  @Test("A folder may have more cities; each is told as not shipped")
  func moreCities() async throws {
    try await ConfigurationFolder.with { folder in
      try Data(
        """
        city: lishui
        name_zh: 丽水市
        name_en: Lishui
        province: "33"
        region_prefix: "3311"
        policies: [{policy: quzhou, from: 2022-01-01}]
        """.utf8
      ).write(to: URL(filePath: folder + "/cities/lishui.yaml"))
      #expect(problem(folder) == nil)
      let library = try ConfigurationSource(folder: folder, namedBy: .environment).library()
      #expect(try library.city(called: "丽水").code == "lishui")
      #expect(library.changes.map { "\($0.subject.code) \($0.name) \($0.shipped)" } == ["lishui city ", "lishui policies "])
      let finding = DoctorFinding.configuration(library, changes: library.changes)
      #expect(finding.state == .warning && finding.found.chinese.contains("lishui policies：quzhou (2022-01-01)，自带的没有"))

      func judged(_ policy: String?, _ day: String) throws -> CityUnderPolicy {
        try library.judged(city: "丽水市", policy: policy, asOf: #require(Day(day)))
      }
      let own = try judged(nil, "2022-01-01")
      #expect(own.policy.code == "quzhou" && own.isOwn && own.since.description == "2022-01-01")
      #expect(try !judged(nil, "2021-12-31").isInForce(on: #require(Day("2021-12-31"))))
      // Who names a policy means it, whenever the city came under it.
      #expect(try judged("衢州", "2021-12-31").since.description == "2019-04-12")
      #expect(try !judged("kunming", "2022-01-01").isOwn)
      // It has no profile to be like.
      let error = try #require(throws: UnknownName.self) { try library.sampleCity(called: "lishui") }
      #expect(error.message(in: .english).hasPrefix("no city to be like 'lishui'"))
      #expect(try library.sampleCity(called: "衢州").city.code == "quzhou")
    }
  }

  @Test("What is wrong in a city's file is told with its line")
  func wrongCity() async throws {
    try await ConfigurationFolder.with { folder in
      let file = URL(filePath: folder + "/cities/quzhou.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(text.replacingOccurrences(of: "policy: quzhou", with: "policy: hangzhou").utf8).write(to: file)
      let source = try ConfigurationSource(folder: folder, namedBy: .option)
      let error = try #require(throws: ConfigurationError.self) { try source.library() }
      #expect(error.text(in: .chinese).hasPrefix("cities/quzhou.yaml 第 9 行：没有政策“hangzhou”；可用的有：quzhou、"))
      try Data([0xD6, 0xD0]).write(to: file)
      let unreadable = try #require(throws: ConfigurationFolderError.self) { try source.library() }
      #expect(unreadable.problem == .unreadable("cities/quzhou.yaml"))
    }
  }

  @Test("Whose parameters they are, and which are not as shipped")
  func changes() async throws {
    try await ConfigurationFolder.with { folder in
      let shipped = try ConfigurationSource.shipped.library()
      #expect(shipped.origin == .shipped)
      let source = try ConfigurationSource(folder: folder, namedBy: .option)
      #expect(try source.library().origin == .folder(folder, namedBy: .option))
      #expect(try source.library().changes(from: shipped) == [])
      let file = URL(filePath: folder + "/policies/quzhou.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      let value =
        "warning before rotation, unit: days, clause: quzhou.a9, basis: assumed, values: [{valid_from: 2019-04-12, value: 180}]"
      try #require(text.contains(value))
      try Data(text.replacingOccurrences(of: value, with: value.replacingOccurrences(of: "180", with: "90")).utf8)
        .write(to: file)
      let library = try source.library()
      let changes = library.changes(from: shipped)
      #expect(changes.map(\.name) == ["warn.rotation"])
      #expect(changes.first?.subject == .policy("quzhou"))
      #expect(changes.first?.used == "90 (2019-04-12) assumed" && changes.first?.shipped == "180 (2019-04-12) assumed")
      let finding = DoctorFinding.configuration(library, changes: changes)
      #expect(finding.state == .warning)
      #expect(finding.found.chinese.contains("由 --config 指定") && finding.found.chinese.contains("warn.rotation：90"))
      let plain = DoctorFinding.configuration(shipped, changes: [])
      #expect(plain.state == .ok && plain.found.chinese.contains("程序自带的参数"))
    }
  }
}
