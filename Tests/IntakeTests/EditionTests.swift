import CadreModel
import CadreTesting
import DataContract
import Foundation
import Intake
import Testing

/// Both editions of the contract are read.
@Suite(.database(template: .migrated)) struct EditionTests {
  /// What the second edition added: tables, and columns of those that were there.
  private static let newTables: [TableName] = [.passports, .inspectionPlaces, .findings, .verifications, .burdens, .documents]
  private static let newColumns: [TableName: Set<String>] = [
    .units: ["sub_section_allowed", "ledger_matters"],
    .persons: ["entered_on", "establishment", "ethnicity", "education"],
    .posts: ["secondment_to"], .activities: ["topics"], .scores: ["feedback_on"], .assessments: ["two_circles"],
    .recallRounds: ["class_id"],
    .petitions: ["person_id", "topic", "verified_on", "recused", "accuser_handled_on"],
    .villages: ["triggers", "problem_list_on", "party_members", "members_signed", "grids_led_by_committee"],
    .villageCadres: ["county_reviewed_on"], .villageRatings: ["follow_up", "follow_up_on"],
    .villageProjects: ["completed_on"],
  ]

  /// The delivery as it was under the first edition: without what is new.
  private func firstEdition() -> SmallDelivery {
    var delivery = SmallDelivery()
    for table in Self.newTables { delivery.files[table] = nil }
    for (table, names) in Self.newColumns {
      let rows = (delivery.files[table] ?? "").split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let kept = rows[0].indices.filter { !names.contains(rows[0][$0]) }
      delivery.files[table] = rows.map { row in kept.map { row[$0] }.joined(separator: ",") + "\n" }.joined()
    }
    return delivery.with(.persons, "lists", "reserve").with(.persons, "political_status", "13", row: 2)
  }

  @Test func everyNewColumnMayBeEmpty() {
    for (table, names) in Self.newColumns {
      for name in names { #expect(Table[table].column(name)?.presence == .optional, "\(table).\(name)") }
    }
  }

  @Test func aDeliveryOfTheFirstEditionIsReadAsItWas() async throws {
    let report = try await Imports.run(firstEdition())
    #expect(report.findings == [])
    #expect(report.tables.count == Table.all.count - Self.newTables.count)
    #expect(
      try await Imports.rows("select entered_on, establishment, ethnicity, education from persons where person_id = 'P1'") == [
        "∅|∅|∅|∅"
      ])
    #expect(try await Imports.rows("select distinct topics from activities") == ["{}"])
    #expect(try await Imports.rows("select triggers, party_members from villages") == ["{}|∅"])
  }

  @Test(arguments: [
    ("非上市股份", "unlisted_shares"), ("证券投资", "securities"), ("高利贷集资", "usury"), ("经商办企业", "business"),
    ("违规持有非上市股份", "unlisted_shares"), ("违规证券投资", "securities"), ("参与高利贷或非法集资", "usury"),
    ("违规经商办企业", "business"),
  ])
  func labelsOfBothEditionsNameTheSameCode(label: String, code: String) async throws {
    let report = try await Imports.run(SmallDelivery(with: .declarations).with(.declarations, "kind", label))
    #expect(report.findings == [])
    #expect(try await Imports.rows("select kind from declarations") == [code])
  }
}
