import DataContract

/// Numbers that are the same for the same seed.
struct Shuffle {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// From 1 to the most.
  mutating func next(_ most: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(most)) + 1
  }
}

/// Rows of few persons, units and classes at few dates, so that contradictions are many and come and go.
enum RandomRows {
  static let headers: [(table: TableName, header: String, count: Int)] = [
    (.units, "unit_id,unit_name,region_code,parent_unit_id,unit_kind,level,founded_on,dissolved_on", 4),
    (.persons, "person_id,name,sex,birth_date,id_number,political_status,hired_on,left_on,managed_by", 8),
    (.posts, "post_id,person_id,unit_id,post_key,title,rank,role,branch,leading,started_on,ended_on,entry", 12),
    (.trainingClasses, "class_id,title,organizer_unit_id,provider,mode,main_class,admin_level,started_on,ended_on", 4),
    (.trainingRecords, "record_id,person_id,class_id,completed_on,hours,days", 16),
    (.talks, "talk_id,from_person_id,to_person_id,held_on,kind", 6),
  ]

  /// A row of each id.
  static func whole(_ random: inout Shuffle) -> [TableName: [String: String]] {
    var rows: [TableName: [String: String]] = [:]
    for (table, _, count) in headers {
      for number in 1...count { rows[table, default: [:]]["\(number)"] = row(table, number, &random) }
    }
    return rows
  }

  static func change(_ rows: inout [TableName: [String: String]], _ random: inout Shuffle) {
    let (table, _, count) = headers[random.next(headers.count) - 1]
    let number = random.next(count)
    rows[table, default: [:]]["\(number)"] = row(table, number, &random)
  }

  static func delivery(_ rows: [TableName: [String: String]]) -> SmallDelivery {
    var delivery = SmallDelivery()
    delivery.files = [:]
    for (table, header, _) in headers {
      guard let lines = rows[table], !lines.isEmpty else { continue }
      delivery.files[table] = header + "\n" + lines.sorted { $0.key < $1.key }.map { $0.value + "\n" }.joined()
    }
    return delivery
  }

  private static func row(_ table: TableName, _ n: Int, _ random: inout Shuffle) -> String {
    let from = random.next(9)
    let to = from + random.next(4)
    func maybe(_ text: String) -> String { random.next(3) == 1 ? "" : text }
    switch table {
    case .units:
      return
        "U\(n),某局,330800,\(maybe("U\(random.next(4))")),organ,city,\(maybe("201\(from - 1)-01-01")),\(maybe("203\(min(to, 9))-01-01"))"
        .replacing("203\(min(to, 9))", with: "20\(8 + min(to, 12))")
    case .persons:
      let number = maybe(random.next(2) == 1 ? "53010219800506001X" : "11010519491231002X")
      return
        "\(n % 2 == 0 ? "P" : "p0")\((n + 1) / 2),某某,\(random.next(2)),\(random.next(2) == 1 ? "1980-05-06" : "1999-01-02"),\(number),13,"
        + "201\(from - 1)-03-01,\(maybe("20\(14 + from)-06-30")),city"
    case .posts:
      return
        "T\(n),\(person(&random)),U\(random.next(4)),K\(random.next(3)),职务,staff,\(random.next(2) == 1 ? "principal" : "staff"),"
        + "\(["party", "admin", "both"][random.next(3) - 1]),0,201\(from - 1)-01-01,\(maybe("20\(10 + to)-01-01")),initial"
    case .trainingClasses:
      return "L\(n),某班,U1,university,\(random.next(3) == 1 ? "on_job" : "off_job"),0,city,2024-03-0\(from),2024-03-1\(min(to, 9))"
        .replacing("2024-03-1", with: random.next(3) == 1 ? "2024-03-1" : "2024-03-2")
    case .trainingRecords:
      return
        "R\(n),\(person(&random)),\(maybe("L\(random.next(4))")),2024-05-0\(random.next(3)),\(random.next(40)),\(random.next(4) * 25 / 100).\(random.next(3) * 25)"
    case .talks:
      let partner = person(&random)
      let other = person(&random)
      return
        "K\(n),\(partner),\(other == partner ? (partner == "P1" ? "P2" : "P1") : other),20\(random.next(2) == 1 ? "24" : "98")-05-01,reminder"
    default: return ""
    }
  }

  private static func person(_ random: inout Shuffle) -> String {
    let n = random.next(8)
    return "\(n % 2 == 0 ? "P" : "p0")\((n + 1) / 2)"
  }
}
