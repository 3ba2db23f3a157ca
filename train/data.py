"""Corpora to tensors: words, pieces, features and labels.

Words and pieces are made exactly as `src/reading/tagger/tokens.ts` makes them (parity is tested): a word is a run of letters, digits and marks, or one
other visible character; pieces are WordPiece over the lower-cased word without accents. Offsets are Python string indices, which equal
UTF-16 units as long as the text stays in the BMP; PolNeAR does, and `load` asserts it.
"""
import gzip
import hashlib
import json
import os
import random
import unicodedata

import regex

CORPORA = os.environ.get('HEARSAY_CORPORA', '')
PIECES_MAX = 320  # of a window, [CLS] and [SEP] included; whole paragraphs are packed up to it
WORD = regex.compile(r'[\p{L}\p{N}\p{M}\p{Cf}]+|[^\s\p{L}\p{N}\p{M}\p{Cf}\p{Cc}]')
IGNORED = regex.compile(r'\p{Cf}')
MARK = regex.compile(r'\p{Mn}')
OPENS, CLOSES = {'“', '«', '„', '‟'}, {'”', '»'}
CASES, GAPS, QUOTES = 5, 3, 2
FEATURES = CASES * GAPS * QUOTES
O, S, Q, C = 0, 1, 2, 3  # labels of a word in the eyes of one cue: outside, source, cue, content
LIMITS = [160, 200, 200, 260]  # pieces of a window while training; 200 ship
HOLDOUT = 0.05  # share of train that no model learns from: thresholds and calibration are fitted on it


class Vocabulary:
    def __init__(self, path):
        self.id = {w.rstrip('\n'): i for i, w in enumerate(open(path, encoding='utf8'))}
        self.cache = {}
        self.cls, self.sep, self.unk, self.pad = (self.id[t] for t in ('[CLS]', '[SEP]', '[UNK]', '[PAD]'))

    def pieces(self, word):
        """Ids of one normalised word; `[UNK]` where it cannot be spelled or is longer than 100 characters."""
        got = self.cache.get(word)
        if got is None:
            got = self.cache[word] = self._pieces(word)
        return got

    def _pieces(self, word):
        out, start = [], 0
        if len(word) > 100:
            return [self.unk]
        while start < len(word):
            end = len(word)
            while end > start and ('##' if start else '') + word[start:end] not in self.id:
                end -= 1
            if end == start:
                return [self.unk]
            out.append(self.id[('##' if start else '') + word[start:end]])
            start = end
        return out


def normalise(word):
    return MARK.sub('', unicodedata.normalize('NFD', IGNORED.sub('', word).lower()))


def case_of(word):
    if any(c.isdigit() for c in word):
        return 4
    if word == word.lower():
        return 0
    if word == word.upper() and len(word) > 1:
        return 2
    return 1 if word[1:] == word[1:].lower() else 3


def words_of(text):
    """[(start, end, normalised, feature, gap)] of a text; gap is 0 where the word is glued to the one before, 1 after space, 2 after a line's end."""
    out, last, inside = [], 0, False
    for m in WORD.finditer(text):
        norm = normalise(m.group())
        if not norm:
            continue
        between = text[last:m.start()]
        gap = 2 if '\n' in between or not out else 1 if between else 0
        if gap == 2:
            inside = False
        char, before = m.group(), inside
        double = char in '`\'' and ((out and out[-1][1] == m.start() and text[out[-1][0]:out[-1][1]] == char))
        if char in OPENS or (double and char == '`'):
            inside = True
        elif char in CLOSES or (double and char == "'"):
            inside = False
        elif char == '"':
            inside = not inside
        feature = (case_of(m.group()) * GAPS + gap) * QUOTES + int(before or inside)
        out.append((m.start(), m.end(), norm, feature, gap))
        last = m.end()
    return out


def windows_of(words, counts, limit=PIECES_MAX):
    """[(first, last)] word ranges: whole paragraphs packed up to `limit` pieces; a longer paragraph is cut after its last full stop, or hard."""
    room, out, start, size, cut = limit - 2, [], 0, 0, None
    for i in range(len(words)):
        if words[i][4] == 2 and i > start:
            cut = i
        if size + counts[i] > room and i > start:
            if cut is None or cut <= start:
                stops = [j + 1 for j in range(start, i) if words[j][2] in '.!?' and j + 1 < len(words) and words[j + 1][4] == 1]
                cut = stops[-1] if stops else i
            out.append((start, cut))
            start, size, cut = cut, sum(counts[cut:i]), None
        size += counts[i]
    if start < len(words):
        out.append((start, len(words)))
    return out


class Document:
    """One article with its words and, per annotator, its attributions as (first cue word, last cue word, {word: label})."""

    def __init__(self, record, vocabulary):
        text = record['text']
        assert all(ord(c) < 0x10000 for c in text)
        self.id, self.text = record['id'], text
        self.words = words_of(text)
        self.pieces = [vocabulary.pieces(w[2]) for w in self.words]
        self.counts = [min(len(p), PIECES_MAX - 2) for p in self.pieces]
        at = {}
        for i, (s, e, *_rest) in enumerate(self.words):
            for k in range(s, e):
                at[k] = i
        self.gold = [[a for a in (attribution(x, at) for x in list_) if a] for list_ in record.get('annotations', {}).values()]


def attribution(x, at):
    labels = {}
    for role, label in (('content', C), ('source', S), ('cue', Q)):
        for s, e in x[role]:
            for k in range(s, e):
                if k in at:
                    labels[at[k]] = label
    cue = sorted(i for i, l in labels.items() if l == Q)
    return (cue[0], cue[-1], labels) if cue else None


def load(name, vocabulary):
    path = os.path.join(CORPORA, 'polnear', name + '.jsonl.gz')
    return [Document(json.loads(line), vocabulary) for line in gzip.open(path, 'rt', encoding='utf8')]


def held_out(document):
    return int(hashlib.sha256(document.id.encode()).hexdigest()[:8], 16) / 2 ** 32 < HOLDOUT


def examples(documents, rng=None):
    """Windows with the attributions that lie in them. With `rng` the window's length varies and one annotator of several is drawn."""
    out = []
    for d in documents:
        limit = PIECES_MAX if rng is None else rng.choice(LIMITS)
        gold = (d.gold[0] if rng is None else rng.choice(d.gold)) if d.gold else []
        for first, last in windows_of(d.words, d.counts, limit):
            inside = [(a - first, b - first, {i - first: l for i, l in labels.items() if first <= i < last}) for a, b, labels in gold if first <= a and b < last]
            out.append((d, first, last, inside))
    return out


def batches(examples_, pieces, rng=None):
    """Lists of examples of like length with about `pieces` pieces each, in random order with `rng`."""
    size = lambda e: sum(e[0].counts[e[1]:e[2]])
    order = sorted(examples_, key=lambda e: size(e) + (rng.random() * 24 if rng else 0))
    out, batch = [], []
    for e in order:
        if batch and (len(batch) + 1) * (size(e) + 2) > pieces:
            out.append(batch)
            batch = []
        batch.append(e)
    if batch:
        out.append(batch)
    if rng:
        rng.shuffle(out)
    return out
