/// The files of a delivery, one a table, in the order of the contract.
public enum TableName: String, Sendable, Hashable, CaseIterable {
  case units
  case persons
  case posts
  case charges
  case passports
  case trainingClasses = "training_classes"
  case trainingRecords = "training_records"
  case talks
  case activities
  case leaves
  case handovers
  case scores
  case scoreItems = "score_items"
  case assessments
  case measures
  case recallRounds = "recall_rounds"
  case politicalVettings = "political_vettings"
  case selections
  case interventions
  case commitments
  case declarations
  case riskPoints = "risk_points"
  case inspections
  case inspectionPlaces = "inspection_places"
  case findings
  case rectifications
  case decisions
  case archives
  case petitions
  case toleranceCases = "tolerance_cases"
  case verifications
  case burdens
  case welfare
  case pay
  case places
  case villages
  case villageCadres = "village_cadres"
  case villageVettings = "village_vettings"
  case villageRatings = "village_ratings"
  case villageSupports = "village_supports"
  case villageProjects = "village_projects"
  case attestations
  case documents
  case waivers
}
