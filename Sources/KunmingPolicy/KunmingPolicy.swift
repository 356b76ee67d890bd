public import PolicyKit

/// Kunming's Implementation Opinion on building a loyal, clean, responsible and able body of cadres, 2 February 2019:
/// articles 1-24.
public let kunmingPolicy = PolicyText(
  "kunming",
  articles: [
    .a1, .a2, .a3, .a4, .a5, .a6, .a7, .a8, .a9, .a10, .a11, .a12, .a13, .a14, .a15, .a16, .a17, .a18, .a19, .a20,
    .a21, .a22, .a23, .a24,
  ])
