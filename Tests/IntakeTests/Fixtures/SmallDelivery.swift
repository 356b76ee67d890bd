import CadreModel
import DataContract
import Foundation
import Intake

/// A delivery of Quzhou with one or two right rows in every table, as text by table.
struct SmallDelivery {
  static let quzhou = City(
    code: "quzhou", nameChinese: "衢州市", nameEnglish: "Quzhou", provinceCode: "33", regionPrefix: "3308")

  var files: [TableName: String]

  init() {
    files = Self.texts
  }

  /// Only some of the tables.
  init(_ tables: TableName...) {
    files = Self.texts.filter { tables.contains($0.key) }
  }

  /// One table, and those that any other refers to.
  init(with table: TableName) {
    self.init(.units, .persons, .places, .trainingClasses, .posts, .villages, .inspections, .measures)
    files[table] = Self.texts[table]
  }

  /// One file of any content.
  init(_ table: TableName, _ text: String) {
    files = [table: text]
  }

  /// Writes the files into a new folder.
  func write(_ encode: (String) -> Data = { Data($0.utf8) }) throws -> DeliveryFolder {
    let folder = try DeliveryFolder()
    for (table, text) in files { try folder.write(encode(text), as: table.rawValue + ".csv") }
    return folder
  }

  /// Changes one cell of a table's row, counted from 1 below the header.
  func with(_ table: TableName, _ column: String, _ value: String, row: Int = 1) -> SmallDelivery {
    var changed = self
    var lines = (files[table] ?? "").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    if let index = lines.first?.firstIndex(of: column) { lines[row][index] = value }
    changed.files[table] = lines.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    return changed
  }

  /// Adds a row to a table; what it does not give of the last columns is empty.
  func adding(_ row: String, to table: TableName) -> SmallDelivery {
    var changed = self
    let columns = changed.files[table]?.prefix { $0 != "\n" }.count { $0 == "," } ?? 0
    let missing = row.contains("\"") ? 0 : max(0, columns - row.count { $0 == "," })
    changed.files[table, default: ""] += row + String(repeating: ",", count: missing) + "\n"
    return changed
  }

