import Testing

@testable import Schema

@Suite struct SQLScriptTests {
  private func cut(_ text: String) -> [String] { SQLScript(text).statements.map(\.text) }

  @Test func cutsAtSemicolons() {
    #expect(cut("select 1;\nselect 2 ;;\n\n select 3") == ["select 1", "select 2", "select 3"])
    #expect(cut("  \n-- only a comment\n") == [])
  }

  @Test func semicolonsInQuotesAndCommentsDoNotCount() {
    #expect(
      cut("select ';', \";\", E'\\';', 'it''s;' -- a; b\n/* c; /* d; */ e; */ from t;") == [
        "select ';', \";\", E'\\';', 'it''s;' -- a; b\n/* c; /* d; */ e; */ from t"
      ])
    // A backslash ends nothing in a plain string.
    #expect(cut("select '\\'; select 2") == ["select '\\'", "select 2"])
  }

  @Test func dollarQuotes() {
    #expect(
      cut("create function f() returns int as $$ select 1; $$ language sql; select $x$ $$; $x$, $1, a$b;") == [
        "create function f() returns int as $$ select 1; $$ language sql", "select $x$ $$; $x$, $1, a$b",
      ])
  }

  @Test func linesAreThoseOfTheStatements() {
    #expect(SQLScript("\n-- a\nselect 1;\n\nselect\n2;select 3").statements.map(\.line) == [3, 5, 6])
  }
}
