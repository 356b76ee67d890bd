import PolicyKit
import PostgresClient

/// Compares how the subjects of two runs of a city stand, duty by duty.
///
/// A subject of several results (of the months of a year, of several indicators) is unmet if one of them is, met if one is and
/// none is unmet. Of a pair of persons the one who is talked to is the subject, so that talks can be compared whatever a
/// policy counts them by.
struct StandingReader {
  let own: Run
  let other: Run
  let connection: PostgresConnection

  /// An indicator whose results are compared.
  private struct Member {
    let isOwn: Bool
    let duty: String
    let indicator: RunIndicator

    var isPair: Bool { indicator.indicator.subjectKind == SubjectKind.pair.code }
    /// What its subjects are, as they are compared.
    var kind: String { isPair ? SubjectKind.person.code : indicator.indicator.subjectKind }
  }

  /// By the duty's code; none where the two are about different kinds of subjects, or lack a table.
  func differences(
    _ duties: [SharedDuty], own: [RunIndicator], other: [RunIndicator]
  ) async throws -> [String: StandingDifference] {
    let members = duties.flatMap { compared(in: $0, own, other) }
    guard !members.isEmpty else { return [:] }
    let rows = try await connection.query(
      Statement(
        "standing under two rules",
        """
        with member as (
          select
            m.is_own::boolean as is_own,
            m.duty,
            m.ordinal::integer as ordinal,
            m.is_pair::boolean as is_pair
          from unnest($2::text[], $3::text[], $4::text[], $5::text[]) as m (is_own, duty, ordinal, is_pair)
        ),
        own as (
          \(hanging: standings(in: self.own, isOwn: true))
        ),
        other as (
          \(hanging: standings(in: self.other, isOwn: false))
        )
        select
          duty,
          count(*) filter (where w.standing <> 'open' and o.standing <> 'open') as both,
          count(*) filter (where w.standing = 'unmet' and o.standing = 'met') as would_meet,
          count(*) filter (where w.standing = 'met' and o.standing = 'unmet') as would_fail,
          count(*) filter (where w.standing <> 'open' and coalesce(o.standing, 'open') = 'open') as only_own,
          count(*) filter (where o.standing <> 'open' and coalesce(w.standing, 'open') = 'open') as only_other
        from own w
        full join other o using (duty, subject)
        group by duty
        """,
        [
          .text(self.own.city), .textArray(members.map { $0.isOwn ? "true" : "false" }), .textArray(members.map(\.duty)),
          .textArray(members.map { String($0.indicator.ordinal) }),
          .textArray(members.map { $0.isPair ? "true" : "false" }),
        ]))
    var found = Dictionary(members.map { ($0.duty, StandingDifference.none) }) { first, _ in first }
    for row in rows {
      found[try row.decode("duty")] = StandingDifference(
        both: try row.decode("both"), wouldMeet: try row.decode("would_meet"), wouldFail: try row.decode("would_fail"),
        onlyOwn: try row.decode("only_own"), onlyOther: try row.decode("only_other"))
    }
    return found
  }

  private func compared(in duty: SharedDuty, _ own: [RunIndicator], _ other: [RunIndicator]) -> [Member] {
    func of(_ indicators: [RunIndicator], isOwn: Bool) -> [Member] {
      indicators.filter { duty.indicators.contains($0.indicator.id) && !$0.indicator.isStatistic }
        .map { Member(isOwn: isOwn, duty: duty.id, indicator: $0) }
    }
    let (own, other) = (of(own, isOwn: true), of(other, isOwn: false))
    let kinds = Set(own.map(\.kind)).intersection(other.map(\.kind))
    guard (own + other).allSatisfy(\.indicator.missingTables.isEmpty) else { return [] }
    return (own + other).filter { kinds.contains($0.kind) }
  }

  private func standings(in run: Run, isOwn: Bool) -> String {
    """
    select
      m.duty,
      case when m.is_pair then split_part(r.subject_id, '>', 2) else r.subject_id end as subject,
      case
        when bool_or(r.status = 'unmet') then 'unmet'
        when bool_or(r.status = 'met') then 'met'
        else 'open'
      end as standing
    from member m
    join results r
      on r.ordinal = m.ordinal
    where m.is_own = \(isOwn)
      and r.city_code = $1
      and r.result_set = \(run.resultSet.sqlLiteral)
    group by 1, 2
    """
  }
}

extension StandingDifference {
  static let none = StandingDifference(both: 0, wouldMeet: 0, wouldFail: 0, onlyOwn: 0, onlyOther: 0)
}
