"""The corpus as windows on the GPU, their gold, and batches of them."""
import hashlib
import lzma
import os
import pickle
import random

import numpy as np
import torch

CLS, SEP, UNK, PAD, FRAME = 101, 102, 100, 0, 30
LIMITS = (160, 200, 260)
P_MAX, W_MAX, S_MAX = 264, 264, 48
O, S, Q, C = 0, 1, 2, 3


def documents():
    """What `corpus.py` wrote, with the places of the pieces and the fold of each article of train."""
    docs = pickle.loads(lzma.decompress(open(os.environ['CORPUS'], 'rb').read()))
    for d in docs:
        d['at'] = np.concatenate([[0], np.cumsum(d['counts'], dtype='int64')]).astype('int64')
        d['fold'] = int(hashlib.sha256(('fold' + d['id']).encode()).hexdigest()[:8], 16) if d['split'] == 'train' else -1
    return docs


def windows_of(d, limit):
    """As `data.windows_of`."""
    room, out, start, size, cut = limit - 2, [], 0, 0, None
    counts, gaps, stop = d['counts'].tolist(), (d['feature'] // 2 % 3).tolist(), d['stop'].tolist()
    for i in range(len(counts)):
        if gaps[i] == 2 and i > start:
            cut = i
        if size + counts[i] > room and i > start:
            if cut is None or cut <= start:
                stops = [j + 1 for j in range(start, i) if stop[j] and j + 1 < len(counts) and gaps[j + 1] == 1]
                cut = stops[-1] if stops else i
            out.append((start, cut))
            start, size, cut = cut, sum(counts[cut:i]), None
        size += counts[i]
    if start < len(counts):
        out.append((start, len(counts)))
    return out


def taught(docs):
    """What students learn from and all teachers judge: the same windows in each process."""
    return Store([d for d in docs if d['split'] in ('train', 'unlabelled')], lambda d: (160, 200) if d['split'] == 'train' else (200,), seed=100)


class Store:
    """All windows of some documents at some limits. Arrays in numpy; `to(device)` puts those that batches gather from on the device."""

    def __init__(self, docs, limits, seed=0):
        rng = random.Random(seed)
        self.docs = docs
        rows = [(k, d, limit, a, b) for k, d in enumerate(docs) for limit in (limits(d) if callable(limits) else limits) for a, b in windows_of(d, limit)]
        m = len(rows)
        self.ids = np.zeros((m, P_MAX), 'int32')
        self.features = np.full((m, P_MAX), FRAME, 'uint8')
        self.starts = np.zeros((m, W_MAX), 'int16')
        self.pieces, self.words = np.zeros(m, 'int32'), np.zeros(m, 'int32')
        self.sentence = np.full((m, W_MAX), -1, 'int16')
        self.voice, self.voice_mask = np.zeros((m, S_MAX, 3), 'float32'), np.zeros((m, S_MAX), bool)
        self.voice_of = np.full((m, S_MAX), -1, 'int32')  # index of the document's sentence
        self.mark = np.zeros((m, W_MAX), 'uint8')
        self.cue = np.full((m, W_MAX), -100, 'int16')
        self.doc, self.first, self.limit = (np.array([r[k] for r in rows]) for k in (0, 3, 2))
        gold = []
        for r, (k, d, limit, a, b) in enumerate(rows):
            lo, hi = d['at'][a], d['at'][b]
            n, w = min(hi - lo, P_MAX - 2), b - a
            self.ids[r, 0], self.ids[r, 1:n + 1], self.ids[r, n + 1] = CLS, d['pieces'][lo:lo + n], SEP
            starts = (d['at'][a:b] - lo).astype('int64') + 1
            starts = starts[starts <= n]
            w = len(starts)
            f = d['feature'][a:a + w].astype('int64')
            glued = f - (f // 2 % 3) * 2
            every = np.repeat(glued, d['counts'][a:a + w])[:n]
            self.features[r, 1:len(every) + 1] = every
            self.features[r, starts] = f
            self.starts[r, :w], self.pieces[r], self.words[r] = starts, n + 2, w
            self.cue[r, :w] = 0
            sent = d['sentence'][a:a + w]
            shift = {}
            for j, s in enumerate(sent.tolist()):
                if s >= 0:
                    if s not in shift and len(shift) < S_MAX:
                        shift[s] = len(shift)
                    self.sentence[r, j] = shift.get(s, -1)
            whole = d['sentence']
            for s, t in shift.items():
                if (a == 0 or whole[a - 1] != s) and (a + w >= len(whole) or whole[a + w] != s):
                    self.voice_mask[r, t] = True
                    self.voice_of[r, t] = s
                    for v in d['voice']:
                        if s < len(v):
                            self.voice[r, t, v[s]] += 1 / len(d['voice'])
            if d['gold']:
                marks = self.mark[r]
                content = []
                for x, y, lab in rng.choice(d['gold']):
                    if a <= x and y < a + w:
                        row = np.zeros(W_MAX, 'uint8')
                        at, label = lab[0].astype('int64') - a, lab[1]
                        ok = (at >= 0) & (at < w)
                        row[at[ok]] = label[ok]
                        gold.append((r, x - a, y - a, row))
                        self.cue[r, x - a] = 1
                        self.cue[r, x - a + 1:y - a + 1] = 2
                        marks[at[ok & (label != C)]] = 1
                        content.append(at[ok & (label == C)])
                for at in content:
                    marks[at] = 2
        self.gold_at = np.array([g[:3] for g in gold], 'int64').reshape(-1, 3)
        self.gold_labels = np.stack([g[3] for g in gold]) if gold else np.zeros((1, W_MAX), 'uint8')
        self.gold_from = np.searchsorted(self.gold_at[:, 0], np.arange(m + 1))
        self.count = m
        self.there = [[] for _ in docs]
        for k, limit in sorted(set(zip(self.doc.tolist(), self.limit.tolist()))):
            self.there[k] += [limit] * (2 if limit == 200 else 1)  # 200 ship

    def to(self, device):
        self.device = device
        for n in ('ids', 'features', 'starts', 'pieces', 'words', 'sentence', 'voice', 'voice_mask', 'mark', 'cue', 'gold_labels', 'gold_at'):
            setattr(self, 'd_' + n, torch.tensor(getattr(self, n)).to(device))
        return self

    def pick(self, rng):
        """Indices of windows, one limit for each document."""
        chosen = np.array([rng.choice(t) if t else 0 for t in self.there])
        return np.nonzero(chosen[self.doc] == self.limit)[0]

    def batches(self, index, pieces, rng=None):
        size = self.pieces[index] + (np.array([rng.random() * 24 for _ in index]) if rng else 0)
        order, out, batch, longest = index[np.argsort(size)], [], [], 0
        for r in order.tolist():
            n = max(longest, int(self.pieces[r]))
            if batch and (len(batch) + 1) * n > pieces:
                out.append(batch)
                batch, n = [], int(self.pieces[r])
            batch.append(r)
            longest = n
        if batch:
            out.append(batch)
        if rng:
            rng.shuffle(out)
        return [np.array(b) for b in out]

    def inputs(self, batch):
        """What a tagger reads of some windows; `at` is where they are in the store, `w` their longest in words."""
        up = lambda n: int(-(-n // 8) * 8)
        p, w = up(self.pieces[batch].max()), up(self.words[batch].max())
        at = torch.tensor(batch, device=self.device)
        mask = torch.arange(p, device=self.device)[None] < self.d_pieces[at][:, None]
        return {'at': at, 'w': w, 'ids': self.d_ids[at, :p].long(), 'features': self.d_features[at, :p].long(), 'mask': mask,
                'words': self.d_words[at].long(), 'starts': self.d_starts[at, :w].long()}

    def golds(self, batch):
        """Rows of gold_at for the windows of a batch, and the window's place in the batch."""
        rows = [np.arange(self.gold_from[r], self.gold_from[r + 1]) for r in batch]
        return np.concatenate(rows), np.repeat(np.arange(len(batch)), [len(r) for r in rows])
