import CadreModel
import CadreTesting
import DataContract
import IdentityNumbers
import Intake
import PolicyTesting
import Spreadsheet
import Testing

/// One wrong cell in a delivery that is right otherwise.
struct WrongCell: Sendable, CustomTestStringConvertible {
  let table: TableName
  let column: String
  let value: String
  let problem: String

  init(_ table: TableName, _ column: String, _ value: String, _ problem: String) {
    self.table = table
    self.column = column
    self.value = value
    self.problem = problem
  }

  var testDescription: String { "\(table.rawValue).\(column) \(value)" }

  static let all: [WrongCell] = [
    WrongCell(.charges, "charge_id", "", "empty"),
    WrongCell(.charges, "charge_id", "-U1", "id"),
    WrongCell(.charges, "charge_id", "U 1", "id"),
    WrongCell(.charges, "charge_id", "单位", "id"),
    WrongCell(.charges, "charge_id", String(repeating: "U", count: 65), "id"),
    WrongCell(.units, "unit_name", "　", "empty"),
    WrongCell(.units, "region_code", "33080", "region_code"),
    WrongCell(.units, "region_code", "33080A", "region_code"),
    WrongCell(.units, "region_code", "330700", "region_outside_city"),
    WrongCell(.units, "parent_unit_id", "U9", "reference"),
    WrongCell(.units, "unit_kind", "organs", "code"),
    WrongCell(.units, "level", "", "empty"),
    WrongCell(.units, "duties", "intervention_ledger;else", "tag"),
    WrongCell(.units, "founded_on", "2023-02-29", "impossible_date"),
    WrongCell(.units, "founded_on", "20231301", "impossible_date"),
    WrongCell(.units, "founded_on", "2023年4月31日", "impossible_date"),
    WrongCell(.units, "founded_on", "1899-12-31", "date_out_of_range"),
    WrongCell(.units, "founded_on", "2101/1/1", "date_out_of_range"),
    WrongCell(.units, "founded_on", "2023-1/2", "date"),
    WrongCell(.units, "founded_on", "23-01-02", "date"),
    WrongCell(.units, "founded_on", "2023-01-02 00:00", "none"),
    WrongCell(.units, "founded_on", "2023-01-02 00:01", "date_with_time"),
    WrongCell(.units, "founded_on", "2023-01-02T09:00:00+08:00", "date_with_time"),
    WrongCell(.units, "founded_on", "2023.1", "date_without_day"),
    WrongCell(.units, "founded_on", "202301", "date_without_day"),
    WrongCell(.units, "founded_on", "2023年1月", "date_without_day"),
    WrongCell(.units, "founded_on", "2023-01", "date_without_day"),
    WrongCell(.units, "founded_on", "1/2023", "date"),
    WrongCell(.units, "founded_on", "4.5E+04", "scientific"),
    WrongCell(.persons, "sex", "3", "code"),
    WrongCell(.persons, "birth_date", "", "empty"),
    WrongCell(.persons, "id_number", "110105194912310021", "identity_check"),
    WrongCell(.persons, "id_number", "11010519491331002X", "identity_birth_date"),
    WrongCell(.persons, "id_number", "1101051949123100", "identity_number"),
    WrongCell(.persons, "id_number", "5.30102E+17", "scientific"),
    WrongCell(.persons, "id_number", "530102198005060000", "identity_zeroed"),
    WrongCell(.persons, "political_status", "1", "none"),
    WrongCell(.persons, "political_status", "14", "code"),
    WrongCell(.persons, "name", "张\u{07}三", "character"),
    WrongCell(.persons, "name", "张\u{FFFD}", "character"),
    WrongCell(.persons, "name", "张\u{85}三", "character"),
    WrongCell(.persons, "name", "\u{200B}", "empty"),
    WrongCell(.charges, "charge_id", "1E+05", "scientific"),
    WrongCell(.persons, "left_on", "2002-07-31", "interval"),
    WrongCell(.posts, "leading", "yes", "bool"),
    WrongCell(.posts, "leading", "", "empty"),
    WrongCell(.posts, "person_id", "P9", "reference"),
    WrongCell(.posts, "ended_on", "2019-12-31", "interval"),
    WrongCell(.charges, "area", "", "one_given"),
    WrongCell(.charges, "charged_unit_id", "U2", "one_given"),
    WrongCell(.trainingClasses, "theory_hours", "30.555", "too_many_fraction_digits"),
    WrongCell(.trainingClasses, "theory_hours", "1e3", "scientific"),
    WrongCell(.trainingClasses, "theory_hours", "30小时", "number"),
    WrongCell(.trainingClasses, "theory_hours", ".5", "number"),
    WrongCell(.trainingClasses, "theory_hours", "1234567890123", "number_too_large"),
    WrongCell(.trainingRecords, "hours", "-0.01", "number_range"),
    WrongCell(.trainingRecords, "study_score", "100.01", "number_range"),
    WrongCell(.trainingRecords, "class_id", "L9", "reference"),
    WrongCell(.talks, "to_person_id", "P1", "same"),
    WrongCell(.activities, "unit_id", "U1", "one_given"),
    WrongCell(.activities, "target_id", "P1", "reference"),
    WrongCell(.activities, "kind", "visits", "code"),
    WrongCell(.leaves, "approved_to", "2024-01-31", "interval"),
    WrongCell(.leaves, "returned_on", "2024-01-31", "interval"),
    WrongCell(.handovers, "post_id", "K1", "reference"),
    WrongCell(.scores, "half", "2024H3", "half"),
    WrongCell(.scores, "half", "24H1", "half"),
    WrongCell(.scores, "base_score", "-1", "number_range"),
    WrongCell(.scoreItems, "points", "0.00", "number_range"),
    WrongCell(.assessments, "subject_kind", "city", "code"),
    WrongCell(.assessments, "subject_id", "U1", "reference"),
    WrongCell(.assessments, "year", "2024.0", "integer"),
    WrongCell(.assessments, "year", "99999999999", "integer_too_large"),
    WrongCell(.recallRounds, "round", "0", "integer_range"),
    WrongCell(.assessments, "year", "1899", "integer_range"),
    WrongCell(.assessments, "year", "2101", "integer_range"),
    WrongCell(.assessments, "year", "2100", "none"),
    WrongCell(.villages, "party_members", "-1", "integer_range"),
    WrongCell(.villages, "triggers", "disorder;else", "tag"),
    WrongCell(.units, "sub_section_allowed", "-1", "integer_range"),
    WrongCell(.units, "ledger_matters", "project;else", "tag"),
    WrongCell(.persons, "ethnicity", "57", "code"),
    WrongCell(.persons, "education", "50", "code"),
    WrongCell(.posts, "secondment_to", "province", "code"),
    WrongCell(.passports, "kind", "visa", "code"),
    WrongCell(.passports, "issued_on", "", "empty"),
    WrongCell(.findings, "measure_id", "M9", "reference"),
    WrongCell(.findings, "responsible_person_id", "P9", "reference"),
    WrongCell(.inspectionPlaces, "place_id", "Z9", "reference"),
    WrongCell(.burdens, "year", "2101", "integer_range"),
    WrongCell(.burdens, "meetings", "-1", "integer_range"),
    WrongCell(.documents, "clause", "quzhou.a99", "clause"),
    WrongCell(.recallRounds, "class_id", "L9", "reference"),
    WrongCell(.recallRounds, "education_end", "2024-01-04", "interval"),
    WrongCell(.villages, "lagging_since", "2024-02-30", "impossible_date"),
    WrongCell(.villageCadres, "village_id", "Z1", "reference"),
    WrongCell(.villageVettings, "departments", ";", "empty"),
    WrongCell(.villageVettings, "departments", "", "empty"),
    WrongCell(.villageVettings, "negative_hits", "-1", "integer_range"),
    WrongCell(.villages, "population", "-1", "integer_range"),
    WrongCell(.trainingClasses, "other_hours", "-0.01", "number_range"),
    WrongCell(.welfare, "leave_days_due", "-1", "number_range"),
    WrongCell(.welfare, "year", "1899", "integer_range"),
    WrongCell(.welfare, "year", "2101", "integer_range"),
    WrongCell(.pay, "average_income", "-1", "number_range"),
    WrongCell(.assessments, "score", "-0.5", "number_range"),
    WrongCell(.villageRatings, "suspended_to", "20240101", "none"),
    WrongCell(.villageRatings, "retrained_to", "2024-01-31", "interval"),
    WrongCell(.attestations, "clause", "quzhou.a99", "clause"),
    WrongCell(.waivers, "indicator", "quzhou.a5.cover", "indicator"),
    WrongCell(.waivers, "valid_to", "2023-12-31", "interval"),
    WrongCell(.waivers, "valid_to", "", "empty"),
  ]
}

