import Access
import Testing

/// A way in which SQL in the login of the pages' server may try to get further than the account whose session it holds.
struct WebWay: Sendable, CustomTestStringConvertible {
  /// Whose session the transaction holds, if any.
  enum Holder: Sendable, Hashable {
    case nobody
    /// An account with these duties; of alpha, unless it is an officer's.
    case account([Duty])
  }

  let name: String
  let holder: Holder
  /// As of `Way`. The session is the account's already, and no role is set.
  let sql: String
  /// The SQLSTATE that comes first; nil where nothing is refused and nothing found.
  let refused: String?

  init(_ name: String, as holder: Holder = .account([.reader]), _ sql: String, refused: String? = nil) {
    self.name = name
    self.holder = holder
    self.sql = sql
    self.refused = refused
  }

  var testDescription: String { name }
}

extension WebWay {
  private static let denied = "42501"
  private static let alpha = "set cadre.city_code = 'alpha';;"
  private static let beta = "set cadre.city_code = 'beta';;"
  private static let duties = ["reader", "importer", "evaluator", "publisher", "unmasker", "several_cities", "unit_reader"]

  static let all: [WebWay] = [nobody, otherDuties, otherCities, accounts, forged, functions].flatMap { $0 }

  /// Without a session the login has nothing, whatever it becomes.
  private static let nobody: [WebWay] =
    duties.filter { $0 != "unmasker" }.map { duty in
      WebWay("nobody as \(duty)", as: .nobody, "set role cadre_\(duty);; \(alpha) select t::text, 'row' from cadre.units t")
    } + [
      WebWay("nobody, units", as: .nobody, alpha + "select t::text from cadre.units t", refused: denied),
      WebWay(
        "nobody, files", as: .nobody, "set role cadre_reader;; select 'row', content::text from cadre.publication_contents"),
      WebWay("nobody, publications", as: .nobody, "set role cadre_reader;; select 'row', seal_text from cadre.publications"),
      WebWay("nobody, the log", as: .nobody, "set role cadre_auditor;; select 'row', e::text from cadre.audit_entries e"),
      WebWay("nobody, the log copied", as: .nobody, "set role cadre_auditor;; copy cadre.audit_entries to stdout"),
      WebWay("nobody, heads", as: .nobody, "set role cadre_auditor;; select 'row', e::text from cadre.chain_heads e"),
      WebWay("nobody, a head", as: .nobody, "set role cadre_reader;; select 'row', h::text from cadre.chain_head('audit') h"),
      WebWay("nobody, imports", as: .nobody, "set role cadre_auditor;; select cadre.imports_unlike_log()", refused: denied),
      WebWay(
        "nobody, accounts", as: .nobody, "set role cadre_access_administrator;; select cadre.account_list()", refused: denied),
      WebWay(
        "nobody enters", as: .nobody,
        "set role cadre_reader;; select cadre.append_audit_entry('x', '1', 'x', 'report', '', '', '', '', null, '', '')",
        refused: denied),
      WebWay("nobody, sessions", as: .nobody, "select 'row', s::text from cadre.see_session() s"),
      WebWay("nobody, own sessions", as: .nobody, "select 'row', s::text from cadre.own_sessions() s"),
    ]

  /// A reader's session does what a reader may, whatever the login becomes.
  private static let otherDuties: [WebWay] = [
    WebWay(
      "changes as an importer", "set role cadre_importer;; \(alpha) update cadre.units set unit_name = 'row' returning unit_name"),
    WebWay("reads as an importer", "set role cadre_importer;; \(alpha) select 'row' from cadre.units"),
    WebWay(
      "inserts as an importer",
      "set role cadre_importer;; \(alpha) insert into cadre.units (city_code, unit_id, unit_name, region_code, unit_kind, level) "
        + "values ('alpha', 'new', 'x', '330100', 'organ', 'city')", refused: denied),
    WebWay("deletes as an evaluator", "set role cadre_evaluator;; \(alpha) delete from cadre.results returning 'row'"),
    WebWay("makes a part", "set role cadre_importer;; select cadre.make_city_part('scores', 'alpha', 100)", refused: denied),
    WebWay(
      "drops results", "set role cadre_evaluator;; select cadre.drop_result_part('results', 'alpha', repeat('a', 32))",
      refused: denied),
    WebWay("publishes", "set role cadre_publisher;; select cadre.append_publication(3, 'x', 'x', null)", refused: denied),
    WebWay("reads the log", "set role cadre_auditor;; select 'row', e::text from cadre.audit_entries e"),
    WebWay("compares the log", "set role cadre_auditor;; select cadre.imports_unlike_log()", refused: denied),
    WebWay("reads a file's digest", "set role cadre_auditor;; select cadre.publication_file_digest(1, 'a.csv')", refused: denied),
    WebWay(
      "gives access", "set role cadre_access_administrator;; select cadre.grant_access('postgres', 'reader', 'beta', 'x', '1')",
      refused: denied),
    WebWay(
      "makes an account",
      "set role cadre_access_administrator;; "
        + "select cadre.add_account('x', 'x', 'zh', array['reader'], array['beta'], null, sha256('x'), 'x', '1')", refused: denied
    ),
    WebWay("silences references", "set role cadre_importer;; select cadre.silence_references('alpha')", refused: denied),
    WebWay(
      "a file as an importer's account", as: .account([.importer]),
      "set role cadre_reader;; select 'row' from cadre.publication_contents"),
    WebWay("an auditor reads", as: .account([.auditor]), "set role cadre_reader;; \(alpha) select 'row' from cadre.units"),
    WebWay(
      "an administrator reads", as: .account([.accessAdministrator]),
      "set role cadre_reader;; \(alpha) select 'row' from cadre.units"),
    WebWay(
      "an administrator gives itself a city", as: .account([.accessAdministrator]),
      "set role cadre_access_administrator;; "
        + "select cadre.change_account('way', array['access_administrator'], array['beta'], null, 'x', '1')", refused: "CA026"),
    WebWay("as the owner", "set role cadre_owner", refused: denied),
    WebWay("as the granter", "set role cadre_granter", refused: denied),
    WebWay("as every duty", "set role cadre_every_duty", refused: denied),
    WebWay("as an operator", as: .account([.serverOperator]), "set role cadre_operator", refused: denied),
    WebWay("as a city", "set role cadre_city_beta", refused: denied),
    WebWay("as another login", "set session authorization postgres", refused: denied),
  ]

