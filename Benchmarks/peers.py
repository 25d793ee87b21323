"""What the peers are timed with. Each runs in a process of its own and prints lines: name, tab, numbers."""
import gc
import importlib.util
import json
import pathlib
import sys
import time


def timed(body):
    start = time.perf_counter()
    value = body()
    return (time.perf_counter() - start) * 1e3, value


def tell(name, *numbers):
    print(name, *(f"{number:.3f}" for number in numbers), sep="\t", flush=True)


def pyinaturalist(folder):
    """Reads each reply with json, and its results into pyinaturalist's Observation, as its clients do."""
    from pyinaturalist.models import Observation
    bodies = [path.read_bytes() for path in sorted(pathlib.Path(folder).glob("*.json"))]
    gc.disable()
    time_json, pages = timed(lambda: [json.loads(body) for body in bodies])
    rows = sum(len(page["results"]) for page in pages)
    part = bodies[:max(1, len(bodies) // 10)]  # ten thousand rows and more take minutes
    time_models, read = timed(lambda: [Observation.from_json_list(json.loads(body)) for body in part])
    tell("pyinaturalist: json alone, rows a second", rows / time_json * 1e3)
    tell("pyinaturalist: into models, rows a second", sum(map(len, read)) / time_models * 1e3)
    tell("pyinaturalist: a field of each model", timed(lambda: [o.private_location for page in read for o in page])[0])


def visidata(path):
    """The commands' own functions on a loaded sheet: [ sorts, g| selects with a regular expression, F counts."""
    import visidata
    from visidata import vd
    vd.loadConfigAndPlugins = lambda *arguments: None
    visidata.options.undo = False  # its copies of all rows would only make it slower

    def finished(body):
        def both():
            value = body()
            vd.sync()
            return value
        return timed(both)

    sheet = vd.openSource(path)
    tell("visidata: load, ms", finished(sheet.reload)[0])
    gc.collect()
    for name in ("id", "taxon", "observer", "observed on", "public latitude", "true accuracy", "place"):
        column = sheet.column(name)
        # A number's column with empty cells takes ten times as long, so those stay the text that they are loaded as.
        if name == "id":
            column.type = int
        tell(f"visidata: sort by {name}, ms", finished(lambda: sheet.orderBy(None, column, save_cmd_input=False))[0])
    for name, words in (("scientific name", "zozophry"), ("place", "US"), ("observer", "qqqqq")):
        sheet.clearSelected()
        tell(f"visidata: filter {name} by “{words}”, ms", finished(
            lambda: sheet.select(vd.searchRegex(sheet, regex=words, columns=sheet.column(name)), progress=False))[0])
        print(f"{sheet.nSelectedRows} rows", file=sys.stderr)
    for name in ("geoprivacy", "quality", "taxon"):
        table = vd.makeFreqTable(sheet, sheet.column(name)) if hasattr(vd, "makeFreqTable") else \
            visidata.freqtbl.makeFreqTable(sheet, sheet.column(name))
        tell(f"visidata: counts by {name}, ms", finished(table.reload)[0])
        print(f"{table.nRows} values", file=sys.stderr)
    status = pathlib.Path("/proc/self/status").read_text()
    tell("visidata: memory, MiB", int(status.split("VmRSS:")[1].split()[0]) / 1024)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    globals()[sys.argv[1]](*sys.argv[2:])
