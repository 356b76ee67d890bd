import ArgumentParser
import CadreTesting
import Foundation
import PolicyKit
import PolicyTesting
import Testing

@testable import CadreCommands

/// The documentation is that of the code as it is.
@Suite("The pages of Documentation.docc")
struct DocumentsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let folder = root.appending(path: "Sources/cadre/Documentation.docc")

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".md") }.sorted()
  }

  private func text(_ file: String) throws -> String {
    try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
  }

  @Test("What is made from the code is as the code makes it (scripts/documents writes it anew)")
  func nothingIsStale() throws {
    let pages = try GeneratedPage.all(of: .shipped())
    for page in pages { try expectKept(page.text, at: Self.folder.appending(path: page.name + ".md")) }
    // A page of a policy that is gone would stay.
    let made = try files().filter { try text($0).contains("Made from the code by") }
    #expect(Set(made) == Set(pages.map { $0.name + ".md" }))
  }

  @Test("The root page leads to every page")
  func everyPageIsReached() throws {
    let root = try text("Documentation.md")
    for file in try files() where file != "Documentation.md" {
      #expect(root.contains("<doc:\(file.dropLast(3))>"), "\(file)")
    }
    for match in root.matches(of: /<doc:([^>]+)>/) {
      #expect(try files().contains("\(match.1).md"), "\(match.1)")
    }
  }

  @Test("A page begins with its title, and every file that it names is there")
  func whatPagesNameIsThere() throws {
    let places = /`((?:Sources|Tests|config|sql|scripts)\/[A-Za-z0-9_.\/+-]+|[A-Z][A-Za-z-]*\.md|Package\.swift)`/
    for file in try files() {
      let text = try text(file)
      #expect(text.hasPrefix("# "), "\(file)")
      for match in text.matches(of: places) {
        let name = String(match.1)
        let place = name.hasSuffix(".md") && !name.contains("/") ? Self.folder : Self.root
        #expect(FileManager.default.fileExists(atPath: place.appending(path: name).path), "\(file): \(name)")
      }
    }
  }

  @Test("The command that writes the pages is on no page of help, and writes them")
  func theCommand() throws {
    #expect(!CommandPath.root.subcommandNames.contains("documents"))
    let folder = FileManager.default.temporaryDirectory.appending(path: "cadre-documents-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var command = try Cadre.parseAsRoot(["documents", "--out", folder.path])
    try command.run()
    let written = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(written) == Set(try GeneratedPage.all(of: .shipped()).map { $0.name + ".md" }))
  }

  @Test("A bar or a line end in a cell does not end it")
  func cellsOfTables() {
    var table = MarkdownTable("a", "b")
    table.append("1|2", "x\ny")
    #expect(table.lines == ["| a | b |", "| --- | --- |", "| 1\\|2 | x y |"])
  }
}
