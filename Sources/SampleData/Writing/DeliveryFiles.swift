import DataContract

/// The files of a delivery, one a table, all open at once.
struct DeliveryFiles {
  let units: RowWriter
  let persons: RowWriter
  let posts: RowWriter
  let charges: RowWriter
  let passports: RowWriter
  let trainingClasses: RowWriter
  let trainingRecords: RowWriter
  let talks: RowWriter
  let activities: RowWriter
  let leaves: RowWriter
  let handovers: RowWriter
  let scores: RowWriter
  let scoreItems: RowWriter
  let assessments: RowWriter
  let measures: RowWriter
  let recallRounds: RowWriter
  let politicalVettings: RowWriter
  let selections: RowWriter
  let interventions: RowWriter
  let commitments: RowWriter
  let declarations: RowWriter
  let riskPoints: RowWriter
  let inspections: RowWriter
  let inspectionPlaces: RowWriter
  let findings: RowWriter
  let rectifications: RowWriter
  let decisions: RowWriter
  let archives: RowWriter
  let petitions: RowWriter
  let toleranceCases: RowWriter
  let verifications: RowWriter
  let burdens: RowWriter
  let welfare: RowWriter
  let pay: RowWriter
  let places: RowWriter
  let villages: RowWriter
  let villageCadres: RowWriter
  let villageVettings: RowWriter
  let villageRatings: RowWriter
  let villageSupports: RowWriter
  let villageProjects: RowWriter
  let attestations: RowWriter
  let documents: RowWriter
  let waivers: RowWriter

  init(folder: String, dialect: Dialect) {
    units = RowWriter(.units, folder: folder, dialect: dialect)
    persons = RowWriter(.persons, folder: folder, dialect: dialect)
    posts = RowWriter(.posts, folder: folder, dialect: dialect)
    charges = RowWriter(.charges, folder: folder, dialect: dialect)
    passports = RowWriter(.passports, folder: folder, dialect: dialect)
    trainingClasses = RowWriter(.trainingClasses, folder: folder, dialect: dialect)
    trainingRecords = RowWriter(.trainingRecords, folder: folder, dialect: dialect)
    talks = RowWriter(.talks, folder: folder, dialect: dialect)
    activities = RowWriter(.activities, folder: folder, dialect: dialect)
    leaves = RowWriter(.leaves, folder: folder, dialect: dialect)
    handovers = RowWriter(.handovers, folder: folder, dialect: dialect)
    scores = RowWriter(.scores, folder: folder, dialect: dialect)
    scoreItems = RowWriter(.scoreItems, folder: folder, dialect: dialect)
    assessments = RowWriter(.assessments, folder: folder, dialect: dialect)
    measures = RowWriter(.measures, folder: folder, dialect: dialect)
    recallRounds = RowWriter(.recallRounds, folder: folder, dialect: dialect)
    politicalVettings = RowWriter(.politicalVettings, folder: folder, dialect: dialect)
    selections = RowWriter(.selections, folder: folder, dialect: dialect)
    interventions = RowWriter(.interventions, folder: folder, dialect: dialect)
    commitments = RowWriter(.commitments, folder: folder, dialect: dialect)
    declarations = RowWriter(.declarations, folder: folder, dialect: dialect)
    riskPoints = RowWriter(.riskPoints, folder: folder, dialect: dialect)
    inspections = RowWriter(.inspections, folder: folder, dialect: dialect)
    inspectionPlaces = RowWriter(.inspectionPlaces, folder: folder, dialect: dialect)
    findings = RowWriter(.findings, folder: folder, dialect: dialect)
    rectifications = RowWriter(.rectifications, folder: folder, dialect: dialect)
    decisions = RowWriter(.decisions, folder: folder, dialect: dialect)
    archives = RowWriter(.archives, folder: folder, dialect: dialect)
    petitions = RowWriter(.petitions, folder: folder, dialect: dialect)
    toleranceCases = RowWriter(.toleranceCases, folder: folder, dialect: dialect)
    verifications = RowWriter(.verifications, folder: folder, dialect: dialect)
    burdens = RowWriter(.burdens, folder: folder, dialect: dialect)
    welfare = RowWriter(.welfare, folder: folder, dialect: dialect)
    pay = RowWriter(.pay, folder: folder, dialect: dialect)
    places = RowWriter(.places, folder: folder, dialect: dialect)
    villages = RowWriter(.villages, folder: folder, dialect: dialect)
    villageCadres = RowWriter(.villageCadres, folder: folder, dialect: dialect)
    villageVettings = RowWriter(.villageVettings, folder: folder, dialect: dialect)
    villageRatings = RowWriter(.villageRatings, folder: folder, dialect: dialect)
    villageSupports = RowWriter(.villageSupports, folder: folder, dialect: dialect)
    villageProjects = RowWriter(.villageProjects, folder: folder, dialect: dialect)
    attestations = RowWriter(.attestations, folder: folder, dialect: dialect)
    documents = RowWriter(.documents, folder: folder, dialect: dialect)
    waivers = RowWriter(.waivers, folder: folder, dialect: dialect)
  }

