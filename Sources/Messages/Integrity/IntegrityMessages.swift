public import CadreModel

/// What was changed past the program.
public enum IntegrityMessages {
  public static func content(_ city: CityName, table: String, expected: Int, found: Int, keys: [String]) -> Message {
    let rows =
      expected == found
      ? Message("共 \(found) 行，内容有改动", "\(found) rows, changed")
      : Message("应有 \(expected) 行，现有 \(found) 行", "\(found) rows, \(expected) were stored")
    let named = keys.list
    return Message(
      "\(city.chinese) \(table)：\(rows.chinese)，不是由导入或评估写入的"
        + (keys.isEmpty ? "" : "；可指明的行：\(named.chinese)"),
      "\(city.english) \(table): \(rows.english), by no import or judging"
        + (keys.isEmpty ? "" : "; rows that can be named: \(named.english)"))
  }

  public static func notTaken(_ city: CityName, table: String) -> Message {
    Message(
      "\(city.chinese) \(table)：尚无内容摘要（入库早于此功能）", "\(city.english) \(table): no digest yet (stored before digests were kept)")
  }

  public static func trainingSums(_ city: CityName, years: Int, persons: [String]) -> Message {
    let named = persons.list
    return Message(
      "\(city.chinese) training_years：\(years) 个人年度与培训记录不符；人员：\(named.chinese)",
      "\(city.english) training_years: \(years) years of persons do not agree with the records; persons: \(named.english)")
  }

  public static func results(_ city: CityName, asOf: Day?, indicator: String, units: [String]) -> Message {
    let run = asOf.map { Message("截至 \($0) 的", "as of \($0)") } ?? Message("无批次记录的", "of no run on record")
    let named = units.list
    return Message(
      "\(city.chinese) \(run.chinese) \(indicator)：结果与单位计数不符；单位：\(named.chinese)",
      "\(city.english), \(indicator) \(run.english): results and units' counts do not agree; units: \(named.english)")
  }

  public static func counts(_ city: CityName, asOf: Day, indicators: [String]) -> Message {
    let named = indicators.list
    return Message(
      "\(city.chinese) 截至 \(asOf) 的批次记录与单位计数不符：\(named.chinese)",
      "\(city.english), the run as of \(asOf) does not agree with its units' counts: \(named.english)")
  }

  public static func judging(_ city: CityName, asOf: Day, indicators: [String]) -> Message {
    let named = indicators.list
    return Message(
      "\(city.chinese) 截至 \(asOf) 重新评估的结果不同：\(named.chinese)",
      "\(city.english), judged afresh as of \(asOf), comes to other results: \(named.english)")
  }

  public static func sound(cities: Int, tables: Int, runs: Int) -> Message {
    Message(
      "\(cities) 个市的 \(tables) 张表、\(runs) 个结果集与摘要一致",
      "\(tables) tables and \(runs) result sets of \(cities) cities agree with their digests")
  }

  public static let contentRemedy = Message(
    "查明是谁、为何直接改动了数据库；以原始文件重新导入（或由备份恢复），确认无误后 cadre rebuild --digests 重新采集",
    "find out who changed the database and why; import the original files again (or restore a backup), and when all is right "
      + "take the digests anew by cadre rebuild --digests")

  public static let derivedRemedy = Message(
    "cadre rebuild 由原始数据重做培训合计和计数；结果由 cadre evaluate --afresh 重做",
    "cadre rebuild makes training sums and counts anew from the data; results are made anew by cadre evaluate --afresh")

  public static let notTakenRemedy = Message("cadre rebuild --digests 采集", "cadre rebuild --digests takes them")

  public static func rebuilt(_ city: CityName, years: Int, tallies: Int, contradictions: Int) -> Message {
    Message(
      "\(city.chinese)：重做培训合计 \(years) 个人年度、单位计数 \(tallies) 行、核对提示 \(contradictions) 处",
      "\(city.english): \(years) years of training sums, \(tallies) units' counts and \(contradictions) contradictions made anew")
  }

  public static func taken(_ city: CityName, tables: Int) -> Message {
    Message("\(city.chinese)：重新采集 \(tables) 张表的内容摘要", "\(city.english): digests of \(tables) tables taken anew")
  }
}
