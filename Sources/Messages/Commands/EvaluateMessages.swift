public import CadreModel

/// What `cadre evaluate` prints of each city, and while it works.
public enum EvaluateMessages {
  /// - Parameter policy: its short name and its code.
  public static func notInEffect(_ city: CityName, policy: (name: String, code: String), since: Day, asOf: Day) -> Message {
    Message(
      "\(city.chinese)：\(policy.name)政策自 \(since) 起施行，\(asOf) 无结果",
      "\(city.code): the policy \(policy.code) is in effect from \(since); no results on \(asOf)")
  }

  /// - Parameter policy: its short name and its code.
  public static func judged(
    _ city: CityName, policy: (name: String, code: String), asOf: Day, results: Int, run: String
  ) -> Message {
    Message(
      "\(city.chinese)：按\(policy.name)政策截至 \(asOf) 评估完毕，\(results) 条结果（批次 \(run)）",
      "\(city.code): judged under \(policy.code) as of \(asOf), \(results) results (run \(run))")
  }

  public static func progress(_ city: CityName, done: Int, all: Int) -> Message {
    Message("\(city.chinese)：已评估 \(done)/\(all) 项指标", "\(city.code): \(done) of \(all) indicators")
  }

  public static func elapsed(seconds: Int) -> Message {
    Message("已用 \(seconds) 秒", "\(seconds) s")
  }
}

/// Why cities could not be judged or a result not explained.
public enum EvaluationErrorMessages {
  public static func cityNotStored(_ city: String) -> Message {
    Message(
      "城市“\(city)”已登记，但此数据库还没有它：请先运行 cadre migrate",
      "the city '\(city)' is registered, and this database does not know it yet: run cadre migrate")
  }

  public static func unknownCity(_ city: String, known: [String]) -> Message {
    Message(
      "没有城市“\(city)”；可用的有：\(known.list.chinese)", "no city '\(city)'; known: \(known.list.english)")
  }

  public static let noData = Message(
    "没有任何城市的数据可供评估：请先运行 cadre import --city 城市 目录；如数据确已导入，则该数据库用户无权查看",
    "no city has data to judge: import some with cadre import --city CITY FOLDER; if that was done, this database user "
      + "may not see it")

  public static func unknownPolicy(_ policy: String, known: [String]) -> Message {
    Message(
      "没有政策“\(policy)”；可用的有：\(known.list.chinese)", "no policy '\(policy)'; known: \(known.list.english)")
  }

  public static func unknownIndicator(_ indicator: String, nearest: [String]) -> Message {
    let help =
      nearest.isEmpty
      ? Message("cadre catalogue 可列出全部指标", "`cadre catalogue` lists them")
      : Message("相近的有：\(nearest.list.chinese)", "nearest: \(nearest.list.english)")
    return Message("没有指标“\(indicator)”；\(help.chinese)", "no indicator '\(indicator)'; \(help.english)")
  }

  public static func noSuchSubject(_ subject: String, indicator: String, city: String, asOf: Day) -> Message {
    Message(
      "截至 \(asOf)，\(city) 的指标 \(indicator) 没有关于“\(subject)”的结果；cadre export results 可列出其全部对象",
      "\(indicator) has no result about '\(subject)' in \(city) on \(asOf); `cadre export results` lists its subjects")
  }

  public static func notInEffect(policy: String, from: Day, asOf: Day) -> Message {
    Message(
      "政策 \(policy) 自 \(from) 起施行，\(asOf) 无可评估的内容",
      "the policy \(policy) is in effect from \(from): it judges nothing on \(asOf)")
  }

  public static func replaced(_ city: String, asOf: Day) -> Message {
    Message(
      "\(city) 截至 \(asOf) 的评估刚刚被他人重新生成，请重试",
      "somebody else has just judged \(city) as of \(asOf) anew: try again")
  }
}
