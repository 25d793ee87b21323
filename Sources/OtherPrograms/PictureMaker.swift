/// Makes pictures for the terminal out of photos, through `chafa`.
///
/// The photo goes to its standard input and comes from anybody, so the program gets no more memory and time than a
/// photo needs, and what it says is checked before a terminal sees it.
package enum PictureMaker {
    /// Bytes that it may write; a screen of sixels has a few millions.
    private static let outputLimit = 24 << 20
    /// Pixels that kitty's graphics are made of at most; the terminal enlarges them.
    private static let pixelLimit = 1_000_000

    /// Makes a picture.
    ///
    /// - Parameters:
    ///   - image: a JPEG, PNG, GIF or WebP file.
    ///   - frame: the room.
    ///   - environment: where the program is, and what it gets, but for the variables that hold secrets.
    ///   - limit: how long it may take.
    /// - Throws: ``PhotoPictureError``.
    package static func picture(
        of image: [UInt8],
        in frame: PictureFrame,
        environment: [String: String],
        within limit: Duration = .seconds(20)
    ) async throws(PhotoPictureError) -> PhotoPicture {
        guard frame.columns > 0, frame.rows > 0 else { throw .noRoom }
        // Other formats are drawings and documents, whose readers do more than decode.
        guard isPhoto(image) else { throw .unknownFormat }
        guard let chafa = ChildProcess.path(of: "chafa", in: environment) else { throw .notInstalled }
        let scale = scale(of: frame)
        let process = ChildProcess(
            executable: "/bin/sh",
            arguments: [
                "-c", "ulimit -v 2097152 2>/dev/null; ulimit -c 0; exec \"$0\" \"$@\"", chafa,
            ] + arguments(frame, scale),
            environment: SecretVariables.removingSecrets(from: environment)
        )
        let outcome = await process.run(input: image, within: limit, outputLimit: outputLimit)
        switch outcome.ending {
        case .exited(0): break
        case .cancelled: throw .cancelled
        case .timedOut: throw .failed(reason: "chafa took too long")
        default: throw .failed(reason: "chafa \(PlainWords.reason(outcome))")
        }
        guard let picture = PictureReader(frame: frame, scale: scale).picture(in: outcome.output) else {
            throw .notHarmless
        }
        return picture
    }

    /// Whether it begins as the photos do that iNaturalist keeps.
    static func isPhoto(_ image: [UInt8]) -> Bool {
        let starts: [[UInt8]] = [[0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47], Array("GIF8".utf8)]
        return starts.contains { image.starts(with: $0) }
            || (image.starts(with: Array("RIFF".utf8)) && image.dropFirst(8).starts(with: Array("WEBP".utf8)))
    }

    /// How many pixels are made of one of the terminal's.
    private static func scale(of frame: PictureFrame) -> Double {
        guard frame.kind == .kitty else { return 1 }
        let pixels = Double(frame.columns * frame.cellWidth * frame.rows * frame.cellHeight)
        return min(1, (Double(pixelLimit) / pixels).squareRoot())
    }

    private static func arguments(_ frame: PictureFrame, _ scale: Double) -> [String] {
        let common = ["--animate=off", "--polite=on", "--threads=2", "--scale=max"]
        switch frame.kind {
        case .blocks:
            let symbols =
                !frame.isUnicode ? "ascii" : frame.colours == .none ? "block+space" : "half+solid"
            return common + [
                "--format=symbols", "--colors=\(frame.colours.rawValue)", "--symbols=\(symbols)",
                "--size=\(frame.columns)x\(frame.rows)",
                "--font-ratio=\(frame.cellWidth)/\(frame.cellHeight)", "-",
            ]
        case .kitty, .sixel:
            // Without a terminal of its own it takes every cell for 8 by 8 pixels.
            let width = Int(Double(frame.columns * frame.cellWidth) * scale) / 8
            let height = Int(Double(frame.rows * frame.cellHeight) * scale) / 8
            return common + [
                "--format=\(frame.kind == .kitty ? "kitty" : "sixels")", "--colors=full",
                "--size=\(max(width, 1))x\(max(height, 1))", "--font-ratio=1/1", "-",
            ]
        }
    }
}
