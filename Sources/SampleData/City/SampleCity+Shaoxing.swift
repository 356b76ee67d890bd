extension SampleCity {
  /// 绍兴.
  static let shaoxing = SampleCity(
    code: "shaoxing", name: "绍兴", fullName: "绍兴市", regionCode: 330600, isCounty: false,
    counties: [
      County(330602, "越城区"), County(330603, "柯桥区"), County(330604, "上虞区"), County(330681, "诸暨市"),
      County(330683, "嵊州市"), County(330624, "新昌县"),
    ],
    placeFirsts: placeFirsts + ["陶", "鉴", "斗", "皋", "孙", "富", "平", "漓"],
    placeLasts: placeLasts + ["堰", "渚", "浦", "店"],
    peoples: ["22", "06", "13", "15"], minorities: 12,
    issuedDocuments: [IssuedDocument("shaoxing.12", "推进领导干部能上能下实施细则", after: 170, of: 2017, day: 3)],
    attestedClauses: [
      "shaoxing.4", "shaoxing.8", "shaoxing.9", "shaoxing.15", "shaoxing.16",
      "shaoxing.18",
    ],
    waivable: [
      .person: ["shaoxing.6.branch-life", "shaoxing.13.checkup", "shaoxing.13.annual-leave"],
      .township: ["shaoxing.5.study", "shaoxing.6.democratic-life", "shaoxing.17.report-and-reviews"],
      .committee: ["shaoxing.12.quarterly-analysis", "shaoxing.12.mobility-review", "shaoxing.5.study"],
      .unit: ["shaoxing.14.no-direct-charge"], .pair: ["shaoxing.13.talk-head"],
      .promotion: ["shaoxing.12.four-checks", "shaoxing.12.dual-signature"],
    ],
    keeping: RecordKeeping(
      halfYearScores: 200, selfChecks: 150, branchLife: 920, youngTalks: 150, youngEducation: 300, commitments: 300,
      welfare: 960, archives: 300, teamTalks: 930, villageDuties: 400, partyLife: 930))
}
