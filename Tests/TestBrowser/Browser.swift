internal import AsyncHTTPClient
package import Foundation
internal import NIOCore
package import NIOHTTP1

/// A small HTTP client of the tests' own: it follows nothing, keeps no cookie, and hands back what came.
package struct Browser: Sendable {
    package let baseURL: String

    package init(baseURL: String) {
        self.baseURL = baseURL
    }

    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// Larger than any page that a test reads.
    private static let maximumBody = 64 << 20

    /// What came back.
    package struct Page: Sendable {
        package let status: Int
        package let headers: HTTPHeaders
        package let body: Data

        package var text: String {
            String(decoding: body, as: UTF8.self)
        }

        package func header(_ name: String) -> String? {
            headers.first(name: name)
        }
    }

    package func get(
        _ path: String,
        authorization: String? = nil,
        headers: [(String, String)] = []
    ) async throws -> Page {
        try await send("GET", path, authorization: authorization, headers: headers)
    }

    package func post(
        _ path: String,
        form: [(String, String)],
        headers: [(String, String)] = []
    ) async throws -> Page {
        let pairs = form.map { "\(Self.encoded($0))=\(Self.encoded($1))" }
        return try await send(
            "POST",
            path,
            headers: [("Content-Type", "application/x-www-form-urlencoded")] + headers,
            body: pairs.joined(separator: "&")
        )
    }

    package func send(
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
    package static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(
            withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-._~"))
        )
            ?? text
    }
}
