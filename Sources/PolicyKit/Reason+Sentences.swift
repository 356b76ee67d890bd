public import CadreModel

/// Which wording a result's sentence takes: it depends on what the result holds beside its amounts.
public enum SentenceForm: Sendable, Hashable, CaseIterable {
  /// Amounts and due date alone.
  case plain
  /// Nothing at all was reached: `observed` is 0.
  case nothing
  /// `detail` holds the other of two quantities of which one is enough, and what is asked of it: `13/12`.
  case alternative
  /// `detail` holds a share's part, its whole and the part that is asked for: `31/40/40`.
  case share
  /// `detail` holds two amounts that are compared as a ratio, and the first amount that is asked for: `6200/5000/6000`.
  case ratio
  /// `detail` tells what is missing or late, or the numbers that decided.
  case told

  /// The form that fits a result.
  public static func of(
    _ measure: MeasureUnit, alternative: MeasureUnit?, observed: String?, detail: String?
  ) -> SentenceForm {
    if let detail, !detail.isEmpty {
      if alternative != nil { return .alternative }
      return switch measure {
      case .share: .share
      case .ratio: .ratio
      default: .told
      }
    }
    return observed == "0" ? .nothing : .plain
  }
}

extension Reason {
  /// In a sentence `{observed}`, `{required}`, `{due_on}` and `{detail}` stand for the result's own values, `{1}`, `{2}`,
  /// `{3}`, `{4}` for the items of its detail, `{parts}` for the parts that its detail names, `{lacking}` for what
  /// the indicator could not be judged for want of, `{unit}` for the unit of the
  /// amount before it, `{other}` for that of an alternative.
  public func sentence(_ form: SentenceForm) -> Label {
    special(form) ?? sentence
  }

  private func special(_ form: SentenceForm) -> Label? {
    switch form {
    case .plain: nil
    case .nothing: ofNothing
    case .alternative: ofAlternatives
    case .share: ofShare
    case .ratio: ofRatio
    case .told: told
    }
  }

  private var ofNothing: Label? {
    switch self {
    case .short: Label("期满仍为 0{unit}，要求 {required}{unit}", "the period ended with none; {required} {unit} required")
    case .shortSoFar:
      Label("目前还没有，要求 {required}{unit}，期限 {due_on}", "none so far; {required} {unit} required by {due_on}")
    case .rollingShort:
      Label("连续年限内累计为 0{unit}，要求 {required}{unit}", "none in the rolling years; {required} {unit} required")
    case .rollingShortSoFar:
      Label(
        "累计为 0{unit}，要求 {required}{unit}，任职尚未满规定年限",
        "none so far; {required} {unit} required; in leading posts for less than the rolling years")
    case .forcesMissing:
      Label("尚无帮扶力量，要求 {required} 类，期限 {due_on}", "no support yet; {required} {unit} required by {due_on}")
    default: nil
    }
  }

  private var ofAlternatives: Label? {
    switch self {
    case .reached:
      Label(
        "按{unit}达标：{observed}{unit}，要求 {required}{unit}；另为 {1}{other}，要求 {2}{other}（两项达到其一即可）",
        "decided by {unit}: {observed} {unit}, {required} required; {1} {other}, {2} required (either is enough)")
    case .reachedByOther:
      Label(
        "按{other}达标：{1}{other}，要求 {2}{other}；另为 {observed}{unit}，不足 {required}{unit}（两项达到其一即可）",
        "decided by {other}: {1} {other}, {2} required; only {observed} {unit}, {required} required (either is enough)")
    case .short:
      Label(
        "期满 {observed}{unit}（要求 {required}{unit}）、{1}{other}（要求 {2}{other}），两项均未达到",
        "the period ended with {observed} {unit} ({required} required) and {1} {other} ({2} required): neither is enough")
    case .shortSoFar:
      Label(
        "目前 {observed}{unit}（要求 {required}{unit}）、{1}{other}（要求 {2}{other}），达到其一即可，期限 {due_on}",
        "so far {observed} {unit} ({required} required) and {1} {other} ({2} required); either is enough, by {due_on}")
    case .rollingShort:
      Label(
        "连续年限内累计 {observed}{unit}（要求 {required}{unit}）、{1}{other}（要求 {2}{other}），两项均未达到",
        "{observed} {unit} ({required} required) and {1} {other} ({2} required) in the rolling years: neither is enough")
    case .rollingShortSoFar:
      Label(
        "累计 {observed}{unit}（要求 {required}{unit}）、{1}{other}（要求 {2}{other}），达到其一即可；任职尚未满规定年限",
        "{observed} {unit} ({required} required) and {1} {other} ({2} required) so far, either is enough; in leading posts for less than the rolling years"
      )
    default: nil
    }
  }

