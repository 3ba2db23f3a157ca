"""The tagger: one encoder run a window, a cue head, for each candidate cue a light head over the words around it, and a head for voice.

Shapes: B windows, P pieces, W words, N candidate cues of a batch, K = 2 * REACH + 1 words around a cue, D = 384 (768 in a teacher),
E = 128 (256), S sentences of a window.
"""
import math

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from data import FEATURES

REACH = 72  # words to each side of a cue; 99 % of the attributions of PolNeAR train lie within
K = 2 * REACH + 1
LABELS = 4  # O, S, Q, C
VOICE_HEADS = 4
VOICE_OUT = VOICE_HEADS * 4 + 3  # of a word: a score and three values (outlet, attributed, mixed) a head; then own, frame, content


class Config:
    kind, width, heads, vocabulary, positions, eps = 'bert', 384, 12, 30522, 512, 1e-12
    pair_width, pair_heads, pair_inner, pair_layers = 128, 4, 256, 2
    dropout = 0.1

    def __init__(self, layers=6, inner=1536, **more):
        """What differs from tagger to tagger; kept in the checkpoint as `shape`."""
        self.layers, self.inner = layers, inner
        for k, v in more.items():
            setattr(self, k, v)


def mpnet(**more):
    """The teachers' shape: MPNet (Song et al. 2020), whose attention adds a bias by the distance of two pieces."""
    return Config(layers=12, inner=3072, kind='mpnet', width=768, positions=514, eps=1e-5, pair_width=256, pair_inner=512, **more)


class Layer(nn.Module):
    """One post-norm layer of BERT, named as BERT names its parts."""

    def __init__(self, c):
        super().__init__()
        self.heads, self.dropout = c.heads, c.dropout
        self.qkv = nn.Linear(c.width, 3 * c.width)
        self.out = nn.Linear(c.width, c.width)
        self.norm1, self.norm2 = nn.LayerNorm(c.width, eps=c.eps), nn.LayerNorm(c.width, eps=c.eps)
        self.up, self.down = nn.Linear(c.width, c.inner), nn.Linear(c.inner, c.width)

    def forward(self, x, bias):
        b, p, d = x.shape
        q, k, v = self.qkv(x).view(b, p, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=None if bias is None else bias.to(q.dtype)).transpose(1, 2).reshape(b, p, d)
        x = self.norm1(x + F.dropout(self.out(a), self.dropout, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), self.dropout, self.training))


