import DataContract
import PolicyTesting

/// An independent reading of the contract's rules over the files of a delivery.
struct ContractChecker {
  let regionPrefix: String
  /// What clauses and indicators begin with.
  let policies: [String]
  private(set) var faults: [String] = []
  private var ids: [TableName: Set<String>] = [:]
  private var rows: [TableName: [[String]]] = [:]

  init(regionPrefix: String, policies: [String] = Registered.policies) {
    self.regionPrefix = regionPrefix
    self.policies = policies
  }

  /// The rows of a table, cells in the contract's order.
  subscript(_ table: TableName) -> [[String]] { rows[table] ?? [] }

  mutating func read(_ table: Table, _ text: String) {
    var records = CSVText.records(text)
    let header = records.removeFirst()
    if header != table.columns.map(\.name) { faults.append("\(table.name): heading \(header)") }
    let places = table.key.compactMap { header.firstIndex(of: $0) }
    var keys: Set<String> = []
    for record in records {
      guard record.count == header.count else {
        faults.append("\(table.name): \(record.count) cells: \(record)")
        continue
      }
      let key = places.map { record[$0] }.joined(separator: "|")
      if !keys.insert(key).inserted { faults.append("\(table.name): twice \(key)") }
      rows[table.name, default: []].append(record)
    }
    ids[table.name] = keys
  }

  /// Checks every cell and rule once all tables are read.
  mutating func check() {
    for table in Table.all {
      let row = RowReader(table)
      var found: [String] = []
      for cells in self[table.name] {
        for (column, value) in zip(table.columns, cells) {
          if value.isEmpty {
            if column.presence == .required { found.append("\(table.name).\(column.name) is empty: \(cells)") }
          } else if !accepts(value, column.type, cells, row) {
            found.append("\(table.name).\(column.name): \(value)")
          }
        }
        for rule in table.rules where !holds(rule, cells, row) { found.append("\(table.name) \(rule): \(cells)") }
      }
      faults += found
    }
  }

  private func accepts(_ value: String, _ type: ColumnType, _ cells: [String], _ row: RowReader) -> Bool {
    switch type {
    case .id: return value.isContractID
    case .reference(let tables): return tables.contains { ids[$0]?.contains(value) ?? false }
    case .subject: return ids[row("subject_kind", cells) == "unit" ? .units : .persons]?.contains(value) ?? false
    case .text: return value.first != " " && value.last != " "
    case .date: return value.isISODate
    case .bool: return value == "0" || value == "1"
    case .number(let range): return isNumber(value, range)
    case .integer(let range): return Int64(value).map(range.contains) ?? false
    case .code(let codes): return codes.contains { $0.code == value }
    case .tags(let codes):
      let tags = value.split(separator: ";", omittingEmptySubsequences: false)
      return Set(tags).count == tags.count && tags.allSatisfy { tag in codes.contains { $0.code == tag } }
    case .regionCode: return value.count == 6 && value.isDigits && value.hasPrefix(regionPrefix)
    case .half: return value.count == 6 && value.hasPrefix("20") && (value.hasSuffix("H1") || value.hasSuffix("H2"))
    case .identityNumber: return isIdentity(value)
    case .clause: return value.split(separator: ".").count >= 2 && isOfPolicy(value)
    case .indicator: return value.split(separator: ".").count >= 3 && isOfPolicy(value)
    }
  }

  private func isOfPolicy(_ value: String) -> Bool {
    policies.contains { value.hasPrefix($0 + ".") }
  }

  private func isNumber(_ value: String, _ range: NumberRange) -> Bool {
    let parts = value.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && String($0).isDigits }),
      parts.count == 1 || parts[1].count <= 2, let number = Double(value)
    else { return false }
    return switch range {
    case .nonNegative: number >= 0
    case .hundred: number >= 0 && number <= 100
    case .nonZero: number != 0
    }
  }

  /// ISO 7064 MOD 11-2: the weighted sum of all eighteen places is 1 modulo 11. That birth date and sex agree with the row
  /// is no rule of the contract: where they do not, it is a contradiction.
  private func isIdentity(_ value: String) -> Bool {
    guard value.count == 18, String(value.dropLast()).isDigits, value.last?.isHexDigit ?? false || value.last == "X" else {
      return false
    }
    var sum = 0
    var power = 1
    for digit in value.reversed() {
      sum += (digit == "X" ? 10 : digit.wholeNumberValue ?? 0) * power
      power = power * 2 % 11
    }
    return sum % 11 == 1
  }

  private func holds(_ rule: RowRule, _ cells: [String], _ row: RowReader) -> Bool {
    switch rule {
    case .interval(let from, let to):
      row(from, cells).isEmpty || row(to, cells).isEmpty || row(from, cells) <= row(to, cells)
    case .oneGiven(let one, let other): row(one, cells).isEmpty != row(other, cells).isEmpty
    case .different(let one, let other): row(one, cells) != row(other, cells)
    case .notBothZero(let one, let other): Double(row(one, cells)) != 0 || Double(row(other, cells)) != 0
    }
  }
}

/// Finds cells by the names of their columns.
struct RowReader {
  private let places: [String: Int]

  init(_ table: Table) {
    places = Dictionary(uniqueKeysWithValues: table.columns.enumerated().map { ($0.element.name, $0.offset) })
  }

  func callAsFunction(_ column: String, _ cells: [String]) -> String {
    places[column].map { cells[$0] } ?? ""
  }
}

extension String {
  var isDigits: Bool { utf8.allSatisfy { (48...57).contains($0) } }

  /// 1-64 characters of `A-Za-z0-9_-`, the first a letter or digit.
  var isContractID: Bool {
    (1...64).contains(utf8.count) && utf8.first != 95 && utf8.first != 45
      && utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95 || $0 == 45 }
  }

  var isISODate: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    guard utf8.count == 10, parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1900...2100).contains(year) && (1...12).contains(month) && day >= 1 && day <= lengths[month - 1]
  }
}
