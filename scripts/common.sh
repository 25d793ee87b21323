# Shared by the scripts: what a fresh machine lacks is installed, and said.

# Ends with one line when there is no Swift.
need_swift() {
    command -v swift >/dev/null 2>&1 && return
    echo "inatty: Swift 6.2 or newer is needed: https://www.swift.org/install" >&2
    exit 1
}

# Installs the Debian packages of these names that are missing.
need_packages() {
    local missing=()
    local name
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "inatty: install what these Debian packages hold, then run this again: ${missing[*]}" >&2
        exit 1
    fi
    echo "inatty: installing ${missing[*]}" >&2
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -q >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "${missing[@]}" >&2
}

# Builds the program as it is given to people; $program is where it is then.
build_release() {
    need_swift
    need_packages libncursesw5-dev libsqlite3-dev libgeographiclib-dev
    swift build -c release --static-swift-stdlib --product inatty >&2
    program="$(swift build -c release --static-swift-stdlib --show-bin-path)/inatty"
}
