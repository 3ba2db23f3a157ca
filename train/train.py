"""Trains the tagger on PolNeAR train.

    HEARSAY_CORPORA=… python train.py --encoder model.safetensors --vocabulary vocab.txt --out checkpoints/a --minutes 90

The learning rate falls with the wall clock, so that a run ends on time whatever else the machine does. Stops and resumes: the checkpoint in
--out is taken up where it was left. Writes --out/last.pt (weights, averaged weights, optimiser) and a line every 25 steps to --out/log.RANK.txt.
"""
import argparse
import os
import random
import time

import torch
import torch.distributed as dist
import torch.nn.functional as F

import data
import model as models
from model import REACH, Config, Tagger
from states import States

p = argparse.ArgumentParser()
p.add_argument('--encoder', help='published weights to start from (model.safetensors)')
p.add_argument('--start', help='a checkpoint to start from instead, as `prune.py` writes it')
p.add_argument('--teacher', help='a checkpoint whose judgements stand beside the gold labels')
p.add_argument('--states', help="the teacher's word states, as `states.py` writes them")
p.add_argument('--vocabulary', required=True)
p.add_argument('--out', required=True)
p.add_argument('--minutes', type=float, default=90, help='wall clock of the whole run')
p.add_argument('--pieces', type=int, default=2560, help='pieces a batch')
p.add_argument('--rate', type=float, default=1e-4, help='learning rate of the encoder')
p.add_argument('--head-rate', type=float, default=1e-3)
p.add_argument('--warmup', type=float, default=0.05, help='share of the run')
p.add_argument('--average', type=float, default=0.998, help='decay of the averaged weights')
p.add_argument('--seed', type=int, default=1)
p.add_argument('--processes', type=int, default=2, help='one thread each')

NEGATIVES_MAX = 0.6  # false candidates a gold cue, the likeliest first
AVERAGE_EVERY = 4  # steps between two updates of the averaged weights
GOLD_SHARE = 0.5  # of a target where there is a teacher; the rest is the teacher's
STATE_WEIGHT = 10.0  # of the squared distance to the teacher's word states, as a share of their power
JITTER = 0.2  # share of gold cues that are shown with a wrong end, so that the pair head learns to mend it


