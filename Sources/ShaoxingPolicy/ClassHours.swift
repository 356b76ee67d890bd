import PolicyKit

/// How the hours of main classes at party schools are divided (article 5).
enum ClassHours {
  /// Main classes of which the hours make up at least a share (parameter `share`) of all hours. Compared as a
  /// product, so that nothing is rounded. Any hours not given, or none at all: no data.
  /// - Parameters:
  ///   - hours: the hours counted, over a class `c`; null where one of them is not given.
  static func share(of hours: String) -> Cases {
    Cases(
      kind: .share,
      rows: """
        select
          c.class_id as subject_id,
          c.organizer_unit_id as unit_id,
          c.started_on as referenced_on,
          case
            when c.total is null then 'no_data'
            when c.counted >= {share} * c.total then 'met'
            else 'unmet'
          end as status,
          c.counted / c.total as observed,
          {share}::numeric as required,
          null::date as due_on,
          case
            when c.total is null then 'record_missing'
            when c.counted >= {share} * c.total then 'holds'
            else 'below_share'
          end as reason,
          array['training_classes/' || c.class_id] as evidence
        from (
          select
            c.class_id,
            c.organizer_unit_id,
            c.started_on,
            \(hours) as counted,
            nullif(c.theory_hours + c.party_spirit_hours + c.other_hours, 0) as total
          from {training_classes} c
          where c.main_class
            and c.provider in ('provincial_party_school', 'city_party_school', 'county_party_school')
        ) c
        """)
  }
}
