"""Scores of a tagger on held-out or dev windows, close to the project's own scorer; thresholds from the held-out part."""
import numpy as np
import torch

import common  # noqa: F401 (finds model.py)
from model import LABELS, REACH, forward_backward, pooled


def candidates(logits, words, minimum=0.15):
    """Possible cues as src/reading/tagger/candidates.ts has them: [(window, first, last, logit)]; logits [B, W, 3] numpy."""
    out = []
    top = np.maximum(logits[..., 0], logits[..., 2])
    logit = logits[..., 1] - (top + np.log(np.exp(logits[..., 0] - top) + np.exp(logits[..., 2] - top)))
    inside = (logits[..., 2] > logits[..., 0]) & (logits[..., 2] > logits[..., 1])
    for r, i in zip(*np.nonzero(logit >= np.log(minimum / (1 - minimum)))):
        if i >= words[r]:
            continue
        j = i
        while j + 1 < words[r] and inside[r, j + 1]:
            j += 1
        out.append((r, i, j, float(logit[r, i])))
    return out


def viterbi(e, real, t):
    """Labels [N, K] (0 where not real) and the score of the path [N]."""
    n, k, _ = e.shape
    best, back = torch.zeros(n, LABELS, device=e.device), []
    follows = torch.zeros_like(real)
    follows[:, 1:] = real[:, 1:] & real[:, :-1]
    for i in range(k):
        moved, at = (best[:, :, None] + t[None]).max(1)
        own = torch.arange(LABELS, device=e.device)[None].expand(n, -1)
        best = torch.where(follows[:, i, None], moved, best) + torch.where(real[:, i, None], e[:, i], 0.0)
        back.append(torch.where(follows[:, i, None], at, own))
    score, label = best.max(1)
    out = torch.zeros(n, k, dtype=torch.long, device=e.device)
    for i in reversed(range(k)):
        out[:, i] = label
        label = back[i].gather(1, label[:, None])[:, 0]
    return out * real, score


@torch.no_grad()
def drafts(model, store, pieces=16384):
    """Drafts of each document, {doc: [(cue words, source, content, features)]}, and each sentence's voice logits {(doc, sentence): [3]}."""
    model.eval()
    out, voices = {}, {}
    for batch in store.batches(np.arange(store.count), pieces):
        x = store.inputs(batch)
        with torch.autocast('cuda', torch.bfloat16, enabled=store.device != 'cpu'):
            words = model.states(x['ids'], x['features'], x['mask'], x['starts'])
            logits = model.cue(words).float()
            voice = pooled(model.voice(words), store.d_sentence[x['at'], :x['w']].long(), store.voice.shape[1])
        logits, voice = logits.cpu().numpy(), voice.cpu().numpy()
        for r, w in enumerate(batch):
            for s in np.nonzero(store.voice_mask[w])[0]:
                voices[store.doc[w], store.voice_of[w, s]] = voice[r, s]
        found = candidates(logits, store.words[batch])
        for some in [found[i:i + 512] for i in range(0, len(found), 512)]:
            at = [torch.tensor([c[k] for c in some], device=store.device) for k in range(3)]
            with torch.autocast('cuda', torch.bfloat16, enabled=store.device != 'cpu'):
                e, real, valid = model.pair(words, x['words'], *at)
            labels, score = viterbi(e, real, model.crf.transition)
            log_z, _, _ = forward_backward(e, real, model.crf.transition)
            labels, log_p, valid = labels.cpu().numpy(), (score - log_z).cpu().numpy(), valid.cpu().numpy()
            for n, (r, first, last, logit) in enumerate(some):
                w = batch[r]
                d = store.docs[store.doc[w]]
                base = store.first[w] + first - REACH
                role = lambda l: [base + i for i in np.nonzero(labels[n] == l)[0]]
                source, content = role(1), role(3)
                anchor = next((i for i in range(first, last + 1) if labels[n][i - first + REACH] == 2), None)
                if anchor is None:
                    cue = list(range(first, last + 1))
                else:
                    a = b = anchor - first + REACH
                    while a > 0 and labels[n][a - 1] == 2:
                        a -= 1
                    while b + 1 < labels.shape[1] and labels[n][b + 1] == 2:
                        b += 1
                    cue = list(range(a + first - REACH, b + first - REACH + 1))
                if not any(d['letter'][i] for i in content):
                    continue
                lp = max(-20.0, float(log_p[n]))
                size = len(source) + len(content)
                f = [max(-8, min(8, logit)), max(-8, min(8, float(valid[n]))), lp, lp / (1 + size) ** .5, np.log1p(len(content)), float(bool(source))]
                out.setdefault(store.doc[w], []).append(([store.first[w] + i for i in cue], source, content, f))
    return out, voices


def sets(d, a):
    keep = lambda xs: frozenset(int(i) for i in xs if d['letter'][i])
    return keep(a[0]), keep(a[1]), keep(a[2])


