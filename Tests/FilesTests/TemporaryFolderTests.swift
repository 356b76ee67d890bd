import Files
import Foundation
import Testing

@Suite struct TemporaryFolderTests {
  @Test func itIsPrivateAndGoneWithItsLastUser() throws {
    var folder: TemporaryFolder? = try TemporaryFolder(named: "cadre-test")
    let path = try #require(folder?.path)
    #expect(FileStatus(path)?.permissions == 0o700)
    try Data("x".utf8).write(to: URL(fileURLWithPath: path + "/a"))
    folder = nil
    #expect(FileStatus(path) == nil)
  }
}
