import CadreModel
import DataContract
import Evaluation
import PolicyKit
import PostgresClient

/// What stands at the foot of every page: how to read the figures, what was assumed, what was handed in, and what the
/// page was made from.
struct Footnotes {
  /// After an indicator with an assumed number.
  static let mark: HTML = "<sup title=\"assumed\">※</sup>"

  let parts: PageParts

  var reading: HTML {
    """
    <p class="small soft">\(parts(
      "达标率＝达标÷（达标＋未达标）；完成率＝达标÷（达标＋未达标＋进行中＋临期预警）；没有分母时不计。豁免、缺数据不进入比率。上年同期为上一年同月同日。",
      "Compliance = met / (met + unmet); completion = met / (met + unmet + pending + at risk); no rate without a "
        + "denominator. Exempt and no data are in no rate. Last year means the same day of last year."))</p>
    """
  }

  /// The assumed numbers that the indicators of a policy use.
  func assumptions(of policy: Policy, asOf: Day) -> HTML {
    let assumed = policy.configuration.parameters.filter { $0.basis == .assumed }
    let items = assumed.compactMap { parameter -> HTML? in
      guard let value = parameter.value(on: asOf) else { return nil }
      return """
        <li>\(parameter.title.text(in: parts.language))\(parts("：", ": "))\(value.description) <code>\(parameter.clause)</code></li>
        """
    }
    guard !items.isEmpty else { return .empty }
    return """
      <h3>※ \(parts("系统假定的参数", "Assumed numbers"))</h3>
      <p class="small soft">\(parts(
        "政策原文没有写明、由系统假定的数值；修改见 config/policies/\(policy.code).yaml。",
        "Numbers that the policy leaves open; to change them see config/policies/\(policy.code).yaml."))</p>
      <ul class="two small">
      \(HTML.joined(items))
      </ul>
      """
  }

  /// When each table last came in.
  func deliveries(of figures: CityFigures) -> HTML {
    let received = figures.deliveries.compactMap { delivery -> HTML? in
      guard let last = delivery.lastImport else { return nil }
      return
        "<li>\(MissingTables.name(of: delivery.table, in: parts.language))\(parts("：", ": "))\(last.on.date.description)</li>"
    }
    let never = figures.deliveries.filter { $0.lastImport == nil }.map(\.table)
    let neverText = never.isEmpty ? parts("无", "none") : MissingTables.names(of: never, in: parts.language)
    return """
      <h3>\(parts("数据报送", "Data handed in"))</h3>
      <ul class="two small">
      \(HTML.joined(received))
      </ul>
      <p class="small">\(parts("从未报送：", "Never handed in: "))\(neverText)</p>
      """
  }

  /// The parameters that are not as the program brings them.
  func changes(of figures: CityFigures) -> HTML {
    let changes = figures.parameters.changes
    guard !changes.isEmpty else { return .empty }
    let items = changes.map { change -> HTML in
      """
      <li>\(change.title.text(in: parts.language)) <code>\(change.name)</code>\(parts("：", ": "))\(change.used)\
      \(parts("（自带：", " (shipped: "))\(change.shipped.isEmpty ? parts("无", "none") : change.shipped)\(parts("）", ")"))</li>
      """
    }
    return """
      <h3>\(parts("与程序自带不同的参数", "Parameters that differ from those shipped"))</h3>
      <ul class="small">
      \(HTML.joined(items))
      </ul>
      """
  }

  func origin(of figures: CityFigures) -> HTML {
    let run = figures.run
    return """
      <p class="small soft">\(figures.policy.configuration.title.text(in: parts.language))<br>
      \(parts("评估批次", "Run")) <code>\(run.reference)</code> ·
      \(parts("规则摘要", "rules")) <code>\(String(run.rulesDigest.prefix(16)))</code> ·
      \(parts("数据版本", "data version")) \
      <code>\(run.watermark.isEmpty ? "—" : String(run.watermark.prefix(16)))</code> ·
      \(parts("结果", "results")) \(run.resultCount)<br>
      \(parts("参数来源：", "Parameters: "))\(figures.parameters.origin.label.text(in: parts.language))</p>
      """
  }
}