  private var ofShare: Label? {
    switch self {
    case .reached, .holds:
      Label("{2} 中有 {1}，即 {observed}；至少须有 {3}", "{1} of {2}, which is {observed}; at least {3} required")
    case .short:
      Label(
        "期满 {2} 中只有 {1}，即 {observed}；至少须有 {3}",
        "the period ended with {1} of {2}, which is {observed}; at least {3} required")
    case .shortSoFar:
      Label(
        "目前 {2} 中有 {1}，即 {observed}；至少须有 {3}，期限 {due_on}",
        "{1} of {2} so far, which is {observed}; at least {3} required by {due_on}")
    case .belowShare:
      Label("{2} 中只有 {1}，即 {observed}；至少须有 {3}", "only {1} of {2}, which is {observed}; at least {3} required")
    case .figure: Label("{2} 中有 {1}，即 {observed}", "{1} of {2}, which is {observed}")
    default: nil
    }
  }

  private var ofRatio: Label? {
    switch self {
    case .reached, .holds:
      Label("{1} 对 {2}，即 {observed}{unit}；至少须为 {3}", "{1} against {2}, which is {observed}; at least {3} required")
    case .belowShare:
      Label("{1} 对 {2}，仅为 {observed}{unit}；至少须为 {3}", "{1} against {2}, only {observed}; at least {3} required")
    default: nil
    }
  }

