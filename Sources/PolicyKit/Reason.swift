/// Why a result has its status: stored as a code, turned into a sentence when it is shown.
///
/// The sentences stand in `Reason+Sentences.swift`.
public enum Reason: String, Sendable, Hashable, CaseIterable {
  // Quotas
  case reached
  /// The duty accepts either of two quantities (hours or days), and the second one was enough.
  case reachedByOther = "reached_by_other"
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
  case enteredAfterStart = "entered_after_start"
  case offRoll = "off_roll"
  case pairBeganLate = "pair_began_late"
  case officeBeganLate = "office_began_late"
  case headBeganLate = "head_began_late"
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
  case termsExceeded = "terms_exceeded"
  case withinTenure = "within_tenure"
  case educationOutOfBounds = "education_out_of_bounds"
  case educationBeforeSuspension = "education_before_suspension"
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
  case noFile = "no_file"
  case notReviewedByCounty = "not_reviewed_by_county"
  case retrainingNotEnded = "retraining_not_ended"
  case suspensionOverrun = "suspension_overrun"
  case officeBeganAfterDue = "office_began_after_due"
  case projectRunning = "project_running"
  case listingsMissing = "listings_missing"
  case noCountyLeader = "no_county_leader"
  case supportDropped = "support_dropped"
  case notListedAsLagging = "not_listed_as_lagging"
  case notVettedBefore = "not_vetted_before"
  case tooManyPosts = "too_many_posts"
  case conductUnchecked = "conduct_unchecked"
  case notRecused = "not_recused"
  case noBase = "no_base"
  case notDeducted = "not_deducted"
  case noLedger = "no_ledger"
  case areasUncovered = "areas_uncovered"
  case notAtPartySchool = "not_at_party_school"
}
