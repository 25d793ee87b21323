import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

extension Call {
    /// Requests have small bodies; anything larger than this is refused by closing the connection.
    private static let maximumBodyLength = 1 << 20

    /// Reads a request with its whole body.
    init(_ request: Request, captures: Parameters) async throws {
        let body = try await request.body.collect(upTo: Self.maximumBodyLength)
        self.init(head: request, body: Array(body.readableBytesView))
        self.captures = Dictionary(captures.map { (String($0.key), Query.decodedPath($0.value)) }) {
            first,
            _ in first
        }
    }

    /// Reads a request without its body.
    init(head request: Request, body: [UInt8] = []) {
        let headers = request.headers
        let query = request.uri.query ?? ""
        self.init(
            method: request.method.rawValue,
            path: request.uri.path,
            rawQuery: query,
            query: Query(query),
            authorization: headers[.authorization],
            accept: headers[.accept],
            contentType: headers[.contentType]?.lowercased(),
            cookie: headers[.cookie],
            userAgent: headers[.userAgent],
            methodOverride: headers[.methodOverride],
            body: body
        )
    }
}

extension Query {
    /// Undoes percent-encoding in a path, where `+` stands for itself.
    static func decodedPath(_ text: some StringProtocol) -> String {
        decoded(text.split(separator: "+", omittingEmptySubsequences: false).joined(separator: "%2B"))
    }
}

extension Reply {
    /// The reply as the server writes it.
    var response: Response {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        return Response(
            status: HTTPResponse.Status(code: status),
            headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body))
        )
    }
}
