import Files
import Foundation
import Testing

struct OpenFileTests {
  /// A folder that is gone with the test.
  private final class Scratch {
    let path = NSTemporaryDirectory() + "cadre-files-\(UInt64.random(in: 0...UInt64.max))"
    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/file"
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    let file = try OpenFile(path, for: .making(permissions: 0o600))
    try file.write(bytes)
    try file.write([1, 2, 3])
    try file.truncate(to: bytes.count)
    try file.synchronize()
    let status = try file.status()
    #expect(status.isFile && status.size == bytes.count && status.permissions == 0o600)
    let reading = try OpenFile(path, for: .reading)
    var read: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 70_000)
    while case let count = try reading.read(into: &buffer, from: 5), count > 0 { read += buffer[5..<5 + count] }
    #expect(read == bytes)
  }

  @Test func whatIsThereIsNotMadeAgain() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/file"
    _ = try OpenFile(path, for: .making(permissions: 0o600))
    #expect(throws: SystemError(code: EEXIST)) { try OpenFile(path, for: .making(permissions: 0o600)) }
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/link", withDestinationPath: path)
    #expect(throws: SystemError(code: ELOOP)) { try OpenFile(scratch.path + "/link", for: .reading) }
    #expect(throws: SystemError(code: ELOOP)) { try OpenFile(scratch.path + "/link", for: .rewriting(permissions: 0o600)) }
    #expect(FileStatus(scratch.path + "/link")?.kind == .link)
    #expect(FileStatus(scratch.path + "/link", followingLinks: true)?.kind == .file)
  }

  @Test func aFileWithoutANameLeavesNothingBehind() throws {
    let scratch = try Scratch()
    let file = try OpenFile(unnamedIn: scratch.path)
    #expect(Folder.names(in: scratch.path) == [])
    try file.write([7, 8])
    try file.rewind()
    var buffer = [UInt8](repeating: 0, count: 4)
    #expect(try file.read(into: &buffer) == 2)
    #expect(buffer == [7, 8, 0, 0])
    #expect(throws: SystemError(code: ENOENT)) { try OpenFile(unnamedIn: scratch.path + "/nowhere") }
  }

  @Test func oneLockAtATime() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/lock"
    let lock = try #require(try FileLock(ifFree: path))
    #expect(FileLock.isHeld(path))
    #expect(try FileLock(ifFree: path) == nil)
    lock.release()
    #expect(!FileLock.isHeld(path))
    #expect(try FileLock(ifFree: path) != nil)
  }

  /// Who takes the lock of a folder while another folder takes its place locks that one.
  @Test func theFolderThatIsThereIsLocked() throws {
    let scratch = try Scratch()
    let folder = scratch.path + "/folder"
    try Folder.make(folder)
    let lock = FileLock(waitingFor: folder)
    let other = try OpenFile(folder, for: .lookingInto)
    #expect(throws: SystemError.self) { try other.lock(waits: false) }
    lock.release()
    try other.lock(waits: false)
    // No folder, no lock: nothing is waited for.
    FileLock(waitingFor: scratch.path + "/nowhere").release()
  }
}
