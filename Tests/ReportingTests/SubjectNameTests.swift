import CadreModel
import CadreTesting
import DataContract
import Evaluation
import Policies
import PolicyKit
import PolicyTesting
import PostgresClient
import Results
import ResultsTesting
import ShippedFiles
import Testing

@testable import Reporting

/// Every kind of subject that a policy judges has its name, the same one in results and explanations.
@Suite(.cadre) struct SubjectNameTests {
  /// A kind, a subject of it, and what people call that; nil for what has no name.
  private static let subjects: [(kind: String, id: String, name: String?)] = [
    ("person", "P1", "张三"), ("unit", "U1", "财政局"), ("village", "V1", "下村"), ("jurisdiction", "quzhou", "衢州市"),
    ("post", "O1", "张三 局长"), ("pair", "P1>P2", "张三→李四"), ("village_person", "V1:P2", "下村 李四"),
    ("training_class", "C1", "春季班"), ("training_record", "T1", "张三"), ("declaration", "D1", "李四"),
    ("leave", "L1", "张三"), ("handover", "H1", "李四"), ("selection", "S1", "张三"), ("measure", "M1", "李四"),
    ("measure", "M2", "财政局"), ("assessment", "A1", "张三"), ("assessment", "A2", "财政局"), ("recall", "R1", "李四"),
    ("recall_round", "R1:2", "李四"), ("village_cadre", "VC1", "张三"), ("village_vetting", "VV1", "李四"),
    ("village_rating", "VR1", "张三"), ("village_project", "VP1", "下村"), ("inspection", "I1", "财政局"),
    ("intervention", "IV1", "财政局"), ("risk_point", "RP1", "财政局"), ("decision", "DC1", "财政局"),
    ("tolerance_case", "TC1", "财政局"), ("activity", "AC1", "财政局"), ("rectification", "RE1", "财政局"),
    ("passport", "PA1", "张三"), ("finding", "FI1", "李四"), ("verification", "VE1", "李四"),
    ("village_support", "VS1", "下村"), ("young_event", "P2:promoted", "李四"), ("holiday", "2025-10-01", "国庆节"),
    ("holiday", "2030", nil), ("region", "330802", nil), ("region_rank", "330802:staff", nil), ("petition", "PT1", nil),
    ("person", "P9", nil),
  ]

  private static var kinds: [String] { subjects.map(\.kind).distinct }

  @Test func everyKindOfEveryPolicyIsAmongThem() throws {
    let judged = Set(try PolicyLibrary.shipped().policies.flatMap { $0.indicators.map(\.subjectKind) })
    #expect(judged.subtracting(Self.kinds).isEmpty)
  }

  @Test func everyKindHasAChineseName() {
    for kind in Self.kinds + ["young_event", "holiday"] {
      let label = SubjectKinds.label(kind).chinese
      #expect(label.allSatisfy { !$0.isASCII }, "\(kind): \(label)")
    }
  }

