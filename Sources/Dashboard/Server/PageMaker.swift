import Access
import CadreModel
import Messages
import Pages
import PolicyKit
import PostgresClient
import Results

/// Makes pages, their tables' files and calendars: each in one transaction that shows what the viewer may see.
struct PageMaker: Sendable {
  let pool: ConnectionPool
  let books: Books
  let cache = PageCache()

  init(pool: ConnectionPool, books: Books) {
    (self.pool, self.books) = (pool, books)
  }

  // MARK: Pages

  /// What came of asking for a page.
  enum Answer: Sendable {
    /// The browser has it already.
    case unchanged(tag: String)
    case page(PageCache.Page, tag: String?)
  }

  /// The page of a place, unless the browser has it.
  ///
  /// - Parameter known: the tags of what the browser has.
  /// - Throws: `PageProblem`, `PostgresError`.
  func answer(_ place: Place, for viewer: any PageViewer, _ language: Language, known: [String]) async throws -> Answer {
    try await reading(place, viewer, language) { sight in
      let tag = try await PageTag.read(place, sight)
      if let tag {
        if known.contains(tag) { return .unchanged(tag: tag) }
        if let page = cache.page(tag) { return .page(page, tag: tag) }
      }
      let content = try await content(place, sight)
      let body = Frame(language: language, viewer: viewer, place: place).page(content).bytes
      let page = PageCache.Page(body, entry: content.entry)
      if let tag { cache.keep(page, as: tag) }
      return .page(page, tag: tag)
    }
  }

  nonisolated(nonsending) func content(_ place: Place, _ sight: Sight) async throws -> PageContent {
    switch place {
    case .home: throw PageProblem.movedTo(try await ProvincePage.home(sight))
    case .province(let asOf, let runs):
      guard let asOf, !runs.isEmpty else {
        guard let moved = try await ProvincePage.moved(sight, asOf: asOf) else {
          return NotJudgedPage.content(sight, asOf, city: nil)
        }
        throw PageProblem.movedTo(moved)
      }
      return try await ProvincePage(sight, asOf: asOf, runs: runs).content(dates: try await ProvincePage.dates(sight))
    case .latest(let code, let asOf): return try await latest(try sight.city(code), asOf, sight)
    case .city(let run): return try await CityPage(sight, run).content()
    case .units(let run): return try await UnitsPage(sight, run).content()
    case .unit(let run, let id): return try await UnitPage(sight, run, id: id).content()
    case .indicator(let run, let id): return try await IndicatorPage(sight, run, id: id).content()
    case .results(let run, let filter, let key):
      return try await ResultListPage(sight, run, filter).content(after: key)
    case .person(let run, let id): return try await PersonPage(sight, run, id: id).content()
    case .explanation(let run, let indicator, let subject):
      return try await ExplanationPage(sight, run, indicator: indicator, subject: subject).content()
    case .tiers(let run): return try await TiersPage(sight, run).content()
    case .calendar(let run, let days, let unit): return try await CalendarOnPage(sight, run, days: days, unit: unit).content()
    case .workList(let run, let grouping, let group):
      return try await WorkListOnPage(sight, run, grouping, group: group).content()
    case .changes(let run, let from): return try await FlipsPage(sight, run, from: from).content()
    case .quality(let run): return try await QualityOnPage(sight, run).content()
    case .deliveries(let code): return try await DeliveriesPage(sight, try sight.city(code)).list()
    case .delivery(let code, let number): return try await DeliveriesPage(sight, try sight.city(code)).one(number)
    case .comparison(let asOf): return try await ComparisonOnPage(sight, asOf: asOf).content()
    case .publications: return try await PublicationsPage(sight).list()
    case .publication(let number): return try await PublicationsPage(sight).one(number)
    case .catalogue(let search): return CataloguePage(sight).list(search)
    case .catalogueEntry(let id): return try CataloguePage(sight).one(id)
    case .access: return try await OfficersPages(sight).access()
    case .audit(let before): return try await OfficersPages(sight).audit(before: before)
    case .calendarFile, .language: throw PageProblem.notFound
    }
  }

  /// A city's page at its latest date, or at one that was asked for.
  private nonisolated(nonsending) func latest(_ city: City, _ asOf: Day?, _ sight: Sight) async throws -> PageContent {
    try await sight.connection.see([city.code])
    var day = asOf
    if day == nil { day = try await sight.dates(of: city).first }
    guard let day, let judged = try await sight.judged(city, asOf: day) else {
      return try await NotJudgedPage.content(sight, asOf, city: city, dates: sight.dates(of: city))
    }
    let run = RunPlace(judged.run)
    throw PageProblem.movedTo(sight.viewer.unit == nil ? .city(run) : .units(run))
  }

  // MARK: Files

