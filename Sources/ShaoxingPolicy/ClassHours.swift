import PolicyKit

/// How the hours of classes at party schools are divided (article 5).
enum ClassHours {
  /// Classes (main ones or others: parameter `classes`) of which the hours make up at least a share (parameter `share`)
  /// of all hours. Compared as a product, so that nothing is rounded. Without hours, or where some are not given: no data.
  /// - Parameters:
  ///   - hours: the hours counted, over a class `c`; null where one of them is not given.
  static func share(of hours: String) -> Cases {
    Cases(
      .ofTheYear(by: "c.started_on"),
      of: """
        select
          c.class_id as subject_id,
          c.organizer_unit_id as unit_id,
          c.started_on,
          \(hours) as counted,
          nullif(c.theory_hours + c.party_spirit_hours + c.other_hours, 0) as total,
          array['training_classes/' || c.class_id] as evidence
        from {training_classes} c
        where (case when c.main_class then 'main_class' else 'other' end) = any({classes})
          and c.provider in ('provincial_party_school', 'city_party_school', 'county_party_school')
        """, amounts: Amounts(observed: "c.counted / c.total", required: "{share}::numeric"), kind: .share,
      outcomes: [.when("c.total is null", .noData), .when("c.counted >= {share} * c.total", .met)],
      otherwise: .unmet(.belowShare),
      detail: """
        case when c.total is not null
          then concat_ws('/', trim_scale(c.counted), trim_scale(c.total), trim_scale({share} * c.total))
        end
        """)
  }
}
