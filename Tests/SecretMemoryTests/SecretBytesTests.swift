import SecretMemory
import Testing

@Suite("Bytes of a secret")
struct SecretBytesTests {
    @Test("They are lent as they were given")
    func lent() {
        let bytes: [UInt8] = [1, 2, 3]
        #expect(SecretBytes(bytes).withBytes { Array($0) } == bytes)
    }
}
