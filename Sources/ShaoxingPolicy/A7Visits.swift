import CadreModel
import PolicyKit

extension Article {
  static let a7 = Article(
    "shaoxing.7", Label("坚持以人民为中心", "The people first"),
    gist: Label(
      "“三个走遍”：届期内市委书记走遍乡镇（街道），区、县（市）委书记走遍村，乡镇（街道）书记走遍自然村（社区）和困难户",
      "in a term secretaries visit every township, every village, every hamlet and household in need below them"),
    indicators: [
      Indicator(
        "shaoxing.7.visit-city", title: Label("市委书记走遍乡镇（街道）", "City secretaries visit every township"),
        domain: .village, subject: .unit, measure: .share,
        rule: Visits.coverage(
          headsWhere: "h.unit_kind = 'party_committee' and h.level = 'city'",
          places: "p.kind = 'township'"),
        beside: Visits.left(
          headsWhere: "h.unit_kind = 'party_committee' and h.level = 'city'",
          places: "p.kind = 'township'")
      )
      .lacking("应走访的地点", "the places to visit"),
      Indicator(
        "shaoxing.7.visit-county", title: Label("区、县（市）委书记走遍村", "County secretaries visit every village"),
        domain: .village, subject: .unit, measure: .share,
        rule: Visits.coverage(
          headsWhere: "h.unit_kind = 'party_committee' and h.level = 'county'",
          places: "p.kind = 'village' and p.region_code = h.region_code"),
        beside: Visits.left(
          headsWhere: "h.unit_kind = 'party_committee' and h.level = 'county'",
          places: "p.kind = 'village' and p.region_code = h.region_code")
      )
      .lacking("应走访的地点", "the places to visit"),
      Indicator(
        "shaoxing.7.visit-township",
        title: Label("乡镇（街道）书记走遍自然村（社区）和困难户", "Township secretaries visit every hamlet and household in need"),
        domain: .village, subject: .unit, measure: .share,
        rule: Visits.coverage(
          headsWhere: "h.unit_kind = 'township'",
          places: "p.kind in ('natural_village', 'community', 'difficult_household') and p.unit_id = h.unit_id"),
        beside: Visits.left(
          headsWhere: "h.unit_kind = 'township'",
          places: "p.kind in ('natural_village', 'community', 'difficult_household') and p.unit_id = h.unit_id")
      )
      .lacking("应走访的地点", "the places to visit"),
    ])
}
