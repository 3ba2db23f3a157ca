"""The coder taught by larger ones: MPNet learns from silver and the lines, judges many sentences, and the six layers learn from its soft labels.

    python prepare.py --vocabulary ../../models/vocabulary.txt --out out/data.npz
    python distil.py --data out/data.npz --minilm MiniLM/ --mpnet MPNet/ --out out/ silver minilm 1      # once
    python distil.py … silver mpnet 1 ; python distil.py … silver mpnet 2
    python distil.py … fold 0 … 4                                                                        # predictions of what was kept back
    python distil.py … fold 5                                                                            # learns from every line: six.pt for export.py
    python score.py out/six.[0-4].jsonl --out folds.jsonl
    python distil.py … student 2600                                                                      # goes on with fold 5's six layers on a processor

Needs a GPU: about eight minutes for all six folds side by side on one H100. `--minutes` ends each fold by the clock. `student` needs none: 1 to 2 s a step on one
thread that has bfloat16; it takes fold 5's soft labels (soft.npz) and six.pt, and after a stop it goes on from its checkpoint.
"""
import argparse
import json
import math
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.numpy import load_file
from torch import nn

from pairs import QUADS, TYPES

p = argparse.ArgumentParser()
p.add_argument('--data', required=True)
p.add_argument('--minilm', required=True, help='folder with model.safetensors')
p.add_argument('--mpnet', help='folder with model.safetensors of all-mpnet-base-v2; without it MiniLM teaches itself')
p.add_argument('--out', required=True)
p.add_argument('--minutes', type=float, default=6.0)
p.add_argument('what', nargs='+', help='silver KIND SEED, fold N, or student STEPS')
a = p.parse_args()
OUT = STAGE = a.out
START = time.time()
END = START + 60 * a.minutes
SMOKE = os.environ.get('SMOKE') == '1'
D = np.load(a.data)
DEV = 'cuda' if torch.cuda.is_available() else 'cpu'
torch.set_num_threads(1)
torch.backends.cuda.matmul.allow_tf32 = True
torch.set_float32_matmul_precision('high')
AT = np.concatenate([[0], np.cumsum(D['lens'].astype(int))])
IDS, ROLES = D['ids'].astype('int64'), D['roles'].astype('int64')


def say(*x):
    print(f'{time.time() - START:6.0f}', *x, flush=True)


class Config:
    kind, width, heads, vocabulary, positions, layers, inner, eps, dropout = 'bert', 384, 12, 30522, 512, 6, 1536, 1e-12, 0.1

    def __init__(self, **more):
        for k, v in more.items():
            setattr(self, k, v)


CONFIGS = {'minilm': Config(), 'mpnet': Config(kind='mpnet', width=768, layers=12, inner=3072, positions=514, eps=1e-5), 'small': Config(layers=4, inner=768)}


class Layer(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.heads, self.dropout = c.heads, c.dropout
        self.qkv, self.out = nn.Linear(c.width, 3 * c.width), nn.Linear(c.width, c.width)
        self.norm1, self.norm2 = nn.LayerNorm(c.width, eps=c.eps), nn.LayerNorm(c.width, eps=c.eps)
        self.up, self.down = nn.Linear(c.width, c.inner), nn.Linear(c.inner, c.width)

    def forward(self, x, bias):
        b, p, d = x.shape
        q, k, v = self.qkv(x).view(b, p, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype)).transpose(1, 2).reshape(b, p, d)
        x = self.norm1(x + F.dropout(self.out(a), self.dropout, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), self.dropout, self.training))


