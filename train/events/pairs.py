"""From (sentence, actors) to pieces: what `src/reading/events/marked.ts` makes too.

A sentence is cut into words and WordPieces as the tagger's (`../data.py`); four pieces that the vocabulary leaves unused stand around
each occurrence of the two actors. Roles, one a piece: 0 other, 1 within the source, 2 within the target, 3 frame and markers.
"""
import gzip
import json
import os
import random
import re
import unicodedata

TYPES = ['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'YIELD', 'ACCUSE', 'REQUEST', 'REJECT', 'THREATEN', 'PROTEST', 'MOBILIZE', 'SANCTION', 'COERCE', 'ASSAULT']
QUADS = [0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3]
MARKS = {'<s>': '[unused1]', '</s>': '[unused2]', '<t>': '[unused3]', '</t>': '[unused4]'}
PIECES_MAX = 160
ROLES = 4


def mark(sentence, source, target):
    """The sentence with `<s>…</s>` and `<t>…</t>` around every occurrence of the actors; the longer one first, none inside another."""
    found = []
    for name, tag in sorted(((source, 's'), (target, 't')), key=lambda pair: -len(pair[0])):
        at = sentence.find(name) if name.strip() else -1
        while at >= 0:
            end = at + len(name)
            if whole(sentence, at, end) and all(end <= a or at >= b for a, b, _ in found):
                found.append((at, end, tag))
            at = sentence.find(name, end)
    out, last = [], 0
    for a, b, tag in sorted(found):
        out += [sentence[last:a], f'<{tag}>', sentence[a:b], f'</{tag}>']
        last = b
    return ''.join(out) + sentence[last:]


def whole(text, start, end):
    """Not in the middle of a word: `US` is not in `USE`."""
    return not (start > 0 and text[start - 1].isalnum() and text[start].isalnum()) and not (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())


class Vocabulary:
    def __init__(self, path):
        self.ids = {line.rstrip('\n'): i for i, line in enumerate(open(path, encoding='utf8'))}
        self.opening, self.closing, self.unknown = self.ids['[CLS]'], self.ids['[SEP]'], self.ids['[UNK]']
        self.known = {}

    def pieces(self, form):
        if form not in self.known:
            self.known[form] = self.cut(form)
        return self.known[form]

    def cut(self, form):
        if len(form) > 100:
            return [self.unknown]
        out, start = [], 0
        while start < len(form):
            for end in range(len(form), start, -1):
                piece = self.ids.get(('##' if start else '') + form[start:end])
                if piece is not None:
                    break
            else:
                return [self.unknown]
            out.append(piece)
            start = end
        return out


def normalise(word):
    word = ''.join(c for c in word if unicodedata.category(c) != 'Cf').lower()
    return ''.join(c for c in unicodedata.normalize('NFD', word) if unicodedata.category(c) != 'Mn')


def words(text):
    """Runs of letters, digits and marks, and other visible characters, each by itself."""
    out, run = [], ''
    for c in text:
        kind = unicodedata.category(c)
        if kind[0] in 'LNM' or kind == 'Cf':
            run += c
            continue
        if run:
            out.append(run)
            run = ''
        if kind != 'Cc' and not c.isspace():
            out.append(c)
    return [w for w in map(normalise, out + [run] if run else out) if w]


def encode(marked, vocabulary):
    """Piece ids and roles; a sentence that is too long keeps what lies around the actors."""
    ids, roles, inside = [], [], 0
    for part in re.split(r'(</?[st]>)', marked):
        if part in MARKS:
            ids.append(vocabulary.ids[MARKS[part]])
            roles.append(3)
            inside = 0 if part[1] == '/' else 1 if part == '<s>' else 2
            continue
        for word in words(part):
            pieces = vocabulary.pieces(word)
            ids += pieces
            roles += [inside] * len(pieces)
    room = PIECES_MAX - 2
    if len(ids) > room:
        at = [i for i, r in enumerate(roles) if r == 3] or [0]
        start = max(0, min(len(ids) - room, (at[0] + at[-1]) // 2 - room // 2))
        ids, roles = ids[start : start + room], roles[start : start + room]
    return [vocabulary.opening, *ids, vocabulary.closing], [3, *roles, 3]


def read_plv(corpora):
    """PLV's training lines; `uid` is the place in the file, as the scorer counts."""
    with gzip.open(os.path.join(corpora, 'plover', 'PLV_train.jsonl.gz'), 'rt', encoding='utf8') as lines:
        rows = [json.loads(line) for line in lines]
    for i, row in enumerate(rows):
        row['uid'] = str(i)
        row['marked'] = mark(row['sentence'], row['source'], row['target'])
    return rows


def folds(rows, count=5, seed=1):
    """Fold of each row: types spread evenly, the same sentence with other actors in one fold."""
    groups = {}
    for row in rows:
        groups.setdefault(row['sentence'], []).append(row['uid'])
    kind = {row['sentence']: row['gold_root'] for row in rows}
    order = sorted(groups)
    random.Random(seed).shuffle(order)
    order.sort(key=lambda s: kind[s])
    fold = {uid: i % count for i, s in enumerate(order) for uid in groups[s]}
    return [fold[row['uid']] for row in rows]


def main():
    rows = read_plv(os.environ['HEARSAY_CORPORA'])
    same = sum(row['marked'] == row['marked_sentence'] for row in rows)
    print(f'{len(rows)} lines, {same} marked as the corpus marks them')


if __name__ == '__main__':
    main()
