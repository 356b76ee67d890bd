import ArgumentParser
import CadreModel
import Policies
import PolicyKit
import ShippedFiles

struct DevSQL: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "dev-sql", shouldDisplay: false)
  @Option var policy: String
  @Option var city: String
  @Option var asOf: String
  func run() throws {
    let library = try PolicyLibrary(registeredPolicies.filter { $0.code == policy }) { ShippedFiles.text("config/" + $0) }
    guard let policy = library.policy(policy), let day = Day(asOf), let judging = policy.judging(asOf: day) else { return }
    func out(_ sql: String) { print(sql.replacing("$1", with: "'\(city)'") + ";") }
    out("begin; set client_min_messages = warning")
    out("create temp table result (policy text, indicator text, subject_kind text, ordinal int, subject_id text, unit_id text, period text, status text, class text, observed numeric, required numeric, due_on date, reason text, detail text, evidence text[])")
    for step in try Snapshot.steps(for: judging) { for s in step.statements { out(s) } }
    for (n, i) in policy.indicators.enumerated() {
      out("\\echo -- \(i.id) \n insert into result select '\(policy.code)', '\(i.id)', '\(i.subjectKind)', \(n), x.* from (\n\(try i.select(for: judging))\n) x")
    }
    print("\\o /tmp/dev-\(policy.code)-\(city)-\(asOf).csv")
    print("copy (select policy,indicator,subject_kind,subject_id,unit_id,period,status,class,observed::text,required::text,due_on from result order by indicator collate \"C\",period collate \"C\",subject_id collate \"C\",class collate \"C\") to stdout csv header;")
    print("\\o")
    print("select distinct reason from result where reason is null;")
    print("rollback;")
  }
}
