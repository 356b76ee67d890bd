public import CadreModel

/// What an invented city takes from the real one: its regions and names, and which duties its own policy makes it
/// record best.
public struct SampleCity: Sendable {
  /// `quzhou`, as in `cadre import --city`.
  public let code: String
  let name: String
  /// `衢州市`; for a county, `泾县`.
  let fullName: String
  /// Region code of the whole: 330800, 341823.
  let regionCode: Int
  /// True where the jurisdiction is a county: it has no city level.
  let isCounty: Bool
  /// Its counties and districts; for a county, itself.
  let counties: [County]
  /// First and second character of invented place names.
  let placeFirsts: [String]
  let placeLasts: [String]
  /// Peoples of GB/T 3304 that live there beside the Han, and how many in a thousand they are.
  let peoples: [String]
  let minorities: Int
  /// What it issued, or should have issued, to carry out clauses.
  let issuedDocuments: [IssuedDocument]
  /// Clauses that its units report on themselves.
  let attestedClauses: [String]
  /// Indicators of its own policy, by the kind of subject a waiver may name.
  let waivable: [WaivableSubject: [String]]
  /// How many in a thousand of the persons each kind of record is kept for.
  let keeping: RecordKeeping

  /// The cities a sample can be made of.
  public static let all: [SampleCity] = [quzhou, shaoxing, jingxian, kunming]

  /// What the city is called.
  public var names: CityName { CityName(code: code, chinese: fullName, english: code) }

  /// The city of that code.
  public static func named(_ code: String) throws(SampleError) -> SampleCity {
    guard let city = all.first(where: { $0.code == code }) else {
      throw .unknownCity(code: code, known: all.map(\.code))
    }
    return city
  }
}

/// A county, district or county-level city of GB/T 2260.
struct County: Sendable {
  let code: Int
  let name: String

  init(_ code: Int, _ name: String) {
    self.code = code
    self.name = name
  }
}

/// A document that a clause asks for.
struct IssuedDocument: Sendable {
  let clause: String
  let title: String
  /// Days after the policy began; nil where none was issued.
  let after: Int?
  let policyBegan: Day

  init(_ clause: String, _ title: String, after days: Int?, of year: Int, day: Int) {
    self.clause = clause
    self.title = title
    after = days
    policyBegan = Day.firstDay(ofYear: year).adding(days: day - 1)
  }
}

/// What a waiver of an indicator is about.
enum WaivableSubject: Sendable, Hashable {
  case person, township, committee, unit, leave, abroadLeave, post, village, pair, youngPair, handover, promotion, sectionSelection
  case officeTaken, countyCommittee, recall, declaration, misconduct
}

/// How thoroughly a city keeps the records that its own policy asks for, in a thousand of those concerned.
struct RecordKeeping: Sendable {
  var halfYearScores = 250
  var selfChecks = 250
  var branchLife = 300
  var youngTalks = 250
  var youngEducation = 400
  var commitments = 400
  var welfare = 500
  var archives = 300
  var teamTalks = 500
  var villageDuties = 400
  var assessmentFiles = 300
  var partyLife = 500
  var vettings = 40
}
