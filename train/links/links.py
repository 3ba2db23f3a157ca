"""The link head: says whom a pronoun means, of those in view, on the states that the tagger computes anyway.

    HEARSAY_CORPORA=… npx tsx train/links/rows.ts rows/
    python train/links/links.py --rows rows/ --out models/links.json --parity models/links-parity.json

Each candidate gets a score; "nobody in view" has one of its own; the loss is the softmax over both. Encoder and tagger stand still. Prints
what rules and head are each right and wrong in on fifths of GUM's and ECB+'s training parts that were left out, then learns from all.
A minute on one thread.
"""
import argparse
import json
import math
import os
import random

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

RANK, HIDDEN, DROPOUT = 12, 24, 0.3
EPOCHS, BATCH, RATE = 6, 64, 2e-3
SILVER = 0.3  # what a pronoun counts that only CoreNLP has linked
RULES_MIN = {'it': 0.7, 'they': 0.7, 'he': 0.58}  # from which share on the rules alone take whoever is most in view
FOLDS = 5


class Head(nn.Module):
    """As `src/reading/who/links.ts` computes it."""

    def __init__(self, states, traits):
        super().__init__()
        self.asked, self.met = nn.Linear(states, RANK), nn.Linear(states, RANK)
        self.hidden, self.out = nn.Linear(2 * RANK + traits, HIDDEN), nn.Linear(HIDDEN, 1)
        self.weight, self.nobody = nn.Linear(traits, 1), nn.Parameter(torch.zeros(1))
        self.dropout = nn.Dropout(DROPOUT)
        self.register_buffer('mean', torch.zeros(traits))
        self.register_buffer('scale', torch.ones(traits))

    def forward(self, pronoun, other, traits):
        """Scores of candidates, [N]; nobody's is 0. pronoun, other: [N, states], traits: [N, traits]."""
        traits = (traits - self.mean) / self.scale
        asked, met = self.asked(self.dropout(pronoun)), self.met(self.dropout(other))
        read = F.gelu(self.hidden(torch.cat([asked * met, met, traits], 1)), approximate='tanh')
        return (self.weight(traits) + self.out(self.dropout(read))).squeeze(-1) - self.nobody


class Rows:
    """Pronouns in the order of the file; `begin[i]:begin[i + 1]` are the candidates of the i-th."""

    def __init__(self, folder):
        rows = [json.loads(line) for line in open(os.path.join(folder, 'rows.jsonl'))]
        self.states = torch.from_numpy(np.fromfile(os.path.join(folder, 'states.bin'), 'float32').reshape(-1, 384))
        self.rows = rows
        self.begin = np.cumsum([0] + [len(r['met']) for r in rows])
        self.pronoun = torch.tensor([r['pronoun'] for r in rows for _ in r['met']])
        self.other = torch.tensor([m['head'] for r in rows for m in r['met']])
        self.traits = torch.tensor([m['traits'] for r in rows for m in r['met']])
        self.right = torch.tensor([float(m['right']) for r in rows for m in r['met']])

    def of(self, head, chosen):
        at = np.concatenate([np.arange(self.begin[i], self.begin[i + 1]) for i in chosen])
        at = torch.from_numpy(at)
        scores = head(self.states[self.pronoun[at]], self.states[self.other[at]], self.traits[at])
        group = torch.from_numpy(np.repeat(np.arange(len(chosen)), [len(self.rows[i]['met']) for i in chosen]))
        return scores, group, self.right[at]


def loss_of(scores, group, right, weights):
    n = len(weights)
    top = torch.zeros(n).scatter_reduce(0, group, scores, 'amax').detach()
    each, nobody = (scores - top[group]).exp(), (-top).exp()
    total = torch.zeros(n).index_add(0, group, each) + nobody
    hit = torch.zeros(n).index_add(0, group, each * right)
    known = torch.zeros(n).index_add(0, group, right) > 0
    return -((torch.where(known, hit, nobody).clamp(min=1e-9) / total).log() * weights).sum() / weights.sum()


def fit(rows, chosen, seed=1):
    torch.manual_seed(seed)
    shuffle = random.Random(seed)
    head = Head(rows.states.shape[1], rows.traits.shape[1])
    at = np.concatenate([np.arange(rows.begin[i], rows.begin[i + 1]) for i in chosen])
    head.mean.copy_(rows.traits[at].mean(0))
    head.scale.copy_(rows.traits[at].std(0) + 0.01)
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, EPOCHS * math.ceil(len(chosen) / BATCH) + 1)
    for _ in range(EPOCHS):
        order = list(chosen)
        shuffle.shuffle(order)
        for start in range(0, len(order), BATCH):
            some = order[start:start + BATCH]
            weights = torch.tensor([SILVER if rows.rows[i]['corpus'] == 'corenlp' else 1.0 for i in some])
            loss = loss_of(*rows.of(head, some), weights)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return head.eval()


