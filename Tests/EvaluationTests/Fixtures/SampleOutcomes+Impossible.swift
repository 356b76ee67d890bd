import CadreModel

/// Results that no invented city can have at the dates it is judged at, and why.
struct Impossible {
  let reason: String
  let statuses: Set<Status>
  let indicators: [String]
}

extension SampleOutcomes {
  static let reasons: [Impossible] = [
    Impossible(
      reason: "a document is issued once: in time, late or never, and its due day is long past",
      statuses: [.unmet, .pending, .atRisk],
      indicators: ["quzhou.a1.document", "shaoxing.12.document"]),
    Impossible(
      reason: "the same, of a document that came late or never", statuses: [.met, .pending, .atRisk],
      indicators: ["quzhou.a7.document", "quzhou.a9.document", "kunming.7.document"]),
    Impossible(
      reason: "what is due in a month is at risk from its first day", statuses: [.pending],
      indicators: [
        "quzhou.b1.monthly", "shaoxing.6.branch-committee", "shaoxing.6.theme-day", "jingxian.1.2.branch-committee",
        "jingxian.1.2.theme-day", "jingxian.5.2.bulletin",
      ]),
    Impossible(reason: "so is what is due in a week", statuses: [.pending], indicators: ["quzhou.a10.recalled"]),
    Impossible(
      reason: "no term ends in the last year", statuses: [.atRisk],
      indicators: [
        "quzhou.a4.coverage", "quzhou.a4.villages", "quzhou.b6.midterm", "shaoxing.4.rotation-training", "shaoxing.7.visit-city",
        "shaoxing.7.visit-county", "shaoxing.7.visit-township",
      ]),
    Impossible(reason: "due at the end of 2020", statuses: [.pending, .atRisk], indicators: ["quzhou.b4.one-shoulder"]),
    Impossible(reason: "due at the end of 2022", statuses: [.atRisk], indicators: ["quzhou.b8.graduates"]),
    Impossible(
      reason: "only a city of several thousands has so many", statuses: [.met],
      indicators: ["shaoxing.11.reserve-training", "shaoxing.11.secondments"]),
    Impossible(
      reason: "in a city of this size somebody is taught at a base in the first half-year",
      statuses: [.unmet, .pending, .atRisk],
      indicators: ["kunming.3.party-base"]),
    Impossible(reason: "none of the dates lies in a holiday", statuses: [.pending], indicators: ["shaoxing.15.holidays"]),
  ]

  static let impossible: [String: Set<Status>] = Dictionary(
    reasons.flatMap { item in item.indicators.map { ($0, item.statuses) } }, uniquingKeysWith: { $0.union($1) })
}
