import CadreModel
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
    case .ok: Label("正常", "ok")
    case .warning: Label("注意", "warning")
    case .failed: Label("失败", "failed")
    }
  }
}

/// What one check found.
struct DoctorFinding: Hashable, Sendable {
  /// What was checked.
  enum Check: String, Hashable, Sendable {
    case configuration, postgres, server, version, libpq, migrations, schema, encoding, collation, calendar, permissions, cities
    case disk

    var label: Label {
      switch self {
      case .configuration: Label("政策配置", "policy configuration")
      case .postgres: Label("PostgreSQL 程序", "PostgreSQL programs")
      case .server: Label("数据库连接", "server")
      case .version: Label("服务器版本", "server version")
      case .libpq: Label("libpq 版本", "libpq")
      case .migrations: Label("数据库结构", "migrations")
      case .schema: Label("结构核对", "schema")
      case .encoding: Label("数据库编码", "encoding")
      case .collation: Label("排序规则", "collation")
      case .calendar: Label("工作日历", "calendar")
      case .permissions: Label("数据库权限", "permissions")
      case .cities: Label("城市数据", "cities")
      case .disk: Label("磁盘空间", "disk space")
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
    let origin = library.origin.label
    let found = Label(
      "\(codes.count) 项政策（\(codes.joined(separator: "、"))），\(cities.count) 个城市（\(cities.joined(separator: "、"))），\(origin.chinese)",
      "\(codes.count) policies (\(codes.joined(separator: ", "))), \(cities.count) cities (\(cities.joined(separator: ", "))), \(origin.english)"
    )
    guard !changes.isEmpty else { return .ok(.configuration, found) }
    let chinese = changes.map {
      "\($0.subject.code) \($0.name)：\($0.used)，\($0.shipped.isEmpty ? "自带的没有" : "自带的为 \($0.shipped)")"
    }.joined(separator: "；")
    let english = changes.map {
      "\($0.subject.code) \($0.name): \($0.used), shipped: \($0.shipped.isEmpty ? "none" : $0.shipped)"
    }.joined(separator: "; ")
    return .warning(
      .configuration,
      Label(
        "\(found.chinese)；与程序自带不同的有 \(changes.count) 项：\(chinese)",
        "\(found.english); \(changes.count) not as shipped: \(english)"),
      Label("如非有意修改，请改正或不用该目录", "if this is not meant, correct it or leave that folder out"))
  }
}
