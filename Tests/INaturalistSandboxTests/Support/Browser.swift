import AsyncHTTPClient
import Foundation
import INaturalistSandbox
import NIOCore
import NIOHTTP1

/// A small HTTP client of the tests' own: it follows nothing, keeps no cookie, and hands back what came.
struct Browser: Sendable {
    let baseURL: String

    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// Larger than any page that a test reads.
    private static let maximumBody = 64 << 20

    /// What came back.
    struct Page: Sendable {
        let status: Int
        let headers: HTTPHeaders
        let body: Data

        var text: String {
            String(decoding: body, as: UTF8.self)
        }

        func header(_ name: String) -> String? {
            headers.first(name: name)
        }

        func json() throws -> JSON {
            try JSON(parsing: body)
        }

        /// The rows of an envelope.
        func results() throws -> [JSON] {
            try json()["results"]?.elements ?? []
        }
    }

    func get(
        _ path: String,
        authorization: String? = nil,
        headers: [(String, String)] = []
    ) async throws -> Page {
        try await send("GET", path, authorization: authorization, headers: headers)
    }

    /// The JSON document at a path.
    func json(_ path: String, authorization: String? = nil) async throws -> JSON {
        try await get(path, authorization: authorization).json()
    }

    func post(_ path: String, form: [(String, String)], headers: [(String, String)] = []) async throws -> Page
    {
        let pairs = form.map { "\(Self.encoded($0))=\(Self.encoded($1))" }
        return try await send(
            "POST",
            path,
            headers: [("Content-Type", "application/x-www-form-urlencoded")] + headers,
            body: pairs.joined(separator: "&")
        )
    }

    func send(
        _ method: String,
        _ path: String,
        authorization: String? = nil,
        headers: [(String, String)] = [],
        body: String? = nil
    ) async throws -> Page {
        var request = HTTPClientRequest(url: baseURL + path)
        request.method = HTTPMethod(rawValue: method)
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let authorization { request.headers.add(name: "Authorization", value: authorization) }
        if let body { request.body = .bytes(ByteBuffer(string: body)) }
        let response = try await Self.client.execute(request, timeout: .minutes(2))
        let bytes = try await response.body.collect(upTo: Self.maximumBody)
        return Page(
            status: Int(response.status.code),
            headers: response.headers,
            body: Data(bytes.readableBytesView)
        )
    }

    /// Percent-encodes everything but letters, digits and what never needs it.
    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(
            withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-._~"))
        )
            ?? text
    }
}
