import CadreModel

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
      let state = finding.state.label.text(in: language)
      let subject = finding.check.label.text(in: language)
      lines.append(
        language(zh: "[\(state)] \(subject)：", en: "[\(state)] \(subject): ") + finding.found.text(in: language))
      if let remedy = finding.remedy { lines.append("  → " + remedy.text(in: language)) }
    }
    let failed = findings.count { $0.state == .failed }
    let warnings = findings.count { $0.state == .warning }
    lines.append(
      language(
        zh: "共 \(findings.count) 项检查，失败 \(failed) 项，注意 \(warnings) 项。",
        en: "\(findings.count) checks, \(failed) failed, \(warnings) with a warning."))
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
