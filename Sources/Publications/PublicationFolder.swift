public import Audit
import Digest
public import Files
import Glibc

/// What lies beside the files of a publication, so that it can be verified without a database.
public enum SealFiles {
  /// The seal's text.
  public static let text = "seal.txt"
  /// The signature over it, as it is.
  public static let signature = "seal.sig"
}

extension PublicationStore {
  /// Writes a publication's files as they were when it was published, and its seal, into a folder that is new or empty. The
  /// folder gets its place when all is written.
  ///
  /// - Parameter author: who the log says hands it out.
  /// - Throws: `PublicationError`, `AuditError.notAppended`, and nothing is handed out; `DestinationError`, `SystemError`,
  ///   `PostgresError`.
  public nonisolated(nonsending) func write(
    _ publication: RecordedPublication, to folder: String, by author: AuditAuthor
  ) async throws {
    guard let seal = publication.seal else { throw PublicationError.unreadable(publication.number) }
    try Destination.checkFolder(folder)
    if let names = Folder.names(in: folder), !names.isEmpty { throw PublicationError.notEmpty(folder) }
    var entry = AuditEntry(.publication, cities: seal.cities, asOf: seal.asOf)
    entry.contentDigest = publication.digest
    entry.details = String(publication.number)
    try await AuditLog(author: author).append(entry, on: connection)
    let place = Folder.realPath(folder) ?? folder
    let draft = Self.draft(beside: place)
    do {
      try Folder.make(place)
      try Folder.make(draft)
      for file in seal.files {
        guard Self.isPlain(file.path) else { throw PublicationError.unreadable(publication.number) }
        let slash = file.path.lastIndex(of: "/")
        if let slash { try Folder.make("\(draft)/\(file.path[..<slash])") }
        let opened = try OpenFile("\(draft)/\(file.path)", for: .making(permissions: 0o600))
        let digest = SHA256()
        try await read(file.path, of: publication.number) { bytes in
          digest.update(bytes.span)
          try opened.write(bytes)
        }
        try opened.synchronize()
        guard digest.finish() == file.sha256 else {
          throw PublicationError.damaged(number: publication.number, path: file.path)
        }
      }
      try Self.put(Array(publication.sealText.utf8), "\(draft)/\(SealFiles.text)")
      if let signature = publication.signature { try Self.put(signature, "\(draft)/\(SealFiles.signature)") }
      guard unsafe rename(draft, place) == 0 else { throw SystemError.last }
    } catch {
      FolderTree(draft).remove()
      if let reason = error as? SystemError { throw PublicationError.unwritable(folder, reason) }
      throw error
    }
  }

  private static func draft(beside folder: String) -> String {
    guard let slash = folder.lastIndex(of: "/") else { return DrawnName.beside(folder) }
    return "\(folder[..<slash])/\(DrawnName.beside(String(folder[folder.index(after: slash)...])))"
  }

  private static func put(_ bytes: [UInt8], _ path: String) throws(SystemError) {
    let file = try OpenFile(path, for: .making(permissions: 0o600))
    try file.write(bytes)
    try file.synchronize()
  }

  /// Whether a path leads to a place below the folder.
  private static func isPlain(_ path: String) -> Bool {
    !path.isEmpty && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !["", ".", ".."].contains($0) }
  }
}

/// Why a publication cannot be made or written.
public enum PublicationError: Error, Sendable, Hashable {
  /// There is no publication of that number.
  case unknown(Int)
  /// Its text is none that this program would have sealed.
  case unreadable(Int)
  /// The bytes that are kept of a file are not those that were sealed.
  case damaged(number: Int, path: String)
  case notEmpty(String)
  case unwritable(String, SystemError)
  /// A title holds a character that ends lines, or nothing.
  case title
  /// A file holds no key of the kind that is needed.
  case key(String)
  /// No city was judged at the date.
  case nothingToPublish
}

/// A folder with all that lies below it.
package struct FolderTree {
  let path: String

  package init(_ path: String) {
    self.path = path
  }

  /// The paths of all that is no folder, below this one; nil where it cannot be read. Links are not followed.
  func files(below prefix: String = "") -> [String]? {
    guard let names = Folder.names(in: path) else { return nil }
    var found: [String] = []
    for name in names {
      if FileStatus("\(path)/\(name)")?.kind == .folder {
        guard let below = FolderTree("\(path)/\(name)").files(below: "\(prefix)\(name)/") else { return nil }
        found += below
      } else {
        found.append(prefix + name)
      }
    }
    return found
  }

  package func remove() {
    for name in Folder.names(in: path) ?? [] {
      if FileStatus("\(path)/\(name)")?.kind == .folder {
        FolderTree("\(path)/\(name)").remove()
      } else {
        unsafe unlink("\(path)/\(name)")
      }
    }
    unsafe rmdir(path)
  }
}
