import Foundation
import Testing

@testable import Reporting

/// What a killed writer leaves is cleared by the next; what a living one is at stays.
@Suite struct DraftTests {
  private func leave(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Data("half".utf8).write(to: URL(fileURLWithPath: "\(path)/summary.csv"))
  }

  private func drafts(in folder: TemporaryFolder) throws -> Set<String> {
    Set(try folder.names.filter { $0.hasPrefix(ReportDraft.prefix) })
  }

  @Test func theNextReportClearsADeadOnesFolder() throws {
    let folder = TemporaryFolder()
    try leave("\(folder.path)/\(ReportDraft.prefix)dead")
    let living = try ReportDraft(folder: folder.path)
    try living.add("summary.csv", Array("a".utf8), rows: 1)
    let drafts = try drafts(in: folder)
    #expect(drafts.count == 1 && !drafts.contains("\(ReportDraft.prefix)dead"))
    // A second report at the same time, and one that comes after it was let go.
    do {
      let second = try ReportDraft(folder: folder.path)
      #expect(try self.drafts(in: folder).isStrictSuperset(of: drafts))
      try second.add("summary.csv", Array("b".utf8), rows: 1)
    }
    #expect(try self.drafts(in: folder) == drafts)
    #expect(living.files.count == 1)
  }

  @Test func otherFilesStay() throws {
    let folder = TemporaryFolder()
    try leave("\(folder.path)/draft-of-mine")
    try leave("\(folder.path)/.drafts")
    _ = try ReportDraft(folder: folder.path)
    #expect(try folder.names == [".drafts", "draft-of-mine"])
  }

  @Test func theNextExportClearsADeadOnesFile() async throws {
    let folder = TemporaryFolder()
    try makeFolder(folder.path)
    for name in ["r.csv.draft-dead", "other.csv.draft-dead"] {
      try Data("half".utf8).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
    }
    try await OutputFile.replacing("\(folder.path)/r.csv") { file in
      // Another export to the same file leaves this one alone.
      try await OutputFile.replacing("\(folder.path)/r.csv") { try $0.write(Array("second".utf8)) }
      try file.write(Array("first".utf8))
    }
    #expect(try folder.names == ["other.csv.draft-dead", "r.csv"])
    #expect(try folder.text("r.csv") == "first")
  }
}
