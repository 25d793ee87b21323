"""Drives inatty in a terminal and keeps what its screen shows as pictures. scripts/pictures starts it."""
import argparse
import dataclasses
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import time
import unicodedata

from PIL import Image, ImageDraw, ImageFont

# The ordinary text and ground of a dark and a light terminal.
DARK = ("#c5c8c6", "#1d1f21")
LIGHT = ("#24292e", "#fafafa")
BASE_16 = [
    "#1d1f21", "#cc6666", "#6fb36f", "#d7a65f", "#6f9fd8", "#b294bb", "#5fb3b3", "#c5c8c6",
    "#767876", "#e88a8a", "#9ad29a", "#f0c674", "#8fbcf0", "#d0b0e0", "#8fd8d8", "#ffffff",
]
FONTS = pathlib.Path("/usr/share/fonts/truetype/dejavu")
FONT_SIZE = 16
# How long a screen may take, and how long it has to stay the same before it is kept, in seconds.
PATIENCE = 30
STEADY = 0.4


@dataclasses.dataclass
class Picture:
    """One picture: what is typed after the first rows have come, and what has to be seen before it is kept.

    A step that begins with a letter and a colon is special: "t:" types what follows as it stands, "w:" waits for a
    pattern. Any other is the name of a key as tmux has it.
    """

    name: str
    steps: list
    size: tuple = (120, 36)
    options: tuple = ()
    colours: tuple = DARK
    locale: str = "C.UTF-8"


ROWS = "w:Western Prairie"
PICTURES = [
    Picture("table", ["Space", "Down", "Space", "w:2 marked", "Down", "Down"]),
    Picture("help", ["?", "w:One line down"], size=(120, 30)),
    Picture("palette", [":", "w:commands", "t:col", "w:of [0-9]+"], size=(120, 20)),
    Picture("counts", ["G", "w:1,284 of 1,284", "f", "w:obscured +[0-9]", "Down", "Space"], size=(120, 16)),
    Picture("query", ["e", "w:Query", "t:taxon:platanth", "w:praeclara"]),
    Picture("detail", ["Enter", "w:Agreed"]),
    Picture("tokens", ["a", "w:3 private keys +3 private keys"]),
    Picture("columns", ["C", "w:Width", "Down", "f", "Down", "t:++", "w: 1[0-9]$|1[0-9] "], size=(120, 26)),
    Picture("copy", ["y", "w:geo:"], size=(120, 16)),
    Picture("photo", ["p", "w:photo 1 of"], size=(100, 32)),
    Picture("light", ["u", "u", "w:UTM", "Down", "Down"], options=("--theme", "light"), colours=LIGHT),
    Picture(
        "high-contrast", ["/", "t:turtle"], options=("--theme", "high-contrast"), colours=("#ffffff", "#000000")
    ),
    Picture("ascii", ["Down"], size=(60, 15), options=("--ascii", "--theme", "mono"), locale="C"),
]
PLAIN = ["filter turtle", "2", "next"]


