public import CadreModel
public import Journal
import PolicyKit
import Results

/// One of the two states of a city that are compared: as of a day, from the data known by then.
public struct ComparedSide: Sendable, Hashable {
  public let asOf: Day
  /// Up to when what was handed in counts. Nil: of the earlier side what was reported, its run as it is stored; of the later
  /// one, and where nothing is stored, all that was handed in.
  public let known: KnownAsOf?
  /// The run that it is, where one was named: what is judged or stored must find the same.
  let run: Run?

  public init(asOf: Day, known: KnownAsOf? = nil) {
    self.init(asOf: asOf, known: known, run: nil)
  }

  init(asOf: Day, known: KnownAsOf?, run: Run?) {
    self.asOf = asOf
    self.known = known
    self.run = run
  }

  /// What tells it from others: `2025-06-30`, `2025-06-30 #12`, `2025-06-30 2025-07-15`.
  public var text: String {
    switch known {
    case nil: asOf.description
    case .importNumber(let number): "\(asOf) #\(number)"
    case .day(let day): "\(asOf) \(day)"
    }
  }
}

/// The runs that are compared, and what lies between them.
struct ChangesPlan {
  let city: CityUnderPolicy
  let before: Run
  let after: Run
  /// The last import that each has seen; nil where none has its watermark.
  let imports: (before: Int?, after: Int?)
  /// Whether the first side's data are all that is stored by now.
  let beforeIsNewest: Bool
  /// Indicators whose rules are others by now than those by which the first side was judged.
  let rulesChanged: Set<String>
  /// The first side's date and data under today's rules, where that had to be judged whole.
  var underRules: Run?
  /// The first side's date with the second one's data, where that had to be judged whole.
  var withData: Run?

  var isOfOneDay: Bool { before.asOf == after.asOf }
  var isOfOneData: Bool { before.watermark == after.watermark }
  var runs: [Run] { [before, after] + [underRules, withData].compactMap(\.self) }
}
