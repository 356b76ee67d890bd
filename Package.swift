// swift-tools-version: 6.2
import PackageDescription

/// Strict settings for every target of ours: Swift 6, warnings are errors, imports say what they leak.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// `strict`, and every unsafe use has to be spelled out. Only PostgresClient, which talks to C all day, goes without.
let strictAndSafe: [SwiftSetting] = strict + [.strictMemorySafety()]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let hummingbird: [Target.Dependency] = [
  .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Hummingbird", package: "hummingbird"),
  .product(name: "HummingbirdCore", package: "hummingbird"), .product(name: "HummingbirdTLS", package: "hummingbird"),
  .product(name: "Logging", package: "swift-log"),
  .product(name: "CoreMetrics", package: "swift-metrics"), .product(name: "Metrics", package: "swift-metrics"),
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOSSL", package: "swift-nio-ssl"), .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
]
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
  name: "cadre",
  products: [
    .executable(name: "cadre", targets: ["cadre"]),
    // What scripts/bench/micro measures.
    .library(name: "CadreParts", targets: ["Spreadsheet", "Intake", "PostgresClient", "Workbook"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    // The dashboard's server (Dashboard alone): HTTP, logs, metrics, an orderly end, TLS.
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    // Builds the guides (scripts/documents --site); no target needs it.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"),
  ],
  targets: [
    // C libraries, as they are.
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CFileSystem"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CQRCodeGen", pkgConfig: "qrcodegen", providers: [.apt(["libqrcodegen-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    // SHA-256 over libcrypto. Knows nothing of cadre.
    .target(name: "Digest", dependencies: ["CLibCrypto"], swiftSettings: strictAndSafe),

    // Bytes and what stands in them: packed texts, sets of ids, numbers and dates. Knows nothing of cadre.
    .target(name: "Bytes", swiftSettings: strictAndSafe),

    // Files: read, written, locked, replaced, and what the system says of them, in words. Knows nothing of cadre.
    .target(name: "Files", dependencies: ["CFileSystem"], swiftSettings: strictAndSafe),

    // Zip archives and XML, read a piece at a time and within limits: no external entities. Knows nothing of cadre.
    .target(name: "ZippedXML", dependencies: ["CExpat", "CZip"], swiftSettings: strictAndSafe),

    // Workbooks (.xlsx) in, a row at a time, and out. Knows nothing of cadre.
    .target(name: "Workbook", dependencies: ["CXLSXWriter", "ZippedXML"], swiftSettings: strictAndSafe),

    // Pages (HTML) to PDF by a Chromium, where there is one. Knows nothing of cadre.
    .target(name: "Printing", dependencies: ["Files"], swiftSettings: strictAndSafe),

    // Swift over libpq. Knows nothing of cadre.
    .target(name: "PostgresClient", dependencies: ["Bytes", "CLibPQ"], swiftSettings: strict),
    // The private server: initdb, start, stop, status. Knows nothing of cadre's tables.
    .target(
      name: "EmbeddedPostgres", dependencies: ["CFileSystem", "CadreModel", "Files", "Messages", "PostgresClient"],
      swiftSettings: strictAndSafe),

    // The domain's words as values. No I/O.
    .target(name: "CadreModel", dependencies: ["Bytes"], swiftSettings: strictAndSafe),
    // What the program says to people, in both languages, sentence by sentence. No I/O.
    .target(name: "Messages", dependencies: ["CadreModel"], swiftSettings: strictAndSafe),
    // The import files of a city, table by table, described once. No I/O.
    .target(name: "DataContract", dependencies: ["CadreModel"], swiftSettings: strictAndSafe),
    // Identity numbers: sealed, opened, masked; the keys. Over libcrypto. Knows no database.
    .target(
      name: "IdentityNumbers", dependencies: ["CLibCrypto", "CadreModel", "Files", "Messages"], swiftSettings: strictAndSafe),
    // Who may do what, and which cities' rows a transaction sees. Who has which rights is the database's to say.
    .target(name: "Access", dependencies: ["CadreModel", "Messages", "PostgresClient"], swiftSettings: strictAndSafe),
    // sql/ and config/ as they were when the program was built.
    .target(
      name: "ShippedFiles", swiftSettings: strictAndSafe, plugins: ["EmbedFiles"]),
    .executableTarget(name: "embed-files", path: "Sources/EmbedFilesTool", swiftSettings: strictAndSafe),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"], path: "Sources/EmbedFilesPlugin"),
    // Migrations and what the database must look like.
    .target(
      name: "Schema", dependencies: ["CadreModel", "DataContract", "Digest", "PostgresClient", "ShippedFiles", "Spreadsheet"],
      swiftSettings: strictAndSafe),

    // The log of who looked: appended to, read, verified. A chain of digests.
    .target(
      name: "Audit", dependencies: ["CadreModel", "Digest", "PostgresClient"], swiftSettings: strictAndSafe),

    // Who signs in to the pages: accounts, passwords, codes, sessions. What an account may see is the database's to say. Knows no
    // HTTP.
    .target(
      name: "Accounts",
      dependencies: [
        "Access", "Audit", "CQRCodeGen", "CadreModel", "Digest", "Messages", "PostgresClient", "ShippedFiles",
      ], swiftSettings: strictAndSafe),

    // What was reported, sealed: kept, verified, written again. A chain of digests, too.
    .target(
      name: "Publications", dependencies: ["Access", "Audit", "CadreModel", "Digest", "Files", "PostgresClient", "Results"],
      swiftSettings: strictAndSafe),

    // The whole database as a folder, and back. Knows no city's tables but what they must add up to.
    .target(
      name: "Backups", dependencies: ["CadreModel", "Digest", "EmbeddedPostgres", "Files", "Messages", "PostgresClient"],
      swiftSettings: strictAndSafe),

    // Appointment forms and exchange folders of the personnel systems, read and written. Knows no database.
    .target(
      name: "FieldFormats", dependencies: ["DataContract", "Files", "Spreadsheet", "ZippedXML"],
      swiftSettings: strictAndSafe),

    // What a policy is made of, and how each part becomes SQL. No I/O.
    .target(
      name: "PolicyKit", dependencies: ["CadreModel", "DataContract", yams], exclude: ["Archetypes/Archetypes.md"],
      swiftSettings: strictAndSafe),
    // One policy each, an article a file.
    .target(name: "QuzhouPolicy", dependencies: ["CadreModel", "DataContract", "PolicyKit"], swiftSettings: strictAndSafe),
    .target(name: "ShaoxingPolicy", dependencies: ["CadreModel", "DataContract", "PolicyKit"], swiftSettings: strictAndSafe),
    .target(name: "JingxianPolicy", dependencies: ["CadreModel", "DataContract", "PolicyKit"], swiftSettings: strictAndSafe),
    .target(name: "KunmingPolicy", dependencies: ["CadreModel", "DataContract", "PolicyKit"], swiftSettings: strictAndSafe),
    .target(
      name: "Policies", dependencies: ["PolicyKit", "QuzhouPolicy", "ShaoxingPolicy", "JingxianPolicy", "KunmingPolicy"],
      swiftSettings: strictAndSafe),
    // What imports changed, as the journal keeps it, and the data as they were known at an earlier import.
    .target(
      name: "Journal", dependencies: ["CadreModel", "DataContract", "Messages", "PostgresClient"], swiftSettings: strictAndSafe),
    // Reads what was judged: runs, figures, names, sentences, results by page. Judges nothing, writes nothing.
    .target(
      name: "Results",
      dependencies: [
        "Access", "CadreModel", "DataContract", "Digest", "IdentityNumbers", "Journal", "Messages", "PolicyKit", "PostgresClient",
        "Spreadsheet",
      ],
      swiftSettings: strictAndSafe),
    // Judges a city at a date. Takes policies as values: imports none.
    .target(
      name: "Evaluation",
      dependencies: [
        "Access", "CadreModel", "DataContract", "Digest", "IdentityNumbers", "Journal", "Messages", "PolicyKit", "PostgresClient",
        "Results",
        "Schema",
      ],
      exclude: ["Renewal/Renewal.md"],
      swiftSettings: strictAndSafe),
    // Finds what was changed past the program, and makes derived rows anew.
    .target(
      name: "Integrity",
      dependencies: [
        "CadreModel", "DataContract", "Evaluation", "IdentityNumbers", "Intake", "Journal", "Messages", "PolicyKit",
        "PostgresClient", "Results",
      ],
      swiftSettings: strictAndSafe),
    // Looks through what a city has stored for what is doubtful, and tells which indicators read it.
    .target(
      name: "Quality",
      dependencies: ["CadreModel", "DataContract", "Intake", "Messages", "PolicyKit", "PostgresClient"],
      swiftSettings: strictAndSafe),
    // What pages are written with: HTML that escapes all that is not ours. Knows nothing of cadre.
    .target(name: "Pages", swiftSettings: strictAndSafe),
    // Overview and city reports of what was judged, written as files.
    .target(
      name: "Reporting",
      dependencies: [
        "Audit", "Bytes", "CadreModel", "DataContract", "Digest", "Files", "Messages", "Pages", "PolicyKit", "PostgresClient",
        "Printing",
        "Publications", "Quality",
        "Results", "Spreadsheet", "Workbook",
      ],
      swiftSettings: strictAndSafe),

    // Bytes made smaller for browsers, over zlib. Knows nothing of cadre.
    .target(name: "Compression", dependencies: ["CZlib"], swiftSettings: strictAndSafe),
    // The pages that officers look at in a browser, and the server that hands them out.
    .target(
      name: "Dashboard",
      dependencies: [
        "Access", "Accounts", "Audit", "CadreModel", "Compression", "DataContract", "Digest", "Evaluation", "Files", "Intake",
        "Journal",
        "Messages", "Pages", "PolicyKit", "PostgresClient", "Publications", "Quality", "Reporting", "Results",
      ] + hummingbird, swiftSettings: strictAndSafe),

    // CSV in and out, encodings. Knows nothing of cadre.
    .target(name: "Spreadsheet", dependencies: ["Bytes", "Files"], swiftSettings: strictAndSafe),
    // Workbooks to be filled in: what a sheet of each table looks like, empty or with a city's rows.
    .target(
      name: "Forms",
      dependencies: [
        "Access", "CadreModel", "DataContract", "Files", "IdentityNumbers", "Messages", "PostgresClient", "Workbook",
      ],
      swiftSettings: strictAndSafe),
    // Checks every cell and reference of a delivery (CSV files and workbooks), stores it by COPY, or rejects it.
    .target(
      name: "Intake",
      dependencies: [
        "Access", "Audit", "Bytes", "CadreModel", "DataContract", "Digest", "FieldFormats", "Files", "Forms", "IdentityNumbers",
        "Journal", "Messages",
        "PostgresClient", "Schema", "Spreadsheet", "Workbook",
      ],
      swiftSettings: strictAndSafe),
    // Invented cities with the structure of the contract.
    .target(
      name: "SampleData", dependencies: ["Bytes", "CadreModel", "DataContract", "Files", "Spreadsheet"],
      swiftSettings: strictAndSafe),

    // The command line: parses, calls, prints. No logic.
    .target(
      name: "CadreCommands",
      dependencies: [
        "Access", "Accounts", "Audit", "Backups", "CadreModel", "Dashboard", "DataContract", "Digest", "EmbeddedPostgres",
        "Evaluation", "FieldFormats", "Files", "Forms", "IdentityNumbers",
        "Intake", "Integrity", "Journal", "Messages", "Policies", "PolicyKit", "PostgresClient", "Printing", "Publications",
        "Quality", "Reporting", "Results", "SampleData", "Schema", "ShippedFiles", "Spreadsheet", "Workbook", argumentParser,
        .product(name: "Logging", package: "swift-log"), .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strictAndSafe),
    .executableTarget(name: "cadre", dependencies: ["CadreCommands"], swiftSettings: strictAndSafe),

    .testTarget(name: "BytesTests", dependencies: ["Bytes"], swiftSettings: strict),
    .testTarget(name: "CompressionTests", dependencies: ["Compression"], swiftSettings: strict),
    .testTarget(name: "PagesTests", dependencies: ["Pages"], swiftSettings: strict),
    .testTarget(
      name: "DashboardTests",
      dependencies: [
        "Access", "Accounts", "AccountsTesting", "Audit", "CadreModel", "CadreTesting", "Dashboard", "DataContract", "Evaluation",
        "Files", "Messages", "Pages", "Policies", "PolicyKit", "PolicyTesting", "PostgresClient", "Results", "ResultsTesting",
        "Schema", "Spreadsheet",
        "WorkbookTesting", .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"), .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
      ], swiftSettings: strict),
    .testTarget(name: "FilesTests", dependencies: ["Files"], swiftSettings: strict),
    .testTarget(
      name: "SampleDataTests",
      dependencies: ["CadreModel", "DataContract", "Files", "PolicyKit", "PolicyTesting", "SampleData"],
      swiftSettings: strict),
    // Workbooks as other programs see them: openpyxl, LibreOffice.
    .target(
      name: "WorkbookTesting", dependencies: ["ZippedXML"], path: "Tests/WorkbookTesting", swiftSettings: strictAndSafe),
    .testTarget(
      name: "WorkbookTests", dependencies: ["Workbook", "WorkbookTesting"],
      // Workbooks and what is in them, and what makes them.
      exclude: ["Corpus"], swiftSettings: strict),
    .testTarget(name: "ZippedXMLTests", dependencies: ["WorkbookTesting", "ZippedXML"], swiftSettings: strict),
    .testTarget(name: "PrintingTests", dependencies: ["Printing", "WorkbookTesting"], swiftSettings: strict),
    .testTarget(name: "FieldFormatsTests", dependencies: ["DataContract", "FieldFormats"], swiftSettings: strict),
    .testTarget(name: "MessagesTests", dependencies: ["CadreModel", "Messages"], swiftSettings: strict),
    .testTarget(name: "SpreadsheetTests", dependencies: ["Files", "Spreadsheet"], swiftSettings: strict),
    .testTarget(
      name: "SchemaTests",
      dependencies: ["CadreModel", "CadreTesting", "DataContract", "PostgresClient", "Schema", "ShippedFiles"],
      swiftSettings: strict),
    .testTarget(
      name: "IntakeTests",
      dependencies: [
        "Access", "Audit", "Bytes", "CadreModel", "CadreTesting", "DataContract", "FieldFormats", "Forms", "IdentityNumbers",
        "Intake",
        "Integrity", "Journal", "PolicyKit", "PolicyTesting", "PostgresClient", "SampleData", "Schema", "Spreadsheet", "Workbook",
        "WorkbookTesting",
      ],
      // Workbooks that other programs saved, and what makes them.
      exclude: ["Workbooks"], swiftSettings: strict),
    // What tests share: a throwaway server, a database for each test. Imports none of the modules it tests but one.
    .target(
      name: "CadreTesting", dependencies: ["PostgresClient"], path: "Tests/CadreTesting", swiftSettings: strictAndSafe),
    .testTarget(
      name: "PostgresClientTests", dependencies: ["CadreTesting", "PostgresClient"], swiftSettings: strict),
    // What tests of results and reports share: cities whose verdicts are planted.
    .target(
      name: "ResultsTesting",
      dependencies: [
        "CadreModel", "CadreTesting", "DataContract", "Evaluation", "PolicyKit", "PostgresClient", "Results", "Schema",
      ], path: "Tests/ResultsTesting", swiftSettings: strictAndSafe),
    .testTarget(
      name: "ResultsTests",
      dependencies: [
        "CadreModel", "CadreTesting", "DataContract", "Evaluation", "Messages", "PolicyKit", "PostgresClient", "Results",
        "ResultsTesting", "Schema",
      ], swiftSettings: strict),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Audit", "Bytes", "CadreModel", "CadreTesting", "DataContract", "Digest", "Evaluation", "Files", "Journal", "Messages",
        "Pages", "Policies",
        "PolicyKit", "PolicyTesting", "PostgresClient", "Printing", "Quality", "Reporting", "Results", "ResultsTesting",
        "Schema", "ShippedFiles", "Spreadsheet", "Workbook", "WorkbookTesting",
      ], exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "AccessTests",
      dependencies: [
        "Access", "Accounts", "AccountsTesting", "Audit", "CadreModel", "CadreTesting", "PostgresClient", "Schema",
      ], swiftSettings: strict),
    .testTarget(
      name: "AccountsTests",
      dependencies: [
        "Access", "Accounts", "AccountsTesting", "Audit", "CadreModel", "CadreTesting", "Digest", "PostgresClient", "Schema",
        "WorkbookTesting",
      ],
      // What the standard asks for, line by line.
      exclude: ["asvs.csv"], swiftSettings: strict),
    // What tests of accounts and pages share: a login of the pages' server, accounts that are signed in.
    .target(
      name: "AccountsTesting", dependencies: ["Access", "Accounts", "CadreModel", "CadreTesting", "PostgresClient"],
      path: "Tests/AccountsTesting", swiftSettings: strictAndSafe),
    .testTarget(
      name: "AuditTests",
      dependencies: [
        "Audit", "CadreModel", "CadreTesting", "IdentityNumbers", "Intake", "PolicyTesting", "PostgresClient", "SampleData",
        "Schema",
      ], swiftSettings: strict),
    .testTarget(name: "DigestTests", dependencies: ["Digest"], swiftSettings: strict),
    .testTarget(name: "IdentityNumbersTests", dependencies: ["Files", "IdentityNumbers"], swiftSettings: strict),
    .testTarget(
      name: "PublicationsTests",
      dependencies: [
        "Audit", "CadreModel", "CadreTesting", "Digest", "Evaluation", "Files", "PolicyKit", "PostgresClient", "Publications",
        "Reporting", "Results", "ResultsTesting", "Schema",
      ], swiftSettings: strict),
    .testTarget(
      name: "QualityTests",
      dependencies: [
        "CadreModel", "CadreTesting", "DataContract", "Messages", "PolicyKit", "PolicyTesting", "PostgresClient", "Quality",
      ], swiftSettings: strict),
    .testTarget(name: "EmbeddedPostgresTests", dependencies: ["EmbeddedPostgres", "Files"], swiftSettings: strict),
    .testTarget(
      name: "CadreCommandsTests",
      dependencies: [
        "CadreCommands", "CadreModel", "CadreTesting", "DataContract", "EmbeddedPostgres", "Evaluation", "Files", "Intake",
        "Messages", "PolicyKit", "PolicyTesting", "PostgresClient", "Quality", "Reporting", "Results", "SampleData",
        "ShippedFiles", argumentParser, .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      // Texts that tests compare with.
      exclude: ["Texts"], swiftSettings: strict),
    // The built program, run as a user runs it.
    .testTarget(
      name: "EndToEndTests", dependencies: ["cadre", "CadreTesting", "WorkbookTesting"],
      // Texts that tests compare with.
      exclude: ["Texts"], swiftSettings: strict),
    // What tests of policies share: a migrated database, a city of a few rows, its results.
    .target(
      name: "PolicyTesting",
      dependencies: [
        "CadreModel", "CadreTesting", "DataContract", "Evaluation", "IdentityNumbers", "Policies", "PolicyKit", "PostgresClient",
        "SampleData", "Schema", "ShippedFiles",
      ], path: "Tests/PolicyTesting", swiftSettings: strictAndSafe),
    .testTarget(
      name: "QuzhouPolicyTests", dependencies: ["CadreModel", "DataContract", "PolicyKit", "PolicyTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "ShaoxingPolicyTests", dependencies: ["CadreModel", "DataContract", "PolicyKit", "PolicyTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "JingxianPolicyTests", dependencies: ["CadreModel", "DataContract", "PolicyKit", "PolicyTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "KunmingPolicyTests", dependencies: ["CadreModel", "DataContract", "PolicyKit", "PolicyTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "PolicyKitTests",
      dependencies: [
        "CadreModel", "CadreTesting", "DataContract", "Policies", "PolicyKit", "PolicyTesting", "PostgresClient",
        "ShippedFiles",
      ], swiftSettings: strict),
    .testTarget(
      name: "EvaluationTests",
      dependencies: [
        "CadreModel", "CadreTesting", "DataContract", "Evaluation", "IdentityNumbers", "Intake", "Integrity", "Journal",
        "Policies", "PolicyKit", "PolicyTesting", "PostgresClient", "Results", "SampleData", "Schema", "ShippedFiles",
        "Spreadsheet",
      ], swiftSettings: strict),
    .testTarget(name: "CadreModelTests", dependencies: ["CadreModel"], swiftSettings: strict),
  ]
)
