public import PolicyKit

/// Shaoxing's Decision of 3 January 2017 on strict governance of the Party and the building of its cadres
/// (articles 1-18).
public let shaoxingPolicy = PolicyText(
  "shaoxing",
  articles: [
    .a1, .a2, .a3, .a4, .a5, .a6, .a7, .a8, .a9, .a10, .a11, .a12, .a13, .a14, .a15, .a16, .a17, .a18,
  ])