class Encoder(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.c = c
        self.word = nn.Embedding(c.vocabulary, c.width)
        self.position = nn.Embedding(c.positions, c.width)
        self.segment = nn.Parameter(torch.zeros(c.width))
        self.feature = nn.Embedding(FEATURES + 1, c.width)  # the last stands for [CLS], [SEP] and padding
        nn.init.normal_(self.feature.weight, std=0.01)
        self.norm = nn.LayerNorm(c.width, eps=c.eps)
        self.layers = nn.ModuleList(Layer(c) for _ in range(c.layers))
        if c.kind == 'mpnet':
            self.register_buffer('relative', torch.zeros(32, c.heads))

    def forward(self, ids, features, mask):
        """ids, features, mask: [B, P]; mask is 1 for a real piece. States: [B, P, D]."""
        b, p = ids.shape
        skip = 2 if self.c.kind == 'mpnet' else 0
        x = self.word(ids) + self.position.weight[skip:p + skip] + self.segment + self.feature(features)
        x = F.dropout(self.norm(x), self.c.dropout, self.training)
        bias = torch.where(mask > 0, 0.0, -10000.0)[:, None, None, :]
        if self.c.kind == 'mpnet':
            bias = (self.relative[buckets(p, ids.device)].permute(2, 0, 1)[None] + bias).to(torch.bfloat16 if x.is_cuda else x.dtype)
        else:
            bias = bias.expand(b, 1, p, p)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def take(self, path):
        """Copies a published BERT's weights (a safetensors file with the usual names)."""
        self.take_bert({k.removeprefix('bert.'): v for k, v in load_file(path).items()})

    def take_bert(self, w):
        with torch.no_grad():
            t = lambda n: torch.as_tensor(w[n])
            self.word.weight.copy_(t('embeddings.word_embeddings.weight'))
            self.position.weight.copy_(t('embeddings.position_embeddings.weight'))
            self.segment.copy_(t('embeddings.token_type_embeddings.weight')[0])
            copy(self.norm, w, 'embeddings.LayerNorm')
            for i, layer in enumerate(self.layers):
                at = f'encoder.layer.{i}.'
                for part in ('weight', 'bias'):
                    getattr(layer.qkv, part).copy_(torch.cat([t(f'{at}attention.self.{n}.{part}') for n in ('query', 'key', 'value')]))
                copy(layer.out, w, at + 'attention.output.dense')
                copy(layer.norm1, w, at + 'attention.output.LayerNorm')
                copy(layer.up, w, at + 'intermediate.dense')
                copy(layer.down, w, at + 'output.dense')
                copy(layer.norm2, w, at + 'output.LayerNorm')

    def take_mpnet(self, w):
        """Copies MPNet's weights, or the part of them that `w` has; rows of its vocabulary that no corpus uses are missing in the packed file."""
        with torch.no_grad():
            t = lambda n: torch.as_tensor(w[n])
            if 'word.rows' in w:
                self.word.weight[t('word.ids').long()] = t('word.rows')
                self.position.weight.copy_(t('embeddings.position_embeddings.weight'))
                copy(self.norm, w, 'embeddings.LayerNorm')
                self.relative.copy_(t('encoder.relative_attention_bias.weight'))
            for i, layer in enumerate(self.layers):
                at = f'encoder.layer.{i}.'
                if at + 'attention.attn.q.weight' not in w:
                    continue
                for part in ('weight', 'bias'):
                    getattr(layer.qkv, part).copy_(torch.cat([t(f'{at}attention.attn.{n}.{part}') for n in 'qkv']))
                copy(layer.out, w, at + 'attention.attn.o')
                copy(layer.norm1, w, at + 'attention.LayerNorm')
                copy(layer.up, w, at + 'intermediate.dense')
                copy(layer.down, w, at + 'output.dense')
                copy(layer.norm2, w, at + 'output.LayerNorm')


def copy(module, w, name):
    module.weight.copy_(torch.as_tensor(w[name + '.weight']))
    module.bias.copy_(torch.as_tensor(w[name + '.bias']))


CACHE = {}


def buckets(p, device):
    """MPNet's (T5's) buckets of relative positions, [P, P]."""
    if (p, device) not in CACHE:
        at = torch.arange(p, device=device)
        n = -(at[None, :] - at[:, None])
        out = (n < 0).long() * 16
        n = n.abs()
        far = 8 + (torch.log(n.float().clamp(min=1) / 8) / math.log(128 / 8) * 8).long()
        CACHE[p, device] = out + torch.where(n < 8, n, far.clamp(max=15))
    return CACHE[p, device]


class PairLayer(nn.Module):
    """A pre-norm layer over the words around one cue."""

    def __init__(self, c):
        super().__init__()
        d = c.pair_width
        self.heads, self.dropout = c.pair_heads, c.dropout
        self.norm1, self.norm2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.qkv, self.out = nn.Linear(d, 3 * d), nn.Linear(d, d)
        self.up, self.down = nn.Linear(d, c.pair_inner), nn.Linear(c.pair_inner, d)

    def forward(self, x, bias):
        n, k, d = x.shape
        q, key, v = self.qkv(self.norm1(x)).view(n, k, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        a = F.scaled_dot_product_attention(q, key, v, attn_mask=None if bias is None else bias.to(q.dtype)).transpose(1, 2).reshape(n, k, d)
        x = x + F.dropout(self.out(a), self.dropout, self.training)
        return x + F.dropout(self.down(F.gelu(self.up(self.norm2(x)))), self.dropout, self.training)


class PairHead(nn.Module):
    """Labels the words around each candidate cue and says whether the candidate is one."""

    def __init__(self, c):
        super().__init__()
        d, e = c.width, c.pair_width
        self.of_word = nn.Linear(d, e)
        self.of_first, self.of_last = nn.Linear(d, e, bias=False), nn.Linear(d, e, bias=False)
        self.distance = nn.Embedding(K, e)
        nn.init.normal_(self.distance.weight, std=0.02)
        self.in_cue = nn.Parameter(torch.zeros(e))
        self.norm = nn.LayerNorm(e)
        self.layers = nn.ModuleList(PairLayer(c) for _ in range(c.pair_layers))
        self.last = nn.LayerNorm(e)
        self.label, self.valid = nn.Linear(e, LABELS), nn.Linear(e, 1)

    def forward(self, words, counts, window, first, last):
        """words: [B, W, D]; counts: [B], words of each window; window, first, last: [N], the candidate's window and its first and last word.

        Emissions [N, K, 4] for the words first - REACH … first + REACH, `real` [N, K] (inside the window), and validity [N].
        """
        w = words.shape[1]
        offsets = torch.arange(-REACH, REACH + 1, device=words.device)
        at = first[:, None] + offsets[None, :]
        real = (at >= 0) & (at < counts[window][:, None])
        at = at.clamp(0, w - 1)
        x = self.of_word(words)[window[:, None], at]
        cue = self.of_first(words[window, first]) + self.of_last(words[window, last])  # [N, E]
        inside = ((at >= first[:, None]) & (at <= last[:, None]) & real).to(x.dtype)
        x = x + cue[:, None, :] + self.distance.weight[None].to(x.dtype) + inside[..., None] * self.in_cue.to(x.dtype)
        x = F.gelu(self.norm(x))
        bias = torch.where(real, 0.0, -10000.0)[:, None, None, :].expand(-1, 1, K, K)
        for layer in self.layers:
            x = layer(x, bias)
        x = self.last(x)
        return self.label(x).float(), real, self.valid(x[:, REACH]).squeeze(-1).float()


class Crf(nn.Module):
    """A linear-chain CRF over the words around a cue (Lafferty et al. 2001)."""

    def __init__(self):
        super().__init__()
        self.transition = nn.Parameter(torch.zeros(LABELS, LABELS))
        nn.init.normal_(self.transition, std=0.1)

    def nll(self, emissions, mask, here, pairs, weight=None):
        """Mean, weighted by `weight` [N], of the negative log-likelihood of targets where `mask` [N, K] is one run of real words in each row:
        `here` [N, K, 4] is one-hot or a distribution over a word's labels, `pairs` [N, 4, 4] how often one label follows another
        (`counts_of`, `forward_backward`). The marginals are the gradient, which a surrogate passes on.
        """
        weight = emissions.new_ones(len(emissions)) if weight is None else weight
        with torch.no_grad():
            value, marginal, expected = forward_backward(emissions, mask, self.transition)
            score = (emissions * here).sum((1, 2)) + (pairs * self.transition).sum((1, 2))
        w = weight / weight.sum().clamp(min=1)
        surrogate = (emissions * (marginal - here) * w[:, None, None]).sum() + (self.transition * ((expected - pairs) * w[:, None, None]).sum(0)).sum()
        return surrogate + (((value - score) * w).sum() - surrogate).detach()


def counts_of(labels, mask):
    """One-hot labels [N, K, 4], zero where not real, and how often one follows another [N, 4, 4]."""
    here = F.one_hot(labels, LABELS).float() * mask[..., None]
    return here, torch.einsum('nka,nkb->nab', here[:, :-1], here[:, 1:])


def matmul(a, b):
    """Products of many 4 × 4 matrices; no library's own is as fast for so small ones."""
    return (a[..., :, :, None] * b[..., None, :, :]).sum(-2)


@torch.no_grad()
@torch.autocast('cuda', enabled=False)
def forward_backward(emissions, mask, transition):
    """log Z [N], marginals [N, K, L] and expected transitions [N, L, L], by a scan over the products of the chain's matrices."""
    emissions = emissions.float()
    n, k, l = emissions.shape
    shift = torch.where(mask, emissions.max(-1).values, 0.0)
    e = torch.where(mask[..., None], (emissions - shift[..., None]).exp(), 1.0)
    t = transition.float().exp()
    eye = torch.eye(l, device=e.device)
    follows = torch.zeros_like(mask)
    follows[:, 1:] = mask[:, 1:] & mask[:, :-1]
    m = torch.where(follows[..., None, None], t[None, None] * e[:, :, None, :], torch.where(mask[..., None, None], eye * e[:, :, None, :], eye))
    forward, scale = scan(m)
    alpha = forward.sum(2)  # from a start of one for each label: [N, K, L]
    log_z = scale[:, -1] + alpha[:, -1].sum(-1).log() + shift.sum(1)
    turned, _ = scan(m.flip(1).transpose(-1, -2))  # products from the right: M_i … M_last, transposed
    suffix = turned.flip(1).transpose(-1, -2)
    beta = torch.ones_like(alpha)
    beta[:, :-1] = suffix[:, 1:].sum(-1)
    marginal = alpha * beta
    marginal = marginal / marginal.sum(-1, keepdim=True).clamp(min=1e-30) * mask[..., None]
    two = alpha[:, :-1, :, None] * t * (e * beta)[:, 1:, None, :]
    two = two / two.sum((-1, -2), keepdim=True).clamp(min=1e-30) * follows[:, 1:, None, None]
    return log_z, marginal, two.sum(1)


def scan(m):
    """Products M_0 … M_i of matrices [N, K, L, L] for each i, scaled, and the logarithm of the scale [N, K]."""
    n, k = m.shape[:2]
    top = m.amax((-1, -2), keepdim=True)
    p, s, d = m / top, top[..., 0, 0].log(), 1
    while d < k:
        q = matmul(p[:, :-d], p[:, d:])
        top = q.amax((-1, -2), keepdim=True)
        p = torch.cat([p[:, :d], q / top], 1)
        s = torch.cat([s[:, :d], s[:, :-d] + s[:, d:] + top[..., 0, 0].log()], 1)
        d *= 2
    return p, s


class VoiceHead(nn.Module):
    """Whose voice a sentence is told in: each word gives scores and values, each sentence the values weighted by the scores' softmax."""

    def __init__(self, width):
        super().__init__()
        self.up, self.down = nn.Linear(width, 128), nn.Linear(128, VOICE_OUT)

    def forward(self, words):
        return self.down(F.gelu(self.up(words)))


def pooled(words, sentence, count):
    """Voice logits [B, S, 3] of the sentences; words: [B, W, VOICE_OUT], sentence: [B, W], -1 where none."""
    b, w, _ = words.shape
    words = words.float()
    h = VOICE_HEADS
    there = (sentence >= 0)[..., None]
    at = sentence.clamp(min=0)
    e = torch.where(there, words[..., :h].clamp(-15, 15).exp(), 0.0)
    total = torch.zeros(b, count, h, device=words.device).scatter_add_(1, at[..., None].expand(-1, -1, h), e)
    values = (e[..., None] * words[..., h:4 * h].view(b, w, h, 3)).flatten(2)
    sums = torch.zeros(b, count, 3 * h, device=words.device).scatter_add_(1, at[..., None].expand(-1, -1, 3 * h), values)
    return (sums.view(b, count, h, 3) / total.clamp(min=1e-9)[..., None]).sum(2)


class Tagger(nn.Module):
    def __init__(self, c=None):
        super().__init__()
        c = self.c = c or Config()
        self.encoder = Encoder(c)
        self.cue = nn.Sequential(nn.Linear(c.width, c.width // 2), nn.GELU(), nn.Dropout(c.dropout), nn.Linear(c.width // 2, 3))
        self.pair, self.crf, self.voice = PairHead(c), Crf(), VoiceHead(c.width)

    def states(self, ids, features, mask, starts):
        """States of the words, [B, W, D]: of their first pieces (`starts`: [B, W])."""
        x = self.encoder(ids, features, mask)
        return x.gather(1, starts[..., None].expand(-1, -1, x.shape[2]))


def load(path, averaged=True):
    """The tagger of a checkpoint, ready to read: its averaged weights, or its last ones."""
    kept = torch.load(path, map_location='cpu')
    tagger = Tagger(Config(**kept.get('shape', {})))
    tagger.load_state_dict(kept['model'], strict=False)  # checkpoints from before the voice head lack it
    if averaged:
        tagger.load_state_dict(kept.get('mean', {}), strict=False)
    return tagger.eval()