  private static let texts: [TableName: String] = [
    .units: """
    unit_id,unit_name,region_code,parent_unit_id,unit_kind,level,category,duties,founded_on,dissolved_on,sub_section_allowed,ledger_matters
    U1,市委,330800,,party_committee,city,A,,1985-05-01,,,
    U2,市财政局,330800,U1,organ,city,A,intervention_ledger;supervision_conference,,,2,project;finance

    """,
    .persons: """
    person_id,name,sex,birth_date,id_number,political_status,joined_party_on,hired_on,left_on,managed_by,lists,entered_on,establishment,ethnicity,education
    P1,张三,1,1980-01-02,,01,2001-07-01,2002-08-01,,city,reserve,2010-03-01,civil_servant,01,20
    P2,李四,2,1985-03-04,11010519491231002X,12,,2008-08-01,,county,,,,,

    """,
    .posts: """
    post_id,person_id,unit_id,post_key,title,rank,role,branch,leading,sensitive,started_on,ended_on,entry,exchange_kind,secondment_to
    T1,P1,U1,K1,书记,county_division,principal,party,1,,2020-01-01,2022-01-01,initial,,
    T2,P2,U2,K2,局长,township_section,principal,admin,1,finance,2021-01-01,,promotion,reverse,grassroots

    """,
    .charges: """
    charge_id,person_id,unit_id,area,charged_unit_id,started_on,ended_on
    C1,P1,U1,finance,,2020-01-01,
    C2,P2,U2,,U1,2020-01-01,2021-01-01

    """,
    .trainingClasses: """
    class_id,title,organizer_unit_id,provider,mode,main_class,admin_level,approved_on,started_on,ended_on,theory_hours,party_spirit_hours,other_hours
    L1,春季班,U1,city_party_school,off_job,1,city,,2024-03-01,2024-03-10,30.5,10,

    """,
    .trainingRecords: """
    record_id,person_id,class_id,completed_on,hours,days,study_score,conduct_score
    R1,P1,L1,2024-03-10,40.25,5,90,100
    R2,P2,,2024-03-11,0,1.5,,

    """,
    .talks: """
    talk_id,from_person_id,to_person_id,held_on,kind
    K1,P1,P2,2024-05-01,heart_to_heart

    """,
    .activities: """
    activity_id,kind,unit_id,person_id,target_id,reported_to,held_on,topics
    A1,visit,,P1,Z2,,2024-05-01,
    A2,intervention_report,U2,,U1,org_dept;discipline,2024-04-01,anti_crime

    """,
    .leaves: """
    leave_id,person_id,kind,abroad,approved_on,approved_from,approved_to,approved_destination,left_on,returned_on,actual_destination,closed_on
    V1,P1,private,1,2024-01-01,2024-02-01,2024-02-10,东京,2024-02-01,2024-02-09,东京,2024-02-11

    """,
    .handovers: """
    handover_id,person_id,post_id,left_on,handed_over_on,work_items,economic_items,personnel_items,petition_items,other_items,moved_to_unit_id,relations_moved_on,filed_on
    H1,P1,T1,2022-01-01,2022-01-05,1,1,1,1,0,U2,,

    """,
    .passports: "passport_id,person_id,kind,issued_on,handed_in_on\nPP1,P1,hk_macau,2024-01-01,\n",
    .scores: "person_id,half,base_score,feedback_on\nP1,2024H1,98.5,2024-07-01\n",
    .scoreItems: "item_id,person_id,half,points,source\nI1,P1,2024H1,-2.5,audit\n",
    .assessments: """
    assessment_id,subject_kind,subject_id,year,category,score,grade,snail_cup,feedback_on,two_circles
    N1,person,P1,2024,A,,excellent,0,2025-02-01,1
    N2,unit,U1,2024,A,88,,0,,

    """,
    .measures: "measure_id,subject_kind,subject_id,kind,taken_on,issuer\nM1,unit,U2,inquiry_letter,2024-02-02,both\n",
    .recallRounds: """
    recall_id,round,person_id,suspended_on,education_start,education_end,exam_passed,tracking_passed_on,reinstated_on,class_id
    B1,1,P2,2024-01-01,2024-01-05,2024-01-15,1,,,L1

    """,
    .politicalVettings: "vetting_id,person_id,held_on,result\nW1,P1,2024-01-01,qualified\n",
    .selections: """
    selection_id,person_id,kind,rank,unit_id,important,decided_on
    S1,P1,promotion,bureau,U1,1,2024-06-01

    """,
    .interventions: "entry_id,unit_id,matter,occurred_on,intervener\nE1,U2,land,,\n",
    .commitments: "commitment_id,person_id,kind,signed_on\nO1,P1,no_gambling,2024-01-01\n",
    .declarations: "declaration_id,person_id,kind,occurred_on,reported_on,resolved_on\nD1,P1,housing,2024-01-01,,\n",
    .riskPoints: "risk_id,unit_id,area,risk_level,prevention,monitoring,handling\nX1,U2,finance,high,1,0,1\n",
    .inspections: """
    inspection_id,kind,unit_id,person_id,started_on,ended_on,with_selection_check
    Q1,routine,U2,,2023-01-01,2023-03-01,0

    """,
    .inspectionPlaces: "inspection_id,place_id\nQ1,Z2\n",
    .findings: """
    finding_id,inspection_id,found_on,person_id,cause,responsible_person_id,measure_id,corrected_on
    AI1,Q1,2023-02-01,P2,把关不严,P1,M1,

    """,
    .rectifications: "item_id,inspection_id,due_on,done_on\nF1,Q1,2023-06-01,\n",
    .decisions: "decision_id,unit_id,held_on,matter,mode,principal_last\nG1,U1,2024-01-01,major,meeting,\n",
    .archives: "archive_id,subject_kind,subject_id,document,updated_on\nY1,person,P1,personal_matters,2024-01-01\n",
    .petitions: """
    petition_id,region_code,channel,received_on,accepted_on,closed_on,false_accusation,clarified_on,person_id,topic,verified_on,recused,accuser_handled_on
    J1,330802,web,2024-01-01,,,0,,P2,four_winds,,1,

    """,
    .toleranceCases: "case_id,unit_id,applied_on,decided_on,granted\nAA1,U2,2024-01-01,,\n",
    .verifications: """
    verification_id,person_id,kind,result,verified_on,handled_on
    AJ1,P1,random,omitted,2024-05-01,

    """,
    .burdens: "unit_id,year,meetings,documents,inspections\nU2,2024,40,120,9\n",
    .welfare: "person_id,year,checkup_on,leave_days_due,leave_days_taken\nP1,2024,,10,7.5\n",
    .pay: "region_code,year,rank,group,average_income\n330802,2024,staff,township,81234.56\n",
    .places: """
    place_id,kind,name,region_code,unit_id,parent_place_id
    Z1,township,石梁镇,330802,U2,
    Z2,village,上村,330802,,Z1

    """,
    .villages: """
    village_id,population,households,households_linked,grids,grids_with_branch,service_team,lagging_since,critical,last_member_admitted_on,members_under_36,triggers,problem_list_on,party_members,members_signed,grids_led_by_committee
    Z2,1200,400,380,4,3,1,,0,2023-07-01,5,disorder;discord,,60,58,4

    """,
    .villageCadres: """
    vc_id,village_id,person_id,role,graduate,started_on,ended_on,filed_with_county_on,county_reviewed_on
    AB1,Z2,P2,secretary,1,2020-11-01,,2020-11-20,2020-10-20

    """,
    .villageVettings: """
    vetting_id,village_id,person_id,kind,held_on,departments,negative_hits,passed
    AC1,Z2,P2,candidate,2020-10-01,court;police,0,1

    """,
    .villageRatings: """
    rating_id,village_id,person_id,rated_on,color,retrained_from,retrained_to,suspended_from,suspended_to,disposal,disposed_on,follow_up,follow_up_on
    AD1,Z2,P2,2024-01-01,yellow,2024-02-01,2024-02-15,,,,,reinstated,

    """,
    .villageSupports: "support_id,village_id,kind,started_on,ended_on\nAE1,Z2,department,2024-01-01,\n",
    .villageProjects: """
    project_id,village_id,started_on,contractor_relation,disclosed_decision,disclosed_funding,disclosed_bidding,supervised,completed_on
    AF1,Z2,2024-01-01,none,1,1,0,1,2024-11-30

    """,
    .attestations: "attestation_id,unit_id,clause,made_on,conclusion,note\nAG1,U1,quzhou.a1,2024-12-01,done,\n",
    .documents: "document_id,clause,title,issued_on,issuer_unit_id\nAK1,quzhou.a1,考察办法,2019-08-01,U1\n",
    .waivers: """
    waiver_id,indicator,subject_id,approved_on,approved_by,basis,valid_from,valid_to
    AH1,quzhou.a5.coverage,P1,2024-01-01,组织部,病假,2024-01-01,2024-12-31

    """,
  ]
}
