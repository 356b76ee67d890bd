public import CadreModel
import Digest

/// What a publication seals: who published what, when, of which results, with which files. Written as a text of which the
/// digest is the seal, a line each thing; the text names the seal of the publication before it.
///
/// The pages of a publication carry the *content digest*: that of the lines before the files. The seal itself, which is over the
/// files too, cannot stand in these files: the pages of the next publication carry it.
public struct Seal: Sendable, Hashable {
  public let number: Int
  public let title: String
  public let asOf: Day
  /// The seal of the publication before; 64 zeros in the first.
  public let previous: String
  /// The last entry of the log of who looked, when this was published: its number and digest.
  public let auditEntry: Int
  public let auditDigest: String
  /// UTC.
  public let publishedOn: String
  /// The operating system's user and the machine.
  public let publishedBy: String
  /// The login of the database.
  public let login: String
  public let programVersion: String
  public let runs: [SealedRun]
  /// Those of the whole report, by their paths.
  public var files: [SealedFile] = []

  public init(
    number: Int, title: String, asOf: Day, previous: String, auditEntry: Int, auditDigest: String, publishedOn: String,
    publishedBy: String, login: String, programVersion: String, runs: [SealedRun]
  ) {
    self.number = number
    self.title = title
    self.asOf = asOf
    self.previous = previous
    self.auditEntry = auditEntry
    self.auditDigest = auditDigest
    self.publishedOn = publishedOn
    self.publishedBy = publishedBy
    self.login = login
    self.programVersion = programVersion
    self.runs = runs
  }

  /// Before the first publication.
  public static let origin = String(repeating: "0", count: 64)
  fileprivate static let form = "cadre publication 1"

  /// The codes of the cities whose results it seals.
  public var cities: [String] {
    runs.map(\.city).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The lines before the files.
  private var content: String {
    let head = [
      Self.form, "number \(number)", "title \(title)", "as-of \(asOf)", "previous \(previous)",
      "audit \(auditEntry) \(auditDigest)", "published-on \(publishedOn)", "published-by \(publishedBy)", "login \(login)",
      "program \(programVersion)",
    ]
    return (head + runs.map(\.line)).map { $0 + "\n" }.joined()
  }

  /// What the pages carry: the SHA-256 of all but the files, as 64 digits.
  public var contentDigest: String { SHA256.hex(of: content) }

  /// The text that is sealed.
  public var text: String {
    content + "content \(contentDigest)\n" + files.map { $0.line + "\n" }.joined()
  }

  /// The seal: the SHA-256 of the text, as 64 digits.
  public var digest: String { SHA256.hex(of: text) }

  /// What the pages of its files carry.
  public var stamp: PublicationStamp {
    PublicationStamp(number: number, title: title, contentDigest: contentDigest, previous: previous)
  }
}

/// The results of one run, as they were published.
public struct SealedRun: Sendable, Hashable {
  public let city: String
  public let runID: String
  public let policy: String
  public let asOf: String
  public let rulesDigest: String
  public let parametersDigest: String
  /// Of the data; empty where nothing was imported.
  public let watermark: String
  public let resultCount: Int
  /// SHA-256 of all its results in canonical order.
  public let resultsDigest: String
  /// Empty for an official run.
  public let scenario: String

  public init(
    city: String, runID: String, policy: String, asOf: String, rulesDigest: String, parametersDigest: String, watermark: String,
    resultCount: Int, resultsDigest: String, scenario: String
  ) {
    self.city = city
    self.runID = runID
    self.policy = policy
    self.asOf = asOf
    self.rulesDigest = rulesDigest
    self.parametersDigest = parametersDigest
    self.watermark = watermark
    self.resultCount = resultCount
    self.resultsDigest = resultsDigest
    self.scenario = scenario
  }

  fileprivate var line: String {
    let words = [city, runID, policy, asOf, rulesDigest, parametersDigest, watermark, String(resultCount), resultsDigest]
    // A scenario may hold spaces: last.
    return (["run"] + words.map { $0.isEmpty ? "-" : $0 } + (scenario.isEmpty ? [] : [scenario])).joined(separator: " ")
  }
}

/// A file as it was published.
public struct SealedFile: Sendable, Hashable {
  /// Below the report's folder.
  public let path: String
  public let size: Int
  public let sha256: String

  public init(path: String, size: Int, sha256: String) {
    self.path = path
    self.size = size
    self.sha256 = sha256
  }

  fileprivate var line: String { "file \(sha256) \(size) \(path)" }
}

/// What a publication's pages carry of it, so that paper says which one it is and holds the chain up to there.
public struct PublicationStamp: Sendable, Hashable {
  public let number: Int
  public let title: String
  public let contentDigest: String
  /// The seal of the publication before.
  public let previous: String

  public init(number: Int, title: String, contentDigest: String, previous: String) {
    self.number = number
    self.title = title
    self.contentDigest = contentDigest
    self.previous = previous
  }

  /// As paper shows digests: the first 16 digits.
  public static func short(_ digest: String) -> String { String(digest.prefix(16)) }
}

extension Seal {
  /// Reads a text. Nil for one that is not, letter by letter, what the same things would be written as.
  public init?(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    func value(_ key: String) -> String? {
      guard let line = lines.first, line.hasPrefix(key + " ") else { return nil }
      lines.removeFirst()
      return String(line.dropFirst(key.utf8.count + 1))
    }
    guard lines.popFirst() == Self.form[...], let number = value("number").flatMap({ Int($0) }), let title = value("title"),
      let asOf = value("as-of").flatMap({ Day($0) }), let previous = value("previous"),
      let audit = value("audit")?.split(separator: " "), audit.count == 2, let entry = Int(audit[0]),
      let publishedOn = value("published-on"), let publishedBy = value("published-by"), let login = value("login"),
      let program = value("program")
    else { return nil }
    var runs: [SealedRun] = []
    while let line = value("run") {
      let words = line.split(separator: " ", maxSplits: 9).map { $0 == "-" ? "" : String($0) }
      guard words.count >= 9, let count = Int(words[7]) else { return nil }
      runs.append(
        SealedRun(
          city: words[0], runID: words[1], policy: words[2], asOf: words[3], rulesDigest: words[4],
          parametersDigest: words[5], watermark: words[6], resultCount: count, resultsDigest: words[8],
          scenario: words.count > 9 ? words[9] : ""))
    }
    self.init(
      number: number, title: title, asOf: asOf, previous: previous, auditEntry: entry, auditDigest: String(audit[1]),
      publishedOn: publishedOn, publishedBy: publishedBy, login: login, programVersion: program, runs: runs)
    guard value("content") == contentDigest else { return nil }
    while let line = value("file") {
      let words = line.split(separator: " ", maxSplits: 2)
      guard words.count == 3, let size = Int(words[1]) else { return nil }
      files.append(SealedFile(path: String(words[2]), size: size, sha256: String(words[0])))
    }
    guard self.text == text else { return nil }
  }
}
