public import CadreModel

/// Why it cannot be told what was known.
public enum KnownMessages {
  public static func noSuchImport(_ number: Int, city: CityName, last: Int?) -> Message {
    guard let last else { return nothingImported(city) }
    return Message(
      "\(city.chinese)没有第 \(number) 次导入；最后一次是第 \(last) 次，各次见 cadre imports list",
      "\(city.english) has no import \(number); the last is \(last), `cadre imports list` shows them")
  }

  public static func nothingBy(_ day: Day, city: CityName, first: Day?) -> Message {
    guard let first else { return nothingImported(city) }
    return Message(
      "截至 \(day) \(city.chinese)还没有导入数据；第一次导入在 \(first)",
      "\(city.english) had imported nothing by \(day); its first import was on \(first)")
  }

  private static func nothingImported(_ city: CityName) -> Message {
    Message("\(city.chinese)还没有导入过数据", "\(city.english) has imported nothing yet")
  }

  public static func beforeJournal(_ number: Int, city: CityName, later: Int) -> Message {
    Message(
      "\(city.chinese)第 \(number) 次导入之后的数据无法还原：第 \(later) 次导入早于留痕功能，没有记下改变前的内容；请用之后的导入序号或日期",
      "what \(city.english) had handed in by import \(number) cannot be told: import \(later) is from before the journal and "
        + "kept no rows; name a later import or day")
  }

  public static func numberOfSeveralCities(_ number: Int) -> Message {
    Message(
      "导入序号各市各编：第 \(number) 次导入要用 --city 指明一个市，或改给日期",
      "imports are numbered city by city: name one city by --city for import \(number), or give a day")
  }
}