  private var told: Label? {
    switch self {
    case .short:
      Label(
        "期满有 {observed}{unit}，要求 {required}{unit}：{parts}",
        "the period ended with {observed} {unit}; {required} required: {parts}")
    case .shortSoFar:
      Label(
        "目前有 {observed}{unit}，要求 {required}{unit}，期限 {due_on}：{parts}",
        "{observed} {unit} so far; {required} required by {due_on}: {parts}")
    case .overdue: Label("逾期未完成，期限 {due_on}：{parts}", "not done by {due_on}: {parts}")
    case .notDoneYet: Label("尚未完成，期限 {due_on}：{parts}", "not done yet, due {due_on}: {parts}")
    case .areasUncovered:
      Label(
        "有敏感岗位的 {required}{unit}中 {observed} 个设有廉政风险点：{parts}",
        "risk points in {observed} of {required} {unit} with sensitive posts: {parts}")
    case .incomplete: Label("要件不齐：{parts}", "parts are missing: {parts}")
    case .notApproved: Label("离开前未获批准：{parts}", "not approved before leaving: {parts}")
    case .leftEarly: Label("早于批准起始日离开：{parts}", "left before the approved start: {parts}")
    case .returnedLate: Label("超过批准期限：{parts}", "beyond the approved end: {parts}")
    case .closedLate: Label("销假迟于期限 {due_on}：{parts}", "closed after {due_on}: {parts}")
    case .classNotApproved: Label("开班前未经审核：{parts}", "not approved before it began: {parts}")
    case .notPrereviewed:
      Label("决定前未经组织部预审：{parts}", "not reviewed beforehand by the organisation department: {parts}")
    case .noIntegrityTalk: Label("到任前未进行廉政谈话：{parts}", "no integrity talk before taking office: {parts}")
    case .notDisclosed: Label("未全过程公示：{parts}", "not disclosed at every stage: {parts}")
    case .vettingMissing:
      Label("任职前无十二部门一致通过的联审：{parts}", "no vetting passed by all departments before taking office: {parts}")
    case .forcesMissing:
      Label(
        "帮扶力量 {observed} 类，要求 {required} 类，期限 {due_on}：{parts}",
        "{observed} {unit} of support, {required} required by {due_on}: {parts}")
    case .reinstatedTooSoon:
      Label("考试或跟踪考察未合格即复职：{parts}", "reinstated without exam or tracking passed: {parts}")
    case .educationBeforeSuspension:
      Label("停职前即开始集中教育：{parts}", "education began before the suspension: {parts}")
    case .educationOutOfBounds:
      Label("集中教育 {observed} 天，应为 {1} 至 {2} 天", "{observed} {unit} of education; {1} to {2} are due")
    case .retrainingTooShort:
      Label("“回炉”教育 {1} 天，至少应为 {2} 天", "{1} days of retraining; at least {2} are due")
    case .suspensionOutOfBounds:
      Label("“歇职”自 {1} 至 {2}，应在 {3} 至 {4} 之间结束", "suspended from {1} to {2}; it should have ended from {3} to {4}")
    case .suspensionNotBegun: Label("应于 {1} 前“歇职”，尚未开始", "no suspension has begun; it was due by {1}")
    case .reserveShort:
      Label(
        "后备人选 {observed}{unit}，要求 {required}{unit}；其中年轻人选 {1} 人，要求 {2} 人",
        "{observed} {unit} in reserve, {required} required; {1} of them young, {2} required")
    case .rolesApart: Label("“一肩挑”未落实：{parts}", "the three offices are not held by one person: {parts}")
    case .notReviewedByCounty:
      Label("任职前未经县级审核：{parts}", "not reviewed by the county before taking office: {parts}")
    case .retrainingNotEnded: Label("“回炉”教育应于 {1} 前结束，尚未结束", "the retraining has not ended; it was due by {1}")
    case .suspensionOverrun: Label("“歇职”自 {1} 起，应于 {2} 前结束，尚未结束", "suspended since {1}; it should have ended by {2}")
    case .projectRunning: Label("工程尚未竣工，目前：{parts}", "the project is not completed yet; so far: {parts}")
    case .listingsMissing:
      Label(
        "挂牌督办 {observed} 级，要求 {required} 级，期限 {due_on}：{parts}",
        "listed at {observed} of {required} levels, due {due_on}: {parts}")
    default: nil
    }
  }

