"""Writes a checkpoint's averaged weights as the two ONNX graphs that ship, 32-bit and int8, with their manifest's share.

    python export.py --checkpoint checkpoints/a/last.pt --out build/ [--plain]

`encoder.onnx` reads one window: ids, features [1, P] and starts [W] give cue logits [W, 3], three projections [W, E] of each word,
and what the voice head gives for it [W, VOICE_OUT].
`pair.onnx` takes these projections and candidates first, last [N] and the
offsets [K] (-R … R, R at most REACH) of the words to label: emissions [N, K, 4] and validity logits [N]. `--plain` takes
the last weights instead of the averaged ones.
"""
import argparse
import json
import os

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from model import REACH, load

p = argparse.ArgumentParser()
p.add_argument('--checkpoint', required=True)
p.add_argument('--out', required=True)
p.add_argument('--plain', action='store_true')


class EncoderGraph(nn.Module):
    def __init__(self, tagger):
        super().__init__()
        self.encoder, self.cue, self.pair, self.voice = tagger.encoder, tagger.cue, tagger.pair, tagger.voice

    def forward(self, ids, features, starts):
        e = self.encoder
        x = e.norm(e.word(ids) + e.position.weight[: ids.shape[1]] + e.segment + e.feature(features))
        for layer in e.layers:
            x = layer(x, None)
        words = x[0][starts]
        return self.cue(words), self.pair.of_word(words), self.pair.of_first(words), self.pair.of_last(words), self.voice(words)


class PairGraph(nn.Module):
    def __init__(self, tagger):
        super().__init__()
        self.pair = tagger.pair

    def forward(self, word, of_first, of_last, first, last, offsets):
        h, w = self.pair, word.shape[0]
        at = first[:, None] + offsets[None, :]
        real = (at >= 0) & (at < w)
        at = at.clamp(min=0).minimum(torch.zeros_like(at) + w - 1)
        inside = ((at >= first[:, None]) & (at <= last[:, None]) & real).float()
        x = word[at] + (of_first[first] + of_last[last])[:, None, :] + h.distance(offsets + REACH)[None] + inside[..., None] * h.in_cue
        x = torch.nn.functional.gelu(h.norm(x))
        bias = ((1.0 - real.float()) * -10000.0)[:, None, None, :]
        for layer in h.layers:
            x = layer(x, bias)
        x = h.last(x)
        return h.label(x), h.valid(x[:, offsets.shape[0] // 2]).squeeze(-1)


def main():
    a = p.parse_args()
    os.makedirs(a.out, exist_ok=True)
    kept = torch.load(a.checkpoint, map_location='cpu')
    tagger = load(a.checkpoint, averaged=not a.plain)
    at = lambda name: os.path.join(a.out, name)
    with torch.no_grad():
        ids, features, starts = torch.randint(1000, 2000, (1, 40)), torch.randint(0, 30, (1, 40)), torch.arange(1, 39)
        torch.onnx.export(EncoderGraph(tagger), (ids, features, starts), at('encoder.fp32.onnx'), dynamo=False, opset_version=17,
                          input_names=['ids', 'features', 'starts'], output_names=['cue', 'word', 'first_of', 'last_of', 'voice'],
                          dynamic_axes={'ids': {1: 'P'}, 'features': {1: 'P'}, 'starts': {0: 'W'}, 'cue': {0: 'W'}, 'word': {0: 'W'}, 'first_of': {0: 'W'}, 'last_of': {0: 'W'}, 'voice': {0: 'W'}})
        word = torch.randn(38, 128)
        torch.onnx.export(PairGraph(tagger), (word, word, word, torch.tensor([3, 9]), torch.tensor([3, 10]), torch.arange(-40, 41)), at('pair.fp32.onnx'), dynamo=False, opset_version=17,
                          input_names=['word', 'first_of', 'last_of', 'first', 'last', 'offsets'], output_names=['emissions', 'valid'],
                          dynamic_axes={'word': {0: 'W'}, 'first_of': {0: 'W'}, 'last_of': {0: 'W'}, 'first': {0: 'N'}, 'last': {0: 'N'}, 'offsets': {0: 'K'}, 'emissions': {0: 'N', 1: 'K'}, 'valid': {0: 'N'}})
    for name in ('encoder', 'pair'):
        # Seven bits a weight: without VNNI, eight would overflow the 16-bit sums of processors that have AVX2 alone.
        quantize_dynamic(at(f'{name}.fp32.onnx'), at(f'{name}.onnx'), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, op_types_to_quantize=['MatMul', 'Gather'] if name == 'encoder' else ['MatMul'])
    json.dump({'reach': REACH, 'transition': tagger.crf.transition.tolist(), 'step': kept['step'], 'epoch': kept['epoch'], 'minutes': round(kept['spent'] / 60, 1)}, open(at('head.json'), 'w'))
    print({n: os.path.getsize(at(n)) for n in sorted(os.listdir(a.out))})


if __name__ == '__main__':
    main()
