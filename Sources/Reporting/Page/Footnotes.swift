import CadreModel
import DataContract
import Messages
import Pages
import PolicyKit
import PostgresClient
import Results

/// What stands at the foot of every page: how to read the figures, what was assumed, what was handed in, and what the
/// page was made from.
struct Footnotes {
  /// After an indicator with an assumed number.
  static let mark: HTML = "<sup title=\"assumed\">※</sup>"

  let parts: PageParts

  var reading: HTML {
    """
    <p class="small soft">\(parts(PageMessages.reading))</p>
    """
  }

  /// The assumed numbers that the indicators of a policy use.
  func assumptions(of policy: Policy, asOf: Day) -> HTML {
    let assumed = policy.configuration.parameters.filter { $0.basis == .assumed }
    let items = assumed.compactMap { parameter -> HTML? in
      guard let value = parameter.value(on: asOf) else { return nil }
      return """
        <li>\(parameter.title.text(in: parts.language))\(parts(Punctuation.colon))\(value.description) <code>\(parameter.clause)</code></li>
        """
    }
    guard !items.isEmpty else { return .empty }
    return """
      <h3>※ \(parts(PageMessages.assumed))</h3>
      <p class="small soft">\(parts(PageMessages.whereToChange(policy: policy.code)))</p>
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
        "<li>\(MissingTables.name(of: delivery.table, in: parts.language))\(parts(Punctuation.colon))\(last.on.date.description)</li>"
    }
    let never = figures.deliveries.filter { $0.lastImport == nil }.map(\.table)
    let neverText = never.isEmpty ? parts(ReportWords.none) : MissingTables.names(of: never, in: parts.language)
    return """
      <h3>\(parts(PageMessages.deliveries))</h3>
      <ul class="two small">
      \(HTML.joined(received))
      </ul>
      <p class="small">\(parts(PageMessages.neverHandedIn))\(neverText)</p>
      """
  }

  /// The parameters that are not as the program brings them.
  func changes(of figures: CityFigures) -> HTML {
    let changes = figures.parameters.changes
    guard !changes.isEmpty else { return .empty }
    let items = changes.map { change -> HTML in
      """
      <li>\(change.title.text(in: parts.language)) <code>\(change.name)</code>\(parts(Punctuation.colon))\(change.used)\
      \(parts(PageMessages.shipped(change.shipped.isEmpty ? nil : change.shipped)))</li>
      """
    }
    return """
      <h3>\(parts(PageMessages.changed))</h3>
      <ul class="small">
      \(HTML.joined(items))
      </ul>
      """
  }

  func origin(of figures: CityFigures) -> HTML {
    let run = figures.run
    return """
      <p class="small soft">\(figures.policy.configuration.title.text(in: parts.language))<br>
      \(parts(PageMessages.run)) <code>\(run.reference)</code> ·
      \(parts(PageMessages.rules)) <code>\(String(run.rulesDigest.prefix(16)))</code> ·
      \(parts(PageMessages.dataVersion)) \
      <code>\(run.watermark.isEmpty ? "—" : String(run.watermark.prefix(16)))</code> ·
      \(parts(PageMessages.results)) \(run.resultCount)<br>
      \(parts(PageMessages.parametersFrom))\(figures.parameters.origin.label.text(in: parts.language))</p>
      """
  }
}
