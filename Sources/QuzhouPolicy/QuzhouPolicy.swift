public import PolicyKit

/// Quzhou's two sets of Ten Opinions, published on 12 April 2019: on the daily supervision of cadres (a1-a10) and on
/// rural Party organisations (b1-b10).
public let quzhouPolicy = PolicyText(
  "quzhou",
  articles: [
    .a1, .a2, .a3, .a4, .a5, .a6, .a7, .a8, .a9, .a10,
    .b1, .b2, .b3, .b4, .b5, .b6, .b7, .b8, .b9, .b10,
  ])
