import CadreModel

/// Writes a city unit by unit. It holds the persons of one unit at a time, so that memory does not grow with the city.
struct CityWriter {
  let city: SampleCity
  let plan: OrganisationPlan
  let classes: ClassCatalogue
  let years: ClosedRange<Int>
  let seed: UInt64
  let trainingPerPerson: Int
  /// First and last day of the years for which all tables are filled.
  let begin: Day
  let end: Day
  let files: DeliveryFiles
  var waivers: WaiverDraw
  var planting = Planting()

  init(_ request: SampleRequest, folder: String) {
    city = request.city
    years = request.years
    seed = request.seed
    trainingPerPerson = request.trainingPerPerson
    begin = .firstDay(ofYear: years.lowerBound)
    end = .lastDay(ofYear: years.upperBound)
    plan = OrganisationPlan(city: city, persons: request.persons, seed: seed, lastYear: years.upperBound)
    classes = ClassCatalogue(plan: plan, years: years, persons: request.persons, seed: seed)
    waivers = WaiverDraw(city: city, persons: request.persons, seed: seed)
    files = DeliveryFiles(folder: folder, dialect: request.dialect)
  }

  var lastYear: Int { years.upperBound }

  func random(_ stream: RandomStream, _ part: Int) -> RandomSource {
    RandomSource(seed: seed, stream: stream, part: part)
  }

  /// Writes everything; tells how many persons are done after each unit.
  mutating func write(progress: (Int) -> Void) throws(SampleError) {
    try files.check()
    writeClasses()
    writePay()
    for index in plan.units.indices {
      let unit = plan.units[index]
      writeUnit(unit)
      var roster = Roster(unit: unit, seed: seed, years: years)
      roster.slip(by: plan.slips, end: end)
      for member in roster.members { writeMember(member, of: roster) }
      writeTeam(roster, index: index)
      if unit.kind == .township { writeVillages(of: roster) }
      try files.check()
      if Task.isCancelled { throw .cancelled }
      progress(unit.firstPerson + unit.members + unit.villagePersons - 1)
    }
    writeJurisdictionWork()
    try files.finish()
  }

  private mutating func writeMember(_ member: Member, of roster: Roster) {
    writePerson(member, of: roster.unit)
    writePosts(of: member, in: roster)
    writeTraining(of: member)
    writePersonWork(of: member, in: roster)
    writeLeaves(of: member, in: roster)
    writeScores(of: member, in: roster)
    writeAssessments(of: member, in: roster.unit)
    writeMeasures(on: member, in: roster.unit)
    writeWelfare(of: member)
    writeDeclarations(of: member)
    writeArchives(of: member)
    writePartyWork(of: member, in: roster.unit)
    writePassports(of: member)
    writeVerifications(of: member)
    writeSlips(of: member)
  }

  private mutating func writeTeam(_ roster: Roster, index: Int) {
    writeCharges(in: roster, index: index)
    writeTalks(in: roster, index: index)
    writeUnitWork(of: roster)
    writePartyLife(of: roster.unit)
    writeVisits(of: roster)
    writeUnitAssessments(of: roster.unit)
    writeInspections(of: roster)
    writeOversight(of: roster)
    writeAttestations(of: roster.unit)
    writeBurdens(of: roster.unit)
  }
}
