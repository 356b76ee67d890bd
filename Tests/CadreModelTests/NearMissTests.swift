import CadreModel
import Testing

struct NearMissTests {
  /// Of a man or a woman nobody can tell which `x` was meant to be: the nearest is not near.
  @Test func theNearestNeedNotBeNear() {
    #expect(!NearMiss.isNear("x", to: ["1", "男"]))
    #expect(!NearMiss.isNear("??", to: ["staff", "一般干部"]))
    #expect(NearMiss.isNear("男士", to: ["1", "男"]))
    #expect(NearMiss.isNear("科员", to: ["staff", "科员及以下"]))
    #expect(NearMiss.isNear("Civil Servant", to: ["civil_servant", "公务员"]))
  }
}