class Encoder(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.c, self.dropout = c, c.dropout
        self.word, self.position = nn.Embedding(c.vocabulary, c.width), nn.Embedding(c.positions, c.width)
        nn.init.normal_(self.word.weight, std=0.02)
        self.segment = nn.Parameter(torch.zeros(c.width))
        self.feature = nn.Embedding(4, c.width)
        nn.init.normal_(self.feature.weight, std=0.01)
        self.norm = nn.LayerNorm(c.width, eps=c.eps)
        self.layers = nn.ModuleList(Layer(c) for _ in range(c.layers))
        if c.kind == 'mpnet':
            self.register_buffer('relative', torch.zeros(32, c.heads))

    def forward(self, ids, roles, mask):
        p = ids.shape[1]
        skip = 2 if self.c.kind == 'mpnet' else 0
        x = self.word(ids) + self.position.weight[skip:p + skip] + self.segment + self.feature(roles)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = ((1.0 - mask) * -10000.0)[:, None, None, :]
        if self.c.kind == 'mpnet':
            bias = self.relative[buckets(p, ids.device)].permute(2, 0, 1)[None] + bias
        else:
            bias = bias.expand(-1, 1, p, p)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    @torch.no_grad()
    def take(self, w):
        mp = self.c.kind == 'mpnet'
        t = lambda n: torch.tensor(w[n])
        if mp:
            # MPNet's vocabulary is BERT's with four more pieces before it; [CLS], [SEP], [PAD] and [UNK] are its own.
            rows = torch.arange(self.c.vocabulary) + 4
            for piece, row in ((0, 1), (100, 3), (101, 0), (102, 2)):
                rows[piece] = row
            self.word.weight.copy_(t('embeddings.word_embeddings.weight')[rows])
            self.relative.copy_(t('encoder.relative_attention_bias.weight'))
        else:
            self.word.weight.copy_(t('embeddings.word_embeddings.weight'))
            self.segment.copy_(t('embeddings.token_type_embeddings.weight')[0])
        self.position.weight.copy_(t('embeddings.position_embeddings.weight'))
        copy(self.norm, w, 'embeddings.LayerNorm')
        for i, layer in enumerate(self.layers):
            at = f'encoder.layer.{i}.'
            q = [f'{at}attention.attn.{n}.' for n in 'qkv'] if mp else [f'{at}attention.self.{n}.' for n in ('query', 'key', 'value')]
            for part in ('weight', 'bias'):
                getattr(layer.qkv, part).copy_(torch.cat([t(n + part) for n in q]))
            copy(layer.out, w, at + ('attention.attn.o' if mp else 'attention.output.dense'))
            copy(layer.norm1, w, at + ('attention.LayerNorm' if mp else 'attention.output.LayerNorm'))
            copy(layer.up, w, at + 'intermediate.dense')
            copy(layer.down, w, at + 'output.dense')
            copy(layer.norm2, w, at + 'output.LayerNorm')


def copy(module, w, name):
    module.weight.copy_(torch.tensor(w[name + '.weight']))
    module.bias.copy_(torch.tensor(w[name + '.bias']))


CACHE = {}


def buckets(p, device):
    if p not in CACHE:
        at = torch.arange(p, device=device)
        n = -(at[None, :] - at[:, None])
        out = (n < 0).long() * 16
        n = n.abs()
        far = 8 + (torch.log(n.float().clamp(min=1) / 8) / math.log(128 / 8) * 8).long()
        CACHE[p] = out + torch.where(n < 8, n, far.clamp(max=15))
    return CACHE[p]


class Coder(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.c, self.encoder = c, Encoder(c)
        self.absent = nn.Parameter(torch.zeros(2, c.width))
        self.join = nn.Linear(4 * c.width, c.width)
        self.root = nn.Linear(c.width, len(TYPES))
        self.register_buffer('group', F.one_hot(torch.tensor(QUADS), 4).float())

    def forward(self, ids, roles, mask):
        x = self.encoder(ids, roles, mask).float()
        parts = [x[:, 0], mean(x, mask * (roles != 3))]
        for i in (1, 2):
            inside = (roles == i) * mask
            some = (inside.sum(1, keepdim=True) > 0).float()
            parts.append(some * mean(x, inside) + (1 - some) * self.absent[i - 1])
        h = F.dropout(F.gelu(self.join(F.dropout(torch.cat(parts, 1), 0.1, self.training))), 0.1, self.training)
        return self.root(h)


def mean(x, mask):
    w = mask[..., None].to(x.dtype)
    return (x * w).sum(1) / w.sum(1).clamp(min=1)


def opened(kind):
    coder = Coder(CONFIGS[kind])
    folder = {'minilm': a.minilm, 'mpnet': a.mpnet}.get(kind)
    if folder:
        w = {k.removeprefix('bert.').removeprefix('mpnet.'): v for k, v in load_file(os.path.join(folder, 'model.safetensors')).items()}
        coder.encoder.take(w)
    return coder.to(DEV)


def batch_of(which):
    n = max(int(D['lens'][i]) for i in which)
    n = -(-n // 8) * 8
    ids, roles, mask = np.zeros((len(which), n), 'int64'), np.full((len(which), n), 3, 'int64'), np.zeros((len(which), n), 'float32')
    for r, i in enumerate(which):
        a, b = AT[i], AT[i + 1]
        ids[r, :b - a], roles[r, :b - a], mask[r, :b - a] = IDS[a:b], ROLES[a:b], 1
    put = lambda x: torch.from_numpy(x).to(DEV, non_blocking=True)
    return put(ids), put(roles), put(mask)


def groups(coder, rate, decay):
    e = coder.encoder
    for w in (e.word.weight, e.position.weight, e.segment):
        w.requires_grad_(False)
    out = [{'params': [coder.absent, *coder.join.parameters(), *coder.root.parameters()], 'lr': 10 * rate}]
    top = len(e.layers)
    for i, layer in enumerate(e.layers):
        out.append({'params': list(layer.parameters()), 'lr': rate * decay ** (top - 1 - i)})
    out.append({'params': [*e.feature.parameters(), *e.norm.parameters()], 'lr': rate * decay ** top})
    return out


def learn(coder, epoch_rows, epochs, batch, rate, keep, seconds, seed, decay=0.9, consistency=0.0, smoothing=0.1, quad=0.5, hard=0.3, note='', probe=None, snapshot=None):
    """Trains; `epoch_rows(rand)` gives [(sequence, type, quad, soft or None)]. What comes back is the running mean of the weights.

    Rates fall with the steps done or the time used, whichever is further on; ends by itself.
    """
    rand = random.Random(seed)
    torch.manual_seed(seed)
    params = groups(coder, rate, decay)
    opt = torch.optim.AdamW(params, weight_decay=0.01, fused=DEV == 'cuda')
    tops = [g['lr'] for g in opt.param_groups]
    live = [p for p in coder.parameters() if p.requires_grad]
    slow = [p.detach().clone() for p in live]
    began, step, over = time.time(), 0, False
    count = len(epoch_rows(random.Random(0)))
    steps = epochs * -(-count // batch)
    if SMOKE:
        steps = min(steps, 3)
    for epoch in range(epochs):
        rows = epoch_rows(rand)
        rand.shuffle(rows)
        pools = [sorted(rows[i:i + 16 * batch], key=lambda r: D['lens'][r[0]]) for i in range(0, len(rows), 16 * batch)]
        lots = [pool[i:i + batch] for pool in pools for i in range(0, len(pool), batch)]
        rand.shuffle(lots)
        coder.train()
        total = torch.zeros((), device=DEV)
        for lot in lots:
            done = max(step / steps, (time.time() - began) / seconds)
            if done >= 1 or step >= steps:
                over = True
                break
            for g, top in zip(opt.param_groups, tops):
                g['lr'] = top * min(1, (step + 1) / (0.1 * steps)) * (1 - done)
            ids, roles, mask = batch_of([r[0] for r in lot])
            root = torch.tensor([r[1] for r in lot], device=DEV)
            quads = torch.tensor([r[2] for r in lot], device=DEV)
            if consistency:
                ids, roles, mask, root, quads = (torch.cat([t, t]) for t in (ids, roles, mask, root, quads))
            with torch.autocast('cuda', torch.bfloat16, enabled=DEV == 'cuda' and coder.c.kind == 'mpnet'):
                logits = coder(ids, roles, mask)
            log = torch.log_softmax(logits.float(), 1)
            logq = torch.log(torch.exp(log) @ coder.group + 1e-6)
            if lot[0][3] is not None:
                soft = torch.stack([r[3] for r in lot]).to(DEV)
                soft_quads = soft @ coder.group
                loss = -(soft * log).sum(1).mean() - quad * (soft_quads * logq).sum(1).mean()
                known = root >= 0
                if hard and bool((torch.tensor([r[1] for r in lot]) >= 0).any()):
                    loss = loss + hard * F.cross_entropy(log, root, ignore_index=-1) + hard * quad * F.nll_loss(logq, quads, ignore_index=-1)
            else:
                loss = F.cross_entropy(log, root, label_smoothing=smoothing) + quad * F.nll_loss(logq, quads)
            if consistency:
                a, b = log.chunk(2)
                kl = lambda p, q: F.kl_div(p, q, log_target=True, reduction='batchmean')
                loss = loss + consistency * 0.5 * (kl(a, b) + kl(b, a))
            opt.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(live, 1.0)
            opt.step()
            step += 1
            torch._foreach_lerp_(slow, [p.detach() for p in live], 1 - min(keep, (step + 1) / (step + 10)))
            total += loss.detach()
            if snapshot and time.time() > snapshot[0]:
                kept = [p.detach().clone() for p in live]
                with torch.no_grad():
                    for p, q in zip(live, slow):
                        p.copy_(q)
                    snapshot[1](coder)
                    for p, q in zip(live, kept):
                        p.copy_(q)
                snapshot = None
        if over:
            break
    with torch.no_grad():
        for p, s in zip(live, slow):
            p.copy_(s)
    say(note, f'steps {step} of {steps} loss {float(total) / max(1, len(lots)):.3f} seconds {time.time() - began:.0f}', probe(coder) if probe else '')
    return coder


@torch.no_grad()
def predict(coder, which, batch=128):
    """Log probabilities, [sequence, type]."""
    coder.eval()
    order = sorted(range(len(which)), key=lambda i: D['lens'][which[i]])
    out = torch.zeros(len(which), len(TYPES))
    for i in range(0, len(order), batch):
        some = order[i:i + batch]
        with torch.autocast('cuda', torch.bfloat16, enabled=DEV == 'cuda' and coder.c.kind == 'mpnet'):
            logits = coder(*batch_of([which[k] for k in some]))
        out[some] = torch.log_softmax(logits.float(), 1).cpu()
    return out


def silver_stage(kind, seed, seconds):
    coder = opened(kind)
    rows = [(int(i), int(k), QUADS[k], None) for i, k in D['silver']]
    half = lambda rand: rand.sample(rows, 10000 if not SMOKE else 64)
    rate = 4e-5 if kind == 'mpnet' else 1e-4
    learn(coder, half, 1 if kind == 'mpnet' else 2, 32, rate, 0.99, seconds, seed, note=f'silver {kind} {seed}')
    save(coder, os.path.join(STAGE, f'{kind}.{seed}.pt'))


def save(coder, path):
    torch.save({'weights': coder.state_dict()}, path)


def load(kind, path):
    coder = opened(kind)
    coder.load_state_dict(torch.load(path, map_location=DEV)['weights'])
    return coder


def pruned(coder, layers=(0, 1, 3, 5), inner=768):
    """Four layers of half the inner width, begun from the six."""
    small = Coder(CONFIGS['small']).to(DEV)
    w = coder.state_dict()
    out = {}
    for k, v in w.items():
        if not k.startswith('encoder.layers.'):
            out[k] = v
    for j, i in enumerate(layers):
        at, to = f'encoder.layers.{i}.', f'encoder.layers.{j}.'
        up, down = w[at + 'up.weight'], w[at + 'down.weight']
        units = (up.norm(dim=1) * down.norm(dim=0)).topk(inner).indices.sort().values
        for k, v in w.items():
            if k.startswith(at):
                name = k[len(at):]
                out[to + name] = v[units] if name.startswith('up.') else v[:, units] if name == 'down.weight' else v
    small.load_state_dict(out)
    return small


def fold_stage(n):
    root, quad, fold, plv = D['root'], D['quad'], D['fold'], D['plv']
    train = [i for i in range(len(root)) if fold[i] != n]
    test = [i for i in range(len(root)) if fold[i] == n]
    test = test[:16] if SMOKE else test
    held = [int(plv[i][0]) for i in test]
    silver = [(int(i), int(k), QUADS[k], None) for i, k in D['silver']]

    def rows(rand, mix):
        out = rand.sample(silver, mix)
        for i in train:
            at = 0 if rand.random() < 0.5 else rand.randint(1, plv.shape[1] - 2)
            out.append((int(plv[i][at]), int(root[i]), int(quad[i]), None))
        return out[:48] if SMOKE else out

    def accuracy(log):
        q = (log.exp() @ F.one_hot(torch.tensor(QUADS), 4).float()).argmax(1)
        return f'fold {n} root {100 * float((log.argmax(1).numpy() == root[test]).mean()):.1f} quad {100 * float((q.numpy() == quad[test]).mean()):.1f}'

    def keep(name, log):
        with open(os.path.join(OUT, f'{name}.{n}.jsonl'), 'w') as f:
            for i, s in zip(test, log.tolist()):
                f.write(json.dumps({'uid': str(i), 'scores': [round(x, 4) for x in s]}) + '\n')

    probe = (lambda c: accuracy(predict(c, held))) if test else None
    # what the students learn from: PLV's lines (also with other actors, and turned round), silver, sentences without labels
    lines = [(int(plv[i][at]), int(root[i]) if at < plv.shape[1] - 1 else -1, int(quad[i]) if at < plv.shape[1] - 1 else -1) for i in train for at in range(plv.shape[1])]
    pool = lines + [(r[0], -1, -1) for r in silver[:8000]] + [(int(i), -1, -1) for i in D['real']]
    if SMOKE:
        lines, pool = lines[:32], lines[:32] + pool[-32:]
    share = END - time.time()
    teachers_until = time.time() + 0.5 * share
    soft, kept, k = torch.zeros(len(pool), len(TYPES)), [], 0
    # consistency, epochs, seed of the silver stage
    plans = [('mpnet', 0.5, 6, 1), ('mpnet', 0.0, 8, 2), ('mpnet', 0.5, 6, 2), ('mpnet', 0.0, 8, 1), ('mpnet', 1.0, 6, 1), ('mpnet', 0.5, 8, 2)]
    if not os.path.exists(os.path.join(STAGE, 'mpnet.1.pt')):
        plans = [('minilm', p[1], p[2], 1) for p in plans]
    took = 0.0
    for kind, consistency, epochs, start in plans:
        if k and (time.time() + took > teachers_until or SMOKE):
            break
        began = time.time()
        path = os.path.join(STAGE, f'{kind}.{start}.pt')
        if not os.path.exists(path):
            path = os.path.join(STAGE, f'{kind}.1.pt')
        coder = load(kind, path)
        learn(coder, lambda r: rows(r, 250), epochs, 16, 3e-5 if kind == 'mpnet' else 6e-5, 0.98, max(20, 0.3 * share), 10 * n + k, consistency=consistency, quad=0.7,
              note=f'fold {n} teacher {k} {kind} consistency {consistency} epochs {epochs}', probe=probe)
        if test:
            log = predict(coder, held)
            keep(f'teacher{k}', log)
            kept.append(log)
        soft += predict(coder, [p[0] for p in pool])
        del coder
        k += 1
        took = time.time() - began
    soft = torch.softmax(soft / k, 1)
    if test:
        log = torch.log_softmax(torch.stack(kept).mean(0), 1)
        keep('teachers', log)
        say(f'fold {n} {k} teachers together', accuracy(log))
    else:
        np.savez_compressed(os.path.join(OUT, 'soft.npz'), soft=soft.numpy().astype('float16'), pool=np.array(pool))
    first = len(lines)

    def taught(rand):
        index = [rand.randrange(first) if SMOKE else i for i in range(first)] + list(range(first, len(pool)))
        return [(*pool[i], soft[i]) for i in index]

    left = END - time.time() - 12
    six = load('minilm', os.path.join(STAGE, 'minilm.1.pt'))
    learn(six, taught, 6, 64, 2e-4, 0.995, max(10, 0.55 * left), n, hard=0.2, quad=0.7, note=f'fold {n} six layers', probe=probe)
    if test:
        keep('six', predict(six, held))
    else:
        save(six, os.path.join(OUT, 'six.pt'))
    small = pruned(six)
    left = END - time.time() - 8
    learn(small, taught, 8, 64, 3e-4, 0.995, max(8, left), n, hard=0.2, quad=0.7, note=f'fold {n} four layers', probe=probe)
    if test:
        keep('four', predict(small, held))
    else:
        save(small, os.path.join(OUT, 'four.pt'))


def student_stage(steps, batch=64, rate=2e-4, keep=0.995):
    """The six layers on all lines, from soft labels that were kept; student.pt is the running mean of the weights."""
    kept = np.load(os.path.join(OUT, 'soft.npz'))
    pool, soft = kept['pool'], torch.tensor(kept['soft'].astype('float32'))
    six = load('minilm', os.path.join(OUT, 'six.pt'))
    opt = torch.optim.AdamW(groups(six, rate, 0.9), weight_decay=0.01)
    tops = [g['lr'] for g in opt.param_groups]
    live = [p for p in six.parameters() if p.requires_grad]
    slow = [p.detach().clone() for p in live]
    done, path = 0, os.path.join(OUT, 'student.checkpoint.pt')
    if os.path.exists(path):
        c = torch.load(path)
        done = c['step']
        opt.load_state_dict(c['opt'])
        with torch.no_grad():
            for p, q, a, b in zip(live, slow, c['live'], c['slow']):
                p.copy_(a), q.copy_(b)
    torch.manual_seed(done)
    six.train()
    for step, lot in enumerate(lots_of(pool, steps, batch)[done:], done):
        for g, top in zip(opt.param_groups, tops):
            g['lr'] = top * min(1, (step + 1) / (0.06 * steps)) * (1 - step / steps)
        ids, roles, mask = batch_of([int(pool[k][0]) for k in lot])
        root, quad = (torch.tensor(pool[lot][:, i].astype('int64'), device=DEV) for i in (1, 2))
        with torch.autocast(DEV, torch.bfloat16):
            logits = six(ids, roles, mask)
        s, log = soft[lot].to(DEV), torch.log_softmax(logits.float(), 1)
        logq = torch.log(log.exp() @ six.group + 1e-6)
        loss = -(s * log).sum(1).mean() - 0.7 * ((s @ six.group) * logq).sum(1).mean()
        if bool((root >= 0).any()):
            loss = loss + 0.2 * F.cross_entropy(log, root, ignore_index=-1) + 0.14 * F.nll_loss(logq, quad, ignore_index=-1)
        opt.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(live, 1.0)
        opt.step()
        torch._foreach_lerp_(slow, [p.detach() for p in live], 1 - min(keep, (step + 2) / (step + 11)))
        if (step + 1) % 200 == 0 or step + 1 == steps:
            say(f'student {step + 1} of {steps} loss {float(loss):.3f}')
            torch.save({'step': step + 1, 'opt': opt.state_dict(), 'live': [p.detach() for p in live], 'slow': slow}, path + '.new')
            os.replace(path + '.new', path)
    with torch.no_grad():
        for p, q in zip(live, slow):
            p.copy_(q)
    save(six, os.path.join(OUT, 'student.pt'))


def lots_of(pool, steps, batch):
    """Places in the pool, epoch after epoch; those of a lot are of like length."""
    rand, lots = random.Random(11), []
    while len(lots) < steps:
        order = list(range(len(pool)))
        rand.shuffle(order)
        sorts = [sorted(order[i:i + 16 * batch], key=lambda k: D['lens'][int(pool[k][0])]) for i in range(0, len(order), 16 * batch)]
        epoch = [s[i:i + batch] for s in sorts for i in range(0, len(s), batch)]
        rand.shuffle(epoch)
        lots += epoch
    return lots[:steps]


if __name__ == '__main__':
    os.makedirs(a.out, exist_ok=True)
    if a.what[0] == 'silver':
        silver_stage(a.what[1], int(a.what[2]), 60 * a.minutes)
    elif a.what[0] == 'student':
        student_stage(int(a.what[1]))
    else:
        fold_stage(int(a.what[1]))