def tensors(batch, vocabulary):
    """ids, features, mask [B, P], starts [B, W], and word counts."""
    rows = []
    for d, first, last, _gold in batch:
        ids, features, starts = [vocabulary.cls], [data.FEATURES], []
        for i in range(first, last):
            starts.append(len(ids))
            pieces = d.pieces[i][:data.PIECES_MAX - 2]
            ids += pieces
            feature = d.words[i][3]
            glued = feature - (feature // data.QUOTES % data.GAPS) * data.QUOTES
            features += [feature] + [glued] * (len(pieces) - 1)
        rows.append((ids + [vocabulary.sep], features + [data.FEATURES], starts))
    width, words = max(len(r[0]) for r in rows), max(len(r[2]) for r in rows)
    pad = lambda xs, n, v: xs + [v] * (n - len(xs))
    ids = torch.tensor([pad(r[0], width, vocabulary.pad) for r in rows])
    features = torch.tensor([pad(r[1], width, data.FEATURES) for r in rows])
    mask = torch.tensor([pad([1] * len(r[0]), width, 0) for r in rows])
    starts = torch.tensor([pad(r[2], words, 0) for r in rows])
    return ids, features, mask, starts, [len(r[2]) for r in rows]


def cue_targets(batch, words):
    """0 outside, 1 begin, 2 inside, -100 padding: [B, W]."""
    t = torch.full((len(batch), words), -100)
    for r, (_d, first, last, gold) in enumerate(batch):
        t[r, :last - first] = 0
        for a, b, _labels in gold:
            t[r, a] = 1
            t[r, a + 1:b + 1] = 2
    return t


def candidates(batch, cue_logits, counts, rng):
    """Gold cues (some with a wrong end) and the likeliest false ones: [(window, first, last, labels or None)]."""
    begin = cue_logits.detach().softmax(-1)
    out = []
    for r, (_d, _f, _l, gold) in enumerate(batch):
        n = counts[r]
        taken = set()
        for a, b, labels in gold:
            taken.update(range(a, b + 1))
            if rng.random() < JITTER:
                a = min(max(0, a + rng.choice([-1, 0, 1])), b)
                b = max(a, min(n - 1, b + rng.choice([-1, 0, 1])))
            out.append((r, a, b, labels))
        order = begin[r, :n, 1].argsort(descending=True).tolist()
        wanted = max(1, round(len(gold) * NEGATIVES_MAX))
        for i in order[:wanted + len(gold)]:
            if wanted and i not in taken and begin[r, i, 1] > 0.02:
                j = i
                while j + 1 < n and j + 1 not in taken and begin[r, j + 1, 2] > 0.5:
                    j += 1
                out.append((r, i, j, None))
                wanted -= 1
    return out


class Teacher:
    def __init__(self, checkpoint, states):
        self.tagger, self.states = models.load(checkpoint), States(states)

    @torch.no_grad()
    def words(self, batch, width):
        """The teacher's word states [B, W, D], zero in the padding."""
        out = torch.zeros(len(batch), width, Config.width)
        for r, (d, first, last, _gold) in enumerate(batch):
            out[r, :last - first] = self.states.of(d, first, last)
        return out


def loss_of(model, batch, vocabulary, rng, teacher=None):
    ids, features, mask, starts, counts = tensors(batch, vocabulary)
    words = model.states(ids, features, mask, starts)
    logits = model.cue(words)
    targets = cue_targets(batch, words.shape[1])
    golds = max(1, sum(len(e[3]) for e in batch))
    cue = F.cross_entropy(logits.transpose(1, 2), targets, reduction='sum') / golds
    state, taught = torch.zeros(()), None
    if teacher:
        taught, there = teacher.words(batch, words.shape[1]), (targets >= 0).float()
        state = STATE_WEIGHT * ((words - taught) ** 2 * there[..., None]).sum() / (taught ** 2).sum()
        with torch.no_grad():
            soft = teacher.tagger.cue(taught).softmax(-1)
        cue = GOLD_SHARE * cue - (1 - GOLD_SHARE) * (soft * logits.log_softmax(-1) * there[..., None]).sum() / golds
    chosen = candidates(batch, logits, counts, rng)
    if not chosen:
        return cue + state, (cue.item(), 0.0, 0.0, state.item())
    at = [torch.tensor([c[k] for c in chosen]) for k in range(3)]
    emissions, real, valid = model.pair(words, torch.tensor(counts), *at)
    truth = torch.tensor([float(c[3] is not None) for c in chosen])
    if teacher:
        with torch.no_grad():
            taught_emissions, _, taught_valid = teacher.tagger.pair(taught, torch.tensor(counts), *at)
        truth = GOLD_SHARE * truth + (1 - GOLD_SHARE) * taught_valid.sigmoid()
    validity = F.binary_cross_entropy_with_logits(valid, truth)
    positive = [k for k, c in enumerate(chosen) if c[3] is not None]
    pair = torch.zeros(())
    if positive:
        labels = torch.zeros((len(positive), 2 * REACH + 1), dtype=torch.long)
        for row, k in enumerate(positive):
            for i, label in chosen[k][3].items():
                j = i - chosen[k][1] + REACH
                if 0 <= j <= 2 * REACH:
                    labels[row, j] = label
        index = torch.tensor(positive)
        here, pairs = models.counts_of(labels, real[index])
        if teacher:
            _, marginal, expected = models.forward_backward(taught_emissions[index], real[index], teacher.tagger.crf.transition.detach())
            here, pairs = GOLD_SHARE * here + (1 - GOLD_SHARE) * marginal, GOLD_SHARE * pairs + (1 - GOLD_SHARE) * expected
        pair = model.crf.nll(emissions[index], real[index], here, pairs)
    return cue + 0.5 * pair + validity + state, (cue.item(), pair.item(), validity.item(), state.item())


def main():
    a = p.parse_args()
    os.makedirs(a.out, exist_ok=True)
    if a.processes == 1:
        run(0, a)
    else:
        os.environ.setdefault('MASTER_ADDR', '127.0.0.1')
        os.environ.setdefault('MASTER_PORT', '29511')
        torch.multiprocessing.spawn(run, (a,), a.processes)


def run(rank, a):
    """One process of `a.processes`: each has its own batches and the gradients are averaged, which bears a busy machine better than threads."""
    torch.set_num_threads(1)
    if a.processes > 1:
        dist.init_process_group('gloo', rank=rank, world_size=a.processes)
    torch.manual_seed(a.seed + rank)
    order, rng = random.Random(a.seed), random.Random(a.seed * 100 + rank)
    vocabulary = data.Vocabulary(a.vocabulary)
    documents = [d for d in data.load('train', vocabulary) if not data.held_out(d)]
    teacher = Teacher(a.teacher, a.states) if a.teacher else None
    started = torch.load(a.start) if a.start else {}
    shape = started.get('shape', {})
    model = Tagger(Config(**shape))
    if a.start:
        model.load_state_dict(started['model'])
    else:
        model.encoder.take(a.encoder)
    model.encoder.word.weight.requires_grad_(False)  # 11.7 of 22 million weights, and most words of the vocabulary never occur
    heads = [w for n, w in model.named_parameters() if w.requires_grad and (not n.startswith('encoder.') or 'feature' in n)]
    base = [w for n, w in model.named_parameters() if w.requires_grad and n.startswith('encoder.') and 'feature' not in n]
    if a.processes > 1:
        for w in heads:
            dist.broadcast(w.data, 0)
    optimiser = torch.optim.AdamW([{'params': base, 'peak': a.rate}, {'params': heads, 'peak': a.head_rate}], lr=0.0, weight_decay=0.01, fused=True)
    mean = {n: w.detach().clone() for n, w in model.named_parameters() if w.requires_grad}
    spent, step, epoch = 0.0, 0, 0
    path = os.path.join(a.out, 'last.pt')
    if os.path.exists(path):
        kept = torch.load(path)
        model.load_state_dict(kept['model'])
        optimiser.load_state_dict(kept['optimiser'])
        mean, spent, step, epoch = kept['mean'], kept['spent'], kept['step'], kept['epoch']
        order.seed(a.seed + step)
    log = open(os.path.join(a.out, f'log.{rank}.txt'), 'a', buffering=1)
    print(f'{len(documents)} documents, {sum(w.numel() for w in base + heads)} weights, from step {step}', file=log)
    model.train()
    sums, began, total = [0.0] * 4, time.time(), a.minutes * 60

    def keep():
        if rank == 0:
            kept = {'shape': shape, 'model': model.state_dict(), 'mean': mean, 'optimiser': optimiser.state_dict(), 'spent': spent, 'step': step, 'epoch': epoch}
            torch.save(kept, path + '.new')
            os.replace(path + '.new', path)

    while spent < total:
        shuffled = data.batches(data.examples(documents, order), a.pieces // a.processes, order)
        for batch in shuffled[rank:len(shuffled) // a.processes * a.processes:a.processes]:
            done = spent / total
            if done >= 1:
                break
            factor = min(done / a.warmup, (1 - done) / (1 - a.warmup)) if a.warmup else 1 - done
            for group in optimiser.param_groups:
                group['lr'] = group['peak'] * max(factor, 0.01)
            loss, parts = loss_of(model, batch, vocabulary, rng, teacher)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            now = time.time()
            spent, began = share(base + heads, spent + now - began, a.processes), now
            torch.nn.utils.clip_grad_norm_(base + heads, 1.0)
            optimiser.step()
            step += 1
            if step % AVERAGE_EVERY == 0:
                decay = min(a.average, (1 + step) / (10 + step)) ** AVERAGE_EVERY
                with torch.no_grad():
                    for n, w in model.named_parameters():
                        if n in mean:
                            mean[n].lerp_(w, 1 - decay)
            sums = [s + x for s, x in zip(sums, parts)]
            if step % 25 == 0:
                print(f'step {step} epoch {epoch} {spent / 60:.1f} min cue {sums[0] / 25:.3f} pair {sums[1] / 25:.3f} valid {sums[2] / 25:.3f} state {sums[3] / 25:.3f}', file=log)
                sums = [0.0] * 4
            if step % 100 == 0:
                keep()
        epoch += 1
    keep()
    print('done', file=log)


def share(weights, spent, processes):
    """Averages the gradients over the processes in place; the time spent, the same in all of them."""
    if processes == 1:
        return spent
    flat = torch.cat([(w.grad if w.grad is not None else torch.zeros_like(w)).flatten() for w in weights] + [torch.tensor([spent])])
    dist.all_reduce(flat)
    flat /= processes
    at = 0
    for w in weights:
        w.grad = flat[at:at + w.numel()].view_as(w)
        at += w.numel()
    return flat[-1].item()


if __name__ == '__main__':
    main()
