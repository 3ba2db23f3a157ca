"""Joins the folds' predictions, fits the temperature on them, and writes them as the corpora's scorer wants them.

    python score.py out/a-0.jsonl out/a-1.jsonl … --out out/folds.jsonl && node SCORE/events.mjs PLV_train.jsonl.gz out/folds.jsonl

Files of the same fold (other seeds) are averaged.
"""
import argparse
import json
import os

import torch

from pairs import QUADS, TYPES, read_plv

p = argparse.ArgumentParser()
p.add_argument('files', nargs='+')
p.add_argument('--out', required=True)


def main():
    a = p.parse_args()
    scores = {}
    for path in a.files:
        for line in open(path, encoding='utf8'):
            row = json.loads(line)
            scores.setdefault(row['uid'], []).append(torch.tensor(row['scores']).exp())
    gold = {row['uid']: TYPES.index(row['gold_root']) for row in read_plv(os.environ['HEARSAY_CORPORA'])}
    uids = sorted(scores, key=int)
    log = torch.stack([torch.stack(scores[uid]).mean(0) for uid in uids]).log()
    wanted = torch.tensor([gold[uid] for uid in uids])
    fit = {t / 20: float(torch.nn.functional.cross_entropy(log / (t / 20), wanted)) for t in range(8, 41)}
    temperature = min(fit, key=fit.get)
    print(f'{len(uids)} lines; temperature {temperature}, negative log likelihood {fit[temperature]:.3f} ({fit[1.0]:.3f} at 1)')
    group = torch.nn.functional.one_hot(torch.tensor(QUADS), 4).float()
    sure, guess = torch.softmax(log / temperature, 1).max(1)
    bins = [(sure >= b / 10) & (sure < (b + 1) / 10 + (b == 9)) for b in range(10)]
    error = sum(float(i.float().mean()) * abs(float(sure[i].mean()) - float((guess == wanted)[i].float().mean())) for i in bins if i.any())
    print(f'calibration error {error:.3f}')
    with open(a.out, 'w', encoding='utf8') as out:
        for uid, row in zip(uids, log.exp()):
            out.write(json.dumps({'uid': uid, 'root': TYPES[int(row.argmax())], 'quad': int((row @ group).argmax()) + 1}) + '\n')


if __name__ == '__main__':
    main()
