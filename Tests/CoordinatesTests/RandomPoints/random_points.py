#!/usr/bin/env python3
"""Writes random_points.tsv: 1,000 points as other programs write them.

    pip install pyproj mgrs
    python3 random_points.py > random_points.tsv

Decimal degrees and degrees, minutes, seconds come from exact fractions; zone, band and MGRS from the NGA's GEOTRANS
(the package mgrs); eastings and northings from PROJ (the package pyproj). Neither shares code with GeographicLib.
PROJ and GEOTRANS have to agree on every metre, or the script stops.

Points that a tie or a metre line would leave to the last bit of a number are drawn again: ties have tests of their own.
"""
import functools
import math
import random
import re
from fractions import Fraction

import mgrs
import pyproj

generator = random.Random(20240229)
geotrans = mgrs.MGRS()


def anywhere():
    return math.degrees(math.asin(generator.uniform(-1, 1))), generator.uniform(-180, 180)


def within(south, north, west, east):
    return lambda: (generator.uniform(south, north), generator.uniform(west, east))


REGIONS = [
    (600, anywhere),
    (80, within(55, 65, 0, 15)),  # the wide zone of Norway
    (80, within(71, 84, 0, 43)),  # those of Svalbard
    (80, within(84.001, 90, -180, 180)),
    (80, within(-90, -80.001, -180, 180)),
    (40, within(-1, 1, -180, 180)),
    (20, within(-75, 75, 179, 180)),
    (20, within(-75, 75, -180, -179)),
]


def is_tie(value, margin=Fraction(1, 10**5)):
    return abs(value - math.floor(value) - Fraction(1, 2)) < margin


def rounded(value, step):
    """How many steps a size is, and whether that hangs on its last bit."""
    steps = value / step
    return math.floor(steps + Fraction(1, 2)), is_tie(steps)


def fixed(degrees, decimals):
    steps, tie = rounded(abs(degrees), Fraction(1, 10**decimals))
    whole, fraction = divmod(steps, 10**decimals)
    sign = "-" if degrees < 0 and steps else ""
    return f"{sign}{whole}.{fraction:0{decimals}}", tie


def angle(degrees, decimals, letters):
    steps, tie = rounded(abs(degrees), Fraction(1, 3600 * 10**decimals))
    seconds, fraction = divmod(steps, 10**decimals)
    minutes, seconds = divmod(seconds, 60)
    whole, minutes = divmod(minutes, 60)
    letter = letters[1] if degrees < 0 and steps else letters[0]
    return f"{whole}°{minutes:02}′{seconds:02}.{fraction:0{decimals}}″{letter}", tie


@functools.cache
def projection(zone, is_southern):
    name = f"+proj=utm +zone={zone}" if zone else "+proj=ups"
    return pyproj.Proj(f"{name} +ellps=WGS84{' +south' if is_southern else ''}")


def grid(latitude, longitude):
    reference = geotrans.toMGRS(latitude, longitude)
    zone, band, square, east, north = re.fullmatch(
        r"(\d\d)?([A-Z])([A-Z]{2})(\d{5})(\d{5})", reference
    ).groups()
    easting, northing = projection(int(zone or 0), latitude < 0)(longitude, latitude)
    sizes = [Fraction(easting), Fraction(northing)]
    # The transverse Mercator of GEOTRANS is good to half a millimetre.
    line = Fraction(1, 1000)
    tie = any(
        is_tie(size) or is_tie(size * 100) or is_tie(size + Fraction(1, 2), line) for size in sizes
    )
    if not tie:
        assert [math.floor(size) % 100_000 for size in sizes] == [int(east), int(north)], reference
    designation = (zone or "") + band
    exact, whole = [
        f"{designation} {easting:.{decimals}f} {northing:.{decimals}f}" for decimals in (2, 0)
    ]
    return whole, exact, f"{designation}{square} {east} {north}", tie


for count, draw in REGIONS:
    while count:
        latitude, longitude = [f"{value:.7f}" for value in draw()]
        pair = Fraction(latitude), Fraction(longitude)
        texts, ties = [], []
        for decimals in (5, 7):
            parts = [fixed(value, decimals) for value in pair]
            texts.append(", ".join(text for text, _ in parts))
            ties += [tie for _, tie in parts]
        for decimals in (1, 3):
            parts = [angle(value, decimals, letters) for value, letters in zip(pair, ("NS", "EW"))]
            texts.append(" ".join(text for text, _ in parts))
            ties += [tie for _, tie in parts]
        *references, tie = grid(float(latitude), float(longitude))
        if any(ties) or tie:
            continue
        print(latitude, longitude, *texts, *references, sep="\t")
        count -= 1
