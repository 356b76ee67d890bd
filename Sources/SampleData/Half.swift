import CadreModel

/// A half-year, `2025H1`.
struct Half: Sendable, Hashable {
  let year: Int
  /// 1 or 2.
  let index: Int

  var starts: Day { .firstDay(ofYear: year).adding(months: index * 6 - 6) }
  var ends: Day { .firstDay(ofYear: year).adding(months: index * 6).adding(days: -1) }
}
