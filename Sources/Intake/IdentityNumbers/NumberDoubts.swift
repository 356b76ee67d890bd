import CadreModel
import IdentityNumbers
import PostgresClient

/// Persons whose identity number tells another birth date or sex than their row: looked for here, a page of rows at a time, for only here the numbers
/// can be opened.
struct NumberDoubts {
  let city: City
  let connection: PostgresConnection
  /// Nil where there is no key.
  let seal: NumberSeal?

  /// Where they are listed, for the length of the transaction: no number, only what it says.
  static let table = "doubtful_number"

  private static let page = 20_000

  /// One of them.
  private struct Doubt {
    let person: String
    let birthDate: String
    let born: String
    let sex: String
    let sexByNumber: String

    /// Nil where the number says what the row says. The last digit but one is odd for men.
    init?(person: String, birthDate: String, sex: String, number: String) {
      let digits = Array(number.utf8)
      guard digits.count == 18 else { return nil }
      func text(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
      self.person = person
      self.birthDate = birthDate
      born = "\(text(6..<10))-\(text(10..<12))-\(text(12..<14))"
      self.sex = sex
      sexByNumber = digits[16] & 1 == 1 ? "1" : "2"
      if born == birthDate && sexByNumber == sex { return nil }
    }
  }

  /// Lists them.
  ///
  /// - Parameter persons: the only ones that may be; nil where any may.
  /// - Throws: `IdentityKeyError`, also where a number has to be opened and there is no key; `PostgresError`.
  nonisolated(nonsending) func list(_ narrowing: ContradictionCheck.Narrowing, among persons: [String]? = nil) async throws {
    try await connection.execute(
      Statement(
        "make list of doubtful numbers",
        """
        create temporary table \(Self.table) (
          person_id text not null,
          birth_date text not null,
          born text not null,
          sex text not null,
          sex_by_number text not null
        ) on commit drop
        """, []))
    var last = ""
    var isMore = persons?.isEmpty != true
    let named = persons == nil ? "" : "\n  and p.person_id = any($3::text[])"
    while isMore {
      let rows = try await connection.query(
        Statement(
          "sealed numbers of persons",
          """
          select
            p.person_id,
            p.birth_date::text as birth_date,
            p.sex,
            p.id_number
          from persons p
          where p.city_code = $1
            and p.id_number is not null
            and p.person_id > $2\(named)\(narrowing.condition("p.person_id"))
          order by p.person_id
          limit \(Self.page)
          """, [.text(city.code), .text(last)] + (persons.map { [.textArray($0)] } ?? [])))
      var doubts: [Doubt] = []
      for row in rows {
        last = try row.decode("person_id")
        let doubt = Doubt(
          person: last, birthDate: try row.decode("birth_date"), sex: try row.decode("sex"),
          number: try open(try row.decode("id_number")))
        if let doubt { doubts.append(doubt) }
      }
      if !doubts.isEmpty { try await store(doubts) }
      isMore = rows.count == Self.page
      try Task.checkCancellation()
    }
  }

  private func open(_ stored: String) throws(IdentityKeyError) -> String {
    guard SealedNumber.isSealed(stored) else { return stored }
    guard let seal else { throw .missing }
    return try seal.open(stored)
  }

  private nonisolated(nonsending) func store(_ doubts: [Doubt]) async throws {
    try await connection.execute(
      Statement(
        "list doubtful numbers",
        """
        insert into \(Self.table) (person_id, birth_date, born, sex, sex_by_number)
        select
          d.person_id,
          d.birth_date,
          d.born,
          d.sex,
          d.sex_by_number
        from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
          as d (person_id, birth_date, born, sex, sex_by_number)
        """,
        [
          .textArray(doubts.map(\.person)), .textArray(doubts.map(\.birthDate)), .textArray(doubts.map(\.born)),
          .textArray(doubts.map(\.sex)), .textArray(doubts.map(\.sexByNumber)),
        ]))
  }
}
