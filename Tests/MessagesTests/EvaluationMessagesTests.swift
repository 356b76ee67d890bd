import CadreModel
import Messages
import Testing

@Suite struct EvaluationMessagesTests {
  @Test func amountStandsWithItsUnit() {
    #expect(VerdictMessages.amount("3", unit: "天").chinese == "3天")
    #expect(VerdictMessages.amount("3", unit: "days").english == "3 days")
    #expect(VerdictMessages.amount("3", unit: "").english == "3")
  }

  /// The places that are filled must be there in both languages.
  @Test(arguments: [
    RemedyMessages.overdue, RemedyMessages.toBeDone, RemedyMessages.rotationOverdue, RemedyMessages.rotate,
    RemedyMessages.talkOverdue, RemedyMessages.talk, RemedyMessages.gap, RemedyMessages.eitherGap,
    RemedyMessages.missingInTime(RemedyMessages.gap), RemedyMessages.missingOverdue(RemedyMessages.eitherGap),
  ])
  func remedyHasTheSamePlaces(remedy: Message) {
    for place in ["{due_on}", "{subject}", "{missing}", "{unit}", "{missing_other}"] {
      #expect(remedy.chinese.contains(place) == remedy.english.contains(place))
    }
    #expect(remedy.chinese.contains("{"))
  }

  @Test func tablesNeverHandedInAreListed() {
    #expect(
      VerdictMessages.neverHandedIn([Message("人员", "persons"), Message("单位", "units")])
        == Message("（本市从未报送“人员、单位”表，无从计入）", " (the city has never handed in persons, units: nothing could count)"))
  }
}
