import CadreModel
import DataContract
import Messages
import Pages
import PolicyKit
import Reporting
import Results

/// What the policies ask: every article with its indicators, to be searched; of one indicator all there is to say beside a city's figures.
struct CataloguePage {
  let sight: Sight

  init(_ sight: Sight) {
    self.sight = sight
  }

  func list(_ search: String) -> PageContent {
    var page = PageContent(sight(WebPageMessages.catalogue))
    page.add(
      """
      <form class="filter small" method="get" action="\(Place.catalogue(search: "").address.text)" role="search">\
      <label>\(sight(ListPageMessages.searchCatalogue)) <input type="search" name="q" value="\(search)" maxlength="80"></label>\
      <button>\(sight(ListPageMessages.search))</button></form>
      """)
    let columns = [
      TableColumn(.words, ReportWords.indicator), TableColumn(.identifier, ResultPageMessages.indicatorID),
      TableColumn(.text, ListPageMessages.policy), TableColumn(.words, CityPageMessages.article),
      TableColumn(.identifier, ListPageMessages.column), TableColumn(.sentence, ResultPageMessages.ask),
      TableColumn(.text, ListPageMessages.domain), TableColumn(.flag, CityPageMessages.assumed),
    ]
    let wanted = search.lowercased()
    var rows: [DataRow] = []
    for policy in sight.library.policies {
      for article in policy.articles {
        for indicator in article.indicators {
          let texts = [
            indicator.id, indicator.title.chinese, indicator.title.english, article.title.chinese, article.title.english,
            article.gist.chinese, article.gist.english, policy.configuration.name.chinese, indicator.domain.label.chinese,
            indicator.domain.label.english,
          ]
          guard wanted.isEmpty || texts.contains(where: { $0.lowercased().contains(wanted) }) else { continue }
          rows.append(
            DataRow([
              DataCell(indicator.title.text(in: sight.language), .catalogueEntry(indicator.id), below: indicator.id),
              DataCell(indicator.id), DataCell(policy.configuration.name.text(in: sight.language)),
              DataCell(article.title.text(in: sight.language), below: article.id), DataCell(article.id),
              DataCell(article.gist.text(in: sight.language)), DataCell(indicator.domain.label.text(in: sight.language)),
              DataCell(policy.isAssumed(indicator) ? "1" : "0"),
            ]))
        }
      }
    }
    var table = DataTable("catalogue", columns, rows)
    table.folded = [1, 4]
    page.add(table)
    return page
  }

  /// - Throws: `PageProblem.notFound`, `RenderingError`.
  func one(_ id: String) throws -> PageContent {
    guard let policy = sight.library.policies.first(where: { $0.indicator(id) != nil }), let indicator = policy.indicator(id),
      let article = policy.article(of: indicator)
    else { throw PageProblem.notFound }
    var page = PageContent(indicator.title.text(in: sight.language))
    page.trail = [PageContent.Crumb(sight(WebPageMessages.catalogue), .catalogue(search: ""))]
    let law = IndicatorLaw(sight: sight, policy: policy, indicator: indicator, article: article)
    page.add(try law.text)
    let tables = indicator.tables.map { MissingTables.name(of: $0, in: sight.language) }.list
    page.add("<p class=\"small\">\(sight(ListPageMessages.tables))\(sight(Punctuation.colon))\(sight(tables))</p>")
    page.add(law.parameters(asOf: Day.lastDay(ofYear: 9999)))
    return page
  }
}
