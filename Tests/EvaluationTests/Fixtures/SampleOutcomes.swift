import CadreModel
import PolicyKit

/// What the results of an indicator can be in an invented city.
enum SampleOutcomes {
  /// By the archetype, with the outcomes that the rule adds on its own: exemptions, missing data, pending cases.
  static func expected(of indicator: Indicator) -> Set<Status> {
    var expected: Set<Status> =
      switch indicator.rule {
      case is Statistic: [.info]
      case is Quota, is Deadline, is Attestation, is StateByDate: [.met, .unmet, .pending, .atRisk]
      case is RollingQuota: [.met, .unmet, .pending]
      case is TenureLimit: [.met, .unmet, .atRisk]
      default: [.met, .unmet]
      }
    if exempting.contains(indicator.id) { expected.insert(.exempt) }
    if withGaps.contains(indicator.id) { expected.insert(.noData) }
    if running.contains(indicator.id) { expected.insert(.pending) }
    return expected
  }

  /// Indicators whose rule exempts some subjects: those who came late or left, or whose head came late.
  static let exempting: Set = [
    "quzhou.a1.self-assessment", "quzhou.a3.scored", "quzhou.a5.coverage", "quzhou.a7.self-check", "quzhou.a10.unfit",
    "quzhou.b3.training", "quzhou.b3.review", "quzhou.b6.midterm", "quzhou.b6.rated", "shaoxing.6.branch-life",
    "shaoxing.12.visits", "shaoxing.12.unfit", "shaoxing.13.talk-secretary", "shaoxing.13.talk-charge",
    "shaoxing.13.talk-head", "shaoxing.13.annual-leave", "shaoxing.13.checkup", "jingxian.1.1.yearly",
    "jingxian.1.2.branch-life", "jingxian.2.3.incompetent", "jingxian.4.2.young-talk", "jingxian.4.3.archive",
    "kunming.4.annual-training", "kunming.6.growth-file", "kunming.9.assessment-file", "kunming.22.talk",
    "kunming.22.checkup", "kunming.22.leave",
  ]

  /// Indicators that can be without data, because a record may lack what judging needs.
  static let withGaps: Set = [
    "quzhou.a7.assessed", "quzhou.a10.venue", "quzhou.b2.grid", "quzhou.b2.household", "quzhou.b2.grid-leaders",
    "quzhou.b4.vacancy", "quzhou.b10.members", "shaoxing.5.theory-share", "shaoxing.5.spirit-share",
    "shaoxing.13.annual-leave", "shaoxing.13.township-pay", "shaoxing.16.recused", "jingxian.1.3.last-word",
    "kunming.17.last-word", "kunming.22.leave",
  ]

  /// Cases that can be pending.
  static let running: Set = [
    "quzhou.a2.abroad", "quzhou.a2.leave", "quzhou.a10.education", "quzhou.a10.reinstatement", "quzhou.b6.yellow",
    "quzhou.b9.disclosure", "quzhou.b9.supervision", "jingxian.3.1.leave", "jingxian.3.1.abroad", "shaoxing.14.abroad",
    "shaoxing.15.holidays",
  ]
}
