import Access
import CadreModel
import Messages
import Pages
import Results

/// What stands around every page: the product, the sections, where one is, as of when, and how to read it in the other language.
struct Frame {
  let language: Language
  /// Nil on a page that is shown before anybody is known: of sign-in, of an error.
  let viewer: (any PageViewer)?
  let place: Place

  private func text(_ message: Message) -> String { message.text(in: language) }

  func page(_ content: PageContent) -> HTML {
    let blocks = content.blocks.map { block -> HTML in
      switch block {
      case .html(let html): html
      case .table(let table): "<section>\(table.html(language, on: place))</section>"
      }
    }
    return whole(
      title: content.title,
      .joined(
        [path(content), "<h1>\(content.title)</h1>", content.standing.map(standing) ?? .empty] + blocks))
  }

  /// A page that is put together already.
  func whole(title: String, _ main: HTML) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="\(language == .chinese ? "zh-CN" : "en")">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title) · \(text(WebPageMessages.product))</title>
    <link rel="stylesheet" href="\(StyleSheet.address)">
    <link rel="icon" href="\(StyleSheet.icon)" type="image/svg+xml">
    </head>
    <body>
    <a class="skip" href="#main">\(text(WebPageMessages.skip))</a>
    <header class="top"><a class="product" href="/">\(text(WebPageMessages.product))</a>\(sections)\(languages)</header>
    <main id="main">
    \(main)
    </main>
    </body>
    </html>

    """
  }

  // MARK: Around

  private var sections: HTML {
    guard let viewer else { return .empty }
    var entries: [(Message, Place)] = []
    if viewer.readingDuty != nil {
      entries.append((WebPageMessages.province, .home))
      if viewer.unit == nil {
        entries.append((WebPageMessages.comparison, .comparison(asOf: nil)))
        entries.append((WebPageMessages.publications, .publications))
      }
    }
    entries.append((WebPageMessages.catalogue, .catalogue(search: "")))
    if viewer.duties.contains(.accessAdministrator) { entries.append((WebPageMessages.access, .access)) }
    if viewer.duties.contains(.auditor) { entries.append((WebPageMessages.audit, .audit(before: nil))) }
    return navigation(text(WebPageMessages.menu), entries)
  }

  private func navigation(_ name: String, _ entries: [(title: Message, place: Place)]) -> HTML {
    let links = entries.map { entry -> HTML in
      let isHere = entry.place.kind == place.kind
      return "<a href=\"\(entry.place.address.text)\"\(isHere ? " aria-current=\"page\"" : HTML.empty)>\(text(entry.title))</a>"
    }
    return "<nav aria-label=\"\(name)\">\(HTML.joined(links, separator: " "))</nav>"
  }

  private var languages: HTML {
    let other: Language = language == .chinese ? .english : .chinese
    let address = Place.language(other, to: place.address.text).address.text
    let account: HTML = viewer == nil ? .empty : "<a href=\"/account\">\(text(WebPageMessages.account))</a> "
    return """
      <span class="you">\(account)<a href="\(address)" hreflang="\(other == .chinese ? "zh-CN" : "en")" rel="nofollow">\(text(WebPageMessages.otherLanguage))</a></span>
      """
  }

  private func path(_ content: PageContent) -> HTML {
    guard !content.trail.isEmpty else { return .empty }
    let crumbs = content.trail.map { crumb -> HTML in
      guard let place = crumb.place else { return HTML(crumb.text) }
      return "<a href=\"\(place.address.text)\">\(crumb.text)</a>"
    }
    return """
      <nav class="path small" aria-label="\(text(WebPageMessages.path))">\(HTML.joined(crumbs, separator: " › ")) › \
      <span aria-current="page">\(content.title)</span></nav>
      """
  }

  private func standing(_ standing: Standing) -> HTML {
    var facts: [HTML] = ["<b>\(text(WebPageMessages.judged(asOf: standing.asOf)))</b>"]
    facts.append(HTML(text(WebPageMessages.dataUpTo(standing.newest))))
    if let reference = standing.reference { facts.append(HTML(text(WebPageMessages.run(reference)))) }
    if let later = standing.later {
      facts.append("<a class=\"note\" href=\"\(later.address.text)\">\(text(WebPageMessages.newerRun))</a>")
    }
    if standing.hasNewerData { facts.append("<span class=\"note\">\(text(WebPageMessages.newerData))</span>") }
    let cityPages = standing.run.map { run in cityNavigation(run, isWhole: standing.isWhole) } ?? .empty
    return """
      <div class="standing"><p class="small">\(HTML.joined(facts, separator: " · "))</p>\(dates(standing))</div>\(cityPages)
      """
  }

  private func dates(_ standing: Standing) -> HTML {
    guard standing.dates.count > 1 else { return .empty }
    let place: Place = standing.city.map { .latest(city: $0, asOf: nil) } ?? .province(asOf: nil, runs: [])
    let address = place.address.text
    let options = standing.dates.prefix(120).map { day -> HTML in
      "<option\(day == standing.asOf ? " selected" : HTML.empty)>\(day.description)</option>"
    }
    return """
      <form class="dates small" method="get" action="\(address)"><label>\(text(WebPageMessages.date)) \
      <select name="as_of">\(HTML.joined(options, separator: .empty))</select></label> \
      <button>\(text(WebPageMessages.show))</button></form>
      """
  }

  private func cityNavigation(_ run: RunPlace, isWhole: Bool) -> HTML {
    var entries: [(Message, Place)] = []
    if isWhole { entries.append((WebPageMessages.city, .city(run))) }
    entries.append((WebPageMessages.units, .units(run)))
    entries.append((WebPageMessages.exceptions, .results(run, .exceptions, after: nil)))
    entries.append((WebPageMessages.workList, .workList(run, .unit, group: nil)))
    entries.append((WebPageMessages.calendar, .calendar(run, days: Place.usualDays, unit: nil)))
    if isWhole {
      entries += [
        (WebPageMessages.tiers, .tiers(run)), (WebPageMessages.changes, .changes(run, from: nil)),
        (WebPageMessages.quality, .quality(run)), (WebPageMessages.deliveries, .deliveries(city: run.city)),
      ]
    }
    return "<div class=\"sub\">\(navigation(text(WebPageMessages.city), entries))</div>"
  }
}
