import Files
import Foundation
import Testing

@Suite("Places to write to")
struct DestinationTests {
  /// A folder of its own with one thing of each kind, gone afterwards.
  private func withThings(_ test: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "cadre-files-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder + "/folder", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("x".utf8).write(to: URL(filePath: folder + "/file"))
    try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "folder")
    try FileManager.default.createSymbolicLink(atPath: folder + "/dangling", withDestinationPath: "nowhere")
    #expect(mkfifo(folder + "/pipe", 0o600) == 0)
    try test(folder)
  }

  private func folderProblem(_ path: String) -> DestinationError.Problem? {
    do {
      try Destination.checkFolder(path)
      return nil
    } catch {
      #expect(error.path == path)
      return error.problem
    }
  }

  private func fileProblem(_ path: String) -> DestinationError.Problem? {
    do {
      try Destination.checkFile(path)
      return nil
    } catch {
      #expect(error.path == path)
      return error.problem
    }
  }

  @Test("A folder that is there, or can be made, may be written into; nothing else is taken for one")
  func folders() throws {
    try withThings { place in
      #expect(folderProblem(place + "/folder") == nil)
      #expect(folderProblem(place + "/folder//") == nil)
      #expect(folderProblem(place + "/new/below/it") == nil)
      #expect(!FileManager.default.fileExists(atPath: place + "/new"), "looking makes nothing")
      #expect(folderProblem(place + "/file") == .isFile)
      #expect(folderProblem(place + "/link") == .isLink)
      #expect(folderProblem(place + "/link/") == .isLink)
      #expect(folderProblem(place + "/link/below") == nil, "a link on the way is the user's business")
      #expect(folderProblem(place + "/dangling") == .isLink)
      #expect(folderProblem(place + "/pipe") == .isPipe)
      #expect(folderProblem("/dev/null") == .isDevice)
      #expect(folderProblem(place + "/file/below") == .system(SystemError(code: ENOTDIR)))
      #expect(folderProblem(place + "/file/below/it") == .system(SystemError(code: ENOTDIR)))
      #expect(folderProblem("/proc/none") != nil || getuid() == 0)
      for empty in ["", " ", "\u{3000}"] { #expect(folderProblem(empty) == .isEmpty) }
    }
  }

  @Test("A file that is there or new may be written; a link, pipe, device or folder in its place is refused")
  func files() throws {
    try withThings { place in
      #expect(fileProblem(place + "/file") == nil)
      #expect(fileProblem(place + "/new") == nil)
      #expect(fileProblem(place + "/new/") == .isFolder)
      #expect(fileProblem(place + "/folder") == .isFolder)
      #expect(fileProblem(place + "/link") == .isLink)
      #expect(fileProblem(place + "/dangling") == .isLink)
      #expect(fileProblem(place + "/pipe") == .isPipe)
      #expect(fileProblem("/dev/full") == .isDevice)
      #expect(fileProblem(place + "/missing/file") == .system(SystemError(code: ENOENT)))
      #expect(fileProblem(place + "/file/below") == .system(SystemError(code: ENOTDIR)))
      #expect(fileProblem("") == .isEmpty)
    }
  }

  @Test("Each problem is told in both languages, and names the path")
  func words() {
    let problems: [DestinationError.Problem] = [
      .isFile, .isFolder, .isLink, .isPipe, .isSocket, .isDevice, .system(SystemError(code: ENOSPC)),
    ]
    for problem in problems {
      let error = DestinationError(path: "/some/place", problem: problem)
      #expect(error.english.contains("/some/place") && error.english.utf8.allSatisfy { $0 < 128 })
      #expect(error.chinese.contains("/some/place") && error.chinese.contains("不能写到"))
    }
  }
}

@Suite("What the system says")
struct SystemErrorTests {
  @Test(
    "The errors that people meet are told in both languages, without numbers and names of constants",
    arguments: [ENOENT, EACCES, EPERM, EISDIR, ENOTDIR, EROFS, ENOSPC, EMFILE, ENFILE, ENAMETOOLONG, ELOOP, EIO, EDQUOT])
  func known(code: Int32) {
    let error = SystemError(code: code)
    #expect(error.chinese.unicodeScalars.allSatisfy { !$0.isASCII }, "\(error.chinese)")
    #expect(error.english.unicodeScalars.allSatisfy { $0.isASCII }, "\(error.english)")
    #expect(!error.english.contains("\(code)") && !error.chinese.contains("\(code)"))
  }

  @Test("What is not known by a sentence of its own is told as the system tells it")
  func unknown() {
    #expect(SystemError(code: ENOLCK).english == String(cString: strerror(ENOLCK)))
    #expect(SystemError(code: ENOLCK).chinese == "系统报错（\(String(cString: strerror(ENOLCK)))）")
  }
}