def touch(a, b):
    return (not a and not b) or bool(a & b)


def matches(gold, guess):
    pairs = []
    for i, g in enumerate(gold):
        for j, p in enumerate(guess):
            n = len(g[2] & p[2])
            if n and n / (len(g[2]) + len(p[2]) - n) >= .5:
                pairs.append((n / (len(g[2]) + len(p[2]) - n) + .01 * touch(g[1], p[1]) + .001 * touch(g[0], p[0]), i, j))
    pairs.sort(key=lambda x: -x[0])
    a, b, out = set(), set(), []
    for _, i, j in pairs:
        if i not in a and j not in b:
            a.add(i), b.add(j), out.append((i, j))
    return out


def golds(d):
    return [[sets(d, ([i for i, l in zip(*lab) if l == 2], [i for i, l in zip(*lab) if l == 1], [i for i, l in zip(*lab) if l == 3])) for _a, _b, lab in g] for g in d['gold']]


def apart(list_, weights):
    p = [1 / (1 + np.exp(-(np.dot(a[3], weights[:-1]) + weights[-1]))) for a in list_]
    taken, out = set(), []
    for k in np.argsort(p)[::-1]:
        if not taken & set(list_[k][0]):
            taken |= set(list_[k][0])
            out.append((p[k], list_[k]))
    return out


def fit(store, found):
    """Logistic weights and the threshold from the held-out part."""
    weights, total = np.array([.5, 1, 0, 0, 0, 0, 0.]), sum(len(d['gold'][0]) for d in store.docs)
    for _ in range(3):
        xs, ys, ps = [], [], []
        for k, d in enumerate(store.docs):
            kept = apart(found.get(k, []), weights)
            guess = [sets(d, a) for _, a in kept]
            gold = golds(d)[0]
            right = {j for i, j in matches(gold, guess) if touch(gold[i][1], guess[j][1]) and touch(gold[i][0], guess[j][0])}
            for j, (p, a) in enumerate(kept):
                xs.append(a[3]), ys.append(j in right), ps.append(p)
        if len(xs) < 20:
            return weights, .4
        x, y = np.array(xs), np.array(ys, float)
        mean, std = x.mean(0), x.std(0) + 1e-6
        z, w = np.c_[(x - mean) / std, np.ones(len(x))], np.zeros(7)
        for _ in range(30):
            p = 1 / (1 + np.exp(-z @ w))
            h = z.T @ (z * (p * (1 - p))[:, None]) + np.diag([1.] * 6 + [1e-6])
            w = w + np.linalg.solve(h, z.T @ (y - p) - np.r_[w[:6], 0])
        weights = np.r_[w[:6] / std, w[6] - (w[:6] / std * mean).sum()]
    order = np.argsort(ps)[::-1]
    hit = np.cumsum(y[order])
    f1 = 2 * hit / (np.arange(1, len(order) + 1) + total)
    return weights, ps[order[f1.argmax()]]


def score(store, found, weights, threshold):
    hit, gold_n, guess_n = np.zeros(4), 0.0, 0.0
    for k, d in enumerate(store.docs):
        guess = [sets(d, a) for p, a in apart(found.get(k, []), weights) if p >= threshold]
        for gold in golds(d):
            w = 1 / len(d['gold'])
            gold_n, guess_n = gold_n + w * len(gold), guess_n + w * len(guess)
            for i, j in matches(gold, guess):
                g, p = gold[i], guess[j]
                s = touch(g[1], p[1])
                hit += w * np.array([1, s, s and touch(g[0], p[0]), g == p])
    return 200 * hit / max(1, gold_n + guess_n), 100 * hit[2] / max(1, guess_n), 100 * hit[2] / max(1, gold_n)


def voice_right(store, voices):
    right = total = apart_ = 0.0
    for k, d in enumerate(store.docs):
        for v in d['voice']:
            for s, g in enumerate(v):
                guess = int(np.argmax(voices[k, s])) if (k, s) in voices else 0
                right += (guess == g) / len(d['voice'])
                apart_ += ((guess == 0) == (g == 0)) / len(d['voice'])
                total += 1 / len(d['voice'])
    return 100 * right / max(1, total), 100 * apart_ / max(1, total)


def judge(model, held, dev):
    """One line: F1 on held-out and dev, precision and recall on dev, voice."""
    lines = []
    found_h, voice_h = drafts(model, held)
    weights, threshold = fit(held, found_h)
    for name, store, (found, voice) in (('held', held, (found_h, voice_h)), ('dev', dev, drafts(model, dev))):
        f1, p, r = score(store, found, weights, threshold)
        v = voice_right(store, voice)
        lines.append(f"{name} {' '.join(f'{x:.1f}' for x in f1)} (P {p:.1f} R {r:.1f}) voice {v[0]:.1f} apart {v[1]:.1f}")
    return ' | '.join(lines) + f' | threshold {threshold:.2f}'
