import DataContract
import Schema

/// How the cells of one column are checked, without anything that has to be counted while rows run through.
enum CellCheck {
  case id
  /// Ids of up to two tables, as positions among the checker's references.
  case reference(Int, Int?)
  /// Persons and units, as positions among the checker's references; the kind stands in that column.
  case subject(persons: Int, units: Int, kind: Int)
  case text
  case date
  case bool
  case number(NumberRange)
  case integer(IntegerRange)
  /// A position among the checker's code tables.
  case code(Int)
  case tags(Int)
  case regionCode
  case half
  case identityNumber
  case clause
  case indicator
}

/// What the columns of a table need to be checked, made once a file.
struct RowPlan {
  let table: Table
  let checks: [CellCheck]
  let isRequired: [Bool]
  let isKey: [Bool]
  /// The columns that say when a row's matter happened.
  let happened: [Int]
  let amounts: AmountStorage
  let codeTables: [CodeTable]
  let references: [ReferenceIDs]
  let rules: [CompiledRule]
  /// Of persons: what an identity number is compared with.
  let birthDate: Int
  let sex: Int

  init(_ table: Table, references catalogue: ReferenceCatalogue) {
    self.table = table
    var codeTables: [CodeTable] = []
    var references: [ReferenceIDs] = []
    func reference(_ name: TableName) -> Int {
      if let index = references.firstIndex(where: { $0.table == name }) { return index }
      references.append(catalogue.ids(of: name))
      return references.count - 1
    }
    func codes(_ codes: [Code]) -> Int {
      codeTables.append(CodeTable(codes))
      return codeTables.count - 1
    }
    let kind = table.columns.firstIndex { $0.name == "subject_kind" } ?? 0
    checks = table.columns.map { column in
      switch column.type {
      case .id: .id
      case .reference(let tables): .reference(reference(tables[0]), tables.count > 1 ? reference(tables[1]) : nil)
      case .subject: .subject(persons: reference(.persons), units: reference(.units), kind: kind)
      case .text: .text
      case .date: .date
      case .bool: .bool
      case .number(let range): .number(range)
      case .integer(let range): .integer(range)
      case .code(let list): .code(codes(list))
      case .tags(let list): .tags(codes(list))
      case .regionCode: .regionCode
      case .half: .half
      case .identityNumber: .identityNumber
      case .clause: .clause
      case .indicator: .indicator
      }
    }
    amounts = AmountStorage(of: table.name)
    self.codeTables = codeTables
    self.references = references
    isRequired = table.columns.map { $0.presence == .required }
    isKey = table.columns.map { table.key.contains($0.name) }
    let happened = FutureDates.columns(of: table)
    self.happened = table.columns.indices.filter { happened.contains(table.columns[$0].name) }
    birthDate = table.columns.firstIndex { $0.name == "birth_date" } ?? 0
    sex = table.columns.firstIndex { $0.name == "sex" } ?? 0
    rules = table.rules.compactMap { CompiledRule($0, in: table) }
  }
}

extension RowPlan {
  /// Whether a column holds text, which stays as it is written.
  func isText(_ column: Int) -> Bool {
    if case .text = checks[column] { true } else { false }
  }
}

/// A rule on several cells, its columns as positions.
enum CompiledRule {
  case interval(from: Int, to: Int)
  case oneGiven(Int, Int)
  case different(Int, Int)
  case notBothZero(Int, Int)

  init?(_ rule: RowRule, in table: Table) {
    func index(_ name: String) -> Int? { table.columns.firstIndex { $0.name == name } }
    switch rule {
    case .interval(let from, let to):
      guard let from = index(from), let to = index(to) else { return nil }
      self = .interval(from: from, to: to)
    case .oneGiven(let a, let b):
      guard let a = index(a), let b = index(b) else { return nil }
      self = .oneGiven(a, b)
    case .different(let a, let b):
      guard let a = index(a), let b = index(b) else { return nil }
      self = .different(a, b)
    case .notBothZero(let a, let b):
      guard let a = index(a), let b = index(b) else { return nil }
      self = .notBothZero(a, b)
    }
  }
}
