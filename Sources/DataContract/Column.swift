/// One column of an import file, and the column of the same name in the schema.
public struct Column: Sendable, Hashable {
  /// The English heading, also the name in the schema.
  public let name: String
  /// The Chinese heading.
  public let label: String
  public let type: ColumnType
  public let presence: Presence
  /// What the national personnel sets (GB/T 14946-2019) call it: accepted as its heading, too.
  public let nationalNames: [String]
  /// Codes of the national sets that mean something which the column cannot hold: a cell with one is refused with its meaning.
  public let unheldCodes: [Code]

  init(
    _ name: String, _ label: String, _ type: ColumnType, _ presence: Presence = .required, national: String...,
    unheld: [Code] = []
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.presence = presence
    nationalNames = national
    unheldCodes = unheld
  }
}

/// Whether a cell may be empty.
public enum Presence: Sendable, Hashable {
  case required
  case optional
}

/// What a cell holds.
public enum ColumnType: Sendable, Hashable {
  /// 1-64 characters of `A-Za-z0-9_-`, the first a letter or digit.
  case id
  /// An id that must exist in one of the tables (more than one: in any of them).
  case reference(to: [TableName])
  /// An id in `persons` or `units`, as the row's `subject_kind` says.
  case subject
  case text
  case date(DateSight)
  case bool
  /// A decimal of at most two fractional digits.
  case number(NumberRange)
  /// A whole number.
  case integer(IntegerRange)
  case code([Code])
  /// Codes separated by `;`.
  case tags([Code])
  /// Six digits of GB/T 2260, within the city's prefix.
  case regionCode
  /// `2025H1` or `2025H2`.
  case half
  /// A citizen's number of GB 11643, with its checksum.
  case identityNumber
  /// A clause id of the catalogue (`shaoxing.8`).
  case clause
  /// An indicator id of the catalogue.
  case indicator

  static func reference(to tables: TableName...) -> ColumnType {
    .reference(to: tables)
  }
}

/// How a date is seen at an as-of date.
public enum DateSight: Sendable, Hashable {
  /// The row's own date: a row dated after the as-of date does not exist yet.
  case own
  /// Reads as empty while it lies after the as-of date.
  case event
  /// Is read even when it lies ahead (birth, hiring, founding, due dates, periods of approval and validity).
  case open
}

/// The numbers a cell accepts.
public enum NumberRange: Sendable, Hashable {
  case nonNegative
  /// 0 to 100.
  case hundred
  case nonZero
}

/// The whole numbers a cell accepts.
public enum IntegerRange: Sendable, Hashable {
  /// 0 and more.
  case nonNegative
  /// 1 and more.
  case positive
  /// 1900 to 2100.
  case year

  public func contains(_ number: Int64) -> Bool {
    switch self {
    case .nonNegative: number >= 0
    case .positive: number >= 1
    case .year: (1900...2100).contains(number)
    }
  }
}

/// One code and its Chinese label.
public struct Code: Sendable, Hashable {
  public let code: String
  public let label: String
  /// What the code was called in an earlier edition of the contract: still read, no longer written.
  public let earlierLabels: [String]
  /// What else it is called: the codes of the national sets where they differ, and words in daily use.
  public let otherNames: [String]

  public init(_ code: String, _ label: String, earlier earlierLabels: [String] = [], also otherNames: [String] = []) {
    self.code = code
    self.label = label
    self.earlierLabels = earlierLabels
    self.otherNames = otherNames
  }

  /// Everything that it is read by.
  public var names: [String] { [code, label] + earlierLabels + otherNames }
}