class Terminal:
    """One program in a tmux server of its own, with an empty home."""

    def __init__(self, command, size, locale):
        self.folder = tempfile.TemporaryDirectory(prefix="pictures.")
        self.socket = os.path.join(self.folder.name, "tmux")
        home = os.path.join(self.folder.name, "home")
        os.mkdir(home)
        settings = os.path.join(self.folder.name, "tmux.conf")
        pathlib.Path(settings).write_text(
            "set -g status off\nset -g default-terminal tmux-256color\n"
            "set -ga terminal-overrides ',*:Tc'\nset -sg escape-time 0\n"
        )
        variables = {"HOME": home, "LC_ALL": locale, "COLORTERM": "truecolor", "TZ": "UTC", "PATH": os.environ["PATH"]}
        names = " ".join(f"{name}={shlex.quote(value)}" for name, value in variables.items())
        inside = f"exec env -i TERM=tmux-256color {names} {shlex.join(command)}"
        subprocess.run(
            ["tmux", "-u", "-S", self.socket, "-f", settings, "new-session", "-d", "-x", str(size[0]),
             "-y", str(size[1]), "sh", "-c", inside],
            check=True,
            env={**variables, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"},
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], capture_output=True)
        self.folder.cleanup()

    def tmux(self, *arguments):
        return subprocess.run(
            ["tmux", "-S", self.socket, *arguments], check=True, capture_output=True, text=True
        ).stdout

    def text(self):
        return self.tmux("capture-pane", "-p")

    def styled(self):
        # -N keeps blanks at the ends of lines, which have grounds of their own.
        return self.tmux("capture-pane", "-p", "-e", "-N")

    def cursor(self):
        column, row, shown = self.tmux("display-message", "-p", "#{cursor_x} #{cursor_y} #{cursor_flag}").split()
        return (int(column), int(row)) if shown == "1" else None

    def wait(self, pattern):
        """Until the pattern is on the screen."""
        end = time.monotonic() + PATIENCE
        while not re.search(pattern, self.text(), re.MULTILINE):
            if time.monotonic() > end:
                raise SystemExit(f"pictures: {pattern!r} was not seen; the screen shows:\n{self.text()}")
            time.sleep(0.02)

    def steady(self):
        """The screen, once nothing on it has changed for a while."""
        end = time.monotonic() + PATIENCE
        last, since = self.styled(), time.monotonic()
        while time.monotonic() - since < STEADY and time.monotonic() < end:
            time.sleep(0.05)
            now = self.styled()
            if now != last:
                last, since = now, time.monotonic()
        return last

    def take(self, steps):
        for step in steps:
            if step.startswith("w:"):
                self.wait(step[2:])
            elif step.startswith("t:"):
                self.tmux("send-keys", "-l", step[2:])
            else:
                self.tmux("send-keys", step)
                self.steady()


def indexed(number):
    """The colour of that number among 256."""
    if number < 16:
        return BASE_16[number]
    if number < 232:
        steps = (number - 16) // 36, (number - 16) // 6 % 6, (number - 16) % 6
        return "#%02x%02x%02x" % tuple(0 if step == 0 else 55 + 40 * step for step in steps)
    return "#%02x%02x%02x" % ((8 + 10 * (number - 232),) * 3)


ATTRIBUTES = {1: "bold", 2: "dim", 3: "italic", 4: "underline", 7: "reverse"}
ENDS = {22: ("bold", "dim"), 23: ("italic",), 24: ("underline",), 27: ("reverse",), 39: ("text",), 49: ("ground",)}


def restyled(style, parameters):
    """The style after an SGR sequence with these parameters."""
    style = dict(style)
    codes = iter([int(code or 0) for code in re.split("[;:]", parameters)])
    for code in codes:
        if code == 0:
            style = {}
        elif code in ATTRIBUTES:
            style[ATTRIBUTES[code]] = True
        elif code in ENDS:
            for name in ENDS[code]:
                style.pop(name, None)
        elif code in (38, 48):
            is_indexed = next(codes) == 5
            colour = indexed(next(codes)) if is_indexed else "#%02x%02x%02x" % (next(codes), next(codes), next(codes))
            style["text" if code == 38 else "ground"] = colour
        elif 30 <= code <= 37 or 90 <= code <= 97:
            style["text"] = indexed(code - 30 if code < 90 else code - 82)
        elif 40 <= code <= 47 or 100 <= code <= 107:
            style["ground"] = indexed(code - 40 if code < 100 else code - 92)
    return style


def rows_of(screen):
    """Each line as a list of (text, style), one for each cell; the second of a wide character has no text."""
    style = {}
    for line in screen.split("\n"):
        row = []
        for escape, character in re.findall(r"\x1b\[([0-9;:]*)m|([^\x1b\x0e\x0f])", line):
            if not character:
                style = restyled(style, escape)
            elif unicodedata.combining(character) and row:
                row[-1] = (row[-1][0] + character, row[-1][1])
            else:
                row.append((character, style))
                if unicodedata.east_asian_width(character) in "WF":
                    row.append(("", style))
        yield row


def block(draw, box, character, colour):
    """Draws a block character as the part of its cell that it is, without the gaps of a font's; else answers False."""
    left, top, right, bottom = box
    across, down = right - left, bottom - top
    code = ord(character)
    if 0x2581 <= code <= 0x2588:
        part = (left, bottom - down * (code - 0x2580) / 8, right, bottom)
    elif code == 0x2580:
        part = (left, top, right, top + down / 2)
    elif 0x2589 <= code <= 0x258F:
        part = (left, top, left + across * (0x2590 - code) / 8, bottom)
    elif code == 0x2590:
        part = (left + across / 2, top, right, bottom)
    else:
        return False
    draw.rectangle((round(part[0]), round(part[1]), round(part[2]) - 1, round(part[3]) - 1), fill=colour)
    return True


