import CadreModel
import Messages
import Pages
import PolicyKit
import Results

/// `worklist.html`: what there is, a notice for each group, and the waivers. On paper each notice begins a sheet.
struct WorkListPage {
  let notices: WorkListNotices
  let waivers: [WaivedItem]

  private var parts: PageParts { notices.parts }
  private var figures: CityFigures { notices.figures }
  private var language: Language { parts.language }

  var html: HTML {
    let title = parts(WorkListMessages.title(figures.city))
    return parts.page(title: title, style: Self.style, [summary(title)] + notices.html + [waiverList])
  }

  private func summary(_ title: String) -> HTML {
    let headings = [
      (parts(WorkListMessages.groupName), ""), (parts(WorkListMessages.head), ""), (parts(WorkListMessages.itemCount), "n"),
      (parts.status(.unmet), "n"), (parts.status(.atRisk), "n"), (parts(WorkListMessages.due), "n"),
      (parts(WorkListMessages.rate), "n"), (parts(WorkListMessages.rateWithout), "n"), (parts(WorkListMessages.waived), "n"),
    ]
    let rows = notices.groups.map { group -> HTML in
      let head = group.head.map { "\($0.name) \($0.post)" } ?? ""
      return """
        <tr><td>\(WorkListTables.name(of: group, notices.grouping, language))</td><td>\(head)</td>
        <td class="n">\(group.items)</td><td class="n">\(group.tally.unmet)</td><td class="n">\(group.tally.atRisk)</td>
        <td class="n">\(group.due)</td><td class="n">\(parts.percent(group.rate))</td>
        <td class="n">\(parts.percent(group.rateWithoutWaivers))</td><td class="n">\(group.waived.judged)</td></tr>
        """
    }
    return """
      <section class="summary"><header><h1>\(title)</h1>
      <p class="soft">\(figures.policy.configuration.title.text(in: language)) · \
      \(parts.dates(asOf: figures.run.asOf, newest: figures.newestFact))</p></header>
      \(parts.warnings(figures.warnings.filter { $0.count == nil }.map(\.text)))
      \(parts.table(headings.map { (text: $0.0, kind: $0.1) }, rows))
      <p class="small soft">\(parts(WorkListMessages.reading))</p></section>
      """
  }

  private var waiverList: HTML {
    guard !waivers.isEmpty else { return .empty }
    let headings = [
      (parts(WorkListMessages.who), ""), (parts(ReportWords.responsibleUnit), ""), (parts(ReportWords.indicator), ""),
      (parts(WorkListMessages.basis), ""), (parts(WorkListMessages.approvedBy), ""), (parts(WorkListMessages.validTo), ""),
      (parts(WorkListMessages.statusWithout), ""),
    ]
    let rows = waivers.map { item -> HTML in
      """
      <tr><td>\(item.subjectName ?? item.subjectID)</td><td>\(item.unit.name)</td><td>\(item.indicator.title.text(in: language))</td>
      <td>\(item.basis)</td><td>\(item.approvedBy)</td><td class="w">\(item.to?.description ?? "")</td>
      <td>\(item.without.map { parts.status($0.status) } ?? "—")</td></tr>
      """
    }
    return """
      <section class="summary"><h2>\(parts(WorkListMessages.waivers))</h2>
      \(parts.table(headings.map { (text: $0.0, kind: $0.1) }, rows))</section>
      """
  }

  /// A sheet of official paper: margins, type and spacing as notices have them.
  private static let style: HTML = """
    .notice { break-before: page; max-width: 800px; margin: 40px auto 0; }
    .notice h1 { text-align: center; font-size: 26px; letter-spacing: 2px; color: var(--seal); margin: 0 0 10px;
      padding-bottom: 10px; border-bottom: 2px solid var(--seal);
      font-family: "FZXiaoBiaoSong-B05S", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif; }
    .notice .number { display: flex; justify-content: space-between; color: var(--soft); }
    .notice .to { font-size: 17px; font-weight: 600; margin: 14px 0 0; }
    .notice .head { margin: 2px 0 0; }
    .notice .body { font-size: 15px; line-height: 1.9; text-indent: 2em; margin: 8px 0 12px; text-align: justify; }
    .notice table { font-size: 12.5px; width: calc(100% - 2px); }
    .notice .scroll td, .notice .scroll th { border: 1px solid #b8b2a6; } .notice .scroll table { table-layout: fixed; }
    .notice .scroll th:nth-child(1) { width: 6%; } .notice .scroll th:nth-child(2) { width: 17%; }
    .notice .scroll th:nth-child(3) { width: 34%; } .notice .scroll th:nth-child(5) { width: 14%; }
    .notice th { text-align: center; }
    .notice .soft { font-size: 11.5px; font-weight: 400; }
    .u-unmet { color: var(--unmet); } .u-at_risk { color: #9a6200; } .u-due { color: #33689e; }
    .sign { text-align: right; margin: 22px 2em 0 0; font-size: 15px; break-inside: avoid; break-before: avoid; }
    .receipt { break-inside: avoid; margin-top: 26px; }
    .receipt table { width: calc(100% - 2px); }
    .receipt .cut { text-align: center; border-top: 1px dashed var(--soft); color: var(--soft); font-size: 11px; padding-top: 3px; }
    .receipt h2 { text-align: center; border: 0; padding: 0; font-size: 18px; margin: 6px 0 8px; }
    .receipt th, .receipt td { border: 1px solid #8a8578; padding: 7px 9px; vertical-align: middle; }
    .receipt th { width: 17%; background: none; font-weight: 600; } .receipt td { width: 33%; }
    .receipt .tall { height: 110px; vertical-align: top; }
    .summary + .summary, .notice + .summary { break-before: page; margin-top: 40px; }
    @page { size: A4 portrait; margin: 22mm 20mm 20mm; @bottom-center { content: none; } }
    @media print { .notice { margin: 0; max-width: none; } .notice .body, .sign { font-size: 12pt; } .notice .to { font-size: 13pt; }
      .notice h1 { font-size: 20pt; } .notice table { font-size: 9.5pt; } .notice .soft { font-size: 8.5pt; } }
    """
}
