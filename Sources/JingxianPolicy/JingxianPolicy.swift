public import PolicyKit

/// Jingxian's Implementation Opinion on a system of strict management and supervision of cadres: five parts of three or
/// fewer items each. The text carries no date.
public let jingxianPolicy = PolicyText(
  "jingxian",
  articles: [
    .p1i1, .p1i2, .p1i3, .p2i1, .p2i2, .p2i3, .p3i1, .p3i2, .p3i3, .p4i1, .p4i2, .p4i3, .p5i1, .p5i2, .p5i3,
  ])
