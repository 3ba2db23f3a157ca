"""Gathers the teachers' judgements: first of words, which make the pool of candidates; then of candidates, which make the students' targets.

python pool.py WORDS_BY PAIRS_BY   — seconds since run.sh began; what has not come by then is left out
"""
import sys

import numpy as np
import torch

from common import *
from store import documents, taught
from teacher import FOLDS, save, wait_for

BEGINS_MIN = 0.03  # a word that is no gold cue is looked at from here on
JITTER = 0.2
FOUND_MAX = 16  # a window, the likeliest


def weights_of(docs, store, present):
    """[M, T]: how much each teacher counts for each window: for train the one that never saw the article, else all."""
    fold = np.array([d['fold'] for d in docs])[store.doc]
    out = np.zeros((store.count, len(present)), 'float32')
    for k, t in enumerate(present):
        out[:, k] = np.where(fold < 0, 1.0, (fold % FOLDS == t) * 1.0)
    empty = out.sum(1) == 0
    out[empty] = 1.0
    return torch.tensor(out / out.sum(1, keepdims=True))


def main():
    words_by, pairs_by = float(sys.argv[1]), float(sys.argv[2])
    torch.set_num_threads(8)
    docs = [d for d in documents() if d['split'] in ('train', 'unlabelled')]
    store = taught(docs)
    path = lambda kind, k: os.path.join(WORK, f'{kind}.{k}.pt')
    wait_for([path('words', k) for k in range(FOLDS)], words_by, 1)
    present = [k for k in range(FOLDS) if os.path.exists(path('words', k))]
    weight = weights_of(docs, store, present)
    words = {}
    for n, k in enumerate(present):
        for name, value in torch.load(path('words', k)).items():
            part = value.float() * weight[:, n, None, None]
            words[name] = words[name] + part if n else part
    begin, inside = words['cue'][..., 1].numpy(), words['cue'][..., 2].numpy()
    rng = np.random.default_rng(0)
    g = store.gold_at
    parts = [(g[:, 0], g[:, 1], g[:, 2], np.arange(len(g)))]
    shaken = np.nonzero(rng.random(len(g)) < JITTER)[0]
    a = np.minimum(np.maximum(0, g[shaken, 1] + rng.integers(-1, 2, len(shaken))), g[shaken, 2])
    b = np.maximum(a, np.minimum(store.words[g[shaken, 0]] - 1, g[shaken, 2] + rng.integers(-1, 2, len(shaken))))
    parts.append((g[shaken, 0], a, b, shaken))
    free = store.cue <= 0
    likely = np.where(free & (np.arange(begin.shape[1])[None] < store.words[:, None]), begin, 0)
    least = np.partition(likely, -FOUND_MAX, axis=1)[:, -FOUND_MAX]
    rows, firsts = np.nonzero((likely > BEGINS_MIN) & (likely >= least[:, None]))
    lasts = firsts.copy()
    for _ in range(5):
        following = np.minimum(lasts + 1, begin.shape[1] - 1)
        on = (lasts == firsts + _) & (inside[rows, following] > .5) & free[rows, following] & (lasts + 1 < store.words[rows])
        lasts = np.where(on, following, lasts)
    parts.append((rows, firsts, lasts, np.full(len(rows), -1)))
    window, first, last, gold = (np.concatenate(x) for x in zip(*parts))
    order = np.argsort(window, kind='stable')
    pool = {'window': window[order], 'first': first[order], 'last': last[order], 'gold': gold[order]}
    save(pool, 'pool.pt')
    log('pool', f'{len(present)} teachers, {len(order)} candidates, {len(g)} of them gold, {len(rows)} found')
    save({n: v.half() for n, v in words.items()}, 'words.pt')
    wait_for([path('pairs', k) for k in present], pairs_by, 1)
    there = [k for k in present if os.path.exists(path('pairs', k))]
    weight = weights_of(docs, store, there)[torch.tensor(pool['window'])]
    out = {}
    for n, k in enumerate(there):
        for name, value in torch.load(path('pairs', k)).items():
            w = weight[:, n].view(-1, *[1] * (value.ndim - 1))
            out[name] = out[name] + value.float() * w if n else value.float() * w
    save({n: v.half() for n, v in out.items()}, 'pairs.pt')
    log('pool', f'targets of {len(there)} teachers gathered')


if __name__ == '__main__':
    main()
