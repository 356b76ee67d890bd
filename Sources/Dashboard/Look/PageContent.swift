import CadreModel
import Messages
import Pages
import PolicyKit
import Results

/// A page without what stands around every page.
struct PageContent: Sendable {
  let title: String
  /// The pages above it, the outermost first.
  var trail: [Crumb] = []
  /// When and from what it was judged.
  var standing: Standing?
  var blocks: [Block] = []
  /// What the log says of it.
  var entry: Entry

  /// A page above another.
  struct Crumb: Sendable, Hashable {
    let text: String
    let place: Place?

    init(_ text: String, _ place: Place?) { (self.text, self.place) = (text, place) }
  }

  enum Block: Sendable {
    case html(HTML)
    case table(DataTable)
  }

  /// Of whom it is.
  struct Entry: Sendable, Hashable {
    var cities: [String] = []
    var asOf: Day?
    var policy = ""
    var indicator = ""
    var subject = ""
    /// Whether it shows persons by their names: such a page is entered in the log before anybody sees it.
    var namesPersons = false
  }

  init(_ title: String, entry: Entry = Entry()) {
    (self.title, self.entry) = (title, entry)
  }

  /// A page of a run.
  init(_ title: String, of judged: JudgedCity, namesPersons: Bool = false) {
    self.init(
      title,
      entry: Entry(
        cities: [judged.city.code], asOf: judged.run.asOf, policy: judged.policy.code, namesPersons: namesPersons))
  }

  mutating func add(_ html: HTML) { blocks.append(.html(html)) }
  mutating func add(_ table: DataTable) { blocks.append(.table(table)) }

  /// The table of that name.
  func table(_ id: String) -> DataTable? {
    for case .table(let table) in blocks where table.id == id { return table }
    return nil
  }
}

/// As of when a page judges, and what that was judged from: at the head of each page of a run.
struct Standing: Sendable, Hashable {
  let asOf: Day
  var newest: Day?
  /// The run's reference.
  var reference: String?
  /// The city's pages at other dates, the latest first; which one is shown.
  var city: String?
  var dates: [Day] = []
  /// The page of the latest judging of the same date, where this one is not it.
  var later: Place?
  /// Whether data came in after the run.
  var hasNewerData = false
  /// The city's own pages.
  var run: RunPlace?
  /// Whether the viewer sees the whole city.
  var isWhole = true
}

extension Sight {
  /// What stands at the head of the pages of a run.
  func standing(of judged: JudgedCity, newest: Day? = nil) async throws -> Standing {
    let run = judged.run
    var standing = Standing(asOf: run.asOf, newest: newest, reference: run.reference)
    standing.city = run.city
    standing.run = RunPlace(run)
    standing.isWhole = viewer.unit == nil
    standing.dates = try await dates(of: judged.city)
    let latest = try await RunReader(connection: connection).latest(
      city: run.city, policy: run.policy, asOf: run.asOf, knownAsOf: run.knownAsOf)
    if let latest, latest.id != run.id { standing.later = .city(RunPlace(latest)) }
    let freshness = try await Freshness.read(of: judged.city.code, on: connection)
    if newest == nil { standing.newest = freshness.newest }
    standing.hasNewerData = run.knownAsOf == nil && !run.watermark.isEmpty && freshness.watermark != run.watermark
    return standing
  }

  /// The way to a city's pages.
  func trail(to judged: JudgedCity) -> [PageContent.Crumb] {
    let city = PageContent.Crumb(self(judged.city.label), .city(RunPlace(judged.run)))
    return viewer.cities.count > 1 ? [PageContent.Crumb(self(WebPageMessages.province), .home), city] : [city]
  }
}
