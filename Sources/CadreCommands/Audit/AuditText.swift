import Audit
import CadreModel
import Messages
import PostgresClient
import Results
import Spreadsheet

/// The log's entries as people and programs read them, a piece at a time: there may be millions.
struct AuditText {
  enum Form {
    case lines, csv, json
  }

  let form: Form
  let language: Language
  private var writer: CSVWriter
  private var waiting: [UInt8] = []
  private(set) var count = 0

  init(form: Form, language: Language) {
    self.form = form
    self.language = language
    writer = CSVWriter(byteOrderMark: form == .csv && language == .chinese)
    if form == .csv { writer.appendRecord(AuditMessages.headings.map { $0.text(in: language) }) }
  }

  /// Whether enough is waiting to be printed.
  var isLong: Bool { waiting.count > 1 << 16 || count.isMultiple(of: 500) }

  mutating func append(_ entry: RecordedEntry) {
    count += 1
    switch form {
    case .lines: waiting += Array((line(entry).withoutControls + "\n").utf8)
    case .csv: writer.appendRecord(cells(entry))
    case .json: waiting += Array(((count == 1 ? "[\n  " : ",\n  ") + json(entry).text(indent: "  ")).utf8)
    }
  }

  /// What comes after the last entry.
  mutating func end() {
    switch form {
    case .lines: waiting += Array((AuditMessages.entries(count).text(in: language) + "\n").utf8)
    case .csv: break
    case .json: waiting += Array((count == 0 ? "[]\n" : "\n]\n").utf8)
    }
  }

  /// What is to be printed now.
  mutating func take() -> [UInt8] {
    defer { waiting.removeAll(keepingCapacity: true) }
    return form == .csv ? writer.take() : waiting
  }

  private func cells(_ entry: RecordedEntry) -> [String] {
    [
      String(entry.number), entry.on.description, entry.login, entry.author.osUser, entry.author.programVersion,
      entry.author.command, kind(entry), entry.cities.joined(separator: ","), entry.policy, entry.indicator, entry.subject,
      entry.asOf?.description ?? "", entry.contentDigest, entry.details, entry.digest,
    ]
  }

  private func line(_ entry: RecordedEntry) -> String {
    let what = [
      entry.cities.joined(separator: ","), entry.policy, entry.indicator, entry.subject, entry.asOf?.description ?? "",
      entry.details,
    ]
    let who = AuditMessages.who(entry.author.osUser, login: entry.login).text(in: language)
    return (["\(entry.number)", entry.on.officialText, who, kind(entry), entry.author.command] + what.filter { !$0.isEmpty })
      .joined(separator: "  ")
  }

  /// A kind of a newer program by its code.
  private func kind(_ entry: RecordedEntry) -> String {
    AuditKind(rawValue: entry.kind).map { $0.title.text(in: language) } ?? entry.kind
  }

  private func json(_ entry: RecordedEntry) -> JSON {
    .object([
      ("entry_number", .number(String(entry.number))), ("entered_on", .string(entry.on.description)),
      ("login", .string(entry.login)), ("os_user", .string(entry.author.osUser)),
      ("program_version", .string(entry.author.programVersion)), ("command", .string(entry.author.command)),
      ("kind", .string(entry.kind)), ("cities", .array(entry.cities.map(JSON.string))), ("policy", .string(entry.policy)),
      ("indicator", .string(entry.indicator)), ("subject_id", .string(entry.subject)),
      ("as_of", entry.asOf.map { .string($0.description) } ?? .null), ("content_digest", .string(entry.contentDigest)),
      ("details", .string(entry.details)), ("digest", .string(entry.digest)),
    ])
  }
}

extension AuditKind {
  var title: Message {
    switch self {
    case .report: AuditMessages.report
    case .export: AuditMessages.export
    case .explanation: AuditMessages.explanation
    case .publication: AuditMessages.publication
    case .doctor: AuditMessages.doctor
    case .import: AuditMessages.imported
    case .undoing: AuditMessages.undoing
    case .log: AuditMessages.log
    case .access: AuditMessages.access
    case .unmasking: AuditMessages.unmasking
    case .backup: AuditMessages.backup
    case .restoration: AuditMessages.restoration
    case .keys: AuditMessages.keys
    case .signIn: AuditMessages.signIn
    }
  }
}

extension AuditFlaw {
  var message: Message {
    switch self {
    case .changed(let entry): AuditMessages.changed(entry)
    case .missing(let entry, let next): AuditMessages.missing(entry, next: next)
    case .unconnected(let entry): AuditMessages.unconnected(entry)
    case .end(let found, let noted): AuditMessages.end(found: found, noted: noted)
    case .importRecord(let city, let number, let entry): AuditMessages.importRecord(city, number, entry: entry)
    case .importNotEntered(let city, let number): AuditMessages.importNotEntered(city, number)
    case .unknownDigest(let digest): AuditMessages.unknownDigest(digest)
    }
  }
}
