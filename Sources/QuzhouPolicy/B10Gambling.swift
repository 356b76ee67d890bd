import CadreModel
import PolicyKit

extension Article {
  static let b10 = Article(
    "quzhou.b10", Label("开展农村党员和干部赌博问题专项治理", "Against gambling"),
    gist: Label("农村党员和村干部签订拒赌承诺书", "rural Party members and village cadres sign to keep from gambling"),
    indicators: [
      // Rural Party members without office are in no record: village cadres here, numbers of members below.
      Indicator(
        "quzhou.b10.commitment", title: Label("拒赌承诺书签订", "Commitment against gambling signed"),
        domain: .discipline, subject: .person, measure: .none,
        rule: CommitmentRules.signed(
          "no_gambling",
          by: """
            select distinct on (vc.person_id)
              vc.person_id as subject_id,
              vc.person_id,
              vc.township_id as unit_id,
              greatest(vc.started_on, {effective_on}) as starts_on
            from current_village_cadre vc
            where vc.role <> 'reserve'
            order by
              vc.person_id,
              vc.started_on,
              vc.vc_id collate "C"
            """)),
      Indicator(
        "quzhou.b10.members", title: Label("党员签订拒赌承诺书", "Party members signed against gambling"),
        domain: .village, subject: .village, measure: .share,
        rule: VillageRules.covered("members_signed", of: "party_members")
      )
      .lacking("党员数（未填或为 0）或签订承诺的党员数", "the number of Party members, or of those who signed"),
    ])
}
