import CadreModel
import Digest
import Foundation
import Glibc
import Testing

@testable import Reporting

/// What is written stands under a name that was drawn until it is whole; all else that lies around stays.
@Suite struct DraftTests {
  private let names = ["summary.csv", "dashboard.html"]

  private func place(_ folder: TemporaryFolder) -> ReportPlace { ReportPlace(root: folder.path, folder: folder.path) }

  private func subject(asOf: String = "2025-06-30", scope: String? = "alpha") throws -> ReportSubject {
    ReportSubject(
      report: "city", asOf: try #require(Day(asOf)), scope: scope, files: names + [About.fileName])
  }

  private func put(_ text: String, at path: String) throws {
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// A report whose files all say the same.
  @discardableResult
  private func publish(_ text: String, at place: ReportPlace) throws -> WrittenReport {
    let draft = try ReportDraft(place: place)
    for name in names { try draft.add(name, Array(text.utf8), rows: 1) }
    return try draft.finish(about: About(of: subject(), language: .english, cities: []), cities: [], warnings: []).publish()
  }

  private func drafts(beside folder: TemporaryFolder) throws -> [String] {
    let (parent, name) = ((folder.path as NSString).deletingLastPathComponent, (folder.path as NSString).lastPathComponent)
    return try FileManager.default.contentsOfDirectory(atPath: parent).filter { $0.contains(".\(name).draft-") }
  }

  private func mode(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test func aReportTakesTheOldOnesPlaceAndLeavesTheRest() throws {
    let folder = TemporaryFolder()
    try publish("old", at: place(folder))
    for name in ["notes.txt", ".draft-of-mine/summary.csv", "city/beta/summary.csv", "summary.csv.draft-x"] {
      try put("mine", at: "\(folder.path)/\(name)")
    }
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/link", withDestinationPath: "nowhere")
    try publish("new", at: place(folder))
    for name in names { #expect(try folder.text(name) == "new") }
    for name in ["notes.txt", ".draft-of-mine/summary.csv", "city/beta/summary.csv", "summary.csv.draft-x"] {
      #expect(try folder.text(name) == "mine")
    }
    #expect(
      try folder.names == [
        ".draft-of-mine", About.fileName, "city", "dashboard.html", "link", "notes.txt", "summary.csv", "summary.csv.draft-x",
      ])
    #expect(try drafts(beside: folder).isEmpty)
  }

  /// A pipe cannot be taken along, so that the files have to be moved one by one.
  @Test func whereFoldersCannotBeExchangedFilesAreMoved() throws {
    let folder = TemporaryFolder()
    try publish("old", at: place(folder))
    #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
    try put("mine", at: "\(folder.path)/notes.txt")
    try publish("new", at: place(folder))
    for name in names { #expect(try folder.text(name) == "new") }
    #expect(try folder.names == [About.fileName, "dashboard.html", "notes.txt", "pipe", "summary.csv"])
    #expect(try drafts(beside: folder).isEmpty)
  }

  @Test func whatCannotBeMovedLeavesTheOldOnesInPlace() throws {
    let folder = TemporaryFolder()
    try publish("old", at: place(folder))
    let draft = "\(folder.path)/.draft"
    try put("new", at: "\(draft)/summary.csv")
    // The second file is missing.
    #expect(throws: OutputError.self) {
      try ReportFiles(names: names + [About.fileName], draft: draft, folder: folder.path).move()
    }
    for name in names { #expect(try folder.text(name) == "old") }
    #expect(try folder.text("about.json").contains("2025-06-30"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: draft) == ["summary.csv"])
  }

  @Test func anAbandonedReportLeavesNothing() throws {
    let folder = TemporaryFolder()
    try publish("old", at: place(folder))
    do {
      let draft = try ReportDraft(place: place(folder))
      try draft.add("summary.csv", Array("new".utf8), rows: 1)
      #expect(try drafts(beside: folder).count == 1)
    }
    #expect(try drafts(beside: folder).isEmpty)
    #expect(try folder.text("summary.csv") == "old")
  }

  @Test func filesAndFoldersAreTheOwnersAlone() async throws {
    let folder = TemporaryFolder()
    try publish("new", at: ReportPlace(root: folder.path, folder: "\(folder.path)/city/alpha"))
    for name in names + [About.fileName] { #expect(try mode("\(folder.path)/city/alpha/\(name)") == 0o600) }
    for path in ["", "/city", "/city/alpha"] { #expect(try mode(folder.path + path) == 0o700) }
    // A folder that was there keeps what its owner has allowed.
    try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: "\(folder.path)/city/alpha")
    try publish("newer", at: ReportPlace(root: folder.path, folder: "\(folder.path)/city/alpha"))
    #expect(try mode("\(folder.path)/city/alpha") == 0o750)
    try await OutputFile.replacing("\(folder.path)/r.csv") {
      try $0.write(Array("r".utf8))
    } handingOut: { digest in
      // Nobody can see it yet.
      #expect(digest == SHA256.hex(of: "r") && !FileManager.default.fileExists(atPath: "\(folder.path)/r.csv"))
    }
    #expect(try mode("\(folder.path)/r.csv") == 0o600)
  }

  @Test func anExportLeavesWhatLooksLikeADraft() async throws {
    let folder = TemporaryFolder()
    for name in ["r.csv.draft-dead", ".r.csv.draft-dead"] { try put("mine", at: "\(folder.path)/\(name)") }
    try await OutputFile.replacing("\(folder.path)/r.csv") { file in
      // Another export to the same file leaves this one alone.
      try await OutputFile.replacing("\(folder.path)/r.csv") {
        try $0.write(Array("second".utf8))
      } handingOut: { _ in
      }
      try file.write(Array("first".utf8))
    } handingOut: { _ in
    }
    #expect(try folder.names == [".r.csv.draft-dead", "r.csv", "r.csv.draft-dead"])
    #expect(try folder.text("r.csv") == "first")
  }

  // MARK: Places

  private func folder(for subject: ReportSubject, in folder: TemporaryFolder) throws -> String {
    let place = try ReportPlace(of: subject, in: "city/alpha", below: folder.path)
    return String(place.folder.dropFirst(folder.path.count + 1))
  }

  @Test func anotherDateGoesToAFolderOfItsOwn() throws {
    let folder = TemporaryFolder()
    #expect(try self.folder(for: subject(), in: folder) == "city/alpha")
    try publish("june", at: ReportPlace(root: folder.path, folder: "\(folder.path)/city/alpha"))
    #expect(try self.folder(for: subject(), in: folder) == "city/alpha")
    let december = try subject(asOf: "2025-12-31")
    #expect(try self.folder(for: december, in: folder) == "city/alpha/2025-12-31")
    let other = try subject(scope: "alpha-beta")
    #expect(try self.folder(for: other, in: folder) == "city/alpha/2025-06-30")
    // Files of our names that nobody accounts for are somebody's.
    try put("mine", at: "\(folder.path)/city/alpha/2025-12-31/summary.csv")
    #expect(try self.folder(for: december, in: folder) == "city/alpha/2025-12-31-alpha")
  }

  @Test func whatIsNoFolderIsRefused() throws {
    let folder = TemporaryFolder()
    try put("mine", at: "\(folder.path)/file")
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/city", withDestinationPath: "/tmp")
    #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
    for path in [
      "", "\(folder.path)/file", "\(folder.path)/pipe", "/dev/null", "\(folder.path)/city", "\(folder.path)/file/below",
    ] {
      #expect(throws: (any Error).self) { try ReportPlace(of: subject(), in: "", below: path) }
    }
    // On the way below the folder named, too.
    #expect(throws: (any Error).self) { try ReportPlace(of: subject(), in: "city/alpha", below: folder.path) }
    #expect(try folder.names == ["city", "file", "pipe"])
  }
}
