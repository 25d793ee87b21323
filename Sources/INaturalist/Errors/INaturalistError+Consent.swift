extension INaturalistError {
    /// The texts about the consent page and the way back from it.
    var consentText: String {
        switch self {
        case .consentDenied(let message):
            """
            You did not let the application in\(message.map { " (iNaturalist says “\($0)”)" } ?? ""), so nobody was \
            signed in. Start again to be asked once more, or paste a JWT.
            """
        case .consentFailed(let message):
            """
            iNaturalist's consent page sent no code: “\(message)”. Compare the application's id and its redirect \
            address with the page of your OAuth application, then start again.
            """
        case .stateMismatch:
            """
            The browser came back from another sign-in than this one, so its code was not used. Close the tabs of \
            older sign-ins, then start again.
            """
        case .consentTimedOut:
            """
            Nobody came back from iNaturalist's consent page in time. Start again; if the browser shows an error there, \
            compare the application's id and its redirect address with the page of your OAuth application.
            """
        case .cannotListen(let reason):
            """
            No port of this computer could be opened for the browser to come back to: \(reason). Sign in with a code \
            or paste a token instead.
            """
        case .noCode:
            """
            This is not an authorization code, which is one word of letters, digits, “-” and “_”. Copy it again \
            from the page that the browser shows, alone or as the page's whole address.
            """
        default: "The sign-in failed. Start again."
        }
    }
}
