import TestBrowser
import Testing

@testable import INaturalistSandbox

struct QueryTests {
    @Test("Parameters are decoded, arrays and comma lists alike")
    func decoding() {
        let query = Query(
            "q=a+b%20c%26d&ids[]=1&ids[]=2,3&empty=&flag=true&off=false&odd=maybe&%E2%9C%93=%F0%9F%A6%89"
        )
        #expect(query["q"] == "a b c&d")
        #expect(query.list("ids") == ["1", "2", "3"])
        #expect(query["empty"] == nil)
        #expect(query.flag("flag") == true)
        #expect(query.flag("off") == false)
        #expect(query.flag("odd") == nil)
        #expect(query["✓"] == "🦉")
    }

    @Test("Broken escapes stay as they are", arguments: ["%", "%2", "%zz"])
    func brokenEscapes(text: String) {
        #expect(Query("a=\(text)")["a"] == text)
    }

    @Test("The canonical text does not depend on the order")
    func canonical() {
        #expect(Query("b=2&a=1").canonicalText == Query("a=1&b=2").canonicalText)
    }

    @Test("A plus in a path is a plus")
    func path() {
        #expect(Query.decodedPath("a+b%20c") == "a+b c")
    }
}
