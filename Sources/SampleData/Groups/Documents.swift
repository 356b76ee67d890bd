import CadreModel

/// 制度文件 and 减负台账.
extension CityWriter {
  /// What the policy asked to be written: some in time, some too late, some never.
  mutating func writeDocuments() {
    var random = random(.documents, 0)
    for document in city.issuedDocuments {
      let issued = document.about.adding(days: random.between(-8, 8))
      guard issued <= end else { continue }
      files.documents.id("D", files.documents.rows + 1)
      files.documents.id(document.clause)
      files.documents.text(document.title)
      files.documents.date(issued)
      if random.chance(700) { files.documents.id(plan.root.id) } else { files.documents.empty() }
      files.documents.end()
    }
  }

  /// Meetings, papers and checks of each year: fewer from year to year in most units.
  mutating func writeBurdens(of unit: UnitPlan) {
    guard unit.kind == .partyCommittee || unit.kind == .organ || unit.kind == .township else { return }
    var random = random(.burdens, unit.number)
    var amounts = [random.between(20, 60), random.between(40, 160), random.between(5, 30)]
    for year in max(years.lowerBound, lastYear - 2)...lastYear where random.chance(930) {
      files.burdens.id(unit.id)
      files.burdens.integer(year)
      for index in amounts.indices {
        files.burdens.integer(amounts[index])
        amounts[index] = max(0, amounts[index] - random.between(-4, amounts[index] / 4 + 1))
      }
      files.burdens.end()
    }
  }
}
