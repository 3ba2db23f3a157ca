"""Two clauses read together (a cross-encoder: Reimers and Gurevych 2019): what each tells of the other, as three logits: other, same, contrary.

Shapes: B pairs, P pieces, T clauses, L = PIECES_MAX, D the encoder's width.
"""
import math
import os
import sys
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from model import Config, Encoder, mpnet  # noqa: E402

PIECES_MAX = 56  # of each clause, as src/story/cross/encoded.ts has it
OPENING, CLOSING = 101, 102
FRAME, FIRST, SECOND = 0, 1, 2
OTHER, SAME, CONTRARY, ONE, UNKNOWN = 0, 1, 2, 3, -1  # ONE: same or contrary, nobody has said which
DEVICE = 'cuda' if torch.cuda.is_available() else 'cpu'


class Cross(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.encoder = Encoder(c)
        self.encoder.feature = nn.Embedding(3, c.width)
        nn.init.zeros_(self.encoder.feature.weight)
        self.out = nn.Sequential(nn.Dropout(0.1), nn.Linear(4 * c.width, 192), nn.GELU(), nn.Dropout(0.1), nn.Linear(192, 3))

    def forward(self, ids, clauses, mask):
        """ids, clauses, mask: [B, P]. Logits, [B, 3]."""
        return self.head(self.encoder(ids, clauses, mask), clauses, mask)

    def head(self, x, clauses, mask):
        one, other = (mean(x, (clauses == side) * mask) for side in (FIRST, SECOND))
        return self.out(torch.cat([x[:, 0], one * other, (one - other).abs(), one + other], 1))


def mean(x, weight):
    weight = weight.to(x.dtype)[..., None]
    return (x * weight).sum(1) / weight.sum(1).clamp(min=1)


def teacher(folder):
    """MPNet's pieces are BERT's, four places on, with its own for what frames a text."""
    model, w = Cross(mpnet()), load_file(os.path.join(folder, 'model.safetensors'))
    rows = w['embeddings.word_embeddings.weight']
    table = rows[4 : 4 + model.encoder.c.vocabulary].clone()
    table[OPENING], table[CLOSING], table[100] = rows[0], rows[2], rows[3]
    model.encoder.take_mpnet({**w, 'word.ids': torch.arange(len(table)), 'word.rows': table})
    return model


def student(folder):
    """MiniLM; its word table stays as published, so that other encoders of `models/` share it."""
    model = Cross(Config())
    model.encoder.take(os.path.join(folder, 'model.safetensors'))
    model.encoder.word.weight.requires_grad_(False)
    return model


class Pairs:
    """`pairs.npz` of `prepare.py`: clauses as pieces, and pairs of them with what is known of each."""

    def __init__(self, path):
        d = np.load(path)
        self.lengths = d['lengths'].astype(np.int64)
        pieces = np.zeros((len(self.lengths), self.lengths.max()), dtype=np.int16)  # no piece is above 2 ** 15
        pieces[np.arange(pieces.shape[1])[None] < self.lengths[:, None]] = d['pieces'].astype(np.int16)
        self.first, self.second, self.relation, self.kind = d['rows'].T
        self.near, self.kinds = d['near'].astype(np.float32), list(d['kinds'])
        self.length = self.lengths[self.first] + self.lengths[self.second]
        on = lambda x: torch.tensor(x, device=DEVICE)
        self.pieces, self.long = on(pieces), on(self.lengths)
        self.ends, self.wanted = (on(self.first).long(), on(self.second).long()), on(self.relation).long()

    def of(self, *kinds):
        return np.isin(self.kind, [self.kinds.index(kind) for kind in kinds if kind in self.kinds])

    def batch(self, at, turned=False):
        """Ids, clauses and mask of some pairs, [B, P] each; `turned`: either clause of a pair may come first."""
        at = torch.as_tensor(at, device=DEVICE)
        a, b = (ends[at] for ends in self.ends)
        if turned:
            swap = torch.rand(len(at), device=DEVICE) < 0.5
            a, b = torch.where(swap, b, a), torch.where(swap, a, b)
        one, other = self.long[a][:, None], self.long[b][:, None]
        place = torch.arange(int((one + other).max()) + 3, device=DEVICE)[None]
        last = self.pieces.shape[1] - 1
        first = torch.gather(self.pieces[a].long(), 1, (place - 1).clamp(0, last).expand(len(at), -1))
        second = torch.gather(self.pieces[b].long(), 1, (place - one - 2).clamp(0, last))
        in_first, in_second, end = (place >= 1) & (place <= one), (place > one + 1) & (place <= one + other + 1), one + other + 2
        frame = torch.where((place == one + 1) | (place == end), CLOSING, 0)
        ids = torch.where(place == 0, OPENING, torch.where(in_first, first, torch.where(in_second, second, frame)))
        return ids, FIRST * in_first.long() + SECOND * in_second.long(), (place <= end).float()


def batches(pairs, at, size, rng):
    """Of about one length each, in any order."""
    at = np.array(at)
    rng.shuffle(at)
    for start in range(0, len(at), 30 * size):
        some = at[start : start + 30 * size]
        some = some[np.argsort(pairs.length[some], kind='stable')]
        cut = [some[i : i + size] for i in range(0, len(some), size)]
        yield from (cut[i] for i in rng.permutation(len(cut)))


@torch.no_grad()
def judged(model, pairs, at, size=512):
    """Logits of some pairs, [len(at), 3]."""
    model.eval()
    out = np.zeros((len(at), 3), dtype=np.float32)
    order = np.argsort(pairs.length[at], kind='stable')
    for start in range(0, len(at), size):
        some = order[start : start + size]
        with torch.autocast(DEVICE, torch.bfloat16):
            out[some] = model(*pairs.batch(at[some])).float().cpu().numpy()
    model.train()
    return out


class Rates:
    """Falls with what is done of the steps or of the time, whichever is further on, so that it has fallen when the time is over."""

    def __init__(self, model, rate, head_times, steps, begun, end):
        head = list(model.out.parameters())
        inner = [p for p in model.encoder.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW([{'params': inner, 'lr': rate}, {'params': head, 'lr': head_times * rate}], weight_decay=0.01)
        self.base, self.steps, self.begun, self.end, self.done = [rate, head_times * rate], steps, begun, end, 0

    def step(self, model, loss, now):
        done = max(self.done / self.steps, (now - self.begun) / (self.end - self.begun)) if self.done > WARM else self.done / self.steps
        for group, base in zip(self.optimizer.param_groups, self.base):
            group['lr'] = base * max(0.01, min(1, (self.done + 1) / (0.07 * self.steps)) * (1 - min(1, done)))
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        self.optimizer.step()
        self.done += 1


WARM = 30


def loss_of(logits, wanted):
    """Minus the log-probability of what is known of each, [B], and all log-probabilities, [B, 3]."""
    known = F.log_softmax(logits.float(), 1)
    one = torch.logsumexp(known[:, 1:], 1)
    return -torch.where(wanted == ONE, one, known.gather(1, wanted.clamp(0, 2)[:, None])[:, 0]), known


def report(name, pairs, at, logits):
    """Average precision of "of one thing" and of "the same", and how many of those that are one are turned the right way."""
    p = np.exp(logits - logits.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    known = pairs.relation[at]
    ok = known != UNKNOWN
    turned = ok & ((known == SAME) | (known == CONTRARY))
    right = ((p[:, CONTRARY] > p[:, SAME]) == (known == CONTRARY))[turned].mean() if turned.any() else math.nan
    print(f'{name}: one {average_precision(1 - p[ok, OTHER], known[ok] > 0):.3f}, same {average_precision(p[ok, SAME], known[ok] == SAME):.3f}, turned right {right:.3f}', flush=True)


def average_precision(score, wanted):
    hits = wanted[np.argsort(-score, kind='stable')]
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1) * hits).sum() / max(1, hits.sum()))


def clock():
    """Seconds since `run.sh` began."""
    return time.time() - float(os.environ['RUN_START'])
