import CadreModel
import Messages
import Pages
import PolicyKit
import Reporting
import Results

/// Who has to see to what: by unit, by head, or by duty; of one of them its items.
struct WorkListOnPage {
  let sight: Sight
  let judged: JudgedCity
  let grouping: WorkGrouping
  let group: String?
  private let groups: [WorkGroup]
  private let items: [WorkItem]

  private static let days = 90

  init(_ sight: Sight, _ place: RunPlace, _ grouping: WorkGrouping, group: String?) async throws {
    let judged = try await sight.judged(place)
    (self.sight, self.judged, self.grouping, self.group) = (sight, judged, grouping, group)
    let seen = try await sight.units(of: judged.city)
    // Heads and duties reach beyond one unit.
    if seen != nil, grouping != .unit { throw PageProblem.notFound }
    if let seen, let group, !seen.contains(group) { throw PageProblem.notFound }
    (groups, items) = try await sight.connection.withResults(of: [judged.run], in: judged.city.code) { connection in
      let reader = try await WorkListReader(
        run: judged.run, indicators: try await sight.indicators(of: judged), waived: [], by: grouping,
        unit: grouping == .unit ? group : nil, days: Self.days, language: sight.language, connection: connection)
      var groups = try await reader.groups()
      if let seen { groups = groups.filter { seen.contains($0.id) } }
      var items: [WorkItem] = []
      if let group {
        guard groups.contains(where: { $0.id == group }) else { throw PageProblem.notFound }
        try await reader.items { if reader.group(of: $0) == group { items.append($0) } }
        groups = groups.filter { $0.id == group }
      }
      return (groups, items)
    }
  }

  private var run: RunPlace { RunPlace(judged.run) }

  func content() async throws -> PageContent {
    var page = PageContent(sight(WorkListMessages.title(judged.city)), of: judged, namesPersons: true)
    page.entry.subject = group ?? ""
    page.trail = sight.trail(to: judged)
    page.standing = try await sight.standing(of: judged)
    if sight.viewer.unit == nil {
      let ways: [(Message, WorkGrouping)] = [
        (ListPageMessages.byUnit, .unit), (ListPageMessages.byHead, .head), (ListPageMessages.byIndicator, .indicator),
      ]
      let links = ways.map { title, way -> HTML in
        let isHere = way == grouping && group == nil
        let place = Place.workList(run, way, group: nil)
        return "<a href=\"\(place.address.text)\"\(isHere ? " aria-current=\"page\"" : HTML.empty)>\(sight(title))</a>"
      }
      page.add(
        """
        <nav class="small" aria-label="\(sight(ListPageMessages.groups))">\(HTML.joined(links, separator: " · "))</nav>
        """)
    }
    if group == nil { page.add("<p class=\"small soft\">\(sight(ListPageMessages.chooseGroup))</p>") }
    page.add(groupTable)
    if group != nil { page.add(itemTable) }
    return page
  }

  private var groupTable: DataTable {
    let columns = [
      TableColumn(.words, WorkListMessages.groupName), TableColumn(.identifier, WorkListMessages.groupID),
      TableColumn(.text, CityPageMessages.head), TableColumn(.count, ListPageMessages.itemCount),
      TableColumn(.counted(.unmet), ReportWords.status(.unmet)), TableColumn(.counted(.atRisk), ReportWords.status(.atRisk)),
      TableColumn(.count, ListPageMessages.falls), TableColumn(.rate, ReportWords.compliance),
    ]
    let rows = groups.map { entry -> DataRow in
      let name = entry.name.isEmpty ? sight(grouping == .head ? WorkListMessages.noHead : WorkListMessages.noUnit) : entry.name
      return DataRow(
        [
          DataCell(name, .workList(run, grouping, group: entry.id)), DataCell(entry.id),
          DataCell(entry.head?.name ?? "", below: entry.head?.post), DataCell(entry.items), DataCell(entry.tally.unmet),
          DataCell(entry.tally.atRisk), DataCell(entry.due), DataCell(entry.rate),
        ], bar: entry.tally)
    }
    var table = DataTable("groups", columns, rows)
    table.title = ListPageMessages.groups
    table.isTinted = true
    return table
  }

  private var itemTable: DataTable {
    let columns = [
      TableColumn(.words, ReportWords.subject), TableColumn(.identifier, ResultPageMessages.subjectID),
      TableColumn(.words, ListPageMessages.post), TableColumn(.status, ListPageMessages.urgency),
      TableColumn(.words, ReportWords.indicator), TableColumn(.words, CityPageMessages.article),
      TableColumn(.identifier, ReportWords.period), TableColumn(.day, ReportWords.due), TableColumn(.day, ListPageMessages.since),
      TableColumn(.sentence, ListPageMessages.missing), TableColumn(.sentence, ReportWords.reason),
      TableColumn(.words, ReportWords.responsibleUnit),
    ]
    let rows = items.map { item -> DataRow in
      var urgency: DataCell
      switch item.urgency {
      case .unmet: urgency = DataCell(.unmet, sight.language)
      case .atRisk: urgency = DataCell(.atRisk, sight.language)
      case .due:
        urgency = DataCell(sight(WorkListMessages.due))
        urgency.status = .pending
      }
      return DataRow([
        DataCell(
          item.subjectName ?? item.subjectID,
          .explanation(run, indicator: item.indicator.id, subject: item.subjectID), below: item.subjectID),
        DataCell(item.subjectID), DataCell(item.post ?? ""), urgency, DataCell(item.indicator.title.text(in: sight.language)),
        DataCell(item.article.title.text(in: sight.language), below: item.article.id), DataCell(item.period),
        DataCell(item.dueOn), DataCell(item.since),
        DataCell(item.remedy ?? ""), DataCell(item.reason), DataCell(item.unit.name),
      ])
    }
    var table = DataTable("items", columns, rows)
    table.title = ListPageMessages.items
    table.folded = [1]
    return table
  }
}
