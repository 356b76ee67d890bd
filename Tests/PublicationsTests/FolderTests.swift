import Audit
import CadreModel
import CadreTesting
import Digest
import Foundation
import PostgresClient
import Publications
import Results
import ResultsTesting
import Testing

@Suite(.planted) struct FolderTests {
  private static let keys = (
    pem(private: "MC4CAQAwBQYDK2VwBCIEIGZ8haaXj8nyQpXECCg2SlHqcclBm3sidsz6js1dlFo0"),
    pem(public: "MCowBQYDK2VwAyEAQes0Qh2i9ib8A+bnwZSsH/T7pAOLTMVF21HUuxT6W7A=")
  )
  private static let stranger = pem(public: "MCowBQYDK2VwAyEAdIRwJFeuQ2zYtYm9c+fAv6Rr2v3LewfR1IrzSlvEnEM=")

  private static func pem(private text: String) -> [UInt8] {
    Array("-----BEGIN PRIVATE KEY-----\n\(text)\n-----END PRIVATE KEY-----\n".utf8)
  }

  private static func pem(public text: String) -> [UInt8] {
    Array("-----BEGIN PUBLIC KEY-----\n\(text)\n-----END PUBLIC KEY-----\n".utf8)
  }

  /// A signed publication in a folder.
  private func published(_ folder: OutFolder) async throws -> (String, PostgresConnection) {
    let connection = try await PublicationTests.plant()
    _ = try await PublicationTests.publish(key: SigningKey(pem: Self.keys.0))
    try await PublicationTests.write(1, to: "\(folder.path)/out", connection)
    return ("\(folder.path)/out", connection)
  }

  private func flaws(_ path: String, _ connection: PostgresConnection? = nil, key: [UInt8]? = nil) async throws -> [FolderFlaw] {
    let key = try key.map { try #require(VerifyingKey(pem: $0)) }
    guard let connection else { return try await FolderVerifier(path).verify(key: key).flaws }
    let store = PublicationStore(connection: connection)
    return try await FolderVerifier(path).verify(key: key) { try await store.publication($0) }.flaws
  }

  private func put(_ text: String, _ path: String) throws {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  @Test func aWholeFolderIsRight() async throws {
    let folder = OutFolder()
    let (path, connection) = try await published(folder)
    #expect(try await flaws(path).isEmpty)
    #expect(try await flaws(path, connection).isEmpty)
    #expect(try await flaws(path, key: Self.keys.1).isEmpty)
    let verdict = try await FolderVerifier(path).verify()
    #expect(verdict.publication == 1 && verdict.isSigned && verdict.files > 8)
    // A part of it, too.
    #expect(try await flaws("\(path)/city/alpha").isEmpty)
    #expect(try await flaws("\(path)/city/alpha", connection).isEmpty)
  }

  @Test func spoiltMissingAndFurtherFilesAreNamed() async throws {
    let folder = OutFolder()
    let (path, connection) = try await published(folder)
    try put("x", "\(path)/overview.csv")
    try put("x", "\(path)/city/alpha/更多.csv")
    try FileManager.default.removeItem(atPath: "\(path)/city/alpha/units.csv")
    let expected: [FolderFlaw] = [
      .missing(path: "city/alpha/units.csv"), .changed(path: "overview.csv"), .unknown(path: "city/alpha/更多.csv"),
    ]
    #expect(try await flaws(path) == expected)
    #expect(try await flaws(path, connection) == expected)
    #expect(
      try await flaws("\(path)/city/alpha") == [.missing(path: "units.csv"), .unknown(path: "更多.csv")])
  }

  /// Who changes a file changes `about.json` and the seal's text along with it.
  @Test func aFolderThatAgreesWithItselfIsComparedWithTheDatabase() async throws {
    let folder = OutFolder()
    let (path, connection) = try await published(folder)
    let files = try folder.files("out")
    let old = SHA256.hex(of: try #require(files["overview.csv"]))
    try put("x", "\(path)/overview.csv")
    let about = String(decoding: try #require(files["about.json"]), as: UTF8.self)
      .replacing(old, with: SHA256.hex(of: Array("x".utf8)))
    try put(about, "\(path)/about.json")
    #expect(try await !flaws(path).isEmpty)
    let sealText = try #require(files["seal.txt"])
    let seal = try #require(Seal(String(decoding: sealText, as: UTF8.self)))
    var forged = seal
    forged.files = seal.files.map { file in
      switch file.path {
      case "overview.csv": SealedFile(path: file.path, size: 1, sha256: SHA256.hex(of: Array("x".utf8)))
      case "about.json": SealedFile(path: file.path, size: about.utf8.count, sha256: SHA256.hex(of: Array(about.utf8)))
      default: file
      }
    }
    try put(forged.text, "\(path)/seal.txt")
    #expect(try await flaws(path).isEmpty)
    #expect(try await flaws(path, connection) == [.otherSeal(1)])
    #expect(try await flaws(path, key: Self.keys.1) == [.signature])
    // Without the seal's text the report's own says which publication it is.
    try FileManager.default.removeItem(atPath: "\(path)/seal.txt")
    try FileManager.default.removeItem(atPath: "\(path)/seal.sig")
    #expect(try await flaws(path, connection) == [.otherSeal(1)])
  }

  @Test func aTextThatWasChangedIsNoSeal() async throws {
    let folder = OutFolder()
    let (path, _) = try await published(folder)
    let sealText = try folder.files("out")["seal.txt"]
    let text = String(decoding: try #require(sealText), as: UTF8.self)
    try put(text.replacing("wang@office", with: "li@office"), "\(path)/seal.txt")
    #expect(try await flaws(path).contains(.seal))
  }

  @Test func signaturesAreOfOneKey() async throws {
    let folder = OutFolder()
    let (path, _) = try await published(folder)
    #expect(try await flaws(path, key: Self.stranger) == [.signature])
    try FileManager.default.removeItem(atPath: "\(path)/seal.sig")
    #expect(try await flaws(path, key: Self.keys.1) == [.unsigned])
  }

  @Test func whatTheDatabaseNeverPublishedIsTold() async throws {
    let folder = OutFolder()
    let (path, connection) = try await published(folder)
    try await connection.executeScript("delete from publication_contents; delete from publications")
    #expect(try await flaws(path, connection) == [.notPublished(1)])
  }

  @Test func aFolderWithoutReportIsRefused() throws {
    let folder = OutFolder()
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    #expect(throws: FolderError.noReport(folder.path)) { try FolderVerifier(folder.path) }
  }

  @Test func onlyEmptyFoldersAreWrittenTo() async throws {
    let folder = OutFolder()
    let (path, connection) = try await published(folder)
    await #expect(throws: PublicationError.notEmpty(path)) { try await PublicationTests.write(1, to: path, connection) }
  }

  /// What is kept and is not what was sealed is not handed out.
  @Test func damagedFilesAreNotWritten() async throws {
    let folder = OutFolder()
    let (_, connection) = try await published(folder)
    try await connection.executeScript("update publication_contents set content = '\\x00' where path = 'overview.csv'")
    await #expect(throws: PublicationError.damaged(number: 1, path: "overview.csv")) {
      try await PublicationTests.write(1, to: "\(folder.path)/again", connection)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/again").isEmpty)
  }
}
