import CadreModel

/// 举报受理 and 容错案件 about leaders of the city itself that show every possible outcome.
extension CityWriter {
  private struct Petition {
    let received: Day
    var accepted: Day?
    var closed: Day?
    var isFalse = false
    var clarified: Day?
    var person: Int?
    var topic: String?
    var verified: Day?
    var recused: Bool?
    var accuserHandled: Day?
  }

  mutating func plantPetitions(in roster: Roster) {
    var rows: [Petition] = []
    for item in PlantedCase.all(days: 15, year: lastYear) { rows.append(Petition(received: item.begins, accepted: item.done)) }
    for item in PlantedCase.all(days: 60, year: lastYear) {
      rows.append(Petition(received: item.begins, accepted: item.begins, closed: item.done))
      rows.append(Petition(received: item.begins, accepted: item.begins, topic: "four_winds", verified: item.done))
    }
    for item in PlantedCase.all(days: 30, year: lastYear) {
      let received = item.begins.adding(days: -20)
      rows.append(Petition(received: received, accepted: received, closed: item.begins, isFalse: true, clarified: item.done))
    }
    for item in PlantedCase.all(days: 90, year: lastYear) {
      let received = item.begins.adding(days: -20)
      rows.append(
        Petition(
          received: received, accepted: received, closed: item.begins, isFalse: true, clarified: item.begins,
          accuserHandled: item.done))
    }
    // Whoever a petition names must not take part in handling it.
    if let head = roster.members.first(where: isSettled) {
      for recused in [true, false, nil] {
        let received = lastYears(3, 17)
        rows.append(
          Petition(received: received, accepted: received, closed: lastYears(4, 17), person: head.number, recused: recused))
      }
    }
    for (index, row) in rows.enumerated() { write(row, region: roster.unit.regionCode, index) }
    for item in PlantedCase.all(days: 60, year: lastYear) {
      toleranceCase(of: roster.unit, applied: item.begins, decided: item.done, granted: item.done.map { _ in true })
    }
  }

  private func write(_ row: Petition, region: Int, _ index: Int) {
    files.petitions.id("X", files.petitions.rows + 1)
    files.petitions.integer(region, width: 6)
    files.petitions.code(["mailbox", "visit", "web", "phone", "sms"][index % 5])
    files.petitions.date(row.received)
    files.petitions.date(row.accepted)
    files.petitions.date(row.closed)
    files.petitions.flag(row.isFalse)
    files.petitions.date(row.clarified)
    if let person = row.person { files.petitions.id("P", person) } else { files.petitions.empty() }
    files.petitions.code(row.topic)
    files.petitions.date(row.verified)
    files.petitions.flag(row.recused)
    files.petitions.date(row.accuserHandled)
    files.petitions.end()
  }
}
