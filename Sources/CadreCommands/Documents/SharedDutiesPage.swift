import Messages
import PolicyKit

/// The duties by which cities are compared, and the indicators that judge each under every policy.
struct SharedDutiesPage {
  let policies: [Policy]
  let duties: SharedDuties

  var page: GeneratedPage {
    var table = MarkdownTable("code", DocumentMessages.sharedDuty.inBoth, "indicators")
    for duty in duties.all {
      let indicators = policies.flatMap { duty.indicators(of: $0).map(\.id) }
      table.append("`\(duty.id)`", duty.title.inBoth, indicators.joined(separator: ", "))
    }
    return GeneratedPage(
      name: "SharedDuties", title: DocumentMessages.sharedDuties.inBoth,
      lines: [
        "What `cadre report comparison` compares cities by (`config/shared-duties.yaml`). What each policy asks is taken from its",
        "parameters and articles.", "",
      ] + table.lines)
  }
}
