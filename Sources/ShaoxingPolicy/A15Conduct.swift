import CadreModel
import PolicyKit

extension Article {
  static let a15 = Article.attested(
    "shaoxing.15", Label("持续加强正风肃纪", "Conduct and discipline"),
    gist: Label(
      "重温作风规定，自查自纠，如实报告；核查“四风”线索，紧盯节假日，专项巡察基层",
      "rules of conduct are reread, lapses reported and set right, leads checked, holidays watched"))
}
