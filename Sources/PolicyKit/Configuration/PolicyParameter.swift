public import CadreModel

/// A number (or list of codes) that a policy's judgement depends on, with its source and its values over time.
public struct PolicyParameter: Sendable, Hashable {
  /// The full name without the policy: the indicator's name, then its own (`a2.matters.days`). Parameters of the whole
  /// policy have no indicator (`warn.period`).
  public let name: String
  public let title: Label
  /// What the value counts: `days`, `years`, `hours`, `times`, `persons`, `share`, `codes`, ...
  public let unit: String
  /// The article it comes from, `quzhou.a9`.
  public let clause: String
  public let basis: Basis
  /// In order of `validFrom`, without gap or overlap.
  public let values: [DatedValue]

  /// The value in force on a day; nil before the first.
  public func value(on day: Day) -> ParameterValue? {
    values.last { $0.validFrom <= day }?.value
  }

  func with(_ values: [DatedValue]) -> PolicyParameter {
    PolicyParameter(name: name, title: title, unit: unit, clause: clause, basis: basis, values: values)
  }
}

/// Whether a number is printed in the policy or was chosen where the policy leaves it open.
public enum Basis: String, Sendable, Hashable, CaseIterable {
  case stated
  case assumed

  public var label: Label {
    switch self {
    case .stated: Label("明文规定", "stated")
    case .assumed: Label("系统假定", "assumed")
    }
  }
}

/// A parameter's value from a day on.
public struct DatedValue: Sendable, Hashable {
  public let validFrom: Day
  public let value: ParameterValue

  public init(validFrom: Day, value: ParameterValue) {
    self.validFrom = validFrom
    self.value = value
  }
}

/// What a parameter can be.
public enum ParameterValue: Sendable, Hashable {
  case amount(Amount)
  case day(Day)
  case codes([String])
  /// A day of every year: `12-31`.
  case monthDay(MonthDay)
}

/// A month and a day of it that every year has.
public struct MonthDay: Sendable, Hashable, CustomStringConvertible {
  /// `12-31`.
  public let description: String

  /// - Parameter text: `MM-DD`; nil for anything else, and for 29 February.
  public init?(_ text: String) {
    guard Day("2001-\(text)") != nil else { return nil }
    description = text
  }

  /// The day in a year.
  public func day(of year: Int) -> Day? {
    Day("\(year)-\(description)")
  }
}

extension ParameterValue: CustomStringConvertible {
  public var description: String {
    switch self {
    case .amount(let amount): amount.description
    case .day(let day): day.description
    case .codes(let codes): codes.joined(separator: ";")
    case .monthDay(let monthDay): monthDay.description
    }
  }
}
