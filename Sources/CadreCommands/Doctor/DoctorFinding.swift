import CadreModel
import Messages
import PolicyKit

/// How a check came out.
enum CheckState: String, Hashable, Sendable, Comparable {
  case ok, warning, failed

  static func < (left: CheckState, right: CheckState) -> Bool { left.weight < right.weight }

  private var weight: Int {
    switch self {
    case .ok: 0
    case .warning: 1
    case .failed: 2
    }
  }

  var label: Label {
    switch self {
    case .ok: DoctorMessages.ok
    case .warning: DoctorMessages.warning
    case .failed: DoctorMessages.failed
    }
  }
}

/// What one check found.
struct DoctorFinding: Hashable, Sendable {
  /// What was checked.
  enum Check: String, Hashable, Sendable {
    case configuration, postgres, server, version, libpq, migrations, schema, encoding, collation, calendar, permissions, cities
    case disk, integrity, log
    case identityNumbers = "identity_numbers"

    var label: Label {
      switch self {
      case .configuration: DoctorMessages.configuration
      case .postgres: DoctorMessages.postgres
      case .server: DoctorMessages.server
      case .version: DoctorMessages.version
      case .libpq: DoctorMessages.libpq
      case .migrations: DoctorMessages.migrations
      case .schema: DoctorMessages.schema
      case .encoding: DoctorMessages.encoding
      case .collation: DoctorMessages.collation
      case .calendar: DoctorMessages.calendar
      case .permissions: DoctorMessages.permissions
      case .cities: DoctorMessages.cities
      case .disk: DoctorMessages.disk
      case .integrity: DoctorMessages.integrity
      case .log: DoctorMessages.log
      case .identityNumbers: DoctorMessages.identityNumbers
      }
    }
  }

  let check: Check
  let state: CheckState
  /// What was found.
  let found: Label
  /// What to do about it; nil where there is nothing to do.
  let remedy: Label?

  static func ok(_ check: Check, _ found: Label) -> DoctorFinding {
    DoctorFinding(check: check, state: .ok, found: found, remedy: nil)
  }

  static func warning(_ check: Check, _ found: Label, _ remedy: Label) -> DoctorFinding {
    DoctorFinding(check: check, state: .warning, found: found, remedy: remedy)
  }

  static func failed(_ check: Check, _ found: Label, _ remedy: Label) -> DoctorFinding {
    DoctorFinding(check: check, state: .failed, found: found, remedy: remedy)
  }

  /// Which policies and cities there are, where their parameters came from, and which are not those that the program brings.
  static func configuration(_ library: PolicyLibrary, changes: [ConfigurationChange]) -> DoctorFinding {
    let (codes, cities) = (library.policies.map(\.code), library.cities.map(\.code))
    let found = DoctorPlaceMessages.policies(codes, cities: cities, origin: library.origin.label)
    guard !changes.isEmpty else { return .ok(.configuration, found) }
    let told = changes.map {
      DoctorPlaceMessages.change(of: $0.subject.code, $0.name, used: $0.used, shipped: $0.shipped)
    }
    return .warning(
      .configuration, DoctorPlaceMessages.changed(found, changes: told), DoctorPlaceMessages.correctOrLeaveOut)
  }
}
