import Files
import Glibc

/// Moves a report's files into a folder that cannot be exchanged as a whole.
///
/// The old ones are set aside first, so that even if the process is killed on the way, all that lie there are of one
/// report; `about.json`, which lists the files, is the first to go and the last to come.
struct ReportFiles {
  /// `about.json` last.
  let names: [String]
  /// Those of the old report that have no successor.
  var former: [String] = []
  let draft: String
  let folder: String

  private var aside: String { "\(draft)/before" }

  func move() throws(OutputError) {
    guard unsafe mkdir(aside, 0o700) == 0 else { throw OutputError(path: folder, reason: .last) }
    do throws(OutputError) {
      for name in names.reversed() + former where FileStatus("\(folder)/\(name)") != nil {
        try move(name, from: folder, to: aside)
      }
      for name in names { try move(name, from: draft, to: folder) }
    } catch {
      restore()
      throw error
    }
    for name in names + former { unsafe unlink("\(aside)/\(name)") }
    unsafe rmdir(aside)
  }

  private func move(_ name: String, from source: String, to target: String) throws(OutputError) {
    guard unsafe rename("\(source)/\(name)", "\(target)/\(name)") == 0 else {
      throw OutputError(path: "\(folder)/\(name)", reason: .last)
    }
  }

  /// Takes the new files away and brings the old ones back.
  private func restore() {
    for name in names where FileStatus("\(draft)/\(name)") == nil {
      _ = unsafe rename("\(folder)/\(name)", "\(draft)/\(name)")
    }
    for name in names + former where FileStatus("\(aside)/\(name)") != nil {
      _ = unsafe rename("\(aside)/\(name)", "\(folder)/\(name)")
    }
    unsafe rmdir(aside)
  }
}
