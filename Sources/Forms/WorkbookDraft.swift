public import Files
public import Workbook

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A workbook on its way to its place: written beside it under a name that is drawn, for its owner's eyes alone.
public struct WorkbookDraft: Sendable {
  /// Where it goes.
  public let place: String
  /// Where it is written.
  public let path: String

  /// - Parameter place: a path in a folder that is there.
  /// - Throws: `WorkbookOutputError`.
  public init(for place: String) throws(WorkbookOutputError) {
    self.place = place
    let slash = place.lastIndex(of: "/")
    let folder = slash.map { String(place[...$0]) } ?? ""
    let name = slash.map { String(place[place.index(after: $0)...]) } ?? place
    path = folder + DrawnName.beside(name)
    // The writer's library opens what is there, and leaves to it whom it is readable for.
    do { _ = try OpenFile(path, for: .making(permissions: 0o600)) } catch { throw .system(path: place, error) }
  }

  /// Makes the workbook and puts it in its place, which has to be free; nothing is left of one that fails.
  public nonisolated(nonsending) func write<T>(
    _ body: nonisolated(nonsending) (String) async throws -> T
  ) async throws -> T {
    do {
      let value = try await body(path)
      guard FileStatus(place) == nil else { throw WorkbookOutputError.isThere(path: place) }
      guard unsafe rename(path, place) == 0 else { throw WorkbookOutputError.system(path: place, .last) }
      return value
    } catch let error as WorkbookWritingError {
      unsafe unlink(path)
      throw WorkbookOutputError(error, writing: place)
    } catch {
      unsafe unlink(path)
      throw error
    }
  }
}

/// Why a workbook could not be put where it was to be.
public enum WorkbookOutputError: Error, Hashable, Sendable {
  /// A file of that name is there already: somebody may be at work on it.
  case isThere(path: String)
  case system(path: String, SystemError)
  /// In the words of what writes it.
  case library(path: String, detail: String)
}

extension WorkbookOutputError {
  /// - Parameter place: where the workbook goes.
  public init(_ error: WorkbookWritingError, writing place: String) {
    switch error {
    case .library(_, let detail): self = .library(path: place, detail: detail)
    default: self = .library(path: place, detail: "\(error)")
    }
  }
}
