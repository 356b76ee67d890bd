import DataContract

/// An independent reading of the contract's rules over the files of a delivery.
struct ContractChecker {
  let regionPrefix: String
  private(set) var faults: [String] = []
  private var ids: [TableName: Set<String>] = [:]
  private var rows: [TableName: [[String: String]]] = [:]

  init(regionPrefix: String) {
    self.regionPrefix = regionPrefix
  }

  subscript(_ table: TableName) -> [[String: String]] { rows[table] ?? [] }

  mutating func read(_ table: Table, _ text: String) {
    var lines = CSVText.records(text)
    let header = lines.removeFirst()
    if header != table.columns.map(\.name) { faults.append("\(table.name): heading \(header)") }
    rows[table.name] = lines.map { cells in
      if cells.count != header.count { faults.append("\(table.name): \(cells.count) cells: \(cells)") }
      return Dictionary(uniqueKeysWithValues: zip(header, cells))
    }
    var keys: Set<String> = []
    for row in self[table.name] {
      let key = table.key.map { row[$0] ?? "" }.joined(separator: "|")
      if !keys.insert(key).inserted { faults.append("\(table.name): twice \(key)") }
    }
    ids[table.name] = keys
  }

  /// Checks every cell and rule once all tables are read.
  mutating func check() {
    for table in Table.all {
      for row in self[table.name] {
        for column in table.columns {
          let value = row[column.name] ?? ""
          if value.isEmpty {
            if column.presence == .required { faults.append("\(table.name).\(column.name) is empty: \(row)") }
          } else if !accepts(value, column.type, row) {
            faults.append("\(table.name).\(column.name): \(value)")
          }
        }
        for rule in table.rules where !holds(rule, row) { faults.append("\(table.name) \(rule): \(row)") }
      }
    }
  }

  private func accepts(_ value: String, _ type: ColumnType, _ row: [String: String]) -> Bool {
    switch type {
    case .id: return value.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9_-]{0,63}/) != nil
    case .reference(let tables): return tables.contains { ids[$0]?.contains(value) ?? false }
    case .subject: return ids[row["subject_kind"] == "unit" ? .units : .persons]?.contains(value) ?? false
    case .text: return value == value.trimmingBlanks
    case .date: return isDate(value)
    case .bool: return value == "0" || value == "1"
    case .number(let range): return isNumber(value, range)
    case .integer(let least): return Int(value).map { $0 >= (least ?? Int.min) } ?? false
    case .code(let codes): return codes.contains { $0.code == value }
    case .tags(let codes):
      let tags = value.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      return Set(tags).count == tags.count && tags.allSatisfy { tag in codes.contains { $0.code == tag } }
    case .regionCode: return value.wholeMatch(of: /[0-9]{6}/) != nil && value.hasPrefix(regionPrefix)
    case .half: return value.wholeMatch(of: /20[0-9]{2}H[12]/) != nil
    case .identityNumber: return isIdentity(value, row)
    case .clause: return value.wholeMatch(of: /(quzhou|shaoxing|jingxian|kunming)\.[ab0-9.]+/) != nil
    case .indicator: return value.wholeMatch(of: /(quzhou|shaoxing|jingxian|kunming)\.[ab0-9.]+\.[a-z-]+/) != nil
    }
  }

  private func isNumber(_ value: String, _ range: NumberRange) -> Bool {
    guard value.wholeMatch(of: /-?[0-9]+(\.[0-9]{1,2})?/) != nil, let number = Double(value) else { return false }
    return switch range {
    case .any: true
    case .nonNegative: number >= 0
    case .hundred: number >= 0 && number <= 100
    case .nonZero: number != 0
    }
  }

  private func isDate(_ value: String) -> Bool {
    guard let match = value.wholeMatch(of: /([0-9]{4})-([0-9]{2})-([0-9]{2})/),
      let year = Int(match.1), let month = Int(match.2), let day = Int(match.3)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1900...2100).contains(year) && (1...12).contains(month) && day >= 1 && day <= lengths[month - 1]
  }

  /// ISO 7064 MOD 11-2: the weighted sum of all eighteen places is 1 modulo 11; birth date and sex agree with the row.
  private func isIdentity(_ value: String, _ row: [String: String]) -> Bool {
    guard value.wholeMatch(of: /[0-9]{17}[0-9X]/) != nil else { return false }
    var sum = 0
    var power = 1
    for digit in value.reversed() {
      sum += (digit == "X" ? 10 : digit.wholeNumberValue ?? 0) * power
      power = power * 2 % 11
    }
    let birth = (row["birth_date"] ?? "").replacing("-", with: "")
    let sequence = value.dropLast().last?.wholeNumberValue ?? 0
    return sum % 11 == 1 && value.dropFirst(6).hasPrefix(birth) && (sequence % 2 == 1) == (row["sex"] == "1")
  }

  private func holds(_ rule: RowRule, _ row: [String: String]) -> Bool {
    func cell(_ name: String) -> String { row[name] ?? "" }
    switch rule {
    case .interval(let from, let to): return cell(from).isEmpty || cell(to).isEmpty || cell(from) <= cell(to)
    case .oneGiven(let one, let other): return cell(one).isEmpty != cell(other).isEmpty
    case .different(let one, let other): return cell(one) != cell(other)
    case .notBothZero(let one, let other): return Double(cell(one)) != 0 || Double(cell(other)) != 0
    }
  }
}

extension String {
  var trimmingBlanks: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
