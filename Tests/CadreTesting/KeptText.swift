public import Foundation
public import Testing

/// Compares a text with the one kept in a folder beside the test, and shows the lines that differ.
///
/// With `CADRE_WRITE_TEXTS=1` in the environment the kept text is written anew, and the test fails once, so that the
/// change is looked at.
public func expectKept(
  _ text: String, as name: String, in folder: String = "Texts", beside test: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: test).deletingLastPathComponent().appending(path: "\(folder)/\(name).txt")
  try expectKept(text + "\n", at: file, sourceLocation: sourceLocation)
}

/// Compares a text with a whole file, wherever that lies.
public func expectKept(_ text: String, at file: URL, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let name = file.lastPathComponent
  if ProcessInfo.processInfo.environment["CADRE_WRITE_TEXTS"] != nil {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("\(name) was written: look at the change, then run without CADRE_WRITE_TEXTS", sourceLocation: sourceLocation)
    return
  }
  let kept = try String(contentsOf: file, encoding: .utf8)
  guard text != kept else { return }
  let (new, old) = (
    text.split(separator: "\n", omittingEmptySubsequences: false), kept.split(separator: "\n", omittingEmptySubsequences: false)
  )
  let changes = new.difference(from: old).map { change in
    switch change {
    case .remove(let line, let element, _): "- \(line + 1): \(element)"
    case .insert(let line, let element, _): "+ \(line + 1): \(element)"
    }
  }
  Issue.record("\(name) differs:\n\(changes.joined(separator: "\n"))", sourceLocation: sourceLocation)
}