  /// A table of a page as a file: the same rows as the screen's, and all of them.
  ///
  /// - Throws: `PageProblem`, `PostgresError`, `SystemError`, `WorkbookWritingError`.
  func file(
    _ download: Download, of place: Place, for viewer: any PageViewer, _ language: Language
  ) async throws -> HandedFile {
    let (page, table, draft) = try await reading(place, viewer, language) {
      sight -> (PageContent, DataTable, TableDraft) in
      let draft = try TableDraft(name: "\(download.table).\(download.format.rawValue)")
      if case .results(let run, let filter, _) = place, download.table == "results" {
        let list = try await ResultListPage(sight, run, filter)
        let page = list.whole
        guard let table = page.table(download.table) else { throw PageProblem.notFound }
        let sink = try TableSink(draft.csv, table.columns, language)
        try await list.readAll { try sink.append($0) }
        try sink.flush()
        return (page, table, draft)
      }
      let page =
        if case .changes(let run, let from) = place {
          try await FlipsPage(sight, run, from: from, limit: .max).content()
        } else {
          try await content(place, sight)
        }
      guard let table = page.table(download.table) else { throw PageProblem.notFound }
      // Of a table that goes on in the list of its results the list is the whole.
      if case .results(let run, let filter, _)? = table.next {
        let list = try await ResultListPage(sight, run, filter)
        let sink = try TableSink(draft.csv, table.columns, language)
        try await list.readAll { try sink.append($0) }
        try sink.flush()
        return (page, table, draft)
      }
      let sink = try TableSink(draft.csv, table.columns, language)
      try sink.append(table.rows)
      return (page, table, draft)
    }
    let names = page.entry.cities.compactMap(books.library.city).map(\.label)
    let (path, digest) = try draft.finish(
      download.format, table.columns, title: (table.title ?? Message(page.title, page.title)).text(in: language),
      unit: names.joined(by: Punctuation.listSeparator), asOf: page.entry.asOf ?? page.standing?.asOf ?? Day(number: 0), language)
    return HandedFile(
      draft: draft, path: path, name: draft.name, mediaType: download.format.mediaType, digest: digest, entry: page.entry)
  }

  /// The calendar file of what falls due.
  func calendar(
    _ run: RunPlace, days: Int, unit: String?, for viewer: any PageViewer, _ language: Language
  ) async throws -> (text: String, entry: PageContent.Entry) {
    try await reading(.calendarFile(run, days: days, unit: unit), viewer, language) { sight in
      let page = try await CalendarOnPage(sight, run, days: days, unit: unit)
      return (page.file(), page.entry)
    }
  }

  // MARK: Transactions

  func reading<T: Sendable>(
    _ place: Place, _ viewer: any PageViewer, _ language: Language,
    _ body: nonisolated(nonsending) (Sight) async throws -> T
  ) async throws -> T {
    guard let duty = Self.duty(for: place, viewer) else { throw PageProblem.notFound }
    let cities = try Self.cities(of: place, viewer)
    // An explanation judges again in tables of its own, which are gone with the transaction.
    let options: TransactionOptions = if case .explanation = place { .repeatableRead } else { .snapshot }
    return try await viewer.withTransaction(pool, as: duty, seeing: cities, options: options) { connection in
      try await body(Sight(viewer: viewer, books: books, language: language, connection: connection))
    }
  }

  /// The duty in which a page is read; nil where the viewer has none that it takes.
  static func duty(for place: Place, _ viewer: any PageViewer) -> Duty? {
    switch place {
    case .home, .catalogue, .catalogueEntry, .language:
      viewer.readingDuty ?? viewer.duties.min { $0.rawValue < $1.rawValue }
    case .access: viewer.duties.contains(.accessAdministrator) ? .accessAdministrator : nil
    case .audit: viewer.duties.contains(.auditor) ? .auditor : nil
    case .publications, .publication:
      viewer.readingDuty ?? (viewer.duties.contains(.auditor) ? .auditor : nil)
    default: viewer.readingDuty
    }
  }

  /// The city that a page is of.
  /// - Throws: `PageProblem.notFound` for one that the viewer does not see.
  static func cities(of place: Place, _ viewer: any PageViewer) throws(PageProblem) -> [String] {
    let city: String? =
      switch place {
      case .latest(let city, _), .deliveries(let city), .delivery(let city, _): city
      default: place.run?.city
      }
    guard let city else { return [] }
    guard viewer.sees(city) else { throw .notFound }
    return [city]
  }
}

/// A file that is ready to be handed out; gone when that is done.
struct HandedFile: Sendable {
  let draft: TableDraft
  let path: String
  let name: String
  let mediaType: String
  let digest: String
  let entry: PageContent.Entry
}

/// Said in the place of a page for a date that nobody has judged.
enum NotJudgedPage {
  static func content(_ sight: Sight, _ asOf: Day?, city: City?, dates: [Day] = []) -> PageContent {
    var page = PageContent(sight(sight.cities.isEmpty ? WebPageMessages.noCity : WebPageMessages.notJudged))
    if let asOf {
      var standing = Standing(asOf: asOf)
      standing.dates = dates.isEmpty ? [] : [asOf] + dates
      standing.city = city?.code
      page.standing = standing
    }
    page.add("<p>\(sight(WebPageMessages.notJudgedText))</p>")
    return page
  }
}
