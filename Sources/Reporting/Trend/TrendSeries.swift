import CadreModel
import Messages
import PolicyKit
import Results

/// One row of numbers over time: a city's, a field's of work, an indicator's or a unit's.
struct TrendSeries {
  let level: TrendLevel
  /// The code of the field, the indicator's or the unit's id; empty for a city.
  let id: String
  let name: String
  /// The earliest first.
  let values: [Value]

  /// What was counted at one date.
  struct Value {
    let asOf: Day
    let tally: Tally
    let compliance: Rate?
    let completion: Rate?
    let isOfSameData: Bool
  }
}

extension CityTrend {
  /// The trend's rows of some levels, level by level.
  func series(_ levels: Set<TrendLevel>, _ language: Language) -> [TrendSeries] {
    TrendLevel.allCases.filter(levels.contains).flatMap { level in
      switch level {
      case .city: [whole(language)]
      case .domain: domains.map { of($0, language) }
      case .indicator: indicators(language)
      case .unit: units.map { of($0, .unit, $0.tallies) }.filter { !$0.values.isEmpty }
      case .branch: units.compactMap { unit in unit.withUnitsBelow.map { of(unit, .branch, $0) } }
      }
    }
  }

  /// All duties of the city together.
  func whole(_ language: Language) -> TrendSeries {
    TrendSeries(
      level: .city, id: "", name: city.label.text(in: language),
      values: points.map {
        TrendSeries.Value(
          asOf: $0.asOf, tally: $0.total, compliance: $0.compliance, completion: $0.completion, isOfSameData: $0.isOfSameData)
      })
  }

  private func of(_ domain: Domain, _ language: Language) -> TrendSeries {
    TrendSeries(
      level: .domain, id: domain.rawValue, name: domain.label.text(in: language),
      values: points.compactMap { point in
        point.domains.first { $0.domain == domain }.map {
          TrendSeries.Value(
            asOf: point.asOf, tally: $0.tally, compliance: $0.compliance, completion: $0.completion,
            isOfSameData: point.isOfSameData)
        }
      })
  }

  /// Duties alone: statistics have no rate.
  private func indicators(_ language: Language) -> [TrendSeries] {
    var values: [String: [TrendSeries.Value]] = [:]
    for point in points {
      for entry in point.indicators {
        values[entry.indicator.id, default: []].append(
          TrendSeries.Value(
            asOf: point.asOf, tally: entry.tally, compliance: entry.compliance, completion: entry.completion,
            isOfSameData: point.isOfSameData))
      }
    }
    return policy.indicators.filter { !$0.isStatistic }.compactMap { indicator in
      values[indicator.id].map {
        TrendSeries(level: .indicator, id: indicator.id, name: indicator.title.text(in: language), values: $0)
      }
    }
  }

  private func of(_ unit: UnitTrend, _ level: TrendLevel, _ tallies: [Day: Tally]) -> TrendSeries {
    TrendSeries(
      level: level, id: unit.id, name: unit.name,
      values: points.compactMap { point in
        tallies[point.asOf].map {
          TrendSeries.Value(
            asOf: point.asOf, tally: $0, compliance: $0.compliance, completion: $0.completion, isOfSameData: point.isOfSameData)
        }
      })
  }
}
