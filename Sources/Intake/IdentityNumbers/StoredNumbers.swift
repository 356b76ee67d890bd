import Bytes
import CadreModel
import IdentityNumbers
import PostgresClient

/// A city's sealed numbers by person, for a delivery with masked ones: such a cell says that the number has not changed.
struct StoredNumbers: Sendable {
  private var persons = IDSet()
  private var texts = PackedTexts()

  /// Inside a transaction about the city.
  static func read(of city: City, on connection: PostgresConnection) async throws -> StoredNumbers {
    var numbers = StoredNumbers()
    let rows = try await connection.stream(
      Statement(
        "sealed numbers by person",
        """
        select
          p.person_id,
          p.id_number
        from persons p
        where p.city_code = $1
          and p.id_number is not null
        """, [.text(city.code)]))
    for try await row in rows {
      let (person, number): (String, String) = (try row.decode("person_id"), try row.decode("id_number"))
      guard numbers.persons.insert(Array(person.utf8).span) else { continue }
      numbers.texts.append(Array(number.utf8).span)
    }
    return numbers
  }

  /// As the database holds it; nil where the person is not stored, or without a number.
  func sealed(of person: Span<UInt8>) -> [UInt8]? {
    persons.ordinal(of: person).map { Array(texts[$0]) }
  }
}

/// A delivery holds masked numbers: to know whether they are those of their persons, the stored ones have to be read first.
struct NumbersMasked: Error {}
