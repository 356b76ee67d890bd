import CadreModel

/// Nobody who is a principal of a unit may be directly in charge of certain matters there: judged for each live unit with
/// a head.
public struct SeparationOfDuties: Archetype {
  /// The parameter that lists the barred matters, as codes of `charges.area`.
  public let areas: String
  private let state: State

  public init(barredAreas areas: String) {
    self.areas = areas
    state = State(
      of: """
        select
          h.unit_id as subject_id,
          h.unit_id,
          barred.evidence is null as holds,
          array['posts/' || h.post_id] || barred.evidence as evidence
        from unit_head h
        left join (
          select
            c.unit_id,
            array_agg('charges/' || c.charge_id order by c.charge_id collate "C") as evidence
          from current_charge c
          where c.area = any({\(areas)})
            and exists (
              select
              from current_post p
              where p.unit_id = c.unit_id
                and p.person_id = c.person_id
                and p.role = 'principal'
            )
          group by c.unit_id
        ) barred on barred.unit_id = h.unit_id
        """, otherwise: .chargesForbiddenArea, kind: .separationOfDuties)
  }

  public var kind: ArchetypeKind { state.kind }
  public var templates: [String] { state.templates }

  public func judged(in scope: Scope) throws(RenderingError) -> String {
    try state.judged(in: scope)
  }
}
