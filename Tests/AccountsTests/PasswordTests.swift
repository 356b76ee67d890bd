import Testing

@testable import Accounts

/// What is asked of passwords.
@Suite struct PasswordTests {
  @Test(arguments: [
    ("123456789", PasswordFault.short(minimum: 10)), ("", .short(minimum: 10)), ("干部监督一二三四五", .short(minimum: 10)),
    (String(repeating: "abcdefgh", count: 33), .long(maximum: 256)),
    ("ganbu20261130", .easy), ("#Zuzhibu#2026", .easy), ("xx-WangLi-7z", .easy), ("ababababab", .easy), ("1111122222", .easy),
    ("password123", .breached), ("PASSWORD2026", .breached), ("woaini1314520", .breached), ("20261130qwerty", .breached),
    ("!!!!iloveyou!!", .breached), ("1q2w3e4r5t", .breached),
  ]) func whatIsTriedFirstIsNotTaken(password: String, fault: PasswordFault) {
    #expect(PasswordRules.fault(in: password, of: "wangli") == fault)
  }

  @Test(arguments: [
    "correct horse battery", "玉窗下小园花开二三枝", "tR4-vu9-kkq", "zebra-4839201748392", "         a b c d", "干部监督一二三四五六",
  ]) func othersAre(password: String) {
    #expect(PasswordRules.fault(in: password, of: "wangli") == nil)
  }

  @Test func longPasswordsAreTaken() async throws {
    let long = (0..<64).map { "\($0)" }.joined(separator: " ")
    #expect(long.count >= 64 && PasswordRules.fault(in: long, of: "wangli") == nil)
    // To the last letter.
    let longest = String(repeating: "长密码abc", count: 42) + "1234"
    #expect(longest.count == 256 && PasswordRules.fault(in: longest, of: "wangli") == nil)
    let queue = PasswordQueue()
    let key = try await queue.key(of: PasswordRules.asTyped(longest), salt: [1])
    #expect(try await queue.key(of: PasswordRules.asTyped(longest.dropLast() + "5"), salt: [1]) != key)
    #expect(try await queue.key(of: PasswordRules.asTyped(longest + "5"), salt: [1]) != key)
  }

  /// Each line is found: the list is in the order that halving asks for.
  @Test func everyLineIsFound() throws {
    let list = BreachedPasswords.shipped
    #expect(list.count > 39_000)
    let text = try #require(list.text)
    let lines = text.split(separator: "\n")
    #expect(lines.count == list.count && lines == lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for line in lines { #expect(list.holds(String(line))) }
    // Those long enough to be chosen at all.
    #expect(lines.count { $0.count >= PasswordRules.minimum } > 2_000)
  }

  @Test func smallListsAreSearchedToTheirEnds() {
    let list = BreachedPasswords("aaaa\nbbbb\ncccc\n")
    for word in ["aaaa", "bbbb", "cccc", "aaaa1", "99cccc"] { #expect(list.holds(word)) }
    for word in ["", "aaa", "aaab", "abbb", "dddd", "cccc123456789"] { #expect(!list.holds(word)) }
    #expect(!BreachedPasswords("").holds("aaaa") && !BreachedPasswords("aaaa").holds("aaa"))
  }

  @Test func keysAreMadeTwoAtATimeAndFewWait() async throws {
    let queue = PasswordQueue(atOnce: 2, waiting: 3)
    let gauge = Gauge()
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<12 {
        group.addTask {
          do throws(AccountError) {
            return try await queue.work { gauge.measure() } == [1]
          } catch {
            return false
          }
        }
      }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(gauge.highest <= 2)
    // Two at work and three that wait are always served; who comes when they are there is told to come again.
    #expect(outcomes.count(where: \.self) >= 5)
    #expect(try await queue.work { [1] } == [1])
  }

  @Test func keysAreThePasswordsAlone() async throws {
    let queue = PasswordQueue()
    let key = try await queue.key(of: "correct horse battery", salt: [1, 2, 3])
    #expect(key.count == 32)
    #expect(try await queue.key(of: "correct horse battery", salt: [1, 2, 3]) == key)
    #expect(try await queue.key(of: "correct horse batterz", salt: [1, 2, 3]) != key)
    #expect(try await queue.key(of: "correct horse battery", salt: [1, 2, 4]) != key)
  }
}
