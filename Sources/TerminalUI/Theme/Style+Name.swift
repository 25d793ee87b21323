extension Role {
    /// Its name in the configuration: `true-face`.
    package var name: String {
        switch self {
        case .publicFace: "public-face"
        case .trueFace: "true-face"
        default: "\(self)"
        }
    }
}

extension Ground {
    /// Its name in the configuration: `selected`.
    package var name: String { "\(self)" }
}
