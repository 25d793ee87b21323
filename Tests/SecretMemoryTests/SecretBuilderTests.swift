import SecretMemory
import Testing

@Suite("Putting a secret together")
struct SecretBuilderTests {
    @Test("Bytes, secrets and scalars come one behind the other", arguments: [0, 1, 4, 100])
    func appending(_ capacity: Int) {
        var builder = SecretBuilder(capacity: capacity)
        builder.append(UInt8(ascii: "a"))
        builder.append([0x62, 0x63])
        builder.append([])
        builder.append(SecretBytes("def"))
        builder.append("é" as Unicode.Scalar)
        builder.append("🌼" as Unicode.Scalar)
        #expect(builder.secret.exposed == "abcdefé🌼")
        #expect(builder.count == 12)
    }

    @Test("It grows as far as it has to")
    func growing() {
        var builder = SecretBuilder(capacity: 1)
        let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
        for byte in bytes { builder.append(byte) }
        #expect(builder.secret == SecretBytes(bytes))
    }

    @Test("A copy goes its own way")
    func copied() {
        var one = SecretBuilder()
        one.append("ab".utf8)
        var other = one
        one.append("c".utf8)
        other.append("d".utf8)
        #expect(one.secret.exposed == "abc")
        #expect(other.secret.exposed == "abd")
    }
}
