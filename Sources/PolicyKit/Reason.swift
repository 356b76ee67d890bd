public import CadreModel

/// Why a result is what it is: stored as a code, told as a sentence when read.
///
/// In a sentence `{observed}`, `{required}`, `{unit}`, `{due_on}` and `{detail}` stand for the result's own values.
public enum Reason: String, Sendable, Hashable, CaseIterable {
  // Quotas
  case reached
  case short
  case shortSoFar = "short_so_far"
  case rollingShort = "rolling_short"
  case rollingShortSoFar = "rolling_short_so_far"
  // Deadlines
  case doneInTime = "done_in_time"
  case doneLate = "done_late"
  case overdue
  case notDoneYet = "not_done_yet"
  case calendarUnknown = "calendar_unknown"
  // States and cases
  case holds
  case fails
  case open
  case incomplete
  case recordMissing = "record_missing"
  case figure
  // Exemptions
  case waived
  case hiredAfterStart = "hired_after_start"
  case pairBeganLate = "pair_began_late"
  case officeBeganLate = "office_began_late"
  // Attestations
  case attestedDone = "attested_done"
  case attestedPartly = "attested_partly"
  case attestedNotDone = "attested_not_done"
  case notAttested = "not_attested"
  // Leave and going abroad
  case notApproved = "not_approved"
  case leftEarly = "left_before_approved"
  case otherDestination = "other_destination"
  case returnedLate = "returned_late"
  case closedLate = "closed_late"
  case notClosed = "not_closed"
  case stillAway = "still_away"
  case returned
  // Single clauses
  case notScored = "not_scored"
  case vetoed
  case promotedAfterVeto = "promoted_after_veto"
  case unresolved
  case resolved
  case rotationDue = "rotation_due"
  case withinTenure = "within_tenure"
  case educationOutOfBounds = "education_out_of_bounds"
  case educationRunning = "education_running"
  case notReinstated = "not_reinstated"
  case reinstatedTooSoon = "reinstated_too_soon"
  case tierByScore = "tier_by_score"
  case chargesForbiddenArea = "charges_forbidden_area"
  case awayTogether = "away_together"
  case belowShare = "below_share"
  case forcesMissing = "forces_missing"
  case onTuesday = "on_tuesday"
  case classNotApproved = "class_not_approved"
  case passedDespiteHit = "passed_despite_hit"
  case notByMeeting = "not_by_meeting"
  case principalNotLast = "principal_not_last"
  case withoutSelectionCheck = "without_selection_check"
  case notPrereviewed = "not_prereviewed"
  case noIntegrityTalk = "no_integrity_talk"
  case rolesApart = "roles_apart"
  case noServiceTeam = "no_service_team"
  case vettingMissing = "vetting_missing"
  case retrainingTooShort = "retraining_too_short"
  case suspensionOutOfBounds = "suspension_out_of_bounds"
  case suspensionNotBegun = "suspension_not_begun"
  case ratingRunning = "rating_running"
  case reserveShort = "reserve_short"
  case noGraduate = "no_graduate"
  case noNewMembers = "no_new_members"
  case noYoungMembers = "no_young_members"
  case contractedByCadre = "contracted_by_cadre"
  case notDisclosed = "not_disclosed"
  case notSupervised = "not_supervised"

