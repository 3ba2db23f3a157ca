"""Trains the coder: first on silver, then on PLV; by folds, or on all of it.

    python train.py --encoder MiniLM/ --silver 6000 --out out/silver.pt
    python train.py --start out/silver.pt --fold 0 --out out/f0.pt      # trains on the other folds, writes predictions beside it
    python train.py --start out/silver.pt --out out/all.pt              # learns from every line

A run that stops goes on where it was: after each epoch its state lies in OUT.part.
"""
import argparse
import copy
import json
import os
import random
import time

import torch

from coder import Coder, loss_of
from pairs import QUADS, TYPES, Vocabulary, encode, folds, read_plv
from silver import ACTORS, sentences

p = argparse.ArgumentParser()
g = p.add_argument_group('data')
g.add_argument('--encoder', help='folder with model.safetensors and vocab.txt; weights to begin with')
g.add_argument('--vocabulary', help='default: vocab.txt beside the encoder')
g.add_argument('--start', help='a checkpoint to begin with instead')
g.add_argument('--silver', type=int, default=0, help='learn from this many silver sentences an epoch instead of PLV')
g.add_argument('--mix', type=int, default=0, help='silver sentences an epoch beside PLV')
g.add_argument('--fold', type=int, help='0 to 4: kept back from PLV and predicted; none: nothing is')
g.add_argument('--limit', type=int, default=0, help='lines an epoch, for trials')
g = p.add_argument_group('learning')
g.add_argument('--epochs', type=int, default=6)
g.add_argument('--batch', type=int, default=16)
g.add_argument('--rate', type=float, default=6e-5)
g.add_argument('--decay', type=float, default=0.9, help='of the rate, a layer')
g.add_argument('--swap', type=float, default=0.3, help='chance that an actor is replaced by another')
g.add_argument('--average', type=float, default=0.98, help='of the running mean of the weights, a step')
g.add_argument('--frozen', type=int, default=0, help='lowest layers that do not learn')
g.add_argument('--consistency', type=float, default=0.0, help='R-Drop: weight of the divergence of two runs')
g.add_argument('--seed', type=int, default=1)
g.add_argument('--threads', type=int, default=1)
g = p.add_argument_group('output')
g.add_argument('--out', required=True)


