import CadreModel
import Messages
import Pages
import PolicyKit
import Results

/// The notices of a work list, one a group, while its items pass by. Of each duty of a group the first few items are kept: a
/// duty of everybody must not bury the others, nor fill the memory.
final class WorkListNotices {
  let figures: CityFigures
  let groups: [WorkGroup]
  let grouping: WorkGrouping
  /// The last day that the list looks ahead to.
  let last: Day
  let parts: PageParts
  private(set) var html: [HTML] = []
  private var present: (id: String, duties: [Duty])?
  private let byID: [String: WorkGroup]

  /// What is listed of one duty, under one urgency.
  private struct Duty {
    let first: WorkItem
    var items: [WorkItem]
    var count: Int
  }

  /// So many items of a duty stand on a notice.
  static let mostItems = 10

  init(figures: CityFigures, groups: [WorkGroup], grouping: WorkGrouping, last: Day, parts: PageParts) {
    self.figures = figures
    self.groups = groups
    byID = Dictionary(groups.map { ($0.id, $0) }) { first, _ in first }
    self.grouping = grouping
    self.last = last
    self.parts = parts
  }

  /// - Parameter group: the item's; items come group by group.
  func add(_ item: WorkItem, to group: String) {
    if present?.id != group {
      finish()
      present = (group, [])
    }
    if let place = present?.duties.lastIndex(where: {
      $0.first.indicator.id == item.indicator.id && $0.first.urgency == item.urgency
    }) {
      present?.duties[place].count += 1
      if let count = present?.duties[place].items.count, count < Self.mostItems { present?.duties[place].items.append(item) }
    } else {
      present?.duties.append(Duty(first: item, items: [item], count: 1))
    }
  }

  /// Ends the notice of the group that came last.
  func finish() {
    guard let present, let group = byID[present.id] else { return }
    html.append(notice(to: group, present.duties))
    self.present = nil
  }

  // MARK: A notice

  private var language: Language { parts.language }

  private func notice(to group: WorkGroup, _ duties: [Duty]) -> HTML {
    // What is nobody's is listed: there is none whom a notice could go to.
    let isNotice = grouping != .indicator && !group.id.isEmpty
    let head = group.head.map { head -> HTML in
      "<p class=\"head\">\(parts(WorkListMessages.headLine(head.name, post: head.post)))</p>"
    }
    let name = WorkListTables.name(of: group, grouping, language)
    let body = WorkListMessages.body(
      figures.policy.configuration.title, unmet: group.tally.unmet, atRisk: group.tally.atRisk, due: group.due, last: last)
    let beginning: HTML = """
      <h1>\(parts(isNotice ? WorkListMessages.notice : WorkListMessages.list))</h1>
      <p class="number"><span>\(isNotice ? parts(WorkListMessages.number(figures.run.asOf)) : "")</span>\
      <span>\(parts(WorkListMessages.asOf(figures.run.asOf)))</span></p>
      <p class="to">\(isNotice ? parts(WorkListMessages.addressee(name)) : name)</p>
      \(isNotice ? head ?? .empty : .empty)
      """
    let text: HTML = isNotice ? "<p class=\"body\">\(parts(body))</p>" : .empty
    return .joined(
      ["<section class=\"notice\">", beginning, text, table(duties)] + (isNotice ? [signature, receipt(name)] : []) + [
        "</section>"
      ])
  }

  private func table(_ duties: [Duty]) -> HTML {
    var place = 0
    var rows: [HTML] = []
    for duty in duties {
      let (indicator, article) = (duty.first.indicator, duty.first.article)
      let urgency = WorkListTables.name(of: duty.first.urgency, language)
      rows.append(
        """
        <tr class="group"><td colspan="5"><b class="u-\(duty.first.urgency.rawValue)">\(urgency)</b> \
        \(indicator.title.text(in: language)) <span class="soft">\(article.title.text(in: language)) · \
        \(parts(WorkListMessages.counts(duty.count)))</span></td></tr>
        """)
      for item in duty.items {
        place += 1
        rows.append(row(item, place))
      }
      let more = duty.count - duty.items.count
      if more > 0 {
        rows.append("<tr><td></td><td colspan=\"4\" class=\"soft\">\(parts(WorkListMessages.more(more)))</td></tr>")
      }
    }
    return parts.table(
      [
        (parts(WorkListMessages.place), "n"), (parts(WorkListMessages.who), ""), (parts(WorkListMessages.now), ""),
        (parts(WorkListMessages.todo), ""), (parts(WorkListMessages.dueOn), ""),
      ], rows)
  }

  private func row(_ item: WorkItem, _ place: Int) -> HTML {
    let since = item.since.map { day -> HTML in
      let days = figures.run.asOf.number - day.number
      return "<div class=\"soft\">\(parts(WorkListMessages.sinceThen(day, days: days)))</div>"
    }
    let post = item.post.map { "<div class=\"soft\">\($0)</div>" as HTML } ?? .empty
    let unit: HTML = grouping == .unit ? .empty : "<div class=\"soft\">\(item.unit.name)</div>"
    return """
      <tr><td class="n">\(place)</td><td>\(item.subjectName ?? item.subjectID)\(post)\(unit)</td>
      <td>\(item.reason)\(since ?? .empty)</td><td>\(item.remedy ?? "")</td><td class="w">\(item.dueOn?.description ?? "")</td></tr>
      """
  }

  private var signature: HTML {
    """
    <div class="sign"><p>\(parts(WorkListMessages.issuer(figures.city)))</p><p>\(parts(WorkListMessages.blankDate))</p></div>
    """
  }

  private func receipt(_ name: String) -> HTML {
    """
    <div class="receipt"><p class="cut">\(parts(WorkListMessages.cut))</p>
    <h2>\(parts(WorkListMessages.receipt))</h2>
    <table>
    <tr><th>\(parts(WorkListMessages.receivedBy))</th><td>\(name)</td><th>\(parts(WorkListMessages.receivedOn))</th><td class="fill"></td></tr>
    <tr><th>\(parts(WorkListMessages.handled))</th><td colspan="3" class="tall soft">\(parts(WorkListMessages.handledHint))</td></tr>
    <tr><th>\(parts(WorkListMessages.signature))</th><td class="fill"></td><th>\(parts(WorkListMessages.contact))</th><td class="fill"></td></tr>
    </table></div>
    """
  }
}
