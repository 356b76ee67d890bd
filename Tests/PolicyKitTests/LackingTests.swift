import CadreModel
import PolicyKit
import PolicyTesting
import Testing

/// Where an indicator may find nothing to judge by, its sentence says what.
@Suite struct LackingTests {
  @Test func whoeverMayBeWithoutDataSaysWhatIsLacking() throws {
    for policy in try PolicyLibrary.shipped().policies {
      for indicator in policy.indicators where indicator.rule.kind != .statistic {
        let texts = indicator.rule.templates.joined()
        guard texts.contains("'\(Reason.recordMissing.rawValue)'") else { continue }
        #expect(indicator.lacking.chinese != "判定所需的记录", "\(indicator.id)")
      }
    }
  }
}