@Suite(.database(template: .migrated)) struct WrongCellTests {
  @Test(arguments: WrongCell.all)
  func isFoundInItsPlace(wrong: WrongCell) async throws {
    let delivery = SmallDelivery(with: wrong.table).with(wrong.table, wrong.column, wrong.value)
    let report = try await Imports.run(delivery) {
      $0.catalogue = CatalogueIDs(clauses: ["quzhou.a1"], indicators: ["quzhou.a5.coverage"])
      $0.encoding = .utf8
      $0.isDryRun = wrong.problem == "none"
    }
    guard wrong.problem != "none" else {
      #expect(report.findings.isEmpty)
      return
    }
    let finding = try #require(report.findings.first)
    #expect(report.findingCount == 1)
    #expect(finding.problem.name == wrong.problem)
    #expect(finding.file == wrong.table.rawValue + ".csv")
    #expect(finding.line == 2)
    if wrong.problem != "one_given" { #expect(finding.column?.name == wrong.column) }
    #expect(finding.text(in: .chinese).contains("第 2 行"))
    #expect(finding.text(in: .english).contains("line 2"))
    #expect(report.outcome == .rejected)
    #expect(try await Imports.everything().isEmpty)
  }

  @Test func aWrongCodeNamesTheNearestFirst() async throws {
    let report = try await Imports.run(SmallDelivery(.units).with(.units, "unit_kind", "党效"))
    let text = try #require(report.findings.first).text(in: .chinese)
    #expect(
      text == "units.csv 第 2 行，列 单位类型（unit_kind），值“党效”：应为以下之一：party_committee 党委，party_school 党校，"
        + "organ 机关部门，township 乡镇街道，institution 事业单位，enterprise 国有企业")
  }

  @Test func aWrongClauseNamesTheNearest() async throws {
    let report = try await Imports.run(SmallDelivery().with(.attestations, "clause", "quzhou.a11")) {
      $0.catalogue = CatalogueIDs(clauses: ["quzhou.a1", "quzhou.a10", "kunming.4"], indicators: [])
    }
    #expect(report.findings.map(\.problem) == [.clause(nearest: ["quzhou.a1", "quzhou.a10"])])
  }

  @Test func aKeyThatRefersNowhere() async throws {
    let report = try await Imports.run(SmallDelivery().with(.villages, "village_id", "Z9"))
    #expect(report.findings.first?.problem == .reference([.places]))
    // No village is left that the others could refer to.
    #expect(Set(report.findings.dropFirst().map(\.problem)) == [.reference([.villages])])
  }

  @Test func bothAmountsZero() async throws {
    let report = try await Imports.run(
      SmallDelivery().with(.trainingRecords, "hours", "0").with(.trainingRecords, "days", "0.00"))
    #expect(report.findings.map(\.problem.name) == ["both_zero"])
  }

  @Test func everyProblemOfARowIsFound() async throws {
    let report = try await Imports.run(
      SmallDelivery().with(.persons, "sex", "x").with(.persons, "hired_on", "?").with(.persons, "name", ""))
    #expect(report.findings.map(\.column?.name) == ["name", "sex", "hired_on"])
  }

  /// The row is wrong, but what refers to it is not a second mistake.
  @Test func whatRefersToAWrongRowIsNotReported() async throws {
    let report = try await Imports.run(SmallDelivery().with(.units, "unit_kind", "x").with(.persons, "sex", "x"))
    #expect(report.findings.map { $0.file } == ["units.csv", "persons.csv"])
  }

  @Test(arguments: [
    "2024-03-10", "2024/3/10", "20240310", "2024年3月10日", " 2024-3-10　", "2024/03/10",
  ])
  func everyFormOfADate(text: String) async throws {
    let delivery = SmallDelivery().with(.trainingRecords, "completed_on", text)
    #expect(try await Imports.run(delivery).findings.isEmpty)
    #expect(
      try await Imports.rows("select completed_on from training_records where record_id = 'R1'") == ["2024-03-10"])
  }

  @Test(arguments: [("1", "t"), ("0", "f"), ("true", "t"), ("FALSE", "f"), ("是", "t"), ("否", "f"), ("Y", "t"), ("n", "f")])
  func everyFormOfATruthValue(text: String, stored: String) async throws {
    #expect(try await Imports.run(SmallDelivery().with(.posts, "leading", text)).findings.isEmpty)
    #expect(try await Imports.rows("select \"leading\" from posts where post_id = 'T1'") == [stored])
  }

  @Test(arguments: [
    ("0.07", "0.07"), ("1000000", "1000000.00"), ("10000.01", "10000.01"),
    ("999999999999.99", "999999999999.99"), ("+3.5", "3.50"), ("007", "7.00"), ("0", "0.00"), ("１２.５", "12.50"), ("'12", "12.00"),
  ])
  func numbersAreKeptExactly(text: String, stored: String) async throws {
    #expect(try await Imports.run(SmallDelivery().with(.trainingClasses, "other_hours", text)).findings.isEmpty)
    #expect(try await Imports.rows("select other_hours from training_classes") == [stored])
  }

  @Test(arguments: [("-12", "-12.00"), ("-0.5", "-0.50"), ("＋3", "3.00")])
  func signedNumbersAreKeptExactly(text: String, stored: String) async throws {
    #expect(try await Imports.run(SmallDelivery().with(.scoreItems, "points", text)).findings.isEmpty)
    #expect(try await Imports.rows("select points from score_items") == [stored])
  }

  @Test(arguments: ["finance；construction", "财务管理、工程建设", "财务管理，construction", "财务管理; 工程建设", "construction;finance;construction;"])
  func tagsInAnyForm(text: String) async throws {
    #expect(try await Imports.run(SmallDelivery().with(.posts, "sensitive", text)).findings.isEmpty)
    #expect(try await Imports.rows("select sensitive from posts where post_id = 'T1'") == ["{construction,finance}"])
  }

  @Test func aSmallLetterXIsStoredAsTheStandardHasIt() async throws {
    #expect(
      try await Imports.run(SmallDelivery(.persons).with(.persons, "id_number", "11010519491231002x")).findings.isEmpty)
    #expect(
      try await Imports.rows("select id_number from persons where person_id = 'P1'") == [
        NumberSeal(#require(IdentityKey.forTests), city: "quzhou").seal("11010519491231002X")
      ])
  }
}
