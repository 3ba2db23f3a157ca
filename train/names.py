"""Writes ontology/given-names-world.json: given names of the world by the gender that their lists give, out of Faker's person
providers (MIT). Names are left out that are also common words, places of 50,000 inhabitants or more, or that stand in the corpora's
names as often at the end as at the head (surnames); nothing else of the corpora enters.

    pip download --no-deps Faker && unzip Faker*.whl
    HEARSAY_CORPORA=… python names.py --faker FOLDER --out ../ontology/given-names-world.json
"""

import argparse
import collections
import gzip
import importlib
import json
import os
import re
import sys

NAME = re.compile(r"[A-ZÀ-Þ\u0100-\u017F\u1E00-\u1EFF][a-zß-ÿ\u0100-\u017F\u1E00-\u1EFF'’-]{2,}")
# Lists of old censuses, half of them surnames.
SURNAMES_INSIDE = {"en", "en_US", "en_GB", "en_NZ", "en_TH"}
CITY_MIN = 50_000


def listed(faker: str):
    sys.path.insert(0, faker)
    male, female = collections.Counter(), collections.Counter()
    for locale in sorted(os.listdir(f"{faker}/faker/providers/person")):
        if "." in locale or locale.startswith("__") or locale in SURNAMES_INSIDE:
            continue
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute, counter in (
            ("first_names_male", male),
            ("first_names_female", female),
            ("first_romanized_names_male", male),
            ("first_romanized_names_female", female),
        ):
            entries = getattr(provider, attribute, ()) or ()
            for entry in set(entry if isinstance(entry, str) else entry[0] for entry in entries):
                if NAME.fullmatch(entry):
                    counter[entry] += 1
    return male, female


def texts(corpora: str):
    for line in gzip.open(f"{corpora}/allsides/stories.jsonl.gz", "rt"):
        for article in json.loads(line)["articles"]:
            yield article["text"]
    for line in gzip.open(f"{corpora}/polnear/train.jsonl.gz", "rt"):
        yield json.loads(line)["text"]


def used(corpora: str):
    lower, first, last = set(), collections.Counter(), collections.Counter()
    run = re.compile(r"(?<![\w.])(?:[A-ZÀ-Þ][\w’'-]+ )+[A-ZÀ-Þ][\w’'-]+")
    for text in texts(corpora):
        lower.update(re.findall(r"(?<![\w’'])[a-z][a-z’'-]+", text))
        for match in run.findall(text):
            words = match.split(" ")
            first[words[0]] += 1
            last[words[-1]] += 1
    return lower, first, last


def places(gazetteer: str):
    found = set()
    for line in open(gazetteer, encoding="utf8"):
        row = line.rstrip("\n").split("\t")
        if row[1] != "P" or int(row[7] or 0) >= CITY_MIN:
            found.add(row[0])
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--faker", required=True)
    parser.add_argument("--out", required=True)
    given = parser.parse_args()
    ontology = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "ontology")
    known = json.load(open(f"{ontology}/given-names.json"))
    have = {word for part in ("male", "female", "either") for line in known[part] for word in line.split()}
    male, female = listed(given.faker)
    lower, first, last = used(os.environ["HEARSAY_CORPORA"])
    towns = places(f"{ontology}/gazetteer.tsv")
    parts = {"male": [], "female": [], "either": []}
    for name in sorted(set(male) | set(female)):
        if name in have or name.lower() in lower or name.lower() in towns or last[name] > first[name]:
            continue
        parts["either" if male[name] and female[name] else "male" if male[name] else "female"].append(name)
    about = "Given names of the world by the gender that most bearers have; made by train/names.py out of Faker's lists (MIT)."
    out = {"about": about, **{part: lines(names) for part, names in parts.items()}}
    json.dump(out, open(given.out, "w", encoding="utf8"), ensure_ascii=False, indent=2)
    print({part: len(names) for part, names in parts.items()})


def lines(names):
    out = [""]
    for name in names:
        if len(out[-1]) + len(name) > 118:
            out.append("")
        out[-1] = f"{out[-1]} {name}".strip()
    return out


main()
