/// What an invented city takes from the real one beside its name: its counties, characters for names of places, its peoples,
/// and how well it keeps the records that its own policy asks for.
public struct SampleProfile: Sendable, Hashable {
  /// Its counties and districts; none for a county.
  public var counties: [County] = []
  /// First and second characters of invented place names, beside those that are common everywhere.
  public var placeFirsts: [String] = []
  public var placeLasts: [String] = []
  /// Peoples of GB/T 3304 that live there beside the Han, and how many in a thousand they are.
  public var peoples: [String] = []
  public var minorities = 0
  /// The documents that it has issued for clauses that ask for one.
  public var issuedDocuments: [IssuedDocument] = []
  /// Clauses that its units report on themselves.
  public var attestedClauses: [String] = []
  /// Indicators of its own policy, by the kind of subject a waiver may name.
  public var waivable: [WaivableSubject: [String]] = [:]
  public var keeping = RecordKeeping()

  public init() {}
}

/// A county, district or county-level city of GB/T 2260.
public struct County: Sendable, Hashable {
  public let code: Int
  public let name: String

  public init(code: Int, name: String) {
    self.code = code
    self.name = name
  }
}

/// A document that a clause asks for.
public struct IssuedDocument: Sendable, Hashable {
  public let clause: String
  public let title: String
  /// Issued some days before or after this.
  public let about: Day

  public init(clause: String, title: String, about: Day) {
    self.clause = clause
    self.title = title
    self.about = about
  }
}

/// What a waiver of an indicator is about.
public enum WaivableSubject: String, Sendable, Hashable, CaseIterable {
  case person, township, committee, unit, leave, post, village, pair, handover, promotion, recall, declaration, misconduct
  case abroadLeave = "abroad_leave"
  case youngPair = "young_pair"
  case sectionSelection = "section_selection"
  case officeTaken = "office_taken"
  case countyCommittee = "county_committee"
}

/// How well a city keeps the records that its own policy asks for: so many in a thousand exist.
public struct RecordKeeping: Sendable, Hashable {
  public var halfYearScores = 250
  public var selfChecks = 250
  public var branchLife = 300
  public var youngTalks = 250
  public var youngEducation = 400
  public var commitments = 400
  public var welfare = 500
  public var archives = 300
  public var teamTalks = 500
  public var villageDuties = 400
  public var assessmentFiles = 300
  public var partyLife = 500
  public var vettings = 40

  public init() {}

  /// Each kind of record by its name in a city's file.
  public static let kinds: [(name: String, path: any WritableKeyPath<RecordKeeping, Int> & Sendable)] = [
    ("half_year_scores", \.halfYearScores), ("self_checks", \.selfChecks), ("branch_life", \.branchLife),
    ("young_talks", \.youngTalks), ("young_education", \.youngEducation), ("commitments", \.commitments),
    ("welfare", \.welfare), ("archives", \.archives), ("team_talks", \.teamTalks),
    ("village_duties", \.villageDuties), ("assessment_files", \.assessmentFiles), ("party_life", \.partyLife),
    ("vettings", \.vettings),
  ]
}
