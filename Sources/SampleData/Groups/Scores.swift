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
      files.scores.date(scoreFeedback(to: member, half: half))
      files.scores.end()
      var total = base * 50
      while random.chance(180) { total += writeScoreItem(of: member, half: half, random: &random) }
      if total <= 6000 { writeTierMeasure(on: member, half: half, random: &random) }
    }
  }

  /// Feedback that was given otherwise than in a talk: usually within ninety days, sometimes later.
  private func scoreFeedback(to member: Member, half: Half) -> Day? {
    var random = random(.followUps, member.number &* 10 &+ half.index &+ half.year)
    guard random.chance(250) else { return nil }
    let day = half.ends.adding(days: random.chance(850) ? random.between(1, 90) : random.between(91, 140))
    return day <= end ? day : nil
  }

  /// The points that a measure takes off, in the half-year in which it was taken.
  mutating func writeDeduction(of member: Member, on day: Day, random: inout RandomSource) {
    let half = Half(year: day.year, index: day < Day.firstDay(ofYear: day.year).adding(months: 6) ? 1 : 2)
    guard halves.contains(half) else { return }
    scoreItem(
      of: member, half: half, points: -random.between(4, 16) * 25,
      source: random.pick(["discipline", "inspection", "supervision", "audit", "petition", "circular"]))
  }

  private mutating func writeScoreItem(of member: Member, half: Half, random: inout RandomSource) -> Int {
    let points = random.between(1, 16) * 25 * (random.chance(550) ? 1 : -1)
    scoreItem(
      of: member, half: half, points: points,
      source: random.pick(["discipline", "inspection", "petition", "audit", "supervision", "circular", "evaluation"]))
    return points
  }

  private mutating func scoreItem(of member: Member, half: Half, points: Int, source: String) {
    files.scoreItems.id("S", files.scoreItems.rows + 1)
    files.scoreItems.id("P", member.number)
    files.scoreItems.half(half)
    files.scoreItems.number(hundredths: points)
    files.scoreItems.code(source)
    files.scoreItems.end()
  }

  /// What follows a third tier: usually within 90 days, sometimes later or never.
  private mutating func writeTierMeasure(on member: Member, half: Half, random: inout RandomSource) {
    guard random.chance(800) else { return }
    let taken = half.ends.adding(days: random.chance(820) ? random.between(1, 90) : random.between(91, 200))
    let kind = random.pick([
      "admonition", "admonition", "off_post_training", "reassignment", "recall", "non_leading", "demotion", "removal",
    ])
    if taken <= end { measure(kind, on: "person", identifier("P", member.number), taken: taken, issuer: "org_dept") }
  }
}
