import CadreModel
import Files
import FoundationEssentials

/// Where the files of a report go: a folder in or below the one that the user named.
struct ReportPlace: Sendable, Hashable {
  /// The folder that the user named.
  let root: String
  let folder: String
}

/// What a report is of: of the same, a newer one takes an older one's place.
struct ReportSubject: Sendable, Hashable {
  let report: String
  let asOf: Day
  /// The city and policy of a city's report, the province of an overview's, where these are given.
  let scope: String?
  /// The names of its files.
  let files: [String]

  /// The names of a sub-folder for it, the plainest first.
  fileprivate var folderNames: [String] {
    let dated = scope.map { [asOf.description, "\(asOf.description)-\($0)"] } ?? [asOf.description]
    return dated + (2...99).map { "\(dated.last ?? "")-\($0)" }
  }

  /// Whether a folder has room for it: none of its files is there, or they are of the same report.
  fileprivate func fits(_ folder: String) -> Bool {
    guard files.contains(where: { FileStatus("\(folder)/\($0)") != nil }) else { return true }
    guard let origin = AboutOrigin(in: folder) else { return false }
    return origin.report == report && origin.asOf == asOf.description && origin.scope == scope
  }

  /// What must not be replaced, or cannot be: told before anything is done.
  fileprivate func check(_ folder: String) throws(DestinationError) {
    try Destination.checkFolder(folder)
    guard FileStatus(folder) != nil else { return }
    for file in files { try Destination.checkFile("\(folder)/\(file)") }
  }
}

/// What `about.json` says of its own report.
private struct AboutOrigin: Decodable {
  let report: String
  let asOf: String
  let scope: String?
  let files: [File]?

  struct File: Decodable {
    let name: String
  }

  /// Of the report in a folder; nil where there is none that can be read.
  init?(in folder: String) {
    let about = "\(folder)/\(About.fileName)"
    guard FileStatus(about)?.kind == .file, let bytes = FileManager.default.contents(atPath: about),
      let origin = try? JSONDecoder().decode(AboutOrigin.self, from: bytes)
    else { return nil }
    self = origin
  }

  private enum CodingKeys: String, CodingKey {
    case report
    case asOf = "as_of"
    case scope
    case files
  }
}

extension ReportPlace {
  /// Finds the folders for reports below one that the user named. Where one of them would write over another's files, all
  /// go to a sub-folder that is named after their date.
  ///
  /// - Parameter subjects: each with its folder below the one named, empty for that one itself.
  /// - Returns: the folder below which they go.
  /// - Throws: `DestinationError` for a place that is no folder, or a file's that is no file.
  static func root(
    for subjects: [(folder: String, subject: ReportSubject)], below root: String
  ) throws(DestinationError) -> String {
    try Destination.checkFolder(root)
    guard let first = subjects.first?.subject else { return root }
    let candidates = [root] + first.folderNames.map { "\(root)/\($0)" }
    let free = candidates.first { candidate in
      subjects.allSatisfy { $0.subject.fits(Self.join(candidate, $0.folder)) }
    }
    guard let free else { throw DestinationError(path: root, problem: .isFolder) }
    for (folder, subject) in subjects { try subject.check(Self.join(free, folder)) }
    return free
  }

  /// Finds the folder for one report. Where it would write over another's files, that is a sub-folder named after its
  /// date.
  init(of subject: ReportSubject, in folder: String, below root: String) throws(DestinationError) {
    try Destination.checkFolder(root)
    let base = Self.join(root, folder)
    try Self.checkSteps(folder, below: root)
    self.init(root: root, folder: try Self.root(for: [("", subject)], below: base))
  }

  /// The files of the report that lies there, as its `about.json` lists them: names alone, of kinds that reports have.
  var listedFiles: [String] {
    let kinds = ReportFormat.allCases.map { ".\($0.rawValue)" } + [".ics"]
    return (AboutOrigin(in: folder)?.files ?? []).map(\.name).filter { name in
      !name.contains("/") && kinds.contains(where: name.hasSuffix)
    }
  }

  static func join(_ root: String, _ folder: String) -> String {
    folder.isEmpty ? root : "\(root)/\(folder)"
  }

  /// Looks at each folder on the way: a link among them would lead elsewhere.
  private static func checkSteps(_ folder: String, below root: String) throws(DestinationError) {
    var path = root
    for step in folder.split(separator: "/") {
      path += "/\(step)"
      guard FileStatus(path) != nil else { return }
      try Destination.checkFolder(path)
    }
  }
}
