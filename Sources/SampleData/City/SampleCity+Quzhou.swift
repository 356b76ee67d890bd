extension SampleCity {
  /// 衢州.
  static let quzhou = SampleCity(
    code: "quzhou", name: "衢州", fullName: "衢州市", regionCode: 330800, isCounty: false,
    counties: [
      County(330802, "柯城区"), County(330803, "衢江区"), County(330881, "江山市"), County(330822, "常山县"),
      County(330824, "开化县"), County(330825, "龙游县"),
    ],
    placeFirsts: placeFirsts + ["信", "芳", "乌", "廿", "灰", "峡", "杜", "举"],
    placeLasts: placeLasts + ["埠", "蓬", "坞", "垅"],
    peoples: ["22", "22", "22", "06", "08"], minorities: 30,
    issuedDocuments: [
      IssuedDocument("quzhou.a1", "干部政治素质考察实施办法", after: 120, of: 2019, day: 102),
      IssuedDocument("quzhou.a1", "干部政治素质考察实施细则", after: 520, of: 2019, day: 102),
      IssuedDocument("quzhou.a7", "干部社交圈生活圈行为规范", after: 260, of: 2019, day: 102),
      IssuedDocument("quzhou.a9", "干部轮岗交流办法", after: nil, of: 2019, day: 102),
    ],
    // Its own policy has none; these are asked for when it is judged by another one.
    attestedClauses: ["shaoxing.8", "kunming.1"],
    waivable: [
      .person: ["quzhou.a5.coverage", "quzhou.a7.self-check", "quzhou.a3.scored", "quzhou.a3.feedback"],
      .township: ["quzhou.b1.monthly", "quzhou.a4.coverage"], .countyCommittee: ["quzhou.b1.county-study"],
      .unit: ["quzhou.a4.coverage", "quzhou.a6.quarterly-report"],
      .leave: ["quzhou.a2.leave"], .abroadLeave: ["quzhou.a2.abroad"], .post: ["quzhou.a9.rotation"],
      .village: ["quzhou.b8.reserve", "quzhou.b4.one-shoulder", "quzhou.b2.grid", "quzhou.b8.graduates"],
      .recall: ["quzhou.a10.reinstatement"], .declaration: ["quzhou.a2.matters"], .misconduct: ["quzhou.a8.conflicts"],
    ],
    keeping: RecordKeeping(
      halfYearScores: 975, selfChecks: 920, branchLife: 300, youngTalks: 150, youngEducation: 300, commitments: 930,
      welfare: 300, archives: 200, teamTalks: 500, villageDuties: 900))
}
