import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

/// No rule compares a column with what it cannot hold, or gives a status or reason that there is not.
@Suite struct VocabularyTests {
  private static let asOf = "2025-08-15"

  @Test func everyLiteralOfEveryRuleIsOfItsColumn() throws {
    let library = try PolicyLibrary.shipped()
    let vocabulary = Vocabulary(library)
    var compared = 0
    for policy in library.policies {
      let judging = try #require(Day(Self.asOf).flatMap { policy.judging(asOf: $0) })
      var statements = try Snapshot.steps(for: judging).map { (id: "snapshot \($0.table)", sql: $0.select) }
      statements += try policy.indicators.map { (id: $0.id, sql: try $0.select(for: judging)) }
      for statement in statements {
        for literal in SQLLiterals(statement.sql).all {
          if literal.column != nil { compared += 1 }
          #expect(vocabulary.contains(literal), "\(statement.id): \(literal.column ?? "-") '\(literal.text)'")
        }
      }
    }
    #expect(compared > 300)
  }

  /// The check itself: what it must find, and what it must not.
  @Test(arguments: [
    ("a.kind = 'visit'", true), ("a.kind = 'visti'", false), ("a.kind = 'township'", false),
    ("a.kind <> 'visit'", true), ("a.kind in ('visit', 'lecture')", true), ("a.kind in ('visit', 'yellow')", false),
    ("'superior' = any(a.reported_to)", true), ("'superiors' = any(a.reported_to)", false),
    ("a.kind = any(array['visit', 'promotion']::text[])", false), ("case when true then 'met' end = a.x", true),
    ("case when true then 'mett' end = a.x", false), ("a.held_on = date '2025-01-01'", true),
    ("a.evidence = array['activities/' || a.activity_id]", true), ("a.e = array['activity/' || a.activity_id]", false),
    ("case when true then 'held_on:' end = a.x", true), ("case when true then 'hold_on:' end = a.x", false),
    ("translate(a.person_id, 'AB', 'ab') = a.x", true), ("upper(a.person_id) = 'AB'", false),
  ])
  func aWrongLiteralIsFound(condition: String, isRight: Bool) throws {
    let vocabulary = Vocabulary(try PolicyLibrary.shipped())
    let sql = """
      select a.activity_id
      from (
        select *
        from activities
        where city_code = $1
      ) a
      where \(condition)
      """
    #expect(SQLLiterals(sql).all.allSatisfy(vocabulary.contains) == isRight)
  }
}

/// What a literal may be.
private struct Vocabulary {
  private let ids: Set<String>
  private let clauses: Set<String>
  /// Of every column of codes, by its name, those of each table that has it.
  private var codes: [String: [TableName: Set<String>]] = [:]
  private let words: Set<String>
  private let columns = Set(Table.all.flatMap(\.columns).map(\.name))

  init(_ library: PolicyLibrary) {
    ids = Set(library.indicatorIDs)
    clauses = Set(library.clauseIDs)
    for table in Table.all {
      for column in table.columns {
        switch column.type {
        case .code(let list), .tags(let list):
          codes[column.name, default: [:]][table.name] = Set(list.map(\.code))
        default: continue
        }
      }
    }
    words = Set(Status.allCases.map(\.rawValue)).union(Reason.allCases.map(\.rawValue))
      .union(codes.values.flatMap(\.values).joined())
      .union(ResultClass.ownCodes)
      // Separators of keys, and words of SQL's own.
      .union([":", ">", " (", ", ", "..", ")", "{}", "infinity", "quarter", "holiday", "makeup_workday", "/", ""])
  }

  func contains(_ literal: SQLLiteral) -> Bool {
    let text = literal.text
    // Characters to be replaced are no codes.
    if let function = literal.function, ["translate", "regexp_replace"].contains(function) { return true }
    switch literal.before {
    case "date": return Day(text) != nil
    case "interval": return text.wholeMatch(of: /[0-9]+ (day|month|year)s?/) != nil
    default: break
    }
    if let column = literal.column {
      switch column {
      case "indicator": return ids.contains(text)
      case "clause": return clauses.contains(text)
      case "half", "period": return text.wholeMatch(of: /[0-9]{4}(H[12]|Q[1-4]|-[0-9]{2})?/) != nil
      default: break
      }
      if let lists = codes[column] {
        // No tag at all.
        if text == "{}" { return true }
        let own = literal.tables.compactMap { lists[$0] }
        if own.count == literal.tables.count, !own.isEmpty { return own.contains { $0.contains(text) } }
        // The calendar has kinds of days.
        if column == "kind", ["holiday", "makeup_workday"].contains(text) { return true }
        return lists.values.contains { $0.contains(text) }
      }
      if !literal.tables.isEmpty { return false }
    }
    if words.contains(text) || isDetail(text) { return true }
    if text.hasSuffix("/") { return TableName(rawValue: String(text.dropLast())) != nil }
    return text.wholeMatch(of: /[0-9]{4}(H[12]|Q[1-4]|-[0-9]{2})?(-[0-9]{4})?/) != nil
  }

  /// The detail of a result names columns, with signs between them: `returned_on;approved_to:`, `exam_passed!`.
  private func isDetail(_ text: String) -> Bool {
    text.split { ":;<>!".contains($0) }.allSatisfy { columns.contains(String($0)) }
  }
}
