"""The coder: one encoder run over the marked sentence, what stands at the markers, and fifteen types.

Shapes: B sentences, P pieces, D = 384, K = 15 types.
"""
import sys
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))
from model import Config, Encoder  # noqa: E402

from pairs import QUADS, ROLES, TYPES  # noqa: E402


class Coder(nn.Module):
    def __init__(self, config=None):
        super().__init__()
        c = config or Config()
        self.encoder = Encoder(c)
        self.encoder.feature = nn.Embedding(ROLES, c.width)
        nn.init.normal_(self.encoder.feature.weight, std=0.01)
        self.absent = nn.Parameter(torch.zeros(2, c.width))  # stands for an actor that the sentence does not name
        self.join = nn.Linear(4 * c.width, c.width)
        self.root = nn.Linear(c.width, len(TYPES))
        self.register_buffer('group', F.one_hot(torch.tensor(QUADS), 4).float())

    def forward(self, ids, roles, mask):
        """ids, roles, mask: [B, P]. Logits of the types, [B, K]."""
        x = self.encoder(ids, roles, mask)
        parts = [x[:, 0], mean(x, (mask > 0) & (roles != 3))]
        for i in (1, 2):
            inside = (roles == i) & (mask > 0)
            some = inside.any(1, keepdim=True).float()
            parts.append(some * mean(x, inside) + (1 - some) * self.absent[i - 1])
        h = F.dropout(F.gelu(self.join(F.dropout(torch.cat(parts, 1), 0.1, self.training))), 0.1, self.training)
        return self.root(h)


def mean(x, mask):
    weight = mask.to(x.dtype)[..., None]
    return (x * weight).sum(1) / weight.sum(1).clamp(min=1)


def loss_of(logits, root, quad, group, smoothing=0.1, share=0.5):
    """Cross entropy of the type, and of the quad as the sum of its types' probabilities."""
    log = torch.log_softmax(logits, 1)
    quads = torch.log(torch.exp(log) @ group + 1e-6)
    return F.cross_entropy(logits, root, label_smoothing=smoothing) + share * F.nll_loss(quads, quad)
