extension SampleCity {
  /// 泾县, a county.
  static let jingxian = SampleCity(
    code: "jingxian", name: "泾县", fullName: "泾县", regionCode: 341823, isCounty: true,
    counties: [County(341823, "泾县")],
    placeFirsts: placeFirsts + ["琴", "茂", "榔", "丁", "蔡", "汀", "昌", "黄"],
    placeLasts: placeLasts + ["桥", "村", "坑", "山"],
    peoples: ["03", "11", "22"], minorities: 8,
    issuedDocuments: [IssuedDocument("jingxian.2.1", "容错纠错实施办法", after: 90, of: 2022, day: 1)],
    attestedClauses: ["jingxian.2.1"],
    waivable: [
      .person: ["jingxian.4.3.archive", "jingxian.1.2.branch-life"],
      .township: ["jingxian.1.2.democratic-life", "jingxian.4.1.half-year-report", "jingxian.5.1.self-check"],
      .unit: ["jingxian.1.3.no-direct-charge", "jingxian.5.2.bulletin"],
      .leave: ["jingxian.3.1.leave"], .abroadLeave: ["jingxian.3.1.abroad"], .youngPair: ["jingxian.4.2.young-talk"],
      .handover: ["jingxian.3.2.handover", "jingxian.3.2.transfer", "jingxian.3.2.filing"],
      .sectionSelection: ["jingxian.5.1.prereview"],
    ],
    keeping: RecordKeeping(
      halfYearScores: 200, selfChecks: 150, branchLife: 900, youngTalks: 900, youngEducation: 880, commitments: 300,
      welfare: 300, archives: 900, teamTalks: 500, villageDuties: 400, partyLife: 920, vettings: 850))
}
