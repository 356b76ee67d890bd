extension Table {
  /// Every table of the contract, in its order.
  public static let all: [Table] = [
    .units,
    .persons,
    .posts,
    .charges,
    .passports,
    .trainingClasses,
    .trainingRecords,
    .talks,
    .activities,
    .leaves,
    .handovers,
    .scores,
    .scoreItems,
    .assessments,
    .measures,
    .recallRounds,
    .politicalVettings,
    .selections,
    .interventions,
    .commitments,
    .declarations,
    .riskPoints,
    .inspections,
    .inspectionPlaces,
    .findings,
    .rectifications,
    .decisions,
    .archives,
    .petitions,
    .toleranceCases,
    .verifications,
    .burdens,
    .welfare,
    .pay,
    .places,
    .villages,
    .villageCadres,
    .villageVettings,
    .villageRatings,
    .villageSupports,
    .villageProjects,
    .attestations,
    .documents,
    .waivers,
  ]

  /// The table of that name.
  public static subscript(name: TableName) -> Table {
    switch name {
    case .units: .units
    case .persons: .persons
    case .posts: .posts
    case .charges: .charges
    case .passports: .passports
    case .trainingClasses: .trainingClasses
    case .trainingRecords: .trainingRecords
    case .talks: .talks
    case .activities: .activities
    case .leaves: .leaves
    case .handovers: .handovers
    case .scores: .scores
    case .scoreItems: .scoreItems
    case .assessments: .assessments
    case .measures: .measures
    case .recallRounds: .recallRounds
    case .politicalVettings: .politicalVettings
    case .selections: .selections
    case .interventions: .interventions
    case .commitments: .commitments
    case .declarations: .declarations
    case .riskPoints: .riskPoints
    case .inspections: .inspections
    case .inspectionPlaces: .inspectionPlaces
    case .findings: .findings
    case .rectifications: .rectifications
    case .decisions: .decisions
    case .archives: .archives
    case .petitions: .petitions
    case .toleranceCases: .toleranceCases
    case .verifications: .verifications
    case .burdens: .burdens
    case .welfare: .welfare
    case .pay: .pay
    case .places: .places
    case .villages: .villages
    case .villageCadres: .villageCadres
    case .villageVettings: .villageVettings
    case .villageRatings: .villageRatings
    case .villageSupports: .villageSupports
    case .villageProjects: .villageProjects
    case .attestations: .attestations
    case .documents: .documents
    case .waivers: .waivers
    }
  }
}
