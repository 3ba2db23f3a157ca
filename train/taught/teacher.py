"""One teacher: MPNet on the gold of train but one fold; then its judgements on all windows, for the student.

ENCODER=folder with model.safetensors of all-mpnet-base-v2. python teacher.py FOLD END_S LABEL_S   — learns until END_S, must have labelled by LABEL_S (seconds since run.sh began)
"""
import random
import sys

import numpy as np
import torch
import torch.nn.functional as F

from common import *
from model import K, REACH, Tagger, counts_of, forward_backward, mpnet, pooled
from judge import judge
from safetensors.torch import load_file
from store import LIMITS, Store, documents, taught

FOLDS = int(os.environ.get('FOLDS', 3))
NEGATIVES, JITTER, PIECES, EPOCHS_MAX = 0.6, 0.2, 5120, 11


def loss_of(model, store, batch, rng):
    x = store.inputs(batch)
    with cast():
        words = model.states(x['ids'], x['features'], x['mask'], x['starts'])
        logits = model.cue(words).float()
        voice_words = model.voice(words)
    at, w = x['at'], x['w']
    target = store.d_cue[at, :w].long()
    rows, windows = store.golds(batch)
    golds = max(1, len(rows))
    cue = F.cross_entropy(logits.transpose(1, 2), target, reduction='sum') / golds
    first, last = store.gold_at[rows, 1].copy(), store.gold_at[rows, 2].copy()
    shaken = rng.random(len(rows)) < JITTER
    moved = np.minimum(np.maximum(0, first + rng.integers(-1, 2, len(rows))), last)
    first = np.where(shaken, moved, first)
    ends = np.maximum(first, np.minimum(store.words[batch][windows] - 1, last + rng.integers(-1, 2, len(rows))))
    last = np.where(shaken, ends, last)
    with torch.no_grad():
        p = logits.softmax(-1)
        begin = torch.where(target == 0, p[..., 1], -1.0)
        n = max(8, round(golds * NEGATIVES))
        score, flat = begin.flatten().topk(min(n, begin.numel()))
        nr, ni = flat // w, flat % w
        go = (p[..., 2] > .5) & (target == 0)
        nj, on = ni.clone(), torch.ones_like(ni, dtype=torch.bool)
        for _ in range(5):
            following = (nj + 1).clamp(max=w - 1)
            on = on & go[nr, following] & (nj + 1 < w)
            nj = torch.where(on, following, nj)
        negative = (score > .02).float()
    up = lambda a: torch.tensor(a, device=DEVICE)
    window, first, last = torch.cat([up(windows), nr]), torch.cat([up(first), ni]), torch.cat([up(last), nj])
    with cast():
        e, real, valid = model.pair(words, x['words'], window, first, last)
    g = len(rows)
    truth = (torch.arange(len(valid), device=DEVICE) < g).float()
    weight = torch.cat([torch.ones(g, device=DEVICE), negative])
    validity = (F.binary_cross_entropy_with_logits(valid, truth, reduction='none') * weight).sum() / weight.sum().clamp(min=1)
    pair = torch.zeros((), device=DEVICE)
    if g:
        where = first[:g, None] + torch.arange(-REACH, REACH + 1, device=DEVICE)[None]
        labels = store.d_gold_labels[up(rows)[:, None], where.clamp(0, w - 1)].long() * real[:g]
        here, pairs = counts_of(labels, real[:g])
        pair = model.crf.nll(e[:g], real[:g], here, pairs, torch.ones(g, device=DEVICE))
    logits_v = pooled(voice_words, store.d_sentence[at, :w].long(), store.voice.shape[1])
    mask = store.d_voice_mask[at].float()
    voice = -(store.d_voice[at] * logits_v.log_softmax(-1)).sum(-1)
    voice = (voice * mask).sum() / mask.sum().clamp(min=1)
    mark = F.cross_entropy(voice_words[..., -3:].float().transpose(1, 2), torch.where(target >= 0, store.d_mark[at, :w].long(), -100))
    return cue + .5 * pair + validity + .5 * voice + .5 * mark, torch.stack([cue, pair, validity, voice, mark]).detach()


@torch.no_grad()
def cue_and_voice(model, store):
    """[M, W_MAX, 3] cue probabilities and mark probabilities, [M, S_MAX, 3] voice probabilities, on the device as 16-bit."""
    m, w_max, s_max = store.count, store.starts.shape[1], store.voice.shape[1]
    cue, mark = (torch.zeros(m, w_max, 3, dtype=torch.float16, device=DEVICE) for _ in range(2))
    voice = torch.zeros(m, s_max, 3, dtype=torch.float16, device=DEVICE)
    kept = torch.zeros(m, w_max, model.c.width, dtype=torch.bfloat16, device=DEVICE)
    for batch in store.batches(np.arange(m), 16384):
        x = store.inputs(batch)
        with cast():
            words = model.states(x['ids'], x['features'], x['mask'], x['starts'])
            c, v = model.cue(words).float(), model.voice(words).float()
        kept[x['at'], :x['w']] = words.bfloat16()
        cue[x['at'], :x['w']] = c.softmax(-1).half()
        mark[x['at'], :x['w']] = v[..., -3:].softmax(-1).half()
        voice[x['at']] = pooled(v, store.d_sentence[x['at'], :x['w']].long(), s_max).softmax(-1).half()
    return kept, cue, mark, voice


