import Access
import CadreModel
import Messages
import Pages
import PolicyKit
import Publications
import Reporting

/// What was published: the seals of the cities that the viewer sees, and of one its files, verified.
struct PublicationsPage {
  let sight: Sight
  private let store: PublicationStore

  init(_ sight: Sight) throws {
    try sight.demandWholeCity()
    self.sight = sight
    store = PublicationStore(connection: sight.connection)
  }

  /// Who watches sees every seal; all others those of cities that are all theirs.
  private func isSeen(_ seal: Seal) -> Bool {
    seal.cities.allSatisfy(sight.viewer.sees) || (sight.viewer.readingDuty == nil && sight.viewer.duties.contains(.auditor))
  }

  func list() async throws -> PageContent {
    var page = PageContent(sight(WebPageMessages.publications))
    let rows = try await store.all().reversed().compactMap { publication -> DataRow? in
      guard let seal = publication.seal, isSeen(seal) else { return nil }
      return DataRow([
        DataCell(sight(ListPageMessages.publication(seal.number)), .publication(seal.number)), DataCell(seal.title),
        DataCell(seal.asOf), DataCell(seal.publishedOn), DataCell(cities(of: seal)), DataCell(publication.digest),
      ])
    }
    var table = DataTable(
      "publications",
      [
        TableColumn(.text, ListPageMessages.number), TableColumn(.words, ListPageMessages.title),
        TableColumn(.day, ResultPageMessages.asOf), TableColumn(.identifier, ListPageMessages.sealedOn),
        TableColumn(.words, ListPageMessages.cities), TableColumn(.identifier, ListPageMessages.seal),
      ], rows)
    table.nothing = ListPageMessages.noPublications
    page.add(table)
    return page
  }

  private func cities(of seal: Seal) -> String {
    seal.cities.map { code in sight.library.city(code).map { sight($0.label) } ?? code }.list.text(in: sight.language)
  }

  /// - Throws: `PageProblem.notFound` for one that there is not, or of cities that are not the viewer's.
  func one(_ number: Int) async throws -> PageContent {
    guard let publication = try await store.publication(number), let seal = publication.seal, isSeen(seal) else {
      throw PageProblem.notFound
    }
    var page = PageContent(sight(ListPageMessages.publication(number)))
    page.entry.cities = seal.cities
    page.entry.asOf = seal.asOf
    page.trail = [PageContent.Crumb(sight(WebPageMessages.publications), .publications)]
    let verdict = try await PublicationVerifier(connection: sight.connection).verify(number)
    let text = PublicationMessages.verified(verdict.publications, head: verdict.head, flaws: verdict.flaws.count)
    page.add(
      """
      <dl class="facts"><dt>\(sight(ListPageMessages.title))</dt><dd>\(seal.title)</dd>\
      <dt>\(sight(ResultPageMessages.asOf))</dt><dd>\(seal.asOf.description)</dd>\
      <dt>\(sight(ListPageMessages.sealedOn))</dt><dd>\(seal.publishedOn)</dd>\
      <dt>\(sight(ListPageMessages.cities))</dt><dd>\(cities(of: seal))</dd>\
      <dt>\(sight(ListPageMessages.seal))</dt><dd><code>\(publication.digest)</code></dd>\
      <dt>\(sight(ListPageMessages.previous))</dt><dd><code>\(seal.previous)</code></dd>\
      <dt>\(sight(ListPageMessages.verified))</dt><dd><b>\(sight(text))</b></dd></dl>
      """)
    var table = DataTable(
      "files",
      [
        TableColumn(.words, ListPageMessages.path), TableColumn(.count, ListPageMessages.bytes),
        TableColumn(.identifier, ListPageMessages.digest),
      ], seal.files.map { DataRow([DataCell($0.path), DataCell($0.size), DataCell($0.sha256)]) })
    table.title = ListPageMessages.files
    page.add(table)
    page.add(
      """
      <details class="fold"><summary>\(sight(ListPageMessages.sealText))</summary>\
      <p class="own small"><code>\(publication.sealText)</code></p></details>
      """)
    return page
  }
}
