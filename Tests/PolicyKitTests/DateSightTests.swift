import DataContract
import Testing

/// How every date of the contract takes part in the as-of rule.
@Suite struct DateSightTests {
  private static let own: [TableName: String] = [
    .posts: "started_on", .charges: "started_on", .trainingClasses: "started_on", .trainingRecords: "completed_on",
    .talks: "held_on", .activities: "held_on", .leaves: "left_on", .handovers: "left_on", .measures: "taken_on",
    .recallRounds: "suspended_on", .politicalVettings: "held_on", .selections: "decided_on",
    .interventions: "occurred_on", .commitments: "signed_on", .declarations: "occurred_on",
    .inspections: "started_on", .decisions: "held_on", .archives: "updated_on", .petitions: "received_on",
    .villageCadres: "started_on", .villageVettings: "held_on", .villageRatings: "rated_on",
    .villageSupports: "started_on", .villageProjects: "started_on", .attestations: "made_on",
    .waivers: "approved_on", .passports: "issued_on", .findings: "found_on", .verifications: "verified_on",
    .documents: "issued_on",
  ]

  private static let open: Set<String> = [
    "units.founded_on", "persons.birth_date", "persons.hired_on", "persons.entered_on", "rectifications.due_on",
    "leaves.approved_from",
    "leaves.approved_to", "waivers.valid_from", "waivers.valid_to",
  ]

  @Test func everyDateIsSeenAsTheCatalogueSays() {
    for table in Table.all {
      for column in table.columns {
        guard case .date(let sight) = column.type else { continue }
        let expected: DateSight =
          if Self.own[table.name] == column.name { .own } else if Self.open.contains("\(table.name.rawValue).\(column.name)") {
            .open
          } else { .event }
        #expect(sight == expected, "\(table.name.rawValue).\(column.name)")
      }
    }
  }

  @Test func theListsNameColumnsOfTheContract() {
    for (table, column) in Self.own {
      #expect(Table[table].column(column) != nil, "\(table.rawValue).\(column)")
    }
    for name in Self.open {
      let parts = name.split(separator: ".").map(String.init)
      #expect(TableName(rawValue: parts[0]).flatMap { Table[$0].column(parts[1]) } != nil, "\(name)")
    }
  }
}
