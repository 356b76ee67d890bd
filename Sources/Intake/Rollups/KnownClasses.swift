import Bytes
import CadreModel
import DataContract
import PostgresClient

/// What is to be known, while training records run through, of the classes that a delivery refers to.
struct KnownClasses {
  struct KnownClass: Equatable {
    /// The first day, in days since 2000.
    let start: Int32
    /// In days, the first and the last included.
    let length: Int32
    /// As `TrainingMode.allCases` has it: a number is quicker to add up by.
    let mode: Int

    init(start: Int32, length: Int32, mode: TrainingMode) {
      self.start = start
      self.length = length
      self.mode = TrainingMode.allCases.firstIndex(of: mode) ?? 0
    }

    var isOffJob: Bool { TrainingMode.allCases[mode] == .offJob }
  }

  /// By the class's ordinal among the delivery's ids.
  private let classes: [KnownClass?]

  init(_ classes: [KnownClass?]) {
    self.classes = classes
  }

  /// Reads them from the database, where the delivery's own classes are by now.
  static nonisolated(nonsending) func load(
    of city: City, among ids: ReferenceIDs, _ connection: PostgresConnection
  ) async throws -> KnownClasses {
    let statement = Statement(
      "known classes",
      """
      select
        c.class_id,
        c.mode,
        c.started_on - date '2000-01-01' as starts,
        c.ended_on - c.started_on + 1 as length
      from training_classes c
      where c.city_code = $1
      """, [.text(city.code)])
    var classes: [KnownClass?] = Array(repeating: nil, count: ids.known.count)
    for row in try await connection.query(statement) {
      let id: String = try row.decode("class_id")
      guard let ordinal = ids.known.ordinal(of: Array(id.utf8).span),
        let mode = TrainingMode(rawValue: try row.decode("mode"))
      else { continue }
      classes[ordinal] = KnownClass(
        start: Int32(try row.decode("starts", as: Int.self)), length: Int32(try row.decode("length", as: Int.self)),
        mode: mode)
    }
    return KnownClasses(classes)
  }

  /// The class with that ordinal; nil for one that is not stored.
  subscript(ordinal: Int) -> KnownClass? {
    ordinal < classes.count ? classes[ordinal] : nil
  }
}
