import CadreModel
import Messages
import Testing

@Suite struct IntakeMessagesTests {
  private let begin = Message("开始日期", "started_on")

  @Test func findingLeavesOutWhatItDoesNotHave() {
    let problem = CellProblemMessages.empty
    let bare = FindingMessages.finding(
      PlaceMessages.inFile("units.csv", PlaceMessages.line(3)), column: nil, value: nil, problem: problem)
    #expect(bare == Message("units.csv 第 3 行：不能为空", "units.csv line 3: must not be empty"))
    let whole = FindingMessages.finding(
      PlaceMessages.inFile("units.csv", PlaceMessages.line(3)), column: begin, value: "x", problem: problem)
    #expect(
      whole
        == Message(
          "units.csv 第 3 行，列 开始日期（started_on），值“x”：不能为空",
          "units.csv line 3, column started_on, value \"x\": must not be empty"))
  }

  @Test func summaryCountsRows() {
    let problem = CellProblemMessages.empty
    let file = Message("a.csv", "a.csv")
    let line = PlaceMessages.line(2)
    let one = FindingMessages.summary(file, column: nil, count: 1, problem: problem, first: line, value: nil)
    #expect(one == Message("a.csv：1 行：不能为空（第 2 行）", "a.csv: 1 row: must not be empty (line 2)"))
    let more = FindingMessages.summary(file, column: begin, count: 2, problem: problem, first: line, value: "v")
    #expect(
      more
        == Message(
          "a.csv，列 开始日期（started_on）：2 行：不能为空（第 2 行“v”等）",
          "a.csv, column started_on: 2 rows: must not be empty (line 2 \"v\", ...)"))
  }

  @Test func referenceNamesItsTablesInBothLanguages() {
    let tables = [Message("人员", "persons"), Message("单位", "units")]
    #expect(
      ReferenceProblemMessages.rejected(in: tables)
        == Message(
          "所引用的行（人员 persons或单位 units）在本次导入中被拒收", "the row it refers to (persons or units) was rejected in this import"))
    #expect(
      ReferenceProblemMessages.clause(nearest: ["a", "b"])
        == Message("目录中没有这个条款；相近的有 a、b", "no such clause in the catalogue; much like it: a, b"))
  }

  @Test func characterIsNamedWithItsPlace() {
    #expect(
      CellProblemMessages.character("U+0007", standsForLostText: false, after: "甲")
        == Message("“甲”之后有 U+0007（控制字符），请删去或改正", "U+0007, a control character, after \"甲\": take it out"))
    #expect(
      HeadingProblemMessages.character("U+000A", after: nil)
        == Message(
          "表头中有 U+000A（换行或控制字符），请删去，并检查引号是否闭合",
          "U+000A, a line end or control character in a heading: take it out, and see that quotes are closed"))
  }

  @Test func findingsLeftSayWhetherTheImportIsStored() {
    let reason = Message("没有权限", "permission denied")
    #expect(
      FindingsFileErrorMessages.left(at: "p", wanted: "w", number: 7, reason: reason)
        == Message(
          "第 7 次导入已入库，问题清单在 p，不能改名为 w：没有权限",
          "import 7 is stored, the list of findings is in p and cannot be renamed to w: permission denied"))
    #expect(
      FindingsFileErrorMessages.left(at: "p", wanted: "w", number: nil, reason: reason).chinese.hasPrefix("没有导入任何数据；"))
  }

  @Test func nothingToImportListsWhatLiesThere() {
    let message = ImportErrorMessages.nothingToImport(
      ["d", "e"], passedOver: [PassedOverMessages.line(Message("d/x", "d/x"), PassedOverMessages.link)], areMore: true)
    #expect(
      message
        == Message(
          "d、e 中没有可导入的文件：应有工作簿，或 units.csv（或 单位.csv）、persons.csv（或 人员.csv）等\n未导入 d/x：是链接，不跟随\n…",
          "nothing to import in d, e: expected a workbook, or units.csv, persons.csv and so on\nNot imported: d/x: a link, not followed\n…"
        ))
  }
}
