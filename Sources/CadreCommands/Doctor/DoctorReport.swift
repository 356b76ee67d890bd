import CadreModel
import Messages

/// What `cadre doctor` prints.
struct DoctorReport: Hashable, Sendable {
  let findings: [DoctorFinding]

  /// 3 where the database cannot be reached, else 1 where a check failed; warnings do not count.
  var exitStatus: ExitStatus {
    let failed = findings.filter { $0.state == .failed }.map(\.check)
    if failed.contains(.server) { return .unreachable }
    return failed.isEmpty ? .done : .rejected
  }

  func text(in language: Language) -> String {
    var lines: [String] = []
    for finding in findings {
      let line = DoctorMessages.finding(state: finding.state.label, check: finding.check.label, found: finding.found)
      lines.append(line.text(in: language))
      if let remedy = finding.remedy { lines.append("  → " + remedy.text(in: language)) }
    }
    let failed = findings.count { $0.state == .failed }
    let warnings = findings.count { $0.state == .warning }
    let summary = DoctorMessages.summary(checks: findings.count, failed: failed, warnings: warnings)
    lines.append(summary.text(in: language))
    return lines.joined(separator: "\n")
  }

  func json(in language: Language) -> JSON {
    .object([
      ("state", .string((findings.map(\.state).max() ?? .ok).rawValue)),
      (
        "checks",
        .array(
          findings.map { finding in
            .object([
              ("check", .string(finding.check.rawValue)), ("state", .string(finding.state.rawValue)),
              ("found", .string(finding.found.text(in: language))),
              ("remedy", finding.remedy.map { .string($0.text(in: language)) } ?? .null),
            ])
          })
      ),
    ])
  }
}