  /// A policy of one indicator for each kind, whose verdicts are planted.
  private func library() throws -> PolicyLibrary {
    let indicators = try Self.kinds.map { code in
      Indicator(
        "quzhou.1.\(code)", title: Label(code, code), domain: .training, subject: try #require(SubjectKind(code: code)),
        measure: .times, rule: Planted())
    }
    let text = PolicyText(
      "quzhou", articles: [Article("quzhou.1", Label("一", "one"), gist: Label("", ""), indicators: indicators)])
    return try PolicyLibrary([text], cities: ["quzhou"]) { file in
      if file == "cities/quzhou.yaml" { return ShippedFiles.text("config/\(file)")?.replacing(/(?s)\nsample:.*/, with: "") }
      return """
        policy: quzhou
        title_zh: 办法
        title_en: Policy
        name_zh: 衢州市
        name_en: Quzhou
        effective_on: 2020-01-01
        effective_basis: stated
        terms_basis: assumed
        terms: [{from: 2022-01-01, to: 2026-12-31}]
        parameters: {}
        """
    }
  }

  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou", library: try library())
    try await city.checkReferences(false)
    try await city.person("P1", ["name": "张三"])
    try await city.person("P2", ["name": "李四"])
    try await city.unit("U1", ["unit_name": "财政局"])
    try await city.post("P1", in: "U1", id: "O1", ["title": "局长"])
    try await city.add(.places, ["place_id": "V1", "name": "下村"])
    try await city.add(.villages, ["village_id": "V1"])
    try await city.add(.trainingClasses, ["class_id": "C1", "title": "春季班"])
    let ofPersons: [(TableName, String, String, String)] = [
      (.trainingRecords, "record_id", "T1", "P1"), (.declarations, "declaration_id", "D1", "P2"),
      (.leaves, "leave_id", "L1", "P1"), (.handovers, "handover_id", "H1", "P2"),
      (.selections, "selection_id", "S1", "P1"), (.villageCadres, "vc_id", "VC1", "P1"),
      (.villageVettings, "vetting_id", "VV1", "P2"), (.villageRatings, "rating_id", "VR1", "P1"),
      (.passports, "passport_id", "PA1", "P1"), (.findings, "finding_id", "FI1", "P2"),
      (.verifications, "verification_id", "VE1", "P2"),
    ]
    for (table, key, id, person) in ofPersons { try await city.add(table, [key: id, "person_id": person]) }
    let ofUnits: [(TableName, String, String)] = [
      (.inspections, "inspection_id", "I1"), (.interventions, "entry_id", "IV1"), (.riskPoints, "risk_id", "RP1"),
      (.decisions, "decision_id", "DC1"), (.toleranceCases, "case_id", "TC1"), (.activities, "activity_id", "AC1"),
    ]
    for (table, key, id) in ofUnits { try await city.add(table, [key: id, "unit_id": "U1"]) }
    for (table, key, letter) in [(TableName.measures, "measure_id", "M"), (.assessments, "assessment_id", "A")] {
      try await city.add(
        table, [key: "\(letter)1", "subject_kind": "person", "subject_id": letter == "M" ? "P2" : "P1"])
      try await city.add(table, [key: "\(letter)2", "subject_kind": "unit", "subject_id": "U1"])
    }
    for round in ["1", "2"] {
      try await city.add(.recallRounds, ["recall_id": "R1", "round": round, "person_id": "P2"])
    }
    try await city.add(.villageProjects, ["project_id": "VP1", "village_id": "V1"])
    try await city.add(.villageSupports, ["support_id": "VS1", "village_id": "V1"])
    try await city.add(.rectifications, ["item_id": "RE1", "inspection_id": "I1"])
    try await city.connection.executeScript(Planted.table)
    for subject in Self.subjects {
      try await city.connection.executeScript(
        """
        insert into planted (city_code, indicator, subject_id, status)
        values ('quzhou', 'quzhou.1.\(subject.kind)', '\(subject.id)', 'met')
        """)
    }
    return city
  }

  @Test func resultsAndExplanationsNameAlike() async throws {
    let city = try await city()
    let policy = try #require(city.library.policy("quzhou"))
    let asOf = PlantedCities.asOf
    let run = try #require(
      try await Evaluator(library: city.library, evaluatedBy: "tests").evaluate(
        city: "quzhou", policy: policy, asOf: asOf, on: city.connection))
    let folder = TemporaryFolder()
    try makeFolder(folder.path)
    let rows = try await ResultsExport(run: run, policy: policy, language: .chinese)
      .write(to: "\(folder.path)/r.csv", by: .testing, on: city.connection)
    #expect(rows == Self.subjects.count)
    let cells = try folder.lines("r.csv").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    for subject in Self.subjects {
      let inResults = cells.first { $0[1] == "quzhou.1.\(subject.kind)" && $0[3] == subject.id }
      #expect(inResults?[4] == subject.name ?? "", "\(subject)")
      let explanation = try await Explainer(library: city.library).explain(
        indicator: "quzhou.1.\(subject.kind)", subject: subject.id, city: "quzhou", asOf: asOf, on: city.connection)
      #expect(explanation.verdicts.map(\.subjectName) == [subject.name], "\(subject)")
    }
    let english = try await Explainer(library: city.library).explain(
      indicator: "quzhou.1.jurisdiction", subject: "quzhou", city: "quzhou", asOf: asOf, language: .english,
      on: city.connection)
    #expect(english.verdicts.map(\.subjectName) == ["Quzhou"])
  }
}
