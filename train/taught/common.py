"""Where the processes of a run meet: the clock that `run.sh` started, its folders, the log, and what all of them need to learn."""
import os
import sys
import time

import torch

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
DEVICE = 'cuda' if torch.cuda.is_available() else 'cpu'
START = float(os.environ.get('RUN_START', time.time()))
OUT, WORK = os.environ.get('RUN_OUT', 'out'), os.environ.get('RUN_WORK', 'out/work')
torch.backends.cuda.matmul.allow_tf32 = True


def clock():
    """Seconds since run.sh began."""
    return time.time() - START


def cast():
    return torch.autocast('cuda', torch.bfloat16, enabled=DEVICE == 'cuda')


def log(name, text):
    line = f'{clock():.0f}s {name}: {text}'
    print(line, flush=True)
    with open(os.path.join(OUT, 'attribution.log'), 'a') as f:
        f.write(line + '\n')


class Mean:
    """A running mean of the weights that learn."""

    def __init__(self, model, decay):
        self.names = [n for n, w in model.named_parameters() if w.requires_grad]
        self.now = [w for w in model.parameters() if w.requires_grad]
        self.mean, self.decay, self.step = [w.detach().clone() for w in self.now], decay, 0

    @torch.no_grad()
    def update(self):
        self.step += 1
        torch._foreach_lerp_(self.mean, self.now, 1 - min(self.decay, (1 + self.step) / (10 + self.step)))

    @torch.no_grad()
    def swap(self):
        kept = [w.detach().clone() for w in self.now]
        torch._foreach_copy_(self.now, self.mean)
        return kept

    @torch.no_grad()
    def back(self, kept):
        torch._foreach_copy_(self.now, kept)


def optimiser(model, base_rate, head_rate, decay=0.01, layer_decay=1.0):
    layers = len(model.encoder.layers)
    groups = {}
    for n, w in model.named_parameters():
        if not w.requires_grad:
            continue
        if n.startswith('encoder.') and 'feature' not in n:
            depth = int(n.split('.')[2]) + 1 if n.startswith('encoder.layers.') else 0
            rate = base_rate * layer_decay ** (layers - depth)
        else:
            rate = head_rate
        groups.setdefault((rate, w.ndim < 2), []).append(w)
    made = torch.optim.AdamW([{'params': ws, 'peak': r, 'weight_decay': 0.0 if flat else decay} for (r, flat), ws in groups.items()], lr=0.0, fused=DEVICE == 'cuda')
    return made


def set_rate(opt, done, warmup):
    factor = min(done / warmup, (1 - done) / (1 - warmup))
    for g in opt.param_groups:
        g['lr'] = g['peak'] * max(factor, 0.01)
