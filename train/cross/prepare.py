"""`pairs.npz` for `teacher.py` and `student.py`: the rows of `rows.ts`, the clusters beside this file, and MSRP's training part.

A cluster is one fact as different newsrooms tell it (`same`), clauses that say it is not so (`contrary`), and others of the same story (`other`).

    HEARSAY_CORPORA=… python train/cross/prepare.py ROWS.jsonl PAIRS.npz
"""
import glob
import gzip
import json
import os
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'events')]
from cross import CONTRARY, ONE, OTHER, PIECES_MAX, SAME, UNKNOWN  # noqa: E402
from pairs import Vocabulary, words  # noqa: E402

TOLD = {'same': SAME, 'contrary': CONTRARY, 'one': ONE, 'other': OTHER, None: UNKNOWN}


class Store:
    def __init__(self, vocabulary):
        self.vocabulary, self.known, self.pieces, self.rows, self.near, self.kinds = vocabulary, {}, [], [], [], []

    def clause(self, text):
        text = ' '.join(text.split())
        if text not in self.known:
            self.known[text] = len(self.pieces)
            self.pieces.append([piece for word in words(text) for piece in self.vocabulary.pieces(word)][:PIECES_MAX] or [self.vocabulary.unknown])
        return self.known[text]

    def add(self, first, second, told, kind, near=0.0):
        if kind not in self.kinds:
            self.kinds.append(kind)
        self.rows.append((self.clause(first), self.clause(second), told, self.kinds.index(kind)))
        self.near.append(near)


def main():
    store = Store(Vocabulary(str(HERE.parent.parent / 'models' / 'vocabulary.txt')))
    for line in open(sys.argv[1], encoding='utf8'):
        row = json.loads(line)
        store.add(*row['words'], TOLD[row['told']], row['kind'], row['near'])
    for path in sorted(glob.glob(str(HERE / 'clusters' / '*.jsonl'))):
        for line in open(path, encoding='utf8'):
            cluster(store, json.loads(line))
    with gzip.open(os.path.join(os.environ['HEARSAY_CORPORA'], 'msrp', 'train.jsonl.gz'), 'rt') as file:
        for line in file:
            pair = json.loads(line)
            store.add(pair['a'], pair['b'], SAME if pair['same'] else OTHER, 'msrp')
    rows = np.array(store.rows, dtype=np.int32)
    np.savez_compressed(sys.argv[2], lengths=np.array([len(p) for p in store.pieces], dtype=np.uint8), pieces=np.concatenate(store.pieces).astype(np.uint16),
                        rows=rows, near=np.array(store.near, dtype=np.float16), kinds=np.array(store.kinds))
    for index, kind in enumerate(store.kinds):
        told = rows[rows[:, 3] == index, 2]
        print(kind, {name: int((told == value).sum()) for name, value in TOLD.items()})


def cluster(store, c):
    """What is contrary of a fact may differ among itself, and so may what is other: nobody has said so of these."""
    for told, some, others in ((CONTRARY, c['same'], c['contrary']), (OTHER, c['same'] + c['contrary'], c['other'])):
        for one in some:
            for other in others:
                store.add(one, other, told, 'cluster')
    for told, some in ((SAME, c['same']), (UNKNOWN, c['contrary']), (UNKNOWN, c['other'])):
        for index, one in enumerate(some):
            for other in some[:index]:
                store.add(one, other, told, 'cluster')


if __name__ == '__main__':
    main()
