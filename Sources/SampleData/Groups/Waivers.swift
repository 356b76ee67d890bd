import CadreModel

/// Draws who gets a waiver, as the city is written: about three for each indicator that the city lists, more in large
/// ones.
struct WaiverDraw: Sendable {
  private let waivable: [WaivableSubject: [String]]
  private let permille: [WaivableSubject: Int]
  private var random: RandomSource
  private var given: [WaivableSubject: Int] = [:]

  init(city: SampleCity, persons: Int, seed: UInt64) {
    waivable = city.waivable
    random = RandomSource(seed: seed, stream: .waivers, part: 0)
    permille = [
      .person: 8, .township: 60, .committee: 150, .countyCommittee: 150, .unit: 40, .leave: 12, .abroadLeave: 40, .post: 12,
      .village: 60,
      .pair: 10, .youngPair: 10, .handover: 15, .promotion: 15, .sectionSelection: 15, .officeTaken: 15, .recall: 60,
      .declaration: 20, .misconduct: 20,
    ]
  }

  /// The indicator to be waived for one more subject of that kind, if any. The first subjects of a kind always get one, for
  /// the whole of the last year.
  mutating func indicator(for subject: WaivableSubject) -> (name: String, isForYear: Bool)? {
    guard let indicators = waivable[subject] else { return nil }
    let count = given[subject, default: 0]
    let isFirst = count < indicators.count
    guard isFirst || random.chance(permille[subject, default: 10]) else { return nil }
    given[subject] = count + 1
    return (indicators[count % indicators.count], isFirst)
  }

  mutating func validity(lastYear: Int, isForYear: Bool) -> (approved: Day, from: Day, to: Day) {
    if isForYear {
      return (
        Day.firstDay(ofYear: lastYear).adding(days: -random.between(1, 30)), .firstDay(ofYear: lastYear),
        .lastDay(ofYear: lastYear)
      )
    }
    let from = random.day(
      .firstDay(ofYear: lastYear - 1).adding(months: 9), .lastDay(ofYear: lastYear).adding(months: -2))
    return (from.adding(days: -random.between(0, 30)), from, from.adding(days: random.between(0, 365)))
  }

  mutating func basis() -> String {
    random.pick(["长期病假", "哺乳期, 经本人申请", "借调专班期间", "机构改革过渡期", "援派外省工作", "脱产学习"])
  }

  mutating func authority() -> String {
    random.pick(["市委组织部", "县委组织部", "干部监督处"])
  }
}

extension CityWriter {
  /// Perhaps waives a duty for the subject `P0000012`, or `Z0000012-3`.
  mutating func perhapsWaive(_ kind: WaivableSubject, _ letter: String, _ number: Int, serial: Int? = nil) {
    guard let indicator = waivers.indicator(for: kind) else { return }
    waive(indicator, identifier(letter, number) + (serial.map { "-\($0)" } ?? ""))
  }

  /// Perhaps waives a duty for a pair of persons.
  mutating func perhapsWaive(_ kind: WaivableSubject, from: Int, to: Int) {
    guard let indicator = waivers.indicator(for: kind) else { return }
    waive(indicator, identifier("P", from) + ">" + identifier("P", to))
  }

  /// Perhaps waives a duty for this subject.
  mutating func perhapsWaive(_ kind: WaivableSubject, _ subject: String) {
    guard let indicator = waivers.indicator(for: kind) else { return }
    waive(indicator, subject)
  }

  private mutating func waive(_ indicator: (name: String, isForYear: Bool), _ subject: String) {
    let (approved, from, to) = waivers.validity(lastYear: lastYear, isForYear: indicator.isForYear)
    files.waivers.id("W", files.waivers.rows + 1)
    files.waivers.id(indicator.name)
    files.waivers.id(subject)
    files.waivers.date(approved)
    files.waivers.text(waivers.authority())
    files.waivers.text(waivers.basis())
    files.waivers.date(from)
    files.waivers.date(to)
    files.waivers.end()
  }
}

/// `P0000012`, as `RowWriter.id` writes it.
func identifier(_ letter: String, _ number: Int) -> String {
  let digits = String(number)
  return letter + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
}
