/// What a delivery of the field's formats says, in the columns of the contract, before anybody is looked up.
public struct FieldDraft: Sendable, Hashable {
  public internal(set) var units: [UnitDraft] = []
  public internal(set) var persons: [PersonDraft] = []
  public internal(set) var posts: [PostDraft] = []
  public internal(set) var assessments: [AssessmentDraft] = []
  public internal(set) var notices: [FieldNotice] = []
  /// How many forms were read.
  var forms = 0
  /// How many files were read.
  public internal(set) var files = 0

  init() {}
}

/// A unit, from `B01`.
public struct UnitDraft: Sendable, Hashable {
  public let place: FieldPlace
  /// B0111.
  public let code: String?
  /// B0121.
  public let superiorCode: String?
  /// By the contract's columns.
  public let cells: [String: String]
}

/// A person, from `A01` or a form.
public struct PersonDraft: Sendable, Hashable {
  public let place: FieldPlace
  /// A0000, by which the system that wrote the exchange knows the person; a form has none.
  public let systemID: String?
  public let identityNumber: String?
  public let name: String?
  /// By the contract's columns.
  public let cells: [String: String]
  public let dates: [String: FieldDate]
}

/// A post, from `A02` or a line of a form's 简历.
public struct PostDraft: Sendable, Hashable {
  public let place: FieldPlace
  /// The person's place among the draft's persons; nil where the exchange has no such person.
  public let person: Int?
  /// A0200.
  public let systemID: String?
  public let unit: UnitMark
  public let cells: [String: String]
  public let dates: [String: FieldDate]
  /// Whether it is only a post where a unit of the city is found: earlier lines of a 简历 also tell of schools and other places.
  public let isPast: Bool
}

/// By what a unit is found.
public enum UnitMark: Sendable, Hashable {
  /// A0201B and A0201A.
  case unit(code: String?, name: String?)
  /// A text that begins with the unit's name, the title behind it.
  case beginning(of: String)
}

/// The assessment of a person in a year, from `A15` or a form.
public struct AssessmentDraft: Sendable, Hashable {
  public let place: FieldPlace
  /// As in `PostDraft`.
  public let person: Int?
  /// By the contract's columns.
  public let cells: [String: String]
}

/// What was read past.
public enum FieldNotice: Sendable, Hashable {
  /// Tables of an exchange that hold nothing of what is imported.
  case tablesNotRead([String])
  /// A form's assessments in words that name no years.
  case assessmentsUnclear(FieldPlace)
  /// Data elements of a table that no column here holds, each with how many rows have it.
  case elementsNotRead(file: String, [FieldElement])
  /// Forms are called by their numbers, so many.
  case formsNumbered(Int)
  /// What stands where the date of joining the party should, and is neither a date nor a party's name.
  case partyUnclear(FieldPlace)
}

/// A data element of the national standard that was not read: `A0165`.
public struct FieldElement: Sendable, Hashable {
  public let name: String
  public let rows: Int

  public init(name: String, rows: Int) {
    self.name = name
    self.rows = rows
  }
}
