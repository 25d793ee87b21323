// swift-tools-version: 6.2
import PackageDescription

/// One set of flags for every target: Swift 6 mode, the features that language mode 7 turns on, and no warning left.
let common: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
    .treatWarning("DeprecatedDeclaration", as: .warning),
]

/// The terminal belongs to the main actor, so what draws and what owns it is isolated to it by default.
let mainActor = common + [.defaultIsolation(MainActor.self)]

/// Every function of a library is looked up at the start. The dynamic linker that looks one up later saves the
/// processor's registers to the stack, and a secret that passes through a library's copying is in them.
let boundAtStart: [LinkerSetting] = [
    .unsafeFlags(["-Xlinker", "-z", "-Xlinker", "now"], .when(platforms: [.linux]))
]

let package = Package(
    name: "inatty",
    products: [
        .executable(name: "inatty", targets: ["inatty"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
        .target(
            name: "CGeographic",
            linkerSettings: [
                // Linked statically where the archive is at hand: one library fewer to load at the start.
                .unsafeFlags(["-Xlinker", "-l:libGeographicLib.a"], .when(platforms: [.linux])),
                .linkedLibrary("m", .when(platforms: [.linux])),
                .linkedLibrary("GeographicLib", .when(platforms: [.macOS])),
            ]
        ),
        .target(name: "CMainQueue"),
        .target(name: "CSecretMemory"),
        .target(name: "CTerminalGuard"),
        .target(name: "CTextWidth"),
        .target(name: "OtherPrograms", swiftSettings: common),
        .target(
            name: "SecretMemory",
            dependencies: ["CSecretMemory"],
            swiftSettings: common + [.strictMemorySafety()]
        ),
        .target(name: "TerminalUI", dependencies: ["CTextWidth", "SecretMemory"], swiftSettings: common),
        .target(
            name: "Curses",
            dependencies: ["CMainQueue", "CNcurses", "CTerminalGuard", "SecretMemory", "TerminalUI"],
            swiftSettings: mainActor + [.strictMemorySafety()]
        ),
        .target(
            name: "INaturalist",
            dependencies: [
                "SecretMemory",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: common
        ),
        .target(name: "Coordinates", dependencies: ["CGeographic", "INaturalist"], swiftSettings: common),
        .target(
            name: "Accounts",
            dependencies: ["INaturalist", "OtherPrograms"],
            swiftSettings: common
        ),
        .target(
            name: "ObservationStore",
            dependencies: ["INaturalist", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: common
        ),
        .target(
            name: "ObservationSync",
            dependencies: ["INaturalist", "ObservationStore"],
            swiftSettings: common
        ),
        .target(
            name: "ObservationImport",
            dependencies: ["INaturalist", "ObservationStore"],
            swiftSettings: common
        ),
        .target(
            name: "ObservationExport",
            dependencies: ["INaturalist", "ObservationStore"],
            swiftSettings: common
        ),
        .target(
            name: "INaturalistSandbox",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: common
        ),
        .target(
            name: "Browser",
            dependencies: [
                "Accounts", "Coordinates", "INaturalist", "ObservationExport", "ObservationImport",
                "ObservationStore", "ObservationSync", "OtherPrograms", "SecretMemory", "TerminalUI",
            ],
            swiftSettings: mainActor
        ),
        .target(
            name: "BrowserConfiguration",
            dependencies: [
                "Browser", "Coordinates", "INaturalist", "TerminalUI",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: common
        ),
        .target(
            name: "Commands",
            dependencies: [
                "Accounts", "Browser", "BrowserConfiguration", "Coordinates", "Curses", "INaturalist",
                "INaturalistSandbox", "ObservationExport", "ObservationImport", "ObservationStore",
                "ObservationSync", "OtherPrograms", "SecretMemory", "TerminalUI",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: common
        ),
        .executableTarget(
            name: "inatty",
            dependencies: ["Commands", "Curses"],
            swiftSettings: common,
            linkerSettings: boundAtStart
        ),
        .target(
            name: "TestSupport",
            dependencies: [.product(name: "Subprocess", package: "swift-subprocess")],
            path: "Tests/TestSupport",
            swiftSettings: common
        ),
        .target(
            name: "TestBrowser",
            dependencies: [
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            path: "Tests/TestBrowser",
            swiftSettings: common
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "INaturalist", "INaturalistSandbox", "ObservationStore", "TestBrowser", "TestSupport",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            swiftSettings: common
        ),
        .target(
            name: "MemoryScan",
            dependencies: ["SecretMemory"],
            path: "Tests/MemoryScan",
            swiftSettings: common + [.strictMemorySafety()]
        ),
        .testTarget(
            name: "SecretMemoryTests",
            dependencies: ["MemoryScan", "SecretMemory"],
            swiftSettings: common
        ),
        .testTarget(
            name: "TerminalUITests",
            dependencies: ["MemoryScan", "SecretMemory", "TerminalUI", "TestSupport"],
            exclude: ["Snapshots"],
            swiftSettings: common
        ),
        .executableTarget(
            name: "CursesProbe",
            dependencies: ["Curses", "MemoryScan", "OtherPrograms", "TerminalUI"],
            path: "Tests/CursesProbe",
            swiftSettings: mainActor,
            linkerSettings: boundAtStart
        ),
        .testTarget(
            name: "CursesTests",
            dependencies: [
                "Curses", "CursesProbe", "MemoryScan", "SecretMemory", "TerminalUI", "TestSupport",
            ],
            swiftSettings: common
        ),
        .executableTarget(
            name: "SignInProbe",
            dependencies: ["INaturalist", "MemoryScan", "SecretMemory", "TerminalUI"],
            path: "Tests/SignInProbe",
            swiftSettings: common,
            linkerSettings: boundAtStart
        ),
        .testTarget(
            name: "INaturalistTests",
            dependencies: [
                "INaturalist", "INaturalistSandbox", "MemoryScan", "SecretMemory", "SignInProbe",
                "TestBrowser", "TestSupport",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            swiftSettings: common
        ),
        .testTarget(
            name: "INaturalistSandboxTests",
            dependencies: [
                "INaturalistSandbox", "TestBrowser",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            exclude: ["Records/validate.py"],
            swiftSettings: common
        ),
        .testTarget(
            name: "AccountsTests",
            dependencies: ["Accounts", "INaturalist", "INaturalistSandbox", "OtherPrograms", "TestSupport"],
            swiftSettings: common
        ),
        .executableTarget(
            name: "StoreProbe",
            dependencies: ["INaturalist", "ObservationStore"],
            path: "Tests/StoreProbe",
            swiftSettings: common
        ),
        .testTarget(
            name: "ObservationStoreTests",
            dependencies: ["INaturalist", "ObservationStore", "StoreProbe", "TestSupport"],
            swiftSettings: common
        ),
        .testTarget(
            name: "ObservationSyncTests",
            dependencies: [
                "INaturalist", "INaturalistSandbox", "ObservationStore", "ObservationSync", "TestSupport",
            ],
            swiftSettings: common
        ),
        .testTarget(
            name: "ObservationImportTests",
            dependencies: [
                "INaturalist", "ObservationExport", "ObservationImport", "ObservationStore", "TestSupport",
            ],
            swiftSettings: common
        ),
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "Browser", "Commands", "INaturalist", "ObservationStore", "ObservationSync",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: common
        ),
        .testTarget(
            name: "ObservationExportTests",
            dependencies: ["INaturalist", "ObservationExport", "ObservationStore", "TestSupport"],
            exclude: ["read_back.py"],
            swiftSettings: common
        ),
        .testTarget(
            name: "BrowserConfigurationTests",
            dependencies: ["Browser", "BrowserConfiguration", "Coordinates", "TerminalUI", "TestSupport"],
            swiftSettings: common
        ),
        .testTarget(
            name: "CoordinatesTests",
            dependencies: ["Coordinates", "INaturalist"],
            exclude: ["RandomPoints"],
            swiftSettings: common
        ),
        .testTarget(
            name: "OtherProgramsTests",
            dependencies: ["OtherPrograms", "TestSupport"],
            swiftSettings: common
        ),
        .testTarget(
            name: "BrowserTests",
            dependencies: [
                "Accounts", "Browser", "Coordinates", "INaturalist", "ObservationExport", "ObservationImport",
                "ObservationStore", "ObservationSync", "OtherPrograms", "SecretMemory", "TerminalUI",
                "TestSupport",
            ],
            exclude: ["Picks/Snapshots", "Snapshots"],
            swiftSettings: common
        ),
    ]
)

// Measured by hand, never by users, so that their builds do not know of it: Benchmarks/README.md.
if Context.environment["INATTY_BENCHMARKS"] != nil {
    package.products.append(.executable(name: "StoreBenchmark", targets: ["StoreBenchmark"]))
    package.targets.append(
        .executableTarget(
            name: "StoreBenchmark",
            dependencies: ["INaturalist", "ObservationStore"],
            path: "Benchmarks/StoreBenchmark",
            swiftSettings: common
        )
    )
}