  /// The sentence that needs no detail.
  public var sentence: Label {
    switch self {
    case .reached: Label("已达到 {observed}{unit}，要求 {required}{unit}", "reached {observed} {unit}; {required} required")
    case .reachedByOther: Label("已达到另一项要求", "reached by the other quantity")
    case .short:
      Label("期满只有 {observed}{unit}，要求 {required}{unit}", "the period ended with {observed} {unit}; {required} required")
    case .shortSoFar:
      Label("目前 {observed}{unit}，要求 {required}{unit}，期限 {due_on}", "{observed} {unit} so far; {required} required by {due_on}")
    case .rollingShort:
      Label("连续年限内累计只有 {observed}{unit}，要求 {required}{unit}", "only {observed} {unit} in the rolling years; {required} required")
    case .rollingShortSoFar:
      Label(
        "累计 {observed}{unit}，要求 {required}{unit}，任职尚未满规定年限",
        "{observed} {unit} so far; {required} required; in leading posts for less than the rolling years")
    case .doneInTime: Label("已于 {detail} 完成，期限 {due_on}", "done on {detail}, due {due_on}")
    case .doneLate: Label("{detail} 才完成，超过期限 {due_on}", "done on {detail}, after {due_on}")
    case .overdue: Label("逾期未完成，期限 {due_on}", "not done by {due_on}")
    case .notDoneYet: Label("尚未完成，期限 {due_on}", "not done yet, due {due_on}")
    case .calendarUnknown: Label("工作日历未公布到期限所在年度，无法判定", "the working calendar does not reach the due date")
    case .holds: Label("符合要求", "as required")
    case .fails: Label("不符合要求", "not as required")
    case .open: Label("尚未办结", "still open")
    case .incomplete: Label("要件不齐", "parts are missing")
    case .recordMissing: Label("缺少{lacking}", "missing: {lacking}")
    case .figure: Label("统计值 {observed}{unit}", "figure: {observed} {unit}")
    case .waived: Label("经批准豁免：{detail}", "waived: {detail}")
    case .enteredAfterStart: Label("本期开始后才进入本市任职", "entered after the period began")
    case .offRoll: Label("已不在职，未再作处理", "not on roll any more, and not dealt with before")
    case .pairBeganLate: Label("任职或分工在期末 90 天内开始", "the relation began in the period's last 90 days")
    case .officeBeganLate: Label("任职在年末 90 天内开始", "in office only since the year's last 90 days")
    case .headBeganLate: Label("现任主要负责人在本届末期到任", "the head took office only late in the term")
    case .attestedDone: Label("自查已落实 {detail}", "attested as done {detail}")
    case .attestedPartly: Label("自查部分落实 {detail}", "attested as partly done {detail}")
    case .attestedNotDone: Label("自查未落实 {detail}", "attested as not done {detail}")
    case .notAttested: Label("本年度未填报自查", "no attestation this year")
    case .notApproved: Label("离开前未获批准", "not approved before leaving")
    case .leftEarly: Label("早于批准起始日离开", "left before the approved start")
    case .otherDestination: Label("实际目的地与批准不符", "another destination than approved")
    case .returnedLate: Label("超过批准期限", "beyond the approved end")
    case .closedLate: Label("销假迟于 {due_on}", "closed after {due_on}")
    case .notClosed: Label("返回后尚未销假，期限 {due_on}", "returned and not closed, due {due_on}")
    case .stillAway: Label("尚未返回", "not returned yet")
    case .returned: Label("按批准往返", "as approved")
    case .notScored: Label("该半年无考评分", "no score for the half-year")
    case .vetoed: Label("政治素质考察不合格，其后未提拔", "unqualified; not promoted since")
    case .promotedAfterVeto: Label("政治素质考察不合格后仍被提拔", "promoted after an unqualified vetting")
    case .unresolved: Label("尚未整改", "not resolved")
    case .resolved: Label("已整改", "resolved")
    case .rotationDue:
      Label(
        "同一岗位任职已满 {observed} 年（限 {required} 年），交流期限 {due_on} 已到",
        "{observed} {unit} in the post, {required} allowed; rotation was due {due_on}")
    case .termsExceeded: Label("任职满 {observed} 年，须不满 {required} 年", "{observed} {unit} in office, fewer than {required} allowed")
    case .withinTenure:
      Label("同一岗位任职满 {observed} 年（限 {required} 年），{due_on} 到期", "{observed} {unit} in the post, {required} allowed; due {due_on}")
    case .educationOutOfBounds: Label("集中教育 {observed} 天，不在规定天数内", "{observed} {unit} of education, more or fewer than allowed")
    case .educationBeforeSuspension: Label("停职前即开始集中教育", "education began before the suspension")
    case .educationRunning: Label("集中教育进行中，第 {observed} 天", "day {observed} of education")
    case .notReinstated: Label("尚未复职", "not reinstated")
    case .reinstatedTooSoon: Label("考试或跟踪考察未合格即复职", "reinstated without exam or tracking passed")
    case .tierByScore: Label("总分 {observed}", "total {observed}")
    case .chargesForbiddenArea: Label("主要负责人直接分管了限制事项", "the head is directly in charge of a barred area")
    case .awayTogether: Label("主要负责人同时外出 {observed} 天", "principals away together on {observed} {unit}")
    case .belowShare: Label("比例 {observed}，低于 {required}", "share {observed}, below {required}")
    case .forcesMissing:
      Label("帮扶力量 {observed} 类，要求 {required} 类，期限 {due_on}", "{observed} {unit} of support, {required} required by {due_on}")
    case .onTuesday: Label("周二召开乡镇会议", "a township meeting on a Tuesday")
    case .classNotApproved: Label("开班前未经审核", "not approved before it began")
    case .passedDespiteHit: Label("触碰负面清单仍通过", "passed despite a hit on the negative list")
    case .notByMeeting: Label("未经会议集体决策", "not decided in a meeting")
    case .principalNotLast: Label("主要负责人未末位表态", "the head did not speak last")
    case .withoutSelectionCheck: Label("未同步开展选人用人检查", "no check of selections alongside")
    case .notPrereviewed: Label("决定前未经组织部预审", "not reviewed beforehand by the organisation department")
    case .noIntegrityTalk: Label("到任前未进行廉政谈话", "no integrity talk before taking office")
    case .rolesApart: Label("“一肩挑”未落实，期限 {due_on}", "the three offices are not held by one person, due {due_on}")
    case .noServiceTeam: Label("未落实组团联村", "no service team for the village")
    case .vettingMissing: Label("任职前无十二部门一致通过的联审", "no vetting passed by all departments before taking office")
    case .retrainingTooShort: Label("“回炉”教育天数不足", "the retraining was too short")
    case .suspensionOutOfBounds: Label("“歇职”时长不在规定范围内", "the suspension was shorter or longer than allowed")
    case .suspensionNotBegun: Label("逾期未“歇职”", "no suspension has begun in time")
    case .ratingRunning: Label("“回炉”“歇职”尚未结束", "retraining and suspension have not ended yet")
    case .reserveShort:
      Label(
        "后备人选 {observed}{unit}，要求 {required}{unit}，其中须有年轻人选",
        "{observed} {unit} in reserve; {required} required, some of them young")
    case .noGraduate: Label("村级班子中没有大学生，期限 {due_on}", "no graduate among the village cadres, due {due_on}")
    case .noNewMembers: Label("规定年限内未发展党员", "no new Party member within the years allowed")
    case .noYoungMembers: Label("缺乏35岁以下年轻党员", "no Party member under 36")
    case .contractedByCadre: Label("村干部或其配偶亲属承接本村工程", "contracted to a village cadre or the family of one")
    case .notDisclosed: Label("未全过程公示", "not disclosed at every stage")
    case .notSupervised: Label("村务监督委员会未全程监督", "not supervised throughout")
    case .noFile: Label("未建立村书记档案", "no file of the secretary is kept")
    case .notReviewedByCounty: Label("任职前未经县级审核", "not reviewed by the county before taking office")
    case .retrainingNotEnded: Label("逾期未完成“回炉”教育", "the retraining has not ended in time")
    case .suspensionOverrun: Label("“歇职”超过最长期限仍未结束", "suspended for longer than allowed, without an end")
    case .officeBeganAfterDue: Label("在期限 {due_on} 之后任职", "in office only since after {due_on}")
    case .projectRunning: Label("工程尚未竣工", "the project is not completed yet")
    case .listingsMissing:
      Label("挂牌督办 {observed} 级，要求 {required} 级，期限 {due_on}", "listed at {observed} of {required} levels, due {due_on}")
    case .noCountyLeader: Label("无县级班子成员包干", "none of the county's leading team is in charge")
    case .supportDropped: Label("村未转化，帮扶力量已撤且无接续", "the support ended before the village had turned, and none followed")
    case .notListedAsLagging: Label("出现后进情形，未列为后进村", "not listed as lagging despite a trigger")
    case .notVettedBefore: Label("决定前规定期限内未作政治素质考察", "no political vetting within the time before the decision")
    case .tooManyPosts: Label("现有 {observed}{unit}，核定 {required}{unit}", "{observed} {unit}, {required} allowed")
    case .conductUnchecked: Label("节前至假期末未开展明察暗访", "conduct not checked from before the holiday to its end")
    case .notRecused: Label("涉事领导干部未回避", "the leader concerned did not stand aside")
    case .noBase: Label("该半年的上一年度无考核等次", "no grade in the assessment of the year before")
    case .notDeducted: Label("受处理的半年未扣专项分", "no points were deducted in the half-year of the measure")
    case .noLedger: Label("尚无单位就该类事项建立台账", "no unit keeps a ledger of the matter")
    case .areasUncovered:
      Label("有敏感岗位的 {required}{unit}中 {observed} 个设有廉政风险点", "risk points in {observed} of {required} {unit} with sensitive posts")
    case .notAtPartySchool: Label("集中教育班次不在市委党校", "the class was not at the city's Party school")
    }
  }
}
