public import CadreModel

/// One city judged under one policy at one date: all that a rule needs to become SQL.
public struct Judging: Sendable, Hashable {
  public let configuration: PolicyConfiguration
  /// The end of this day.
  public let asOf: Day
  public let purpose: Purpose
  /// Whose facts are read.
  public let extent: Extent
  /// Only the touched subjects listed for the indicator of this number; nil: those listed for any.
  public let ordinal: Int?

  /// What the SQL is for.
  public enum Purpose: Sendable, Hashable {
    /// All subjects at once. Sums over very many facts leave the facts' ids out.
    case evaluation
    /// One subject, with the ids of every fact counted.
    case explanation
  }

  /// How much of a city is judged.
  public enum Extent: Sendable, Hashable {
    case city
    /// Only the persons in the temporary table `touched_person`. For indicators whose reach is one person: of tables whose
    /// rows name a person, only the rows of these are read.
    case touchedPersons
    /// Only the units in the temporary table `touched_unit`. For indicators whose reach is one unit: of tables whose rows
    /// name a unit, only the rows of these are read.
    case touchedUnits
  }

  public init(
    configuration: PolicyConfiguration, asOf: Day, purpose: Purpose = .evaluation, extent: Extent = .city,
    ordinal: Int? = nil
  ) {
    self.configuration = configuration
    self.asOf = asOf
    self.purpose = purpose
    self.extent = extent
    self.ordinal = ordinal
  }

  /// The same judging of some persons or units only: those of one indicator, or of all.
  public func of(_ extent: Extent, ofIndicator ordinal: Int? = nil) -> Judging {
    Judging(configuration: configuration, asOf: asOf, purpose: purpose, extent: extent, ordinal: ordinal)
  }

  /// The persons or units whose facts are read; nil: everyone's.
  public var touched: SubjectsJudgedAgain? { SubjectsJudgedAgain(extent, ofIndicator: ordinal) }

  /// The calendar year of the as-of date.
  public var year: Period { .year(asOf.year) }
  public var lastYear: Period { .year(asOf.year - 1) }
  /// The latest half-year that has ended by the as-of date.
  public var half: Period { .lastHalfEnded(by: asOf) }
  /// The term of office that contains the as-of date.
  public var term: Period? { periods(.term).first }

  /// The term of office in villages that contains the as-of date.
  public var villageTerm: Period? {
    configuration.villageTerms.first { $0.starts <= asOf && asOf <= $0.ends }
  }

  /// The periods of that kind begun by the as-of date.
  public func periods(_ kind: PeriodKind) -> [Period] {
    kind.periods(begunBy: asOf, terms: configuration.terms)
  }

  /// A parameter's value in force at the as-of date.
  public func value(of name: String) throws(RenderingError) -> ParameterValue {
    guard let parameter = configuration[parameter: name] else {
      throw .unknownParameter(name, policy: configuration.policy)
    }
    guard let value = parameter.value(on: asOf) else { throw .noValue(name, on: asOf) }
    return value
  }

  /// A parameter that must be a whole number.
  public func whole(_ name: String) throws(RenderingError) -> Int {
    guard case .amount(let amount) = try value(of: name), let whole = amount.whole else { throw .notWhole(name) }
    return whole
  }
}

extension Reach {
  /// How much of a city is judged again when facts of some persons or units have changed.
  public var extent: Judging.Extent {
    switch self {
    case .city: .city
    case .ownPerson: .touchedPersons
    case .ownUnit: .touchedUnits
    }
  }
}

/// A rule that cannot become SQL: an error in a policy module or its configuration.
public enum RenderingError: Error, Sendable, Hashable, CustomStringConvertible {
  case unknownParameter(String, policy: String)
  case noValue(String, on: Day)
  case notWhole(String)
  case unknownPlaceholder(String)
  case unclosedPlaceholder(String)

  public var description: String {
    switch self {
    case .unknownParameter(let name, let policy):
      "config/policies/\(policy).yaml has no parameter '\(name)'; add it with value, clause and basis"
    case .noValue(let name, let day): "parameter '\(name)' has no value on \(day)"
    case .notWhole(let name): "parameter '\(name)' must be a whole number"
    case .unknownPlaceholder(let name): "'{\(name)}' is neither a table, a date of the judging nor a parameter"
    case .unclosedPlaceholder(let text): "a '{' without '}' in: \(text)"
    }
  }
}
