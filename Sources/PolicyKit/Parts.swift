public import CadreModel
import DataContract

/// What a case must have, each part checked by itself, so that a verdict can say which one is missing or late.
public enum Part: Sendable, Hashable {
  /// The column is filled in.
  case given(String)
  /// The column says yes: the document or step is there.
  case yes(String)
  /// The column says yes: a statement is true. Worded otherwise than a missing document.
  case so(String)
  /// The column's date is there, and not after another column's.
  case dated(String, by: String)
  /// The column's date is there, and not before another column's.
  case datedFrom(String, from: String)

  /// SQL for what a row lacks; null where it lacks nothing. A part is named by its column; `a:2025-03-05>b:2025-03-01`
  /// says that `a` is later than `b` allows.
  fileprivate func lacking(_ row: String) -> String {
    switch self {
    case .given(let column): "case when \(row).\(column) is null then '\(column)' end"
    case .yes(let column): "case when \(row).\(column) is not true then '\(column)' end"
    case .so(let column): "case when \(row).\(column) is not true then '\(column)!' end"
    case .dated(let column, let limit): Self.compared(column, ">", limit, row)
    case .datedFrom(let column, let limit): Self.compared(column, "<", limit, row)
    }
  }

  private static func compared(_ column: String, _ breach: String, _ limit: String, _ row: String) -> String {
    """
    case
      when \(row).\(column) is null then '\(column)'
      when \(row).\(column) \(breach) \(row).\(limit)
        then '\(column):' || \(row).\(column) || '\(breach)\(limit):' || \(row).\(limit)
    end
    """
  }
}

extension [Part] {
  /// SQL for all that a row lacks, for `detail`; null where it is complete.
  public func lacking(_ row: String) -> String {
    """
    nullif(
      concat_ws(
        ';',
        \(hanging: map { $0.lacking(row) }.joined(separator: ",\n"))
      ),
      ''
    )
    """
  }
}

/// The parts that a detail names (`archive_checked_on;matters_verified_on:2025-03-05>decided_on:2025-03-01`), in words.
public struct PartNames: Sendable, Hashable {
  /// The tables of the indicator's subjects.
  private let own: [TableName]
  /// The tables that the indicator reads.
  private let read: [TableName]

  /// A column of one name may be in several tables, and so may a code. Its label is taken from the tables of the indicator's
  /// subjects or those that it reads, else from the first of all tables that has it.
  public init(of indicator: Indicator) {
    own = Table.all.filter { $0.subjectKind == indicator.subjectKind }.map(\.name)
    read = indicator.tables
  }

  /// A column's label goes before a code's. Of codes, the tables that the indicator reads come first: another table may have
  /// another label for the same code.
  private func label(_ name: String) -> String? {
    Self.columns.label(name, in: own + read) ?? Self.codes.label(name, in: read + own)
  }

  /// Labels by name: of each table, and of the first table that has the name.
  private struct Labels {
    private var byTable: [TableName: [String: String]] = [:]
    private var first: [String: String] = [:]

    init(_ named: (Table) -> [(name: String, label: String)]) {
      for table in Table.all {
        let labels = Dictionary(named(table).map { ($0.name, $0.label) }) { earlier, _ in earlier }
        byTable[table.name] = labels
        first.merge(labels) { earlier, _ in earlier }
      }
    }

    func label(_ name: String, in tables: [TableName]) -> String? {
      for table in tables {
        if let label = byTable[table]?[name] { return label }
      }
      return first[name]
    }
  }

  private static let columns = Labels { table in table.columns.map { ($0.name, $0.label) } }

  private static let codes = Labels { table in
    var codes: [(name: String, label: String)] = []
    for case .code(let listed) in table.columns.map(\.type) { codes += listed.map { ($0.code, $0.label) } }
    for case .tags(let listed) in table.columns.map(\.type) { codes += listed.map { ($0.code, $0.label) } }
    return codes
  }

  /// What people call a column or code.
  public func name(_ code: String, in language: Language) -> String {
    switch language {
    case .chinese: label(code) ?? code
    case .english: (code.hasSuffix("_on") ? String(code.dropLast(3)) : code).replacing("_", with: " ")
    }
  }

  public func text(of detail: String, in language: Language) -> String {
    let parts = detail.split(separator: ";").map { text(ofPart: String($0), in: language) }
    return parts.joined(separator: language(zh: "；", en: "; "))
  }

  private func text(ofPart part: String, in language: Language) -> String {
    if part.hasSuffix("!") { return name(String(part.dropLast()), in: language) + language(zh: "：否", en: ": no") }
    guard let sign = part.firstIndex(where: { $0 == ">" || $0 == "<" }) else {
      guard !part.contains(":") else { return dated(part[...], in: language) }
      let name = name(part, in: language)
      return language(zh: "缺\(name)", en: "\(name) missing")
    }
    let (given, limit) = (dated(part[..<sign], in: language), dated(part[part.index(after: sign)...], in: language))
    return part[sign] == ">"
      ? language(zh: "\(given) 晚于\(limit)", en: "\(given) is after \(limit)")
      : language(zh: "\(given) 早于\(limit)", en: "\(given) is before \(limit)")
  }

  /// `decided_on:2025-03-01` as a column's name and its date.
  private func dated(_ text: Substring, in language: Language) -> String {
    let cells = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard cells.count == 2 else { return name(String(text), in: language) }
    return "\(name(cells[0], in: language)) \(cells[1])"
  }
}
