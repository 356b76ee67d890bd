import CadreModel
import PolicyKit

extension Article {
  static let a8 = Article(
    "shaoxing.8", Label("突出干事创业的用人导向", "Selecting those who get things done"),
    gist: Label(
      "党委（党组）领导把关，选用政治过硬、敢于担当、实绩突出的干部，把好干部放到重要岗位",
      "party committees gate selection; the steadfast and accountable go to the posts that matter"),
    indicators: [.attested("shaoxing.8", by: .cityAndCountyCommittees)])
}
