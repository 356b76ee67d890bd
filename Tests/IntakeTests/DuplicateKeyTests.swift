import Testing

@testable import Intake

@Suite struct DuplicateKeyTests {
  @Test func eachColumnHasItsValue() throws {
    let key = try #require(DuplicateKey(detail: "Key (city_code, record_id)=(quzhou, R1) is duplicated."))
    #expect(key["record_id"] == "R1")
    #expect(key["city_code"] == "quzhou")
    #expect(key["person_id"] == nil)
  }

  @Test(arguments: ["", "Key (record_id) is duplicated.", "Key (a, b)=(1) already exists.", ")=(", "(a)=(b"])
  func otherTextsHoldNoKey(detail: String) {
    #expect(DuplicateKey(detail: detail) == nil)
  }
}
