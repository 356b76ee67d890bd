import JingxianPolicy
import KunmingPolicy
public import PolicyKit
import QuzhouPolicy
import ShaoxingPolicy

/// The policies that the program knows: a further one is one more line here.
public let registeredPolicies: [PolicyText] = [quzhouPolicy, shaoxingPolicy, jingxianPolicy, kunmingPolicy]
