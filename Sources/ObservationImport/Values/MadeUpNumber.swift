/// Numbers for what a file names and does not number: an observer without `user_id`, a taxon without `taxon_id`.
///
/// Below zero, because the website's are above; the same for the same name, so that rows still group by it.
enum MadeUpNumber {
    /// FNV-1a (Fowler, Noll, Vo), cut to 31 bits.
    static func of(_ name: String) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return -Int(hash >> 1) - 1
    }
}
