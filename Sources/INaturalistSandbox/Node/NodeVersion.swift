/// Which of the node server's two interfaces is spoken to.
enum NodeVersion: Sendable {
    case v1
    case v2
}
