import CadreModel
import Messages
import PolicyKit
import Results

/// What a policy asks in a duty, as its parameters, its articles and our reading of them say it.
struct AskedOfDuty {
  let figures: DutyFigures
  let readings: Readings?
  let asOf: Day
  let language: Language

  var indicators: [Indicator] { figures.indicators }

  /// A sentence an indicator.
  var rules: [String] {
    get throws {
      try indicators.map { indicator in
        try readings?.reading(of: indicator, in: figures.policy)?.rule.text(in: language) ?? indicator.title.text(in: language)
      }
    }
  }

  /// The indicators' own numbers, each with its clause and whether the text states it. The days of warning decide nothing.
  var numbers: [String] {
    var lines: [String] = []
    for indicator in indicators {
      let own = parameters(of: indicator)
      lines += ParameterLines(policy: figures.policy, asOf: asOf, language: language).of(indicator, own)
    }
    return lines.distinct
  }

  var periods: [String] { indicators.compactMap { $0.askedPeriod?.text(in: language) }.distinct }

  /// The articles' ids.
  var clauses: [String] { indicators.compactMap { figures.policy.article(of: $0)?.id }.distinct }

  /// Nil where the duty has no number.
  var basis: Message? {
    let bases = Set(indicators.flatMap { parameters(of: $0).map(\.basis) })
    guard let first = bases.first else { return nil }
    return bases.count > 1
      ? ComparisonMessages.partlyAssumed : first == .stated ? ComparisonMessages.stated : ComparisonMessages.assumed
  }

  private func parameters(of indicator: Indicator) -> [PolicyParameter] {
    figures.policy.parameters(of: indicator).filter { !$0.name.hasPrefix("warn.") }
  }
}

/// Parameters as lines: `学时：90（系统假定，alpha.1）`.
struct ParameterLines {
  let policy: Policy
  let asOf: Day
  let language: Language

  /// Those in force at the date.
  func of(_ indicator: Indicator, _ parameters: [PolicyParameter]) -> [String] {
    let names = PartNames(of: indicator)
    return parameters.compactMap { parameter -> String? in
      guard let value = parameter.value(on: asOf) else { return nil }
      return ReportWorkbookMessages.parameter(
        parameter.title,
        value: Label(value.text(in: .chinese, named: names), value.text(in: .english, named: names)),
        basis: parameter.basis.label, clause: parameter.clause
      ).text(in: language)
    }
  }
}
