import CadreModel
import DataContract

/// A parameter set to another value to see what would become of it: `kunming.4.annual-training.hours=100`.
public struct ParameterSetting: Sendable, Hashable {
  public let policy: String
  /// Its full name without the policy.
  public let name: String
  /// As it was written; several codes with `;` or `,` between them.
  public let value: String

  /// - Throws: `ParameterSettingError.malformed`.
  public init(_ text: String) throws(ParameterSettingError) {
    guard let sign = text.firstIndex(of: "="), let dot = text[..<sign].firstIndex(of: ".") else {
      throw .malformed(text)
    }
    policy = text[..<dot].trimmed
    name = text[text.index(after: dot)..<sign].trimmed
    value = text[text.index(after: sign)...].trimmed
    guard !policy.isEmpty, !name.isEmpty, !value.isEmpty else { throw .malformed(text) }
  }
}

/// A parameter that cannot be set so.
public enum ParameterSettingError: Error, Sendable, Hashable {
  case malformed(String)
  /// Of a parameter or a whole policy: what was written, and what may have been meant.
  case unknown(String, nearest: [String])
  /// The value is of another kind than the parameter's.
  case wrongKind(String, value: String, expected: Kind)
  /// No column has such a code among those that the parameter names.
  case unknownCode(String, code: String, nearest: [String])
  /// The parameter is set twice.
  case twice(String)

  /// What a parameter's value is.
  public enum Kind: Sendable, Hashable, CaseIterable {
    case wholeNumber, number, day, monthDay, codes
  }
}

extension PolicyLibrary {
  /// The same library with parameters set to other values, at all times. Stated numbers may be set, too: this is a what-if.
  ///
  /// - Throws: `ParameterSettingError`.
  public func setting(_ settings: [ParameterSetting]) throws(ParameterSettingError) -> PolicyLibrary {
    var policies = policies
    var seen: Set<String> = []
    for setting in settings {
      let written = "\(setting.policy).\(setting.name)"
      guard seen.insert(written).inserted else { throw .twice(written) }
      guard let index = policies.firstIndex(where: { $0.code == setting.policy }),
        let parameter = policies[index].configuration[parameter: setting.name]
      else {
        let known = policies.flatMap { policy in policy.configuration.parameters.map { "\(policy.code).\($0.name)" } }
        throw .unknown(written, nearest: NearMiss.nearest(written, in: known))
      }
      policies[index] = policies[index].setting(parameter, to: try parameter.value(setting, written))
    }
    return with(policies)
  }

  /// The parameter that a setting names; nil where there is none.
  public func parameter(of setting: ParameterSetting) -> PolicyParameter? {
    policy(setting.policy)?.configuration[parameter: setting.name]
  }
}

extension PolicyParameter {
  /// Units of which there are parts; rules count all others as whole numbers.
  private static let divisible: Set = ["share", "ratio", "hours", "points"]

  /// What is written as a value of this parameter's kind.
  fileprivate func value(_ setting: ParameterSetting, _ name: String) throws(ParameterSettingError) -> ParameterValue {
    let text = setting.value
    func wrong(_ expected: ParameterSettingError.Kind) -> ParameterSettingError {
      .wrongKind(name, value: text, expected: expected)
    }
    switch values.last?.value {
    case .amount:
      let isWhole = !Self.divisible.contains(unit)
      guard let amount = Amount(text), amount >= Amount(0) else { throw wrong(isWhole ? .wholeNumber : .number) }
      guard !isWhole || amount.whole != nil else { throw wrong(.wholeNumber) }
      return .amount(amount)
    case .day:
      guard let day = Day(text) else { throw wrong(.day) }
      return .day(day)
    case .monthDay:
      guard let day = MonthDay(text) else { throw wrong(.monthDay) }
      return .monthDay(day)
    case .codes(let official):
      let codes = text.split { ";,\u{FF1B}\u{FF0C}\u{3001}".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
      guard !codes.isEmpty else { throw wrong(.codes) }
      let known = Self.codes(beside: official)
      if let unknown = codes.first(where: { !known.isEmpty && !known.contains($0) }) {
        throw .unknownCode(name, code: unknown, nearest: NearMiss.nearest(unknown, in: known))
      }
      return .codes(codes)
    case nil: throw .unknown(name, nearest: [])
    }
  }

  /// All codes of the columns that have every one of some codes; none where no column has.
  private static func codes(beside official: [String]) -> [String] {
    var known: [String] = []
    for column in Table.all.flatMap(\.columns) {
      let codes: [String] =
        switch column.type {
        case .code(let listed), .tags(let listed): listed.map(\.code)
        default: []
        }
      if Set(official).isSubset(of: codes) { known += codes.filter { !known.contains($0) } }
    }
    return known
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
