"""The tagger: one encoder run a window, a cue head, and for each candidate cue a light head over the words around it.

Shapes: B windows, P pieces, W words, N candidate cues of a batch, K = 2 * REACH + 1 words around a cue, D = 384, E = 128.
"""
import math

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from data import FEATURES

REACH = 72  # words to each side of a cue; 99 % of the attributions of PolNeAR train lie within
LABELS = 4  # O, S, Q, C


class Config:
    width, heads, vocabulary, positions = 384, 12, 30522, 512
    pair_width, pair_heads, pair_inner, pair_layers = 128, 4, 256, 2
    dropout = 0.1

    def __init__(self, layers=6, inner=1536):
        self.layers, self.inner = layers, inner  # what `prune.py` makes smaller; kept in the checkpoint as `shape`


class Layer(nn.Module):
    """One post-norm layer of BERT, named as BERT names its parts."""

    def __init__(self, c):
        super().__init__()
        self.heads, self.dropout = c.heads, c.dropout
        self.qkv = nn.Linear(c.width, 3 * c.width)
        self.out = nn.Linear(c.width, c.width)
        self.norm1, self.norm2 = nn.LayerNorm(c.width, eps=1e-12), nn.LayerNorm(c.width, eps=1e-12)
        self.up, self.down = nn.Linear(c.width, c.inner), nn.Linear(c.inner, c.width)

    def forward(self, x, mask):
        b, p, d = x.shape
        q, k, v = self.qkv(x).view(b, p, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(b, p, d)
        x = self.norm1(x + F.dropout(self.out(a), self.dropout, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), self.dropout, self.training))


