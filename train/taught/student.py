"""A student of the shape that ships, taught by the teachers' targets.

python student.py START READY_BY END_S   — from the checkpoint START (what `prune.py` and `train.py` made); learns until END_S
"""
import random
import sys

import numpy as np
import torch
import torch.nn.functional as F

from common import *
from model import REACH, Config, Tagger, counts_of, load, pooled
from judge import judge
from store import Store, documents, taught
from teacher import wait_for

SHAPE = {'layers': 4, 'inner': 768, 'pair_layers': 3}
GOLD_SHARE = .3  # of a target where there is gold; the rest is the teachers'
DROPOUT, RATE, PIECES = .05, 4e-4, 7168


def loss_of(model, store, pool, batch, gold_share):
    x = store.inputs(batch)
    at, w = x['at'], x['w']
    with cast():
        words = model.states(x['ids'], x['features'], x['mask'], x['starts'])
        logits = model.cue(words).float()
        voice_words = model.voice(words)
    lie = lambda t: t[at, :w].float()
    target = store.d_cue[at, :w].long()
    real_word = (target >= 0).float()
    known = pool['known'][at]  # windows with gold: their share of gold
    share = known * gold_share
    soft = lie(pool['cue'])
    hard = F.one_hot(target.clamp(min=0), 3).float()
    goal = share[:, None, None] * hard + (1 - share)[:, None, None] * soft
    cues = (goal[..., 1] * real_word).sum().clamp(min=1)
    cue = -(goal * logits.log_softmax(-1) * real_word[..., None]).sum() / cues
    rows = np.concatenate([np.arange(pool['from'][r], pool['from'][r + 1]) for r in batch])
    places = np.repeat(np.arange(len(batch)), pool['from'][batch + 1] - pool['from'][batch])
    pair = validity = torch.zeros((), device=DEVICE)
    if len(rows):
        r, place = torch.tensor(rows, device=DEVICE), torch.tensor(places, device=DEVICE)
        first, last, gold = pool['first'][r], pool['last'][r], pool['gold'][r]
        with cast():
            e, real, valid = model.pair(words, x['words'], place, first, last)
        is_gold, mine = (gold >= 0).float(), share[place]
        taught = pool['valid'][r].float()
        truth = mine * is_gold + (1 - mine) * taught
        validity = F.binary_cross_entropy_with_logits(valid, truth)
        where = first[:, None] + torch.arange(-REACH, REACH + 1, device=DEVICE)[None]
        labels = store.d_gold_labels[gold.clamp(min=0)[:, None], where.clamp(0, w - 1)].long() * real
        hard_here, hard_pairs = counts_of(labels, real)
        mix = mine * is_gold
        here = mix[:, None, None] * hard_here + (1 - mix)[:, None, None] * pool['marginals'][r].float()
        pairs = mix[:, None, None] * hard_pairs + (1 - mix)[:, None, None] * pool['pairs'][r].float()
        weight = torch.where(gold >= 0, torch.ones_like(taught), (1 - mine) * taught)
        pair = model.crf.nll(e, real, here, pairs, weight)
    goal_v = share[:, None, None] * store.d_voice[at] + (1 - share)[:, None, None] * pool['voice'][at].float()
    mask = store.d_voice_mask[at].float()
    voice = -(goal_v * pooled(voice_words, store.d_sentence[at, :w].long(), store.voice.shape[1]).log_softmax(-1)).sum(-1)
    voice = (voice * mask).sum() / mask.sum().clamp(min=1)
    goal_m = share[:, None, None] * F.one_hot(store.d_mark[at, :w].long(), 3).float() + (1 - share)[:, None, None] * lie(pool['mark'])
    mark = -(goal_m * voice_words[..., -3:].float().log_softmax(-1)).sum(-1)
    mark = (mark * real_word).sum() / real_word.sum()
    return cue + .5 * pair + validity + .5 * voice + .5 * mark, torch.stack([cue, pair, validity, voice, mark]).detach()


def save(model, note):
    state = {n: v.half().cpu() if n != 'encoder.word.weight' else v.cpu() for n, v in model.state_dict().items()}
    path = os.path.join(OUT, 'student.pt')
    torch.save({'shape': SHAPE, 'model': state, **note}, path + '.new')
    os.replace(path + '.new', path)


def main():
    start, ready_by, end = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
    torch.manual_seed(3)
    torch.set_num_threads(2)
    order = random.Random(3)
    docs = documents()
    model = Tagger(Config(**SHAPE, dropout=DROPOUT))
    model.load_state_dict(load(start).state_dict(), strict=False)
    with torch.no_grad():
        for layer in list(model.pair.layers)[2:]:  # a layer more than the checkpoint has begins as one that changes nothing
            for part in (layer.out, layer.down):
                part.weight.zero_()
                part.bias.zero_()
    model.encoder.word.weight.requires_grad_(False)
    model.to(DEVICE)
    store = taught(docs).to(DEVICE)
    held, dev = (Store([d for d in docs if d['split'] == s], [200]).to(DEVICE) for s in ('held', 'dev'))
    paths = [os.path.join(WORK, f'{n}.pt') for n in ('pool', 'words', 'pairs')]
    wait_for(paths, ready_by, 3)
    pool, words, pairs = torch.load(paths[0], weights_only=False), torch.load(paths[1]), torch.load(paths[2])
    up = lambda t: torch.as_tensor(t).to(DEVICE)
    pool = {'from': np.searchsorted(pool['window'], np.arange(store.count + 1)), **{n: up(pool[n]) for n in ('first', 'last', 'gold')},
            **{n: up(t) for n, t in words.items()}, **{n: up(t) for n, t in pairs.items()},
            'known': up(np.array([float(d['split'] == 'train') for d in store.docs], 'float32')[store.doc])}
    log('student', f'targets there; {store.count} windows, {len(pool["gold"])} candidates')
    opt = optimiser(model, RATE, 1.5 * RATE)
    mean = Mean(model, .997)
    parameters = [w for w in model.parameters() if w.requires_grad]
    began, step, epoch, sums, done, saved = clock(), 0, 0, torch.zeros(5, device=DEVICE), 0.0, 0
    note = lambda: {'step': step, 'epoch': epoch, 'spent': clock() - began}
    model.train()
    while done < 1:
        for batch in store.batches(store.pick(order), PIECES, order):
            done = (clock() - began) / (end - began)
            if done >= 1:
                break
            set_rate(opt, done, .03)
            loss, parts = loss_of(model, store, pool, batch, GOLD_SHARE)
            opt.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            opt.step()
            mean.update()
            step += 1
            sums += parts
            if step % 250 == 0:
                log('student', f'step {step} epoch {epoch} {clock() - began:.0f}s ' + ' '.join(f'{x:.3f}' for x in (sums / 250).tolist()))
                sums.zero_()
            if done > (saved + 1) / 4:
                saved += 1
                kept = mean.swap()
                save(model, note())
                mean.back(kept)
        epoch += 1
    mean.swap()
    model.eval()
    save(model, note())
    log('student', f'done: {step} steps, {epoch} epochs')
    log('student', judge(model, held, dev))


if __name__ == '__main__':
    main()
