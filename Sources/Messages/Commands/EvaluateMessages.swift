public import CadreModel

/// What `cadre evaluate` prints of each city, and while it works.
public enum EvaluateMessages {
  /// A run stands for what was asked for, though data or rules have changed since.
  public static func heldRun(_ city: String, asOf: Day, run: String) -> Message {
    Message(
      "\(city)（\(asOf)）：判定之后数据或口径已有变化，而该数据库用户无权重新判定，以下为批次 \(run) 当时的结果",
      "\(city) (\(asOf)): data or rules have changed since it was judged, which this login may not do again; what follows is run "
        + "\(run) as it was")
  }

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

  /// - Parameter latest: the run that was judged last, and its date.
  public static func unknownRun(_ run: String, city: String) -> Message {
    Message(
      "\(city) 没有批次“\(run)”；各报告的 about.json 列出所用的批次",
      "\(city) has no run '\(run)'; about.json of each report names its runs")
  }

  public static func runsOfTwoPolicies(_ first: String, _ second: String) -> Message {
    Message(
      "两个批次所依的政策或参数不同（\(first)、\(second)），只有同样的事项才能逐项比较",
      "the runs judged under different policies or parameters (\(first), \(second)): only results of the same duties can be compared"
    )
  }

  public static func otherRules(run: String, asOf: Day) -> Message {
    Message(
      "批次 \(run)（\(asOf)）的结果已不再保存，而规则已变，不能重新得出；请用 --from 和 --to 比较日期",
      "the results of the run \(run) as of \(asOf) are no longer stored, and the rules are others by now: compare dates, with --from and --to"
    )
  }

  public static func mayNotJudge(_ city: String, asOf: Day, latest: (run: String, asOf: Day)?) -> Message {
    let remedy =
      latest.map { latest in
        Message(
          "最近一次判定的时点是 \(latest.asOf)（批次 \(latest.run)）：请改用 --as-of \(latest.asOf)，或请有“判定”职责的人先运行 cadre evaluate",
          "last judged at \(latest.asOf) (run \(latest.run)): ask for --as-of \(latest.asOf), or have an evaluator run cadre "
            + "evaluate")
      }
      ?? Message(
        "请有“判定”职责的人先运行 cadre evaluate", "have an evaluator run cadre evaluate")
    return Message(
      "\(city) 在 \(asOf) 须先判定，而该数据库用户没有“判定”职责；\(remedy.chinese)",
      "\(city) has to be judged at \(asOf), which this login may not; \(remedy.english)")
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
}