def main():
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rand = random.Random(a.seed)
    vocabulary = Vocabulary(a.vocabulary or os.path.join(a.encoder, 'vocab.txt'))
    coder = Coder()
    if a.start:
        coder.load_state_dict(torch.load(a.start, map_location='cpu')['weights'])
    else:
        coder.encoder.take(os.path.join(a.encoder, 'model.safetensors'))
    train, test = split(a)
    actors = sorted({row[k] for row in train for k in ('source', 'target') if row[k] in row['sentence']}) + ACTORS if train else ACTORS
    size = a.silver or (len(train) + a.mix)
    size = min(size, a.limit) if a.limit else size
    steps = a.epochs * -(-size // a.batch)
    optimiser = torch.optim.AdamW(groups(coder, a), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, (s + 1) / (0.1 * steps)) * max(0, 1 - s / steps))
    averaged, first = copy.deepcopy(coder), 0
    part = a.out + '.part'
    if os.path.exists(part):
        kept = torch.load(part, map_location='cpu')
        coder.load_state_dict(kept['weights'])
        averaged.load_state_dict(kept['averaged'])
        optimiser.load_state_dict(kept['optimiser'])
        schedule.load_state_dict(kept['schedule'])
        first = kept['epoch']
    silver = sentences(random.Random(a.seed + 100 + first))
    for epoch in range(first, a.epochs):
        began, total = time.time(), 0.0
        coder.train()
        rows = [next(silver) for _ in range(a.silver or a.mix)]
        rows = [(text, TYPES.index(kind), QUADS[TYPES.index(kind)]) for text, kind in rows]
        if not a.silver:
            rows += [(swapped(row, actors, a.swap, rand), TYPES.index(row['gold_root']), int(row['gold_penta']) - 1) for row in train]
        for batch in batches([(*encode(text, vocabulary), *rest) for text, *rest in rows][: size if a.limit else None], a.batch, rand):
            ids, roles, mask, root, quad = tensors(batch)
            if a.consistency:
                ids, roles, mask, root, quad = (torch.cat([t, t]) for t in (ids, roles, mask, root, quad))
            logits = coder(ids, roles, mask)
            loss = loss_of(logits, root, quad, coder.group)
            if a.consistency:
                loss = loss + a.consistency * divergence(*logits.chunk(2))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(coder.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            schedule.step()
            mix_in(averaged, coder, min(a.average, (schedule.last_epoch + 1) / (schedule.last_epoch + 10)))
            total += float(loss.detach()) * len(batch)
        line = f'epoch {epoch + 1} loss {total / size:.3f} seconds {time.time() - began:.0f}'
        if test:
            line += f' fold {a.fold} root {accuracy(coder, test, vocabulary):.1f} averaged {accuracy(averaged, test, vocabulary):.1f}'
        print(line, flush=True)
        torch.save({'weights': coder.state_dict(), 'averaged': averaged.state_dict(), 'optimiser': optimiser.state_dict(), 'schedule': schedule.state_dict(), 'epoch': epoch + 1}, part)
    torch.save({'weights': averaged.state_dict()}, a.out)
    if test:
        with open(a.out.removesuffix('.pt') + '.jsonl', 'w', encoding='utf8') as out:
            for row, scores in zip(test, predict(averaged, test, vocabulary)):
                out.write(json.dumps({'uid': row['uid'], 'scores': [round(s, 4) for s in scores.tolist()]}) + '\n')
    os.remove(part)


def split(a):
    if a.silver:
        return [], []
    rows = read_plv(os.environ['HEARSAY_CORPORA'])
    if a.fold is None:
        return rows, []
    fold = folds(rows)
    return [r for r, f in zip(rows, fold) if f != a.fold], [r for r, f in zip(rows, fold) if f == a.fold]


def groups(coder, a):
    """Each layer learns a little less than the one above it; the pieces' embeddings not at all."""
    e = coder.encoder
    for w in (e.word.weight, e.position.weight, e.segment):
        w.requires_grad_(False)
    out = [{'params': [coder.absent, *coder.join.parameters(), *coder.root.parameters()], 'lr': 10 * a.rate}]
    top = len(e.layers)
    for i, layer in enumerate(e.layers):
        if i < a.frozen:
            layer.requires_grad_(False)
        else:
            out.append({'params': list(layer.parameters()), 'lr': a.rate * a.decay ** (top - 1 - i)})
    if a.frozen:
        e.norm.requires_grad_(False)
        e.feature.requires_grad_(False)
    else:
        out.append({'params': [*e.feature.parameters(), *e.norm.parameters()], 'lr': a.rate * a.decay**top})
    return out


def swapped(row, actors, chance, rand):
    """The marked sentence, at times with other actors: who acts says less about the act than the words between."""
    text = row['marked']
    for tag in 'st':
        if rand.random() < chance:
            other = rand.choice(actors)
            while f'<{tag}>' in text and f'</{tag}>' in text:
                before, _, rest = text.partition(f'<{tag}>')
                _, _, after = rest.partition(f'</{tag}>')
                text = f'{before}<_{tag}>{other}</_{tag}>{after}'
            text = text.replace('<_', '<').replace('</_', '</')
    return text


def batches(rows, size, rand):
    """In random order, but with sentences of like length together."""
    rand.shuffle(rows)
    pools = [sorted(rows[i : i + 16 * size], key=lambda r: len(r[0])) for i in range(0, len(rows), 16 * size)]
    out = [pool[i : i + size] for pool in pools for i in range(0, len(pool), size)]
    rand.shuffle(out)
    return out


def tensors(batch):
    width = max(len(r[0]) for r in batch)
    pad = lambda values, fill: torch.tensor([v + [fill] * (width - len(v)) for v in values])
    ids, roles = pad([r[0] for r in batch], 0), pad([r[1] for r in batch], 3)
    mask = pad([[1.0] * len(r[0]) for r in batch], 0.0)
    return ids, roles, mask, torch.tensor([r[2] for r in batch]), torch.tensor([r[3] for r in batch])


def divergence(one, other):
    p, q = torch.log_softmax(one, 1), torch.log_softmax(other, 1)
    kl = lambda a, b: torch.nn.functional.kl_div(a, b, log_target=True, reduction='batchmean')
    return 0.5 * (kl(p, q) + kl(q, p))


@torch.no_grad()
def mix_in(averaged, coder, keep):
    for slow, fast in zip(averaged.parameters(), coder.parameters()):
        slow.lerp_(fast, 1 - keep)


@torch.no_grad()
def predict(coder, rows, vocabulary):
    """Log probabilities of the types, [row, type]."""
    coder.eval()
    coded = [(*encode(row['marked'], vocabulary), 0, 0) for row in rows]
    order = sorted(range(len(rows)), key=lambda i: len(coded[i][0]))
    out = torch.zeros(len(rows), len(TYPES))
    for i in range(0, len(order), 32):
        some = order[i : i + 32]
        ids, roles, mask, _, _ = tensors([coded[k] for k in some])
        out[some] = torch.log_softmax(coder(ids, roles, mask), 1)
    coder.train()
    return out


def accuracy(coder, rows, vocabulary):
    guess = predict(coder, rows, vocabulary).argmax(1)
    return 100 * sum(TYPES[g] == row['gold_root'] for g, row in zip(guess.tolist(), rows)) / len(rows)


if __name__ == '__main__':
    main()
