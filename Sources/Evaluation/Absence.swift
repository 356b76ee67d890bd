public import CadreModel
import DataContract
import Messages
import PolicyKit
import PostgresClient

/// Why an indicator has no result at a date about a subject that is in the data.
public enum Absence: Sendable, Hashable {
  case hiredLater(Day)
  case left(Day)
  case noPost
  case postEnded(Day)
  case postBeginsLater(Day)
  case unitDissolved(String, Day)
  case unitFoundedLater(Day)
  /// The row's own date lies after the as-of date: it does not exist yet.
  case datedLater(Day)
  /// Other indicators of the article judge it instead.
  case judgedBy(id: String, title: Label)
  /// The subject is not in the indicator's population, or not among its cases of the year.
  case outsidePopulation

  public var label: Label {
    switch self {
    case .hiredLater(let day): AbsenceMessages.hiredLater(day)
    case .left(let day): AbsenceMessages.left(day)
    case .noPost: AbsenceMessages.noPost
    case .postEnded(let day): AbsenceMessages.postEnded(day)
    case .postBeginsLater(let day): AbsenceMessages.postBeginsLater(day)
    case .unitDissolved(let unit, let day): AbsenceMessages.unitDissolved(unit, day)
    case .unitFoundedLater(let day): AbsenceMessages.unitFoundedLater(day)
    case .datedLater(let day): AbsenceMessages.datedLater(day)
    case .judgedBy(let id, let title): AbsenceMessages.judgedBy(id, title: title)
    case .outsidePopulation: AbsenceMessages.outsidePopulation
    }
  }
}

/// Finds out why a subject is not judged.
struct AbsenceReader {
  let city: String
  let asOf: Day
  let connection: PostgresConnection

  /// Nil where the subject is not in the data at all.
  func read(_ subject: String, kind: String) async throws -> (absences: [Absence], facts: [String])? {
    switch kind {
    case "person": return try await person(subject)
    case "unit": return try await unit(subject)
    case "post": return try await post(subject)
    case "pair":
      let ids = subject.split(separator: ">").map(String.init)
      guard ids.count == 2, let first = try await person(ids[0]), let second = try await person(ids[1]) else { return nil }
      return (first.absences + second.absences, first.facts + second.facts)
    default: return try await row(subject, kind: kind)
    }
  }

  private func rows(_ name: String, _ sql: String, _ id: String) async throws -> [Row] {
    try await connection.query(Statement(name, sql, [.text(city), .text(id)]))
  }

  private func day(_ row: Row, _ column: String) throws -> Day? {
    try row.decode(column, as: String?.self).flatMap { Day($0) }
  }

  private func person(_ id: String) async throws -> (absences: [Absence], facts: [String])? {
    let persons = try await rows(
      "absent person",
      """
      select
        p.hired_on::text as hired_on,
        p.left_on::text as left_on
      from persons p
      where p.city_code = $1
        and p.person_id = $2
      """, id)
    guard let person = persons.first else { return nil }
    var absences: [Absence] = []
    if let hired = try day(person, "hired_on"), hired > asOf { absences.append(.hiredLater(hired)) }
    if let left = try day(person, "left_on"), left <= asOf { absences.append(.left(left)) }
    let posts = try await posts("posts of an absent person", by: "person_id", id)
    let facts = try ["persons/\(id)"] + posts.map { "posts/" + (try $0.decode("post_id", as: String.self)) }
    if absences.isEmpty { absences = try absencesOfPosts(posts) }
    return (absences, facts)
  }

  /// The posts that a column names so, in the order in which they began.
  private func posts(_ name: String, by column: String, _ id: String) async throws -> [Row] {
    try await rows(
      name,
      """
      select
        p.post_id,
        p.person_id,
        p.started_on::text as started_on,
        p.ended_on::text as ended_on,
        u.unit_name,
        u.dissolved_on::text as dissolved_on
      from posts p
      join units u on u.city_code = $1 and u.unit_id = p.unit_id
      where p.city_code = $1
        and p.\(column) = $2
      order by p.started_on, p.post_id collate "C"
      """, id)
  }

  /// Why none of these posts is current; empty where one is.
  private func absencesOfPosts(_ posts: [Row]) throws -> [Absence] {
    if posts.isEmpty { return [.noPost] }
    var dissolved: [Absence] = []
    var begun = false
    var lastEnd: Day?
    var firstStart: Day?
    for post in posts {
      guard let start = try day(post, "started_on"), start <= asOf else {
        firstStart = try firstStart ?? day(post, "started_on")
        continue
      }
      begun = true
      if let end = try day(post, "ended_on"), end <= asOf {
        lastEnd = max(lastEnd ?? end, end)
      } else if let day = try day(post, "dissolved_on"), day <= asOf {
        dissolved.append(.unitDissolved(try post.decode("unit_name"), day))
      } else {
        return []
      }
    }
    if !dissolved.isEmpty { return dissolved }
    if let lastEnd { return [.postEnded(lastEnd)] }
    if !begun, let firstStart { return [.postBeginsLater(firstStart)] }
    return [.noPost]
  }

  private func unit(_ id: String) async throws -> (absences: [Absence], facts: [String])? {
    let units = try await rows(
      "absent unit",
      """
      select
        u.unit_name,
        u.founded_on::text as founded_on,
        u.dissolved_on::text as dissolved_on
      from units u
      where u.city_code = $1
        and u.unit_id = $2
      """, id)
    guard let unit = units.first else { return nil }
    var absences: [Absence] = []
    if let founded = try day(unit, "founded_on"), founded > asOf { absences.append(.unitFoundedLater(founded)) }
    if let day = try day(unit, "dissolved_on"), day <= asOf {
      absences.append(.unitDissolved(try unit.decode("unit_name"), day))
    }
    return (absences, ["units/\(id)"])
  }

  private func post(_ id: String) async throws -> (absences: [Absence], facts: [String])? {
    let posts = try await posts("absent post", by: "post_id", id)
    guard let post = posts.first else { return nil }
    var absences = try absencesOfPosts(posts)
    if absences.isEmpty, let holder = try await person(try post.decode("person_id")) { absences = holder.absences }
    return (absences, ["posts/\(id)"])
  }

  /// A row of some table of the contract.
  private func row(_ subject: String, kind: String) async throws -> (absences: [Absence], facts: [String])? {
    guard let table = Table.all.first(where: { $0.subjectKind == kind }) else { return nil }
    let key = table.key.map { "t.\(quotedIdentifier($0))::text" }.joined(separator: " || ':' || ")
    let own = table.ownDate.map { "t.\($0)::text" } ?? "null::text"
    let found = try await rows(
      "absent \(table.name.rawValue)",
      """
      select \(own) as own_date
      from \(table.name.rawValue) t
      where t.city_code = $1
        and \(key) = $2
      """, subject)
    guard let row = found.first else { return nil }
    let dated = try day(row, "own_date")
    return (dated.map { $0 > asOf ? [.datedLater($0)] : [] } ?? [], ["\(table.name.rawValue)/\(subject)"])
  }
}