class Encoder(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.word = nn.Embedding(c.vocabulary, c.width)
        self.position = nn.Embedding(c.positions, c.width)
        self.segment = nn.Parameter(torch.zeros(c.width))
        self.feature = nn.Embedding(FEATURES + 1, c.width)  # the last stands for [CLS], [SEP] and padding
        nn.init.normal_(self.feature.weight, std=0.01)
        self.norm = nn.LayerNorm(c.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(c) for _ in range(c.layers))
        self.dropout = c.dropout

    def forward(self, ids, features, mask):
        """ids, features, mask: [B, P]; mask is 1 for a real piece. States: [B, P, D]."""
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.segment + self.feature(features)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = ((1.0 - mask.to(x.dtype)) * -10000.0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def take(self, path):
        """Copies a published BERT's weights (a safetensors file with the usual names)."""
        w = {k.removeprefix('bert.'): v for k, v in load_file(path).items()}
        with torch.no_grad():
            self.word.weight.copy_(w['embeddings.word_embeddings.weight'])
            self.position.weight.copy_(w['embeddings.position_embeddings.weight'])
            self.segment.copy_(w['embeddings.token_type_embeddings.weight'][0])
            copy(self.norm, w, 'embeddings.LayerNorm')
            for i, layer in enumerate(self.layers):
                at = f'encoder.layer.{i}.'
                for part in ('weight', 'bias'):
                    getattr(layer.qkv, part).copy_(torch.cat([w[f'{at}attention.self.{n}.{part}'] for n in ('query', 'key', 'value')]))
                copy(layer.out, w, at + 'attention.output.dense')
                copy(layer.norm1, w, at + 'attention.output.LayerNorm')
                copy(layer.up, w, at + 'intermediate.dense')
                copy(layer.down, w, at + 'output.dense')
                copy(layer.norm2, w, at + 'output.LayerNorm')


def copy(module, w, name):
    module.weight.copy_(w[name + '.weight'])
    module.bias.copy_(w[name + '.bias'])


class PairLayer(nn.Module):
    """A pre-norm layer over the words around one cue."""

    def __init__(self, c):
        super().__init__()
        d = c.pair_width
        self.heads, self.dropout = c.pair_heads, c.dropout
        self.norm1, self.norm2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.qkv, self.out = nn.Linear(d, 3 * d), nn.Linear(d, d)
        self.up, self.down = nn.Linear(d, c.pair_inner), nn.Linear(c.pair_inner, d)

    def forward(self, x, mask):
        n, k, d = x.shape
        q, key, v = self.qkv(self.norm1(x)).view(n, k, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, key, v, attn_mask=mask).transpose(1, 2).reshape(n, k, d)
        x = x + F.dropout(self.out(a), self.dropout, self.training)
        return x + F.dropout(self.down(F.gelu(self.up(self.norm2(x)))), self.dropout, self.training)


class PairHead(nn.Module):
    """Labels the words around each candidate cue and says whether the candidate is one."""

    def __init__(self, c):
        super().__init__()
        d, e = c.width, c.pair_width
        self.of_word, self.of_first, self.of_last = nn.Linear(d, e), nn.Linear(d, e, bias=False), nn.Linear(d, e, bias=False)
        self.distance = nn.Embedding(2 * REACH + 1, e)
        self.in_cue = nn.Parameter(torch.zeros(e))
        nn.init.normal_(self.distance.weight, std=0.02)
        self.norm = nn.LayerNorm(e)
        self.layers = nn.ModuleList(PairLayer(c) for _ in range(c.pair_layers))
        self.last = nn.LayerNorm(e)
        self.label, self.valid = nn.Linear(e, LABELS), nn.Linear(e, 1)

    def forward(self, words, window, first, last):
        """words: [B, W, D]; window, first, last: [N], the candidate's window and its first and last word.

        Emissions [N, K, 4] for the words first - REACH … first + REACH (zero outside the window), the mask [N, K], and validity [N].
        """
        b, w, _ = words.shape
        offsets = torch.arange(-REACH, REACH + 1, device=words.device)
        at = first[:, None] + offsets[None, :]
        real = (at >= 0) & (at < w)
        at = at.clamp(0, w - 1)
        h = self.of_word(words)  # [B, W, E]
        x = h[window[:, None], at]
        cue = self.of_first(words[window, first]) + self.of_last(words[window, last])  # [N, E]
        inside = ((at >= first[:, None]) & (at <= last[:, None]) & real).to(x.dtype)
        x = x + cue[:, None, :] + self.distance.weight[None] + inside[..., None] * self.in_cue
        x = F.gelu(self.norm(x))
        bias = ((1.0 - real.to(x.dtype)) * -10000.0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        x = self.last(x)
        return self.label(x), real, self.valid(x[:, REACH]).squeeze(-1)


class Crf(nn.Module):
    """A linear-chain CRF over the words around a cue (Lafferty et al. 2001)."""

    def __init__(self):
        super().__init__()
        self.transition = nn.Parameter(torch.zeros(LABELS, LABELS))
        nn.init.normal_(self.transition, std=0.1)

    def nll(self, emissions, mask, here, pairs):
        """Mean negative log-likelihood of targets where `mask` [N, K] is one run of real words in each row: `here` [N, K, 4] is one-hot or a
        distribution over a word's labels, `pairs` [4, 4] how often one label follows another in all of them (`counts_of`, `forward_backward`).

        Forward and backward sums run without autograd, on scaled probabilities; their marginals are the gradient, which a surrogate
        passes on. On two cores that is fifty times faster than autograd through K steps of logsumexp.
        """
        with torch.no_grad():
            value, marginal, expected = forward_backward(emissions, mask, self.transition)
            score = (emissions * here).sum() + (pairs * self.transition).sum()
        n = emissions.shape[0]
        surrogate = (emissions * (marginal - here)).sum() + (self.transition * (expected - pairs)).sum()
        return (surrogate + (value.sum() - score - surrogate).detach()) / n


def counts_of(labels, mask):
    """One-hot labels [N, K, 4], zero where not real, and how often one follows another [4, 4]."""
    here = F.one_hot(labels, LABELS).float() * mask[..., None]
    return here, torch.einsum('nka,nkb->ab', here[:, :-1], here[:, 1:])


def forward_backward(emissions, mask, transition):
    """log Z [N], marginals [N, K, L] (zero where not real) and the expected number of each transition [L, L]."""
    n, k, _ = emissions.shape
    real = mask[..., None].to(emissions.dtype)
    shift = emissions.max(-1, keepdim=True).values * real
    e = torch.where(mask[..., None], (emissions - shift).exp(), torch.ones(()))
    t = transition.exp()
    eye = torch.eye(LABELS)
    follows = torch.zeros_like(mask)
    follows[:, 1:] = mask[:, 1:] & mask[:, :-1]
    alphas, scales, current = [], [], torch.full((n, LABELS), 1.0)
    for i in range(k):  # before the first real word alpha is one for each label, after the last it stays as it is
        moved = torch.where(follows[:, i, None], current @ t, current)
        current = moved * e[:, i]
        scale = torch.where(mask[:, i], current.sum(1), torch.ones(()))
        current = current / scale[:, None]
        alphas.append(current)
        scales.append(scale)
    betas, current = [None] * k, torch.ones(n, LABELS)
    for i in reversed(range(k)):
        betas[i] = current
        if i:
            current = torch.where(follows[:, i, None], (current * e[:, i]) @ t.T / scales[i][:, None], current)
    alpha, beta, scale = torch.stack(alphas, 1), torch.stack(betas, 1), torch.stack(scales, 1)
    marginal = alpha * beta
    marginal = marginal / marginal.sum(-1, keepdim=True) * real
    f = follows[:, 1:, None].to(emissions.dtype)
    expected = torch.einsum('nka,nkb->ab', alpha[:, :-1] * f, beta[:, 1:] * e[:, 1:] / scale[:, 1:, None]) * t
    return scale.log().sum(1) + shift.squeeze(-1).sum(1), marginal, expected


class Tagger(nn.Module):
    def __init__(self, c=None):
        super().__init__()
        c = c or Config()
        self.encoder = Encoder(c)
        self.cue = nn.Sequential(nn.Linear(c.width, c.width // 2), nn.GELU(), nn.Dropout(c.dropout), nn.Linear(c.width // 2, 3))
        self.pair, self.crf = PairHead(c), Crf()

    def states(self, ids, features, mask, starts):
        """States of the words, [B, W, D]: of their first pieces (`starts`: [B, W])."""
        x = self.encoder(ids, features, mask)
        return x.gather(1, starts[..., None].expand(-1, -1, x.shape[2]))


def load(path, averaged=True):
    """The tagger of a checkpoint, ready to read: its averaged weights, or its last ones."""
    kept = torch.load(path, map_location='cpu')
    tagger = Tagger(Config(**kept.get('shape', {})))
    tagger.load_state_dict(kept['model'])
    if averaged:
        tagger.load_state_dict(kept.get('mean', {}), strict=False)
    return tagger.eval()
