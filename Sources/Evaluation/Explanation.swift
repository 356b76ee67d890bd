public import CadreModel
public import PolicyKit

/// Why one subject was judged as it was: clause, parameters, rows counted, arithmetic, verdict, remedy.
public struct Explanation: Sendable {
  public let city: City
  public let policy: Policy
  public let article: Article
  public let indicator: Indicator
  public let asOf: Day
  /// The parameters that the verdict depends on, with the value in force at the as-of date.
  public let parameters: [ParameterInForce]
  /// One for each period (and class) of the subject; none where it is not judged.
  public let verdicts: [Verdict]
  /// Why the subject is not judged.
  public internal(set) var absences: [Absence] = []
  /// The rows about a subject that is not judged.
  public internal(set) var factsOfAbsent: [Fact] = []
  /// The tables that the indicator reads and that the city has never handed in.
  public internal(set) var tablesNeverReceived: [Label] = []
  /// Lists shown beside the verdict: those that a share does not count, or the ranking around the subject.
  public internal(set) var besides: [Beside] = []

  public struct ParameterInForce: Sendable, Hashable {
    public let parameter: PolicyParameter
    public let value: ParameterValue
  }

  /// One result, with the rows that made it.
  public struct Verdict: Sendable, Hashable {
    public let subjectID: String
    public let subjectName: String?
    public let unitID: String?
    public let unitName: String?
    public let period: String
    public let status: Status
    public let `class`: String?
    /// Plain decimals, as results carry them.
    public let observed: String?
    public let required: String?
    public let dueOn: Day?
    public let reason: Reason?
    public let detail: String?
    public let facts: [Fact]
  }

  /// One row of the city's data that took part.
  public struct Fact: Sendable, Hashable {
    /// The table's Chinese name and its own.
    public let table: Label
    public let key: String
    /// Headings and values, in the order of the contract; codes with their labels. Empty cells are left out.
    public let cells: [Cell]
  }

  /// A list shown beside the verdict.
  public struct Beside: Sendable, Hashable {
    public let heading: Label
    public let entries: [Entry]
    /// How many entries there are in all; `entries` may hold only some of them.
    public let total: Int

    public struct Entry: Sendable, Hashable {
      public let place: String?
      public let id: String
      public let name: String?
      public let amount: String?
      public let isSubject: Bool
    }
  }

  public struct Cell: Sendable, Hashable {
    public let heading: Label
    public let value: Label
  }
}
