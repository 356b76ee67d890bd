// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the main one does not depend on what only measures it.
let package = Package(
  name: "micro",
  dependencies: [
    .package(name: "cadre", path: "../../.."),
    // Its interposers count allocations and retains at a cost; times are what is compared here.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Parts",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "CadreParts", package: "cadre"),
      ],
      path: "Benchmarks/Parts",
      swiftSettings: [.swiftLanguageMode(.v6)],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
