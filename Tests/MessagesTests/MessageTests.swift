import CadreModel
import Messages
import Testing

@Suite struct MessageTests {
  @Test func hasBothLanguages() {
    let message = Message("有", "there is")
    #expect(message.text(in: .chinese) == "有")
    #expect(message.text(in: .english) == "there is")
  }
}
