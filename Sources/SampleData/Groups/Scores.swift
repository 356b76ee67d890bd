import CadreModel

/// 分档考评 and 专项分.
extension CityWriter {
  mutating func writeScores(of member: Member, in roster: Roster) {
    var random = random(.scores, member.number)
    for half in halves where member.isEmployed(in: half.year) && member.hired <= half.ends {
      guard random.chance(city.keeping.halfYearScores) else { continue }
      var base: Int =
        switch random.below(100) {
        case ..<10: random.between(190, 215)
        case ..<20: random.between(122, 140)
        default: random.between(140, 195)
        }
      // On the limits themselves now and then: 100 is the first tier, 60 the third.
      if random.chance(25) { base = random.pick([200, 120, 121, 199]) }
      if member.isLowScorer { base = random.between(96, 120) }
      files.scores.id("P", member.number)
      files.scores.half(half)
      files.scores.number(hundredths: base * 50)
      files.scores.end()
      var total = base * 50
      while random.chance(180) { total += writeScoreItem(of: member, half: half, random: &random) }
      if total <= 6000 { writeTierMeasure(on: member, half: half, random: &random) }
    }
  }

  private mutating func writeScoreItem(of member: Member, half: Half, random: inout RandomSource) -> Int {
    let points = random.between(1, 16) * 25 * (random.chance(550) ? 1 : -1)
    files.scoreItems.id("S", files.scoreItems.rows + 1)
    files.scoreItems.id("P", member.number)
    files.scoreItems.half(half)
    files.scoreItems.number(hundredths: points)
    files.scoreItems.code(
      random.pick(["discipline", "inspection", "petition", "audit", "supervision", "circular", "evaluation"]))
    files.scoreItems.end()
    return points
  }

  /// What follows the third tier: within 90 days mostly, later or never sometimes.
  private mutating func writeTierMeasure(on member: Member, half: Half, random: inout RandomSource) {
    guard random.chance(800) else { return }
    let taken = half.ends.adding(days: random.chance(820) ? random.between(1, 90) : random.between(91, 200))
    let kind = random.pick([
      "admonition", "admonition", "off_post_training", "reassignment", "recall", "non_leading", "demotion", "removal",
    ])
    if taken <= end { measure(kind, on: "person", identifier("P", member.number), taken: taken, issuer: "org_dept") }
  }
}
