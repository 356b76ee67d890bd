public import CadreModel

/// What `cadre catalogue` prints beside the words of the policies themselves.
public enum CatalogueMessages {
  public static let optionsBelongTogether = Message("--sql、--city、--as-of 须同时给出", "--sql, --city and --as-of go together")
  public static let oneListingAtATime = Message(
    "--sql、--needs、--coverage 一次只能用一个", "use one of --sql, --needs and --coverage at a time")
  public static let fileMissing = Message("缺少这个文件", "the file is missing")

  /// Behind a parameter: where its value comes from.
  public static func source(basis: Message, clause: String, from day: Day) -> Message {
    Message("（\(basis.chinese), \(clause), 自 \(day) 起）", " (\(basis.english), \(clause), from \(day))")
  }

  /// The headings of the catalogue as CSV.
  public static let headings = [
    Message("政策", "policy"), Message("条款", "article"), Message("条款标题", "article_title"), Message("条款要点", "gist"),
    Message("指标", "indicator"), Message("指标名称", "title"), Message("领域", "domain"), Message("类型", "archetype"),
    Message("判定方式", "judged_by"), Message("对象与判定规则", "population_and_rule"), Message("参数", "parameter"),
    Message("参数名称", "parameter_title"), Message("值", "value"), Message("单位", "unit"), Message("依据", "basis"),
    Message("来源条款", "clause"), Message("生效日期", "valid_from"),
  ]

  /// The same in Markdown, where parameters are one column.
  public static let markdownHeadings = Message(
    "| 条款 | 要点 | 指标 | 名称 | 类型 | 判定方式 | 对象与判定规则 | 参数 |",
    "| article | gist | indicator | title | archetype | judged by | population and rule | parameters |")
}

/// What `cadre catalogue --coverage` prints.
public enum CoverageMessages {
  /// Behind a policy's title.
  ///
  /// - Parameter states: how many of the duties are in each state.
  public static func duties(_ count: Int, states: String) -> Message {
    Message("：\(count) 项要求，\(states)", ": \(count) duties, \(states)")
  }

  public static let headings = [
    Message("政策", "policy"), Message("条款", "article"), Message("条款标题", "article_title"), Message("要求编号", "duty"),
    Message("要求", "text"), Message("状态", "state"), Message("指标", "indicators"),
  ]

  public static let markdownHeadings = Message("| 条款 | 要求 | 状态 | 指标 |", "| article | duty | state | indicators |")
}

/// What `cadre catalogue --needs` prints.
public enum NeedsMessages {
  public static let mustBeHandedIn = Message("必须报送", "must be handed in")
  public static let tellsWhoAndWhere = Message("用以确定对象和单位", "tells who and where")

  /// Behind the columns of a table.
  public static func optionalColumns(_ names: String) -> Message {
    Message("；其中可不填、但判定要用的：\(names)", "; optional, but judged by: \(names)")
  }

  /// A table by its label and its name: `人员（persons）`.
  public static func table(_ label: String, _ name: String) -> Message {
    Message("\(label)（\(name)）", name)
  }

  public static let headings = [
    Message("政策", "policy"), Message("指标", "indicator"), Message("指标名称", "title"), Message("表", "table"),
    Message("用途", "role"), Message("列", "columns"), Message("可不填而判定要用的列", "optional_columns"),
  ]

  public static let markdownHeadings = Message(
    "| 指标 | 表 | 用途 | 列 | 可不填而判定要用的列 |", "| indicator | table | role | columns | optional columns |")
}
