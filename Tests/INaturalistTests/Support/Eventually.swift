/// Gives way to other tasks until something is so. The suites that use it have a time limit.
func eventually(_ condition: () async -> Bool) async {
    while await !condition() { await Task.yield() }
}
