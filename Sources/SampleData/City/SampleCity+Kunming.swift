extension SampleCity {
  /// 昆明.
  static let kunming = SampleCity(
    code: "kunming", name: "昆明", fullName: "昆明市", regionCode: 530100, isCounty: false,
    counties: [
      County(530102, "五华区"), County(530103, "盘龙区"), County(530111, "官渡区"), County(530112, "西山区"),
      County(530181, "安宁市"), County(530114, "呈贡区"), County(530115, "晋宁区"), County(530125, "宜良县"),
      County(530127, "嵩明县"), County(530124, "富民县"), County(530113, "东川区"), County(530126, "石林彝族自治县"),
      County(530128, "禄劝彝族苗族自治县"), County(530129, "寻甸回族彝族自治县"),
    ],
    placeFirsts: placeFirsts + ["滇", "彩", "板", "阿", "羊", "倘", "普", "翠"],
    placeLasts: placeLasts + ["甸", "旗", "营", "堡"],
    peoples: ["07", "07", "07", "14", "14", "03", "06", "18", "16", "20"], minorities: 140,
    issuedDocuments: [IssuedDocument("kunming.7", "贯彻落实领导班子建设规划的实施意见", after: 240, of: 2019, day: 33)],
    attestedClauses: [
      "kunming.1", "kunming.7", "kunming.8", "kunming.9", "kunming.12", "kunming.13", "kunming.18", "kunming.19", "kunming.21", "kunming.24",
    ],
    waivable: [
      .person: ["kunming.4.annual-training", "kunming.22.checkup", "kunming.22.leave"],
      .township: ["kunming.23.team-report"], .committee: ["kunming.23.team-report"],
      .unit: ["kunming.17.no-direct-charge"], .officeTaken: ["kunming.16.integrity-talk"],
      .declaration: ["kunming.15.matters"],
    ],
    keeping: RecordKeeping(
      halfYearScores: 200, selfChecks: 150, branchLife: 300, youngTalks: 150, youngEducation: 300, commitments: 300,
      welfare: 950, archives: 300, teamTalks: 900, villageDuties: 400, assessmentFiles: 900))
}