  public var sentence: Label {
    switch self {
    case .reached: Label("已达到 {observed}{unit}，要求 {required}{unit}", "reached {observed} of {required} {unit}")
    case .short:
      Label("期满仅 {observed}{unit}，要求 {required}{unit}", "the period ended with {observed} of {required} {unit}")
    case .shortSoFar:
      Label("目前 {observed}{unit}，要求 {required}{unit}，截至 {due_on}", "{observed} of {required} {unit} so far, due {due_on}")
    case .rollingShort:
      Label("连续年限内累计仅 {observed}{unit}，要求 {required}{unit}", "only {observed} of {required} {unit} in the rolling years")
    case .rollingShortSoFar:
      Label(
        "累计 {observed}{unit}，要求 {required}{unit}，任职尚未满规定年限",
        "{observed} of {required} {unit} so far; in leading posts for less than the rolling years")
    case .doneInTime: Label("已于 {detail} 完成，期限 {due_on}", "done on {detail}, due {due_on}")
    case .doneLate: Label("{detail} 才完成，超过期限 {due_on}", "done on {detail}, after {due_on}")
    case .overdue: Label("逾期未完成，期限 {due_on}", "not done by {due_on}")
    case .notDoneYet: Label("尚未完成，期限 {due_on}", "not done yet, due {due_on}")
    case .calendarUnknown: Label("工作日历未公布到期限所在年度，无法判定", "the working calendar does not reach the due date")
    case .holds: Label("符合要求", "as required")
    case .fails: Label("不符合要求", "not as required")
    case .open: Label("尚未办结", "still open")
    case .incomplete: Label("要件不齐", "parts are missing")
    case .recordMissing: Label("缺少判定所需的记录", "the record needed to judge is missing")
    case .figure: Label("统计值", "figure")
    case .waived: Label("经批准豁免：{detail}", "waived: {detail}")
    case .hiredAfterStart: Label("本期开始后参加工作", "hired after the period began")
    case .pairBeganLate: Label("任职或分工在期末 90 天内开始", "the relation began in the period's last 90 days")
    case .officeBeganLate: Label("任村书记在年末 90 天内开始", "in office only since the year's last 90 days")
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
    case .rotationDue: Label("同一岗位任职已满 {observed} 年，应于 {due_on} 前交流", "{observed} years in the post; rotation was due {due_on}")
    case .withinTenure: Label("同一岗位任职满 {observed} 年，{due_on} 到期", "{observed} years in the post; due {due_on}")
    case .educationOutOfBounds: Label("集中教育 {observed} 天，不在规定天数内或早于停职", "{observed} days of education, out of bounds or before suspension")
    case .educationRunning: Label("集中教育进行中，第 {observed} 天", "day {observed} of education")
    case .notReinstated: Label("尚未复职", "not reinstated")
    case .reinstatedTooSoon: Label("考试或跟踪考察未合格即复职", "reinstated without exam or tracking passed")
    case .tierByScore: Label("总分 {observed}", "total {observed}")
    case .chargesForbiddenArea: Label("主要负责人直接分管了限制事项", "the head is directly in charge of a barred area")
    case .awayTogether: Label("主要负责人同时外出 {observed} 天", "principals away together on {observed} days")
    case .belowShare: Label("比例 {observed}，低于 {required}", "share {observed}, below {required}")
    case .forcesMissing: Label("帮扶力量 {observed} 类，要求 {required} 类，期限 {due_on}", "{observed} of {required} kinds of support, due {due_on}")
    case .onTuesday: Label("周二召开乡镇会议", "a township meeting on a Tuesday")
    case .classNotApproved: Label("开班前未经审核", "not approved before it began")
    case .passedDespiteHit: Label("触碰负面清单仍通过", "passed despite a hit on the negative list")
    case .notByMeeting: Label("未经会议集体决策", "not decided in a meeting")
    case .principalNotLast: Label("主要负责人未末位表态", "the head did not speak last")
    case .withoutSelectionCheck: Label("未同步开展选人用人检查", "no check of selections alongside")
    case .notPrereviewed: Label("决定前未经组织部预审", "not reviewed beforehand by the organisation department")
    case .noIntegrityTalk: Label("到任前未进行廉政谈话", "no integrity talk before taking office")
    case .rolesApart: Label("“一肩挑”未落实", "the three offices are not held by one person")
    case .noServiceTeam: Label("未落实组团联村", "no service team for the village")
    case .vettingMissing: Label("任职前无十二部门一致通过的联审", "no vetting passed by all departments before taking office")
    case .retrainingTooShort: Label("“回炉”教育天数不足", "the retraining was too short")
    case .suspensionOutOfBounds: Label("“歇职”时长不在规定范围内", "the suspension was shorter or longer than allowed")
    case .suspensionNotBegun: Label("逾期未“歇职”", "no suspension has begun in time")
    case .ratingRunning: Label("“回炉”“歇职”尚未结束", "retraining and suspension have not ended yet")
    case .reserveShort: Label("后备人选 {observed}{unit}，要求 {required}{unit}且其中须有年轻人选", "{observed} of {required} in reserve, or none of them young")
    case .noGraduate: Label("村级班子中没有大学生，期限 {due_on}", "no graduate among the village cadres, due {due_on}")
    case .noNewMembers: Label("规定年限内未发展党员", "no new Party member within the years allowed")
    case .noYoungMembers: Label("缺乏35岁以下年轻党员", "no Party member under 36")
    case .contractedByCadre: Label("村干部或其配偶亲属承接本村工程", "contracted to a village cadre or the family of one")
    case .notDisclosed: Label("未全过程公示", "not disclosed at every stage")
    case .notSupervised: Label("村务监督委员会未全程监督", "not supervised throughout")
    }
  }
}