  /// Throws if something could not be written.
  func check() throws(SampleError) {
    try units.check()
    try persons.check()
    try posts.check()
    try charges.check()
    try passports.check()
    try trainingClasses.check()
    try trainingRecords.check()
    try talks.check()
    try activities.check()
    try leaves.check()
    try handovers.check()
    try scores.check()
    try scoreItems.check()
    try assessments.check()
    try measures.check()
    try recallRounds.check()
    try politicalVettings.check()
    try selections.check()
    try interventions.check()
    try commitments.check()
    try declarations.check()
    try riskPoints.check()
    try inspections.check()
    try inspectionPlaces.check()
    try findings.check()
    try rectifications.check()
    try decisions.check()
    try archives.check()
    try petitions.check()
    try toleranceCases.check()
    try verifications.check()
    try burdens.check()
    try welfare.check()
    try pay.check()
    try places.check()
    try villages.check()
    try villageCadres.check()
    try villageVettings.check()
    try villageRatings.check()
    try villageSupports.check()
    try villageProjects.check()
    try attestations.check()
    try documents.check()
    try waivers.check()
  }

  /// Writes what is left in the buffers.
  func finish() throws(SampleError) {
    try units.finish()
    try persons.finish()
    try posts.finish()
    try charges.finish()
    try passports.finish()
    try trainingClasses.finish()
    try trainingRecords.finish()
    try talks.finish()
    try activities.finish()
    try leaves.finish()
    try handovers.finish()
    try scores.finish()
    try scoreItems.finish()
    try assessments.finish()
    try measures.finish()
    try recallRounds.finish()
    try politicalVettings.finish()
    try selections.finish()
    try interventions.finish()
    try commitments.finish()
    try declarations.finish()
    try riskPoints.finish()
    try inspections.finish()
    try inspectionPlaces.finish()
    try findings.finish()
    try rectifications.finish()
    try decisions.finish()
    try archives.finish()
    try petitions.finish()
    try toleranceCases.finish()
    try verifications.finish()
    try burdens.finish()
    try welfare.finish()
    try pay.finish()
    try places.finish()
    try villages.finish()
    try villageCadres.finish()
    try villageVettings.finish()
    try villageRatings.finish()
    try villageSupports.finish()
    try villageProjects.finish()
    try attestations.finish()
    try documents.finish()
    try waivers.finish()
  }

  /// How many rows each table has.
  var rowCounts: [TableRows] {
    [
      TableRows(table: .units, rows: units.rows),
      TableRows(table: .persons, rows: persons.rows),
      TableRows(table: .posts, rows: posts.rows),
      TableRows(table: .charges, rows: charges.rows),
      TableRows(table: .passports, rows: passports.rows),
      TableRows(table: .trainingClasses, rows: trainingClasses.rows),
      TableRows(table: .trainingRecords, rows: trainingRecords.rows),
      TableRows(table: .talks, rows: talks.rows),
      TableRows(table: .activities, rows: activities.rows),
      TableRows(table: .leaves, rows: leaves.rows),
      TableRows(table: .handovers, rows: handovers.rows),
      TableRows(table: .scores, rows: scores.rows),
      TableRows(table: .scoreItems, rows: scoreItems.rows),
      TableRows(table: .assessments, rows: assessments.rows),
      TableRows(table: .measures, rows: measures.rows),
      TableRows(table: .recallRounds, rows: recallRounds.rows),
      TableRows(table: .politicalVettings, rows: politicalVettings.rows),
      TableRows(table: .selections, rows: selections.rows),
      TableRows(table: .interventions, rows: interventions.rows),
      TableRows(table: .commitments, rows: commitments.rows),
      TableRows(table: .declarations, rows: declarations.rows),
      TableRows(table: .riskPoints, rows: riskPoints.rows),
      TableRows(table: .inspections, rows: inspections.rows),
      TableRows(table: .inspectionPlaces, rows: inspectionPlaces.rows),
      TableRows(table: .findings, rows: findings.rows),
      TableRows(table: .rectifications, rows: rectifications.rows),
      TableRows(table: .decisions, rows: decisions.rows),
      TableRows(table: .archives, rows: archives.rows),
      TableRows(table: .petitions, rows: petitions.rows),
      TableRows(table: .toleranceCases, rows: toleranceCases.rows),
      TableRows(table: .verifications, rows: verifications.rows),
      TableRows(table: .burdens, rows: burdens.rows),
      TableRows(table: .welfare, rows: welfare.rows),
      TableRows(table: .pay, rows: pay.rows),
      TableRows(table: .places, rows: places.rows),
      TableRows(table: .villages, rows: villages.rows),
      TableRows(table: .villageCadres, rows: villageCadres.rows),
      TableRows(table: .villageVettings, rows: villageVettings.rows),
      TableRows(table: .villageRatings, rows: villageRatings.rows),
      TableRows(table: .villageSupports, rows: villageSupports.rows),
      TableRows(table: .villageProjects, rows: villageProjects.rows),
      TableRows(table: .attestations, rows: attestations.rows),
      TableRows(table: .documents, rows: documents.rows),
      TableRows(table: .waivers, rows: waivers.rows),
    ]
  }
}
