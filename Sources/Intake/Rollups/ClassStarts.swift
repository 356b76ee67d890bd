import CadreModel
import DataContract
import PostgresClient

/// When the classes off and on the job began: those whose days count as days of classes.
struct ClassStarts {
  private let classes: ReferenceIDs
  /// By the class's ordinal, days since 2000; `.min` for a class that does not count.
  private var starts: [Int32]

  /// Of the classes that a delivery refers to.
  ///
  /// - Parameter started: each class that counts, with its first day.
  init(classes: ReferenceIDs, started: [(id: String, on: Int32)]) {
    self.classes = classes
    starts = Array(repeating: .min, count: classes.known.count)
    for (id, day) in started {
      if let ordinal = classes.known.ordinal(of: Array(id.utf8).span) { starts[ordinal] = day }
    }
  }

  /// Reads them from the database, where the delivery's own classes are by now.
  static nonisolated(nonsending) func load(
    of city: City, among classes: ReferenceIDs, _ connection: PostgresConnection
  ) async throws -> ClassStarts {
    let statement = Statement(
      "class starts",
      """
      select
        class_id,
        started_on - date '2000-01-01' as day
      from training_classes
      where city_code = $1
        and mode in ('off_job', 'on_job')
      """, [.text(city.code)])
    var started: [(id: String, on: Int32)] = []
    for row in try await connection.query(statement) {
      started.append((try row.decode("class_id"), Int32(try row.decode("day", as: Int.self))))
    }
    return ClassStarts(classes: classes, started: started)
  }

  /// Days since 2000; nil for a class whose days do not count as such.
  func start(of ordinal: Int) -> Int32? {
    guard ordinal < starts.count, starts[ordinal] != .min else { return nil }
    return starts[ordinal]
  }
}
