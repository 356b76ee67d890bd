public import Digest
public import Files
import FoundationEssentials

/// Where a folder is not as its `about.json`, or its seal, says.
public enum FolderFlaw: Sendable, Hashable {
  case missing(path: String)
  case changed(path: String)
  /// A file that nothing lists.
  case unknown(path: String)
  /// `about.json` says nothing that can be read.
  case unreadable(path: String)
  /// The seal's text is not, letter by letter, what was sealed: its own digest says so.
  case seal
  /// A signature is asked for, and there is none.
  case unsigned
  /// The seal was not signed by the holder of that key, or was changed since.
  case signature
  /// The database has no publication of that number.
  case notPublished(Int)
  /// The database has sealed something else under that number.
  case otherSeal(Int)
}

/// What came of verifying a folder.
public struct FolderVerdict: Sendable, Hashable {
  /// How many files are as they should be.
  public let files: Int
  /// The publication that the folder says it is; nil for a report that was not published.
  public let publication: Int?
  /// The seal of the folder's own text; nil where it has none.
  public let digest: String?
  public let isSigned: Bool
  public let flaws: [FolderFlaw]
}

/// Compares a report's folder with what its `about.json` lists, and with its seal where it has one. Needs no database.
public struct FolderVerifier: Sendable {
  public let folder: String
  private let files: [String]

  /// - Throws: `FolderError` where there is no report.
  public init(_ folder: String) throws(FolderError) {
    self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard let files = FolderTree(self.folder).files() else { throw .unreadable(folder, SystemError.last) }
    guard files.contains(SealFiles.text) || files.contains(Self.about) else { throw .noReport(folder) }
    self.files = files
  }

  private static let about = "about.json"

  /// - Parameters:
  ///   - key: whose signature is asked for; nil for none.
  ///   - recorded: looks a publication up where there is a database to compare with; nil where there is none.
  /// - Throws: `FolderError`, what `recorded` throws.
  public nonisolated(nonsending) func verify(
    key: VerifyingKey? = nil, recorded: (nonisolated(nonsending) (Int) async throws -> RecordedPublication?)? = nil
  ) async throws -> FolderVerdict {
    var flaws: [FolderFlaw] = []
    var seal: Seal?
    let sealText = files.contains(SealFiles.text) ? try bytes(SealFiles.text) : nil
    if let sealText {
      seal = Seal(String(decoding: sealText, as: UTF8.self))
      if seal == nil { flaws.append(.seal) }
    }
    var listed: [String: String] = [:]
    for file in seal?.files ?? [] { listed[file.path] = file.sha256 }
    var numbers: Set<Int> = seal.map { [$0.number] } ?? []
    var abouts: [String: Int] = [:]
    for path in files where path == Self.about || path.hasSuffix("/" + Self.about) {
      guard let origin = try? JSONDecoder().decode(ListedFiles.self, from: Data(bytes(path))) else {
        flaws.append(.unreadable(path: path))
        continue
      }
      let place = String(path.dropLast(Self.about.count))
      for file in origin.files {
        let path = place + file.name
        if let sealed = listed[path], sealed != file.sha256 { flaws.append(.changed(path: place + Self.about)) }
        if seal == nil || listed[path] == nil { listed[path] = file.sha256 }
      }
      if seal == nil { listed[path] = listed[path] ?? "" }
      if let number = origin.publication?.number {
        numbers.insert(number)
        abouts[path] = number
      }
    }
    let (right, found) = try compare(listed)
    flaws += found
    if let key { flaws += try signatureFlaws(key, sealText) }
    if let recorded {
      for number in numbers.sorted() {
        guard let publication = try await recorded(number) else {
          flaws.append(.notPublished(number))
          continue
        }
        if try isOther(publication, sealText, abouts.filter { $0.value == number }.map(\.key)) {
          flaws.append(.otherSeal(number))
        }
      }
    }
    return FolderVerdict(
      files: right, publication: numbers.min(), digest: seal?.digest, isSigned: files.contains(SealFiles.signature),
      flaws: flaws)
  }

  /// - Parameter listed: the digest of each path; empty where nothing says it.
  private func compare(_ listed: [String: String]) throws(FolderError) -> (right: Int, flaws: [FolderFlaw]) {
    var right = 0
    var flaws: [FolderFlaw] = []
    for (path, sha256) in listed.sorted(by: { $0.key < $1.key }) {
      guard files.contains(path), FileStatus("\(folder)/\(path)")?.kind == .file else {
        flaws.append(.missing(path: path))
        continue
      }
      let found = try sha256.isEmpty ? "" : digest(path)
      if found == sha256 { right += 1 } else { flaws.append(.changed(path: path)) }
    }
    for path in files where listed[path] == nil && path != SealFiles.text && path != SealFiles.signature {
      if path == Self.about || path.hasSuffix("/" + Self.about), flaws.contains(.unreadable(path: path)) { continue }
      flaws.append(.unknown(path: path))
    }
    return (right, flaws)
  }

  private func signatureFlaws(_ key: VerifyingKey, _ text: [UInt8]?) throws(FolderError) -> [FolderFlaw] {
    guard let text, files.contains(SealFiles.signature) else { return [.unsigned] }
    return key.confirms(try bytes(SealFiles.signature), of: text) ? [] : [.signature]
  }

  /// Whether the database has sealed another text; where only a part of the report is here, another `about.json`, which lists
  /// the digests of its files.
  private func isOther(_ publication: RecordedPublication, _ text: [UInt8]?, _ abouts: [String]) throws(FolderError) -> Bool {
    if let text { return Array(publication.sealText.utf8) != text }
    let sealed = Set((publication.seal?.files ?? []).filter { $0.path.hasSuffix(Self.about) }.map(\.sha256))
    for path in abouts where try !sealed.contains(digest(path)) { return true }
    return false
  }

  private func bytes(_ path: String) throws(FolderError) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(path) { bytes += $0 }
    return bytes
  }

  private func digest(_ path: String) throws(FolderError) -> String {
    let digest = SHA256()
    try read(path) { digest.update(Array($0).span) }
    return digest.finish()
  }

  private func read(_ path: String, _ body: (ArraySlice<UInt8>) -> Void) throws(FolderError) {
    do throws(SystemError) {
      let file = try OpenFile("\(folder)/\(path)", for: .reading)
      var buffer = [UInt8](repeating: 0, count: 1 << 18)
      while true {
        let count = try file.read(into: &buffer)
        guard count > 0 else { return }
        body(buffer[..<count])
      }
    } catch {
      throw .unreadable("\(folder)/\(path)", error)
    }
  }
}

/// Why a folder cannot be verified.
public enum FolderError: Error, Sendable, Hashable {
  /// It has neither `about.json` nor a seal.
  case noReport(String)
  case unreadable(String, SystemError)
}

/// What `about.json` says of its report's files.
private struct ListedFiles: Decodable {
  let files: [File]
  let publication: Publication?

  struct File: Decodable {
    let name: String
    let sha256: String
  }

  struct Publication: Decodable {
    let number: Int
  }
}
