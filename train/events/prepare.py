"""What `distil.py` learns from, as ids: PLV's lines with other actors put in, silver, and sentences without labels of corpora that weights may learn from.

    HEARSAY_CORPORA=… python prepare.py --vocabulary ../../models/vocabulary.txt --out out/data.npz
"""
import argparse
import gzip
import json
import os
import random
import re

import numpy as np

import silver
from pairs import TYPES, Vocabulary, encode, folds, mark, read_plv

p = argparse.ArgumentParser()
p.add_argument('--vocabulary', required=True)
p.add_argument('--out', required=True)
args = p.parse_args()
C = os.environ['HEARSAY_CORPORA']
voc = Vocabulary(args.vocabulary)
rand = random.Random(5)

def rd(p):
    with gzip.open(os.path.join(C, p), 'rt', encoding='utf8') as f:
        return [json.loads(l) for l in f]

texts = []
for p, share in (('ecbplus/train.jsonl.gz', 1), ('timebank/dev.jsonl.gz', 1), ('giveme5w1h/dev.jsonl.gz', 1), ('meantime/all.jsonl.gz', 1), ('polnear/train.jsonl.gz', .25)):
    for d in rd(p):
        if rand.random() < share: texts.append(d['text'])
NAME = re.compile(r"(?:the )?(?:[A-Z][\w.’'-]*)(?: (?:of|and|for|the|de|al)? ?(?:[A-Z][\w-]*))*")
NOM = re.compile(r"\b(?:the |a |two |three |five |dozens of |hundreds of |thousands of )(?:\w+ )?(?:police|government|army|protesters|rebels|militants|officials|soldiers|troops|workers|students|residents|union|opposition|court|company|president|minister|ministry|parliament|authorities|journalists|activists|forces|gunmen|party|group|prosecutors|judge|country|people|victims|men|women|suspects|hostages|embassy)\b|\b(?:police|protesters|rebels|militants|officials|troops|prosecutors|gunmen|authorities|residents|lawmakers)\b", re.I)
real, names = [], []
for t in texts:
    for s in re.split(r'(?<=[.!?”])\s+(?=[A-Z“"])|\n+', t):
        s = ' '.join(s.split())
        n = len(s.split())
        if not 8 <= n <= 55: continue
        ms = [m for m in NAME.finditer(s) if not (m.start() == 0 and ' ' not in m.group()) or m.group() in ('China','Russia','Israel','Iran','Police')]
        ms += [m for m in NOM.finditer(s) if all(m.end() <= o.start() or m.start() >= o.end() for o in ms)]
        ms = [m.group().rstrip(".'’-") for m in ms]
        ms = [m for m in dict.fromkeys(ms) if len(m) > 2 and m not in ('The','But','And','Monday','Tuesday','Wednesday','Thursday','Friday','Saturday','Sunday','January','February','March','April','June','July','August','September','October','November','December')]
        if len(ms) < 2: continue
        names += ms
        real.append((s, ms))
rand.shuffle(real)
unl = []
for s, ms in real[:14000]:
    a, b = rand.sample(ms, 2)
    if a in b or b in a: continue
    if rand.random() < .75 and s.find(a) > s.find(b): a, b = b, a
    m = mark(s, a, b)
    if '<s>' in m and '<t>' in m: unl.append(m)
names = [n for n in dict.fromkeys(names)]
print(len(real), len(unl), len(names))
actors = silver.ACTORS * 6 + rand.sample(names, 600)

def swapped(text, chance):
    for tag in 'st':
        if rand.random() < chance:
            other = rand.choice(actors)
            text = re.sub(f'<{tag}>.*?</{tag}>', lambda m: f'<{tag}>{other}</{tag}>', text)
    return text

rows = read_plv(C)
fold = folds(rows)
seqs, start = [], []
def put(m):
    i, r = encode(m, voc); seqs.append((i, r)); return len(seqs) - 1
VAR = 10
plv = [[put(r['marked'])] + [put(swapped(r['marked'], .7)) for _ in range(VAR)] + [put(r['marked'].replace('s>', '#>').replace('t>', 's>').replace('#>', 't>'))] for r in rows]
gen = silver.sentences(random.Random(11))
seen, sil = set(), []
while len(sil) < 20000:
    t, k = next(gen)
    if t in seen: continue
    seen.add(t); sil.append((put(t), TYPES.index(k)))
un = [put(m) for m in unl]
ids = np.concatenate([np.array(s[0], 'uint16') for s in seqs]); roles = np.concatenate([np.array(s[1], 'uint8') for s in seqs])
lens = np.array([len(s[0]) for s in seqs], 'uint16')
np.savez_compressed(args.out, ids=ids, roles=roles, lens=lens, plv=np.array(plv), fold=np.array(fold), root=np.array([TYPES.index(r['gold_root']) for r in rows]), quad=np.array([int(r['gold_penta']) - 1 for r in rows]), silver=np.array(sil), real=np.array(un))
print(len(seqs), ids.size, os.path.getsize(args.out))
