import Foundation
import Testing

@Suite("Standard output that does not take everything")
struct OutputTests {
  /// The program behind a shell that arranges where its output goes.
  private func shell(_ script: String, _ program: BuiltProgram) -> BuiltProgram {
    var program = program
    program.launcher = ["/bin/bash", "-c", script, "bash"]
    return program
  }

  @Test(
    "A full disk is an error, in the language asked for",
    arguments: [["catalogue"], ["--help"], ["import", "--help"], ["catalogue", "--format", "json"], ["db", "status"]])
  func full(arguments: [String]) async throws {
    try await withProgram { program, _ in
      let full = shell(#""$@" > /dev/full"#, program)
      let chinese = try await full.start(arguments).outcome()
      #expect(chinese.errors == "错误：无法写入 标准输出：磁盘已满；请腾出空间或另选位置（--out）\n" || arguments == ["db", "status"])
      #expect(chinese.status == (arguments == ["db", "status"] ? 3 : 1))
      if arguments != ["db", "status"] {
        let english = try await full.start(arguments + ["--lang", "en"]).outcome()
        #expect(
          english.errors
            == "Error: standard output cannot be written: the disk is full; make room, or choose another place with --out\n")
      }
    }
  }

  @Test("A reader that has seen enough is no error, and nothing is said of it")
  func closedPipe() async throws {
    try await withProgram { program, _ in
      let outcome = try await shell(#"set -o pipefail; "$@" | head -1 > /dev/null"#, program)("catalogue", "--format", "json")
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
    }
  }

  @Test("A closed output is an error")
  func closed() async throws {
    try await withProgram { program, _ in
      let outcome = try await shell(#""$@" >&-"#, program)("catalogue", "--lang", "en")
      #expect(outcome.status == 1)
      #expect(outcome.errors.hasPrefix("Error: standard output cannot be written"))
    }
  }

  @Test(
    "Places that hold something else are refused before anything is done",
    arguments: [
      ["sample", "--city", "quzhou", "--persons", "100", "--out"],
      ["import", "--city", "quzhou", "/tmp", "--quarantine"],
      ["report", "all", "--as-of", "2025-12-31", "--out"], ["report", "overview", "--as-of", "2025-12-31", "--out"],
      ["report", "city", "quzhou", "--as-of", "2025-12-31", "--out"],
    ])
  func destinations(arguments: [String]) async throws {
    try await withProgram { program, home in
      try Data("mine".utf8).write(to: URL(filePath: home + "-file"))
      try FileManager.default.createSymbolicLink(atPath: home + "-link", withDestinationPath: "/tmp")
      defer {
        try? FileManager.default.removeItem(atPath: home + "-file")
        try? FileManager.default.removeItem(atPath: home + "-link")
      }
      for place in ["", home + "-file", home + "-link", "/dev/null"] {
        let outcome = try await program.start(arguments + [place]).outcome()
        #expect(outcome.status == 2, "\(outcome.errors)")
        #expect(outcome.errors.hasPrefix("错误：不能写到") || outcome.errors.hasPrefix("错误：没有给出写到哪里"))
      }
      #expect(try String(contentsOfFile: home + "-file", encoding: .utf8) == "mine")
      #expect(!FileManager.default.fileExists(atPath: home), "no server was started for it")
    }
  }

  @Test("A sample is not written over files that are there")
  func sampleOverFiles() async throws {
    try await withProgram { program, home in
      let folder = home + "-in"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try Data("mine".utf8).write(to: URL(filePath: folder + "/persons.csv"))
      let outcome = try await program("sample", "--city", "衢州", "--persons", "100", "--out", folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors == "错误：\(folder) 中已有 persons.csv，不会覆盖：请另选空目录\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["persons.csv"])
      #expect(try String(contentsOfFile: folder + "/persons.csv", encoding: .utf8) == "mine")
    }
  }
}
