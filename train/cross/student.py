"""The student: MiniLM, taught by the mean of the teachers on all pairs, and by what is known of those that people judged.

    python student.py PAIRS.npz MINILM_FOLDER OUT.pt END_S TEACHER.npy…     learns until END_S, in seconds since `run.sh` began
"""
import sys

import numpy as np
import torch
import torch.nn.functional as F

from cross import DEVICE, UNKNOWN, Pairs, Rates, batches, clock, judged, loss_of, report, student

EPOCHS, BATCH, RATE, HEAD_TIMES = 20, 256, 3e-4, 4
GOLD = 0.3  # the share of what people said, where they said something
TOLD = 200  # steps
NEAR_MIN = -2.95  # log-odds; the program reads together what comes so near


def main():
    path, folder, out, end = sys.argv[1:4] + [float(sys.argv[4])]
    torch.manual_seed(7)
    rng = np.random.default_rng(7)
    pairs, model = Pairs(path), student(folder).to(DEVICE)
    taught = torch.stack([F.softmax(torch.tensor(np.load(one).astype(np.float32)), 1) for one in sys.argv[5:]]).mean(0)
    taught, gold = taught.to(DEVICE), torch.tensor((pairs.relation != UNKNOWN) & ~pairs.of('held'), device=DEVICE)

    learned = np.flatnonzero(~pairs.of('held', 'set'))
    rates = Rates(model, RATE, HEAD_TIMES, EPOCHS * (len(learned) // BATCH + 1), clock(), end)
    for number in range(EPOCHS):
        for at in batches(pairs, learned, BATCH, rng):
            with torch.autocast(DEVICE, torch.bfloat16):
                logits = model(*pairs.batch(at, turned=True))
            rows = torch.as_tensor(at, device=DEVICE)
            wrong, known = loss_of(logits, pairs.wanted[rows])
            apart = -(taught[rows] * known).sum(1)
            loss = torch.where(gold[rows], (1 - GOLD) * apart + GOLD * wrong, apart).mean()
            rates.step(model, loss, clock())
            if rates.done % TOLD == 0:
                print(f'{rates.done} of {rates.steps} steps, {clock():.0f} s, loss {loss.item():.3f}', flush=True)
                torch.save(saved(model), out)
            if clock() > end:
                break
        for kind in ('held', 'set'):
            some = np.flatnonzero(pairs.of(kind) & (pairs.relation != UNKNOWN) & (pairs.near >= NEAR_MIN))
            report(f'student, epoch {number}, {clock():.0f} s, {kind}', pairs, some, judged(model, pairs, some))
        if clock() > end:
            break
    torch.save(saved(model), out)


def saved(model):
    """Without the word table, which is shared."""
    return {name: value.to(torch.float16).cpu() for name, value in model.state_dict().items() if name != 'encoder.word.weight'}


if __name__ == '__main__':
    main()
