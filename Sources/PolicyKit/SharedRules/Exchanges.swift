/// Figures over exchanges of cadres that several policies share.
public enum ExchangeRules {
  /// How many were exchanged or transferred this year, by direction; who fits several directions counts in the first one.
  /// Where somebody comes from is the unit of the latest earlier post that is no secondment. Whoever has no such post, or
  /// stays in the unit, is not counted.
  public static let directions = Statistic(
    ofClasses: [
      "to_township", "to_enterprise", "city_to_county", "county_to_city", "county_to_county", "between_departments",
    ],
    facts: """
      with move as (
        select
          p.post_id,
          p.unit_id as to_unit_id,
          (
            select o.unit_id
            from {posts} o
            where o.person_id = p.person_id
              and o.entry <> 'secondment'
              and o.started_on < p.started_on
            order by
              o.started_on desc,
              o.post_id collate "C" desc
            limit 1
          ) as from_unit_id
        from {posts} p
        where p.entry in ('exchange', 'transfer')
          and p.started_on >= {year_start}
      )
      select
        case
          when t.unit_kind = 'township' and f.unit_kind <> 'township' then 'to_township'
          when t.unit_kind = 'enterprise' and f.unit_kind <> 'enterprise' then 'to_enterprise'
          when f.level = 'city' and t.level = 'county' then 'city_to_county'
          when f.level in ('county', 'township') and t.level = 'city' then 'county_to_city'
          when f.level in ('county', 'township') and t.level in ('county', 'township')
            and f.region_code <> t.region_code then 'county_to_county'
          when f.unit_kind = 'organ' and t.unit_kind = 'organ' and f.level = t.level then 'between_departments'
        end as class,
        'posts/' || m.post_id as evidence
      from move m
      join {units} f on f.unit_id = m.from_unit_id
      join {units} t on t.unit_id = m.to_unit_id
      where f.unit_id <> t.unit_id
      """)
}
