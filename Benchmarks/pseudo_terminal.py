"""A pseudo-terminal with a program in it, and what the program wrote with the time of each read."""
import dataclasses
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

QUIET = 0.030  # seconds of silence that end the burst after one key
SETTLED = 0.25  # seconds of silence after which a program counts as settled
PATIENCE = 30.0  # seconds before a program that does not get anywhere is given up
ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")
# What programs ask of a terminal: device attributes, cursor and status, colours, modes, version, keyboard protocol.
QUERY = re.compile(rb"\x1b(?:\[(?P<csi>[>=]?0?c|[56]n|\?u|>0?q|\?\d+\$p)|\](?P<osc>1[01]);\?(?:\x07|\x1b\\))")


def reply(match):
    """The canned answer of a plain terminal to one query."""
    if match["osc"]:
        return b"\x1b]" + match["osc"] + b";rgb:%s\x1b\\" % (b"dd/dd/dd" if match["osc"] == b"10" else b"11/11/11")
    asked = match["csi"]
    if asked.endswith(b"c"):
        return b"\x1b[>0;10;1c" if asked.startswith(b">") else b"\x1b[?62;22c"
    if asked.endswith(b"$p"):
        return b"\x1b[" + asked[:-2] + b";0$y"
    return {b"5n": b"\x1b[0n", b"6n": b"\x1b[1;1R", b"?u": b"\x1b[?0u"}.get(asked, b"\x1bP>|plain 1\x1b\\")


@dataclasses.dataclass
class Program:
    name: str
    command: list
    first: bytes  # a word of the first painted frame
    rows: bytes  # a word of the first row of data
    stdin: str = None
    prepare: tuple = ()  # (keys, a word to wait for, or nothing to wait for a second's rest) for all rows, and the first one
    top: bytes = b"g"  # the key for the first row
    bottom: bytes = b"G"  # the key for the last row
    patience: float = PATIENCE  # seconds that it may take to have its first rows
    leave: bytes = b"q"


class Terminal:
    """One run of a program. While it runs, only times and bytes are noted; what they mean is worked out later."""

    def __init__(self, program, options, prefix=()):
        self.reads, self.begun, self.ended = [], time.perf_counter(), False
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", options.lines, options.columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            if program.stdin:
                os.dup2(os.open(program.stdin, os.O_RDONLY), 0)
            try:
                os.execvpe((*prefix, *program.command)[0], [*prefix, *program.command], options.environment)
            finally:
                os._exit(127)

    def take(self, timeout):
        """Notes what can be read within that time; false when there was nothing."""
        if self.ended or not select.select([self.descriptor], [], [], timeout)[0]:
            return False
        try:
            data = os.read(self.descriptor, 1 << 16)
        except OSError:
            data = b""
        self.reads.append((time.perf_counter(), data))
        self.ended = not data
        for match in QUERY.finditer(data) if b"\x1b" in data else ():
            os.write(self.descriptor, reply(match))
        return not self.ended

    def read_until_quiet(self, silence):
        limit = time.perf_counter() + PATIENCE
        while self.take(silence):
            if time.perf_counter() > limit:
                raise RuntimeError("it never stops writing")

    def wait(self, word, since=0, patience=PATIENCE):
        """Reads until the word is on its way to the screen; looks only when nothing waits to be read."""
        limit = time.perf_counter() + patience
        while word not in text(self.reads[since:]):
            if not self.take(1) and (self.ended or time.perf_counter() > limit):
                shown = text(self.reads[since:])[-2000:].decode(errors="replace")
                raise RuntimeError(f"“{word.decode()}” was not painted; the last of what was:\n{shown}")
            while self.take(0):
                pass

    def press(self, keys, silence=QUIET):
        """Writes keys, reads the burst that follows; gives the time of the write and the index of the first read."""
        start, index = time.perf_counter(), len(self.reads)
        os.write(self.descriptor, keys)
        self.read_until_quiet(silence)
        return start, index, len(self.reads)

    def close(self, leave):
        for attempt in (lambda: os.write(self.descriptor, leave), lambda: os.kill(self.pid, signal.SIGKILL)):
            try:
                attempt()
            except OSError:
                pass
            limit = time.perf_counter() + 2
            while time.perf_counter() < limit:
                self.take(0.02)
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    os.close(self.descriptor)
                    return


def text(reads):
    return ESCAPES.sub(b"", b"".join(data for _, data in reads))
