import CadreModel
import PostgresClient

/// From when to when the classes last that a delivery refers to, and which are full-time.
struct ClassSpans {
  struct Span {
    let ordinal: Int
    /// Days since 2000.
    let start: Int32
    /// In days, the first and the last included.
    let length: Int32
    let isOffJob: Bool
  }

  /// By the class's ordinal.
  private let spans: [Span?]

  init(spans: [Span?]) {
    self.spans = spans
  }

  /// Reads them from the database, where the delivery's own classes are by now.
  static nonisolated(nonsending) func load(
    of city: City, among classes: ReferenceIDs, _ connection: PostgresConnection
  ) async throws -> ClassSpans {
    let statement = Statement(
      "class spans",
      """
      select
        c.class_id,
        c.started_on - date '2000-01-01' as starts,
        c.ended_on - c.started_on + 1 as length,
        c.mode = 'off_job' as is_off_job
      from training_classes c
      where c.city_code = $1
      """, [.text(city.code)])
    var spans: [Span?] = Array(repeating: nil, count: classes.known.count)
    for row in try await connection.query(statement) {
      let id: String = try row.decode("class_id")
      guard let ordinal = classes.known.ordinal(of: Array(id.utf8).span) else { continue }
      spans[ordinal] = Span(
        ordinal: ordinal, start: Int32(try row.decode("starts", as: Int.self)),
        length: Int32(try row.decode("length", as: Int.self)), isOffJob: try row.decode("is_off_job"))
    }
    return ClassSpans(spans: spans)
  }

  /// Of the class with that ordinal among the delivery's ids; nil for one that is not stored.
  func span(of ordinal: Int) -> Span? {
    ordinal < spans.count ? spans[ordinal] : nil
  }
}