@torch.no_grad()
def pairs_of(model, store, pool, kept):
    """For the pool's candidates (sorted by window): marginals [C, K, 4], expected transitions [C, 4, 4], validity [C]."""
    c = len(pool['window'])
    marginals = torch.zeros(c, K, 4, dtype=torch.float16, device=DEVICE)
    pairs, valid = torch.zeros(c, 4, 4, dtype=torch.float16, device=DEVICE), torch.zeros(c, dtype=torch.float16, device=DEVICE)
    begin = np.searchsorted(pool['window'], np.arange(store.count + 1))
    for batch in store.batches(np.arange(store.count), 16384):
        x = store.inputs(batch)
        rows = np.concatenate([np.arange(begin[r], begin[r + 1]) for r in batch])
        if not len(rows):
            continue
        places = np.repeat(np.arange(len(batch)), begin[batch + 1] - begin[batch])
        words = kept[x['at'], :x['w']]
        words = words if DEVICE == 'cuda' else words.float()
        for a in range(0, len(rows), 2048):
            some, place = rows[a:a + 2048], torch.tensor(places[a:a + 2048], device=DEVICE)
            up = lambda n: torch.tensor(pool[n][some], device=DEVICE)
            with cast():
                e, real, v = model.pair(words, x['words'], place, up('first'), up('last'))
            _, m, p = forward_backward(e, real, model.crf.transition)
            at = torch.tensor(some, device=DEVICE)
            marginals[at], pairs[at], valid[at] = m.half(), p.half(), v.sigmoid().half()
    return marginals, pairs, valid


def wait_for(paths, until, least=0):
    """Until all files are there; after `until` only as long as fewer than `least` are."""
    while True:
        there = sum(os.path.exists(p) for p in paths)
        if there == len(paths) or (clock() >= until and there >= least):
            return
        time.sleep(.1)


def save(thing, name):
    path = os.path.join(WORK, name)
    torch.save(thing, path + '.new')
    os.replace(path + '.new', path)


def main():
    fold, end, label_by = int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
    name = f'teacher {fold}'
    torch.manual_seed(fold)
    torch.set_num_threads(2)
    rng = np.random.default_rng(fold)
    order = random.Random(fold)
    docs = documents()
    model = Tagger(mpnet())
    model.encoder.take_mpnet(load_file(os.path.join(os.environ['ENCODER'], 'model.safetensors')))
    model.to(DEVICE)
    model.encoder.word.weight.requires_grad_(False)
    learn = [d for d in docs if d['split'] == 'train' and d['fold'] % FOLDS != fold]
    store = Store(learn, LIMITS, seed=fold).to(DEVICE)
    held, dev = (Store([d for d in docs if d['split'] == s], [200]).to(DEVICE) for s in ('held', 'dev'))
    # The pool: what students learn from; every teacher judges all of it.
    everything = taught(docs)
    log(name, f'{len(learn)} documents, {store.count} windows')
    rate = 8e-5
    opt = optimiser(model, rate, 8e-4, layer_decay=.93)
    mean = Mean(model, .99)
    parameters = [w for w in model.parameters() if w.requires_grad]
    began, step, epoch, sums, done, epochs = clock(), 0, 0, torch.zeros(5, device=DEVICE), 0.0, 0.0
    model.train()
    while done < 1:
        batches = store.batches(store.pick(order), PIECES, order)
        for k, batch in enumerate(batches):
            done = max((clock() - began) / (end - began), (epoch + k / len(batches)) / EPOCHS_MAX)
            if done >= 1:
                break
            set_rate(opt, done, .08)
            loss, parts = loss_of(model, store, batch, rng)
            opt.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            opt.step()
            if step > 50:
                mean.update()
            elif step == 50:
                mean = Mean(model, .99)
            step += 1
            sums += parts
            if step % 100 == 0:
                log(name, f'step {step} epoch {epoch + k / len(batches):.2f} {clock() - began:.0f}s ' + ' '.join(f'{v:.3f}' for v in (sums / 100).tolist()))
                sums.zero_()
        epoch += 1
    mean.swap()
    model.eval()
    log(name, f'learned {step} steps, {epoch} epochs, memory {torch.cuda.max_memory_allocated() / 2**30:.1f} GiB' if DEVICE == 'cuda' else 'learned')
    everything.to(DEVICE)
    kept, cue, mark, voice = cue_and_voice(model, everything)
    save({'cue': cue.cpu(), 'mark': mark.cpu(), 'voice': voice.cpu()}, f'words.{fold}.pt')
    del cue, mark, voice
    log(name, f'words of {everything.count} windows judged')
    pool_path = os.path.join(WORK, 'pool.pt')
    wait_for([pool_path], label_by, 1)
    if os.path.exists(pool_path):
        pool = torch.load(pool_path, weights_only=False)
        m, p, v = pairs_of(model, everything, pool, kept)
        save({'marginals': m.cpu(), 'pairs': p.cpu(), 'valid': v.cpu()}, f'pairs.{fold}.pt')
        log(name, f'{len(v)} candidates judged')
    if fold:
        return
    try:
        log(name, judge(model, held, dev))
    except Exception as problem:
        log(name, f'not judged: {problem!r}')


if __name__ == '__main__':
    main()