@torch.no_grad()
def judged(rows, head, chosen):
    """[(word, whether the rules answer, are right, the head's share, is right)] of each pronoun."""
    out = []
    for i in chosen:
        row = rows.rows[i]
        scores, _group, right = rows.of(head, [i])
        shares = torch.cat([scores, torch.zeros(1)]).softmax(0)[:-1]
        best = int(shares.argmax())
        in_view = sorted((math.exp(m['traits'][0]) for m in row['met']), reverse=True)
        first = max(range(len(row['met'])), key=lambda k: row['met'][k]['traits'][0])
        word = 'it' if row['word'].startswith('it') else 'they' if row['word'].startswith('the') else 'he'
        share = in_view[0] / (in_view[0] + (in_view[1] if len(in_view) > 1 else 0))
        out.append((word, share >= RULES_MIN[word], bool(row['met'][first]['right']), float(shares[best]), bool(right[best])))
    return out


def report(results):
    for word in ('he', 'it', 'they'):
        some = [r for r in results if r[0] == word]
        part = lambda n: f'{100 * n / max(1, len(some)):5.1f}'
        print(f'{word:5} {len(some):4}  rules right {part(sum(r[1] and r[2] for r in some))} wrong {part(sum(r[1] and not r[2] for r in some))}')
        for least in (0.5, 0.6, 0.7):
            print(f'            head from {least}: right {part(sum(r[3] >= least and r[4] for r in some))} wrong {part(sum(r[3] >= least and not r[4] for r in some))}')


@torch.no_grad()
def rounded(head):
    for t in (*head.parameters(), *head.buffers()):
        t.copy_(torch.tensor([float(f'{x:.4g}') for x in t.flatten().tolist()]).view(t.shape))
    return head


def written(head):
    numbers = lambda t: [[short(x) for x in row] for row in t.tolist()] if t.dim() == 2 else [short(x) for x in t.tolist()]
    layer = lambda l: {'weight': numbers(l.weight.detach()), 'bias': numbers(l.bias.detach())}
    return {
        'asked': layer(head.asked),
        'met': layer(head.met),
        'traits': {'mean': numbers(head.mean), 'scale': numbers(head.scale), 'weight': numbers(head.weight.weight.detach()[0])},
        'hidden': layer(head.hidden),
        'out': numbers(head.out.weight.detach()[0]),
        'bias': short(float((head.weight.bias + head.out.bias).detach())),
        'nobody': short(float(head.nobody.detach())),
    }


def short(x):
    return float(f'{x:.4g}')


@torch.no_grad()
def parity(head):
    """Shares for states and traits that anybody can make again: sines."""
    states = lambda k: torch.sin(torch.arange(384) * 0.37 + k)
    cases = []
    for count in (1, 2, 5):
        traits = torch.stack([torch.sin(torch.arange(len(head.mean)) * 1.3 + k) for k in range(count)])
        scores = head(states(100.0).expand(count, -1), torch.stack([states(float(k)) for k in range(count)]), traits)
        cases.append([round(float(s), 5) for s in torch.cat([scores, torch.zeros(1)]).softmax(0)[:-1]])
    return cases


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--rows', required=True)
    p.add_argument('--out', required=True)
    p.add_argument('--parity', required=True)
    a = p.parse_args()
    rows = Rows(a.rows)
    everything = list(range(len(rows.rows)))
    gold = [i for i in everything if rows.rows[i]['corpus'] != 'corenlp']
    print({c: sum(r['corpus'] == c for r in rows.rows) for c in ('gum', 'ecbplus', 'corenlp')}, flush=True)
    results = []
    for fold in range(FOLDS):
        out = set(gold[len(gold) * fold // FOLDS:len(gold) * (fold + 1) // FOLDS])
        results += judged(rows, fit(rows, [i for i in everything if i not in out]), sorted(out))
    report(results)
    head = rounded(fit(rows, everything))
    json.dump(written(head), open(a.out, 'w'), separators=(',', ':'))
    json.dump(parity(head), open(a.parity, 'w'), separators=(',', ':'))


if __name__ == '__main__':
    torch.set_num_threads(1)
    main()