  private static let otherCities: [WebWay] =
    duties.filter { $0 != "unmasker" }.map { duty in
      WebWay("the other city as \(duty)", "set role cadre_\(duty);; \(beta) select t::text, 'row' from cadre.units t")
    } + [
      WebWay(
        "both cities",
        "set role cadre_several_cities;; set cadre.city_code = 'alpha,beta';; "
          + "select 'row' from cadre.units where city_code = 'beta'"),
      WebWay("the other city's part", "set role cadre_reader;; \(beta) select 'row' from cadre.talks_beta"),
      WebWay(
        "as if at work on the schema",
        "set role cadre_reader;; set cadre.migration = 'on';; \(beta) select 'row' from cadre.units"),
    ]

  /// What is kept of accounts is nobody's to read.
  private static let accounts: [WebWay] =
    [
      "accounts", "account_sessions", "account_recovery_codes", "sign_in_failures", "sign_in_secret",
    ].flatMap { table in
      [
        WebWay("reads \(table)", "select t::text from cadre.\(table) t", refused: denied),
        WebWay(
          "reads \(table) as an administrator", as: .account([.accessAdministrator]),
          "set role cadre_access_administrator;; select t::text from cadre.\(table) t", refused: denied),
        WebWay("copies \(table)", "copy cadre.\(table) to stdout", refused: denied),
        WebWay("empties \(table)", "delete from cadre.\(table)", refused: denied),
      ]
    } + [
      WebWay("makes itself more", "update cadre.accounts set cities = array['beta']", refused: denied),
      WebWay(
        "plants a session",
        "insert into cadre.account_sessions (token_digest, account_name, stage, began_on, seen_on, address, agent) "
          + "values (sha256('x'), 'other', 'signed_in', now(), now(), '', '')", refused: denied),
    ]

  /// The digest of a token is none, and neither is a name.
  private static let forged: [WebWay] = [
    WebWay(
      "another's name for a token", "set cadre.session = 'other';; set role cadre_reader;; \(beta) select 'row' from cadre.units"),
    WebWay(
      "a digest for a token",
      "set cadre.session = 'OTHER_DIGEST';; set role cadre_reader;; \(beta) select 'row' from cadre.units"),
    WebWay(
      "no token", "set cadre.session = '';; set role cadre_reader;; \(alpha) select 'row' from cadre.units"),
    WebWay(
      "a token of no letters", "set cadre.session = E'\\\\x00';; set role cadre_reader;; \(alpha) select 'row' from cadre.units"),
    WebWay(
      "a temporary table in the place of sessions",
      "create temporary table account_sessions (token_digest bytea, account_name text);; "
        + "set search_path = pg_temp, cadre;; set role cadre_reader;; \(beta) select 'row' from cadre.units"),
    WebWay(
      "a function in the place of ours",
      "create function pg_temp.session_account() returns cadre.accounts language sql as 'select a from cadre.accounts a limit 1';; "
        + "set search_path = pg_temp, cadre;; set role cadre_reader;; \(beta) select 'row' from cadre.units"),
  ]

  /// Nobody signs in without the password, and what is not told to the login it does not learn.
  private static let functions: [WebWay] = [
    WebWay(
      "signs in by the digest",
      "select 'row' from cadre.sign_in('other', sha256('x'), sha256('y'), '', '', 'x', '1') s "
        + "where s.outcome = 'second_factor'"),
    WebWay(
      "skips the first step",
      "select 'row' from cadre.finish_sign_in(99999999, null, sha256('y'), 'x', '1') f where f.outcome = 'signed_in'"),
    WebWay("asks for the secret", "select 'row' from cadre.pending_second_factor()"),
    WebWay("opens a link of no one", "select 'row' from cadre.open_link('x', 'x', '')"),
    WebWay("reads a session's account", "select cadre.session_account()", refused: denied),
    WebWay("reads a session", "select cadre.live_session('signed_in')", refused: denied),
    WebWay(
      "writes the log", "select cadre.write_audit_entry('x', 'x', '1', 'x', 'report', '', '', '', '', null, '', '')",
      refused: denied),
    WebWay(
      "enters a sign-in",
      "set role cadre_reader;; "
        + "select cadre.append_audit_entry('x', '1', 'x', 'sign_in', '', '', '', '', null, '', '')", refused: denied),
    WebWay("forgets failures", "select cadre.store_recovery_codes('other', array[sha256('x')])", refused: denied),
    WebWay("writes a publication", "select cadre.write_publication(3, 'x', 'x', null)", refused: denied),
    WebWay("has the other city", "select 'row' where cadre.account_has_role('cadre_city_beta')"),
    WebWay("has the owner's role", "select 'row' where cadre.has_role('cadre_owner')"),
    WebWay(
      "changes our function", "create or replace function cadre.is_web() returns boolean language sql as 'select false'",
      refused: denied),
  ]
}
