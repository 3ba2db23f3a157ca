"""One teacher: MPNet on what people marked, wrote and judged; then its logits of all pairs.

    python teacher.py PAIRS.npz MPNET_FOLDER OUT.npy SEED END_S     learns until END_S, in seconds since `run.sh` began
"""
import sys

import numpy as np
import torch

from cross import DEVICE, OTHER, UNKNOWN, Pairs, Rates, batches, clock, judged, loss_of, report, teacher

EPOCHS, BATCH, RATE, HEAD_TIMES, SOFT = 3, 96, 3e-5, 10, 0.07
HARD, EASY = 2.5, 0.5  # pairs of the marked stories that are other for each that is one: those that look it, and any


def main():
    path, folder, out, seed, end = sys.argv[1:4] + [int(sys.argv[4]), float(sys.argv[5])]
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    pairs, model = Pairs(path), teacher(folder).to(DEVICE)
    held = np.flatnonzero(pairs.of('held') & (pairs.relation != UNKNOWN))
    rates = Rates(model, RATE, HEAD_TIMES, EPOCHS * (len(epoch(pairs, rng)) // BATCH + 1), clock(), end)
    for number in range(EPOCHS):
        for at in batches(pairs, epoch(pairs, rng), BATCH, rng):
            with torch.autocast(DEVICE, torch.bfloat16):
                logits = model(*pairs.batch(at, turned=True))
            wrong, known = loss_of(logits, pairs.wanted[torch.as_tensor(at, device=DEVICE)])
            rates.step(model, (wrong * (1 - SOFT) - known.mean(1) * SOFT).mean(), clock())
            if clock() > end:
                break
        report(f'teacher {seed}, epoch {number}, {clock():.0f} s', pairs, held, judged(model, pairs, held))
        if clock() > end:
            break
    np.save(out, judged(model, pairs, np.arange(len(pairs.relation))).astype(np.float16))


def epoch(pairs, rng):
    """Of the marked stories all that are one and some of the others; what was written and judged for this whole, what was judged twice; half of MSRP."""
    marked = np.flatnonzero(pairs.of('marked') & (pairs.relation != UNKNOWN))
    one, other = marked[pairs.relation[marked] != OTHER], marked[pairs.relation[marked] == OTHER]
    looks = np.exp(np.clip(pairs.near[other], -6, 2))
    msrp, read = np.flatnonzero(pairs.of('msrp')), np.flatnonzero(pairs.of('judged') & (pairs.relation != UNKNOWN))
    return np.concatenate([
        one,
        rng.choice(other, min(len(other), int(HARD * len(one))), replace=False, p=looks / looks.sum()),
        rng.choice(other, int(EASY * len(one)), replace=False),
        np.flatnonzero(pairs.of('cluster') & (pairs.relation != UNKNOWN)),
        read,
        read,
        rng.choice(msrp, len(msrp) // 2, replace=False),
    ])


if __name__ == '__main__':
    main()
