import CadreModel
import Foundation
import PolicyKit
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
  func notWhole() throws {
    try ConfigurationFolder.with { folder in
      #expect(problem(folder) == nil)
      try FileManager.default.moveItem(atPath: folder + "/policies/kunming.yaml", toPath: folder + "/policies/kuming.yaml")
      #expect(problem(folder) == .lacks(["policies/kunming.yaml"]))
      try FileManager.default.copyItem(atPath: folder + "/policies/kuming.yaml", toPath: folder + "/policies/kunming.yaml")
      #expect(problem(folder) == .strange(["policies/kuming.yaml"]))
      #expect(problem(folder + "/policies/kunming.yaml") == .isFile)
      #expect(problem(folder + "/calendar") == .empty)
      #expect(problem(folder + "/none") == .missing)
      #expect(problem("") == .noPath)
    }
  }

  @Test("What is not UTF-8 is told as what cannot be read")
  func unreadable() throws {
    try ConfigurationFolder.with { folder in
      try Data([0xD6, 0xD0]).write(to: URL(filePath: folder + "/policies/quzhou.yaml"))
      try Data([0xD6, 0xD0]).write(to: URL(filePath: folder + "/calendar/workdays.csv"))
      let source = try ConfigurationSource(folder: folder, namedBy: .option)
      let error = try #require(throws: ConfigurationFolderError.self) { try source.library() }
      #expect(error.problem == .unreadable("policies/quzhou.yaml"))
      #expect(throws: ConfigurationFolderError.self) { try source.calendar() }
    }
  }

  @Test("Whose parameters they are, and which are not as shipped")
  func changes() throws {
    try ConfigurationFolder.with { folder in
      let shipped = try ConfigurationSource.shipped.library()
      #expect(shipped.origin == .shipped)
      let source = try ConfigurationSource(folder: folder, namedBy: .option)
      #expect(try source.library().origin == .folder(folder, namedBy: .option))
      #expect(try source.library().changes(from: shipped) == [])
      let file = URL(filePath: folder + "/policies/quzhou.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      let value = "warning before rotation, unit: days, clause: quzhou.a9, basis: assumed, values: [{valid_from: 2019-04-12, value: 180}]"
      try #require(text.contains(value))
      try Data(text.replacingOccurrences(of: value, with: value.replacingOccurrences(of: "180", with: "90")).utf8)
        .write(to: file)
      let library = try source.library()
      let changes = library.changes(from: shipped)
      #expect(changes.map(\.name) == ["warn.rotation"])
      #expect(changes.first?.policy == "quzhou")
      #expect(changes.first?.used == "90 (2019-04-12) assumed" && changes.first?.shipped == "180 (2019-04-12) assumed")
      let finding = DoctorFinding.configuration(library, changes: changes)
      #expect(finding.state == .warning)
      #expect(finding.found.chinese.contains("由 --config 指定") && finding.found.chinese.contains("warn.rotation：90"))
      let plain = DoctorFinding.configuration(shipped, changes: [])
      #expect(plain.state == .ok && plain.found.chinese.contains("程序自带的参数"))
    }
  }
}
