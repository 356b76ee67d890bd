import CadreModel
import Evaluation
import Testing

@testable import CadreCommands

@Suite struct ProgressTests {
  private func step(_ indicator: String?, _ done: Int, of all: Int) -> EvaluationStep {
    EvaluationStep(indicator: indicator, done: done, all: all)
  }

  @Test func citiesAreToldWithTheirIndicatorsUntilTheyAreDone() {
    let progress = EvaluationProgress([CityName(code: "quzhou", chinese: "衢州市", english: "Quzhou")])
    #expect(progress.text(after: 3, in: .english) == nil)
    progress.start("quzhou")
    progress.start("jingxian")
    progress.update("quzhou", step("quzhou.a1", 12, of: 56))
    progress.update("jingxian", step("jingxian.1", 3, of: 36))
    progress.update("quzhou", step("quzhou.a2", 13, of: 56))
    #expect(
      progress.text(after: 14.9, in: .english) == "jingxian: 3 of 36 indicators, quzhou: 13 of 56 indicators, 14 s")
    progress.finish("jingxian")
    #expect(progress.text(after: 15, in: .chinese) == "衢州市：已评估 13/56 项指标，已用 15 秒")
    progress.finish("quzhou")
    #expect(progress.text(after: 16, in: .chinese) == nil)
  }
}