# Which arms the signs of thin lines have: left, right, up, down.
LINES = {
    "─": "lr", "│": "ud", "┬": "lrd", "┴": "lru", "├": "rud", "┤": "lud", "┼": "lrud",
    "┌": "rd", "┐": "ld", "└": "ru", "┘": "lu",
}


def line(draw, box, character, colour):
    """Draws a sign of thin lines from edge to edge, as terminals do and fonts do not; else answers False."""
    left, top, right, bottom = box
    middle = (left + right) // 2, (top + bottom) // 2
    ends = {"l": (left, middle[1]), "r": (right - 1, middle[1]), "u": (middle[0], top), "d": (middle[0], bottom - 1)}
    for arm in LINES.get(character, ""):
        draw.line((*middle, *ends[arm]), fill=colour)
    return character in LINES


def blended(text, ground):
    pairs = zip(*([int(colour[at:at + 2], 16) for at in (1, 3, 5)] for colour in (text, ground)))
    return "#%02x%02x%02x" % tuple((2 * over + under) // 3 for over, under in pairs)


def drawn(screen, cursor, picture):
    """The picture of a screen."""
    regular = ImageFont.truetype(str(FONTS / "DejaVuSansMono.ttf"), FONT_SIZE)
    bold = ImageFont.truetype(str(FONTS / "DejaVuSansMono-Bold.ttf"), FONT_SIZE)
    width, height = round(regular.getlength("M")), FONT_SIZE + 4
    columns, rows = picture.size
    image = Image.new("RGB", (columns * width, rows * height), picture.colours[1])
    draw = ImageDraw.Draw(image)
    for y, row in enumerate(list(rows_of(screen))[:rows]):
        for x, (character, style) in enumerate(row[:columns]):
            text, ground = style.get("text", picture.colours[0]), style.get("ground", picture.colours[1])
            if style.get("reverse"):
                text, ground = ground, text
            if style.get("dim"):
                text = blended(text, ground)
            if cursor == (x, y):
                text, ground = ground, "#e0e0e0" if picture.colours is not LIGHT else "#404040"
            if not character:
                continue
            span = 2 if x + 1 < len(row) and not row[x + 1][0] else 1
            box = (x * width, y * height, (x + span) * width, (y + 1) * height)
            draw.rectangle((box[0], box[1], box[2] - 1, box[3] - 1), fill=ground)
            is_drawn = block(draw, box, character[0], text) or line(draw, box, character[0], text)
            if character.strip() and not is_drawn:
                draw.text((box[0], box[1] + 1), character, font=bold if style.get("bold") else regular, fill=text)
            if style.get("underline"):
                draw.line((box[0], box[3] - 2, box[2] - 1, box[3] - 2), fill=text)
    # A screen has few colours: a palette loses nothing that can be seen, and most of the bytes.
    return image.quantize(128, dither=Image.Dither.NONE)


def keep_picture(picture, program, folder):
    with Terminal([program, "demo", *picture.options], picture.size, picture.locale) as terminal:
        terminal.take([ROWS, *picture.steps])
        screen = terminal.steady()
        path = folder / f"{picture.name}.png"
        drawn(screen, terminal.cursor(), picture).save(path, optimize=True)
        print(path, f"{path.stat().st_size // 1024} KiB")


def keep_plain(program, folder):
    """A conversation in plain mode, as it is heard: what is typed stands behind the prompts."""
    with Terminal([program, "demo", "--plain"], (240, 150), "C.UTF-8") as terminal:
        terminal.wait("^table>")
        for line in PLAIN:
            terminal.tmux("send-keys", "-l", line)
            terminal.tmux("send-keys", "Enter")
            terminal.steady()
        path = folder / "plain.txt"
        path.write_text(terminal.text().strip() + "\n")
        print(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("names", nargs="*", help="pictures to make; all of them without")
    options = parser.parse_args()
    known = [picture.name for picture in PICTURES] + ["plain"]
    for name in options.names:
        if name not in known:
            sys.exit(f"pictures: there is no picture {name!r}; there are {', '.join(known)}.")
    program = os.path.abspath(options.program)
    for picture in PICTURES:
        if not options.names or picture.name in options.names:
            keep_picture(picture, program, options.folder)
    if not options.names or "plain" in options.names:
        keep_plain(program, options.folder)


main()
