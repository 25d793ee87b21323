#!/usr/bin/env python3
"""Writes a CSV file as the website exports it, with private columns, of any number of made-up observations.

The same arguments give the same bytes. Nobody and no place in it is real: names are put together of syllables,
points are drawn at random.

    Benchmarks/observations_csv.py 1000000 > /tmp/observations.csv
"""
import argparse
import csv
import random
import sys

COLUMNS = (
    "id uuid observed_on_string observed_on time_observed_at time_zone user_id user_login user_name created_at "
    "updated_at quality_grade license url image_url sound_url tag_list description num_identification_agreements "
    "num_identification_disagreements captive_cultivated oauth_application_id place_guess latitude longitude "
    "positional_accuracy private_place_guess private_latitude private_longitude public_positional_accuracy geoprivacy "
    "taxon_geoprivacy coordinates_obscured positioning_method positioning_device place_town_name place_county_name "
    "place_state_name place_country_name place_admin1_name place_admin2_name species_guess scientific_name common_name "
    "iconic_taxon_name taxon_id"
).split()
SYLLABLES = "ba den fi gor hul ja ken lo mir nu pa quen ro sil ta ur ven wi xa yor zé ø".split()
ICONIC = ["Plantae", "Aves", "Insecta", "Fungi", "Mammalia", "Reptilia", "Amphibia", "Arachnida"]
SENTENCES = [
    "Seen beside the path.",
    "On a stone, in the shade; three of them.",
    "Two photographs, the second one blurred.",
    "Said to be rare here, “but I doubt it”.",
    "First line.\nSecond line, after a break.",
]


def word(draw, count):
    return "".join(draw.choice(SYLLABLES) for _ in range(count))


def taxa(draw, count):
    for number in range(count):
        genus = word(draw, 3).capitalize()
        common = f"{word(draw, 2).capitalize()} {word(draw, 2)}" if draw.random() < 0.8 else ""
        hidden = draw.choice(["obscured", "private"]) if draw.random() < 0.04 else ""
        yield 900_000 + number * 7, f"{genus} {word(draw, 3)}", common, draw.choice(ICONIC), hidden


def rows(draw, count, with_descriptions):
    known = list(taxa(draw, 3_000))
    people = [(500 + n * 13, word(draw, 3) + str(n), word(draw, 2).capitalize()) for n in range(800)]
    places = [f"{word(draw, 2).capitalize()}, {word(draw, 3).capitalize()}" for _ in range(1_500)]
    identity = 1_000
    for _ in range(count):
        identity += draw.randint(1, 200)
        taxon, scientific, common, iconic, hidden = draw.choice(known)
        person, login, name = draw.choice(people)
        own = draw.choice(["", "", "", "", "", "obscured", "private", "open"])
        place = draw.choice(places)
        latitude, longitude = draw.uniform(-60, 70), draw.uniform(-180, 180)
        day = f"{draw.randint(2008, 2025)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        clock = f"{draw.randint(0, 23):02}:{draw.randint(0, 59):02}:{draw.randint(0, 59):02}"
        accuracy = draw.randint(3, 900) if draw.random() < 0.9 else ""
        reasons = {own, hidden}
        public = (f"{latitude:.10f}", f"{longitude:.10f}")
        private = ("", "")
        public_accuracy = accuracy
        if "private" in reasons:
            public, private, public_accuracy = ("", ""), public, ""
        elif "obscured" in reasons:
            private = public
            public = (f"{latitude + draw.uniform(-0.1, 0.1):.10f}", f"{longitude:.10f}")
            public_accuracy = draw.randint(26_000, 29_000)
        description = draw.choice(SENTENCES) if with_descriptions and draw.random() < 0.2 else ""
        yield (
            identity, f"{draw.getrandbits(32):08x}-{identity & 0xffff:04x}-4{identity & 0xfff:03x}-8abc-{identity:012x}",
            f"{day} {clock}", day, f"{day} {clock} UTC", "UTC", person, login, name, f"{day} 20:00:00 -0500",
            f"{day} 23:59:59 UTC", draw.choice(["research", "needs_id", "casual"]), "CC-BY-NC",
            f"https://www.inaturalist.org/observations/{identity}",
            f"https://photos.example.org/photos/{identity}/medium.jpg", "", "", description, draw.randint(0, 5), 0,
            "false", "", place if not private[0] else "Somewhere", *public, accuracy,
            place if private[0] else "", *private, public_accuracy, own, hidden,
            "true" if private[0] else "false", "gps", "gps", "", "", "", "", "", "", common or scientific, scientific,
            common, iconic, taxon,
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int, help="how many rows")
    parser.add_argument("--seed", type=int, default=1, help="other rows (default 1)")
    parser.add_argument("--no-descriptions", action="store_true", help="leave the observers' words out")
    arguments = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", newline="")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows(random.Random(arguments.seed), arguments.count, not arguments.no_descriptions))


if __name__ == "__main__":
    main()
