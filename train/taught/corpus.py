"""Writes the corpora as one file of words, pieces, features, gold and sentences, which a machine without the corpora can learn from.

    npx tsx train/taught/sentences.ts >sentences.jsonl
    HEARSAY_CORPORA=… python corpus.py --vocabulary vocab.txt --sentences sentences.jsonl --out corpus.bin

PolNeAR's train (`train`, `held`: the twentieth that nothing learns from) and dev (only judged); the others' texts without their annotations
(`unlabelled`), of corpora that weights may learn from.
"""
import argparse
import gzip
import json
import lzma
import os
import pickle
import sys
from collections import Counter

import numpy as np
import regex

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
import data  # noqa: E402

PARTS = [('polnear', 'train'), ('polnear', 'dev'), ('giveme5w1h', 'dev'), ('ecbplus', 'train'), ('ecbplus', 'dev'), ('meantime', 'all'), ('timebank', 'dev')]
WORDS_MIN = 15

p = argparse.ArgumentParser()
p.add_argument('--vocabulary', required=True)
p.add_argument('--sentences', required=True)
p.add_argument('--out', required=True)


def main():
    a = p.parse_args()
    vocabulary = data.Vocabulary(a.vocabulary)
    sentences = {}
    for line in open(a.sentences, encoding='utf8'):
        s = json.loads(line)
        sentences[s['corpus'], s['part'], s['id']] = s
    out, seen, skipped = [], set(), 0
    for corpus, part in PARTS:
        for line in gzip.open(os.path.join(data.CORPORA, corpus, part + '.jsonl.gz'), 'rt', encoding='utf8'):
            record = json.loads(line)
            beginning = record['text'][:300]
            if any(ord(c) >= 0x10000 for c in record['text']) or (corpus != 'polnear' and beginning in seen):
                skipped += 1
                continue
            seen.add(beginning)
            made = document(record, corpus, part, sentences[corpus, part, record['id']], vocabulary)
            if made:
                out.append(made)
    print(Counter((d['corpus'], d['split']) for d in out), f'{skipped} skipped')
    open(a.out, 'wb').write(lzma.compress(pickle.dumps(out, 4)))


def document(record, corpus, part, sentences, vocabulary):
    if corpus != 'polnear':
        record.pop('annotations', None)
    d = data.Document(record, vocabulary)
    if len(d.words) < WORDS_MIN:
        return None
    split = 'unlabelled' if corpus != 'polnear' else 'dev' if part == 'dev' else 'held' if data.held_out(d) else 'train'
    pieces = [p[:data.PIECES_MAX - 2] for p in d.pieces]
    return {
        'id': d.id, 'corpus': corpus, 'split': split,
        'pieces': np.array([x for p in pieces for x in p], 'uint16'),
        'counts': np.array([len(p) for p in pieces], 'uint8'),
        'feature': np.array([w[3] for w in d.words], 'uint8'),
        'stop': np.array([w[2] in '.!?' for w in d.words], bool),
        'letter': np.array([bool(regex.search(r'[\p{L}\p{N}]', d.text[w[0]:w[1]])) for w in d.words], bool),
        'sentence': sentence_of(d.words, sentences['sentences']),
        'voice': [np.array(v, 'uint8') for v in sentences['voices']],
        'gold': [[(first, last, np.array(sorted(labels.items())).T.astype('uint16')) for first, last, labels in g] for g in d.gold],
    }


def sentence_of(words, spans):
    """The index of each word's sentence, -1 where it is in none."""
    out, k = np.full(len(words), -1, 'int16'), 0
    for i, word in enumerate(words):
        while k < len(spans) and spans[k][1] <= word[0]:
            k += 1
        if k < len(spans) and spans[k][0] <= word[0] < spans[k][1]:
            out[i] = k
    return out


if __name__ == '__main__':
    main()
