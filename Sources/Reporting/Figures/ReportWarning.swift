public import CadreModel
import Evaluation
import PolicyKit

/// How often rows of a city say something against each other, kind by kind.
public struct ContradictionCount: Sendable, Hashable {
  /// The kind's code.
  public let kind: String
  /// What an officer calls it.
  public let label: Label
  public let count: Int

  public init(kind: String, label: Label, count: Int) {
    self.kind = kind
    self.label = label
    self.count = count
  }
}

/// What the reader of a report should know before the figures.
public enum ReportWarning: Sendable, Hashable {
  /// The as-of date has not come yet.
  case asOfInFuture(Day)
  /// Nothing is on record of the days before the as-of date.
  case asOfAfterNewestFact(Day, newest: Day)
  case contradictions(ContradictionCount)

  /// The kind's code, for machines.
  public var kind: String {
    switch self {
    case .asOfInFuture: "as_of_in_future"
    case .asOfAfterNewestFact: "as_of_after_newest_fact"
    case .contradictions(let entry): entry.kind
    }
  }

  /// How many rows it is about, where it is about rows.
  public var count: Int? {
    if case .contradictions(let entry) = self { entry.count } else { nil }
  }

  /// A sentence.
  public var text: Label {
    switch self {
    case .asOfInFuture(let asOf):
      Label("评估截至 \(asOf)，这一天尚未到来，结果会随数据变化。", "The as-of date \(asOf) lies in the future: results will change.")
    case .asOfAfterNewestFact(let asOf, let newest):
      Label(
        "评估截至 \(asOf)，而数据最新只到 \(newest)，其后发生的事项未计入。",
        "Judged as of \(asOf), but the newest data is of \(newest): what happened since is not counted.")
    case .contradictions(let entry):
      Label("核对提示：\(entry.label.chinese)，\(entry.count) 处。", "To be checked: \(entry.label.english), \(entry.count).")
    }
  }
}

extension CityFigures {
  /// What the reader should know before the figures.
  public var warnings: [ReportWarning] {
    var warnings: [ReportWarning] = []
    if run.asOf > today {
      warnings.append(.asOfInFuture(run.asOf))
    }
    if let newestFact, run.asOf > newestFact {
      warnings.append(.asOfAfterNewestFact(run.asOf, newest: newestFact))
    }
    return warnings + contradictions.filter { $0.count > 0 }.map(ReportWarning.contradictions)
  }

  /// The same, each with the city's name.
  var namedWarnings: [Label] {
    warnings.map {
      Label("\(city.nameChinese)：\($0.text.chinese)", "\(city.nameEnglish): \($0.text.english)")
    }
  }
}
