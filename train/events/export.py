"""Writes a coder as the ONNX graph that ships, int8, with its manifest, and as `parity.json`: pieces and logits of invented pairs.

    python export.py --checkpoint out/all.pt --vocabulary ../../models/vocabulary.txt --pieces ../../models/pieces.bin --temperature 1.2 --out ../../models/events
"""
import argparse
import hashlib
import json
import os
import sys
from pathlib import Path

import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from coder import Coder
from pairs import TYPES, Vocabulary, encode, mark

sys.path.append(str(Path(__file__).resolve().parent.parent / 'vectors'))
from vectors import read  # noqa: E402

p = argparse.ArgumentParser()
p.add_argument('--checkpoint', required=True)
p.add_argument('--vocabulary', required=True)
p.add_argument('--pieces', required=True, help='models/pieces.bin')
p.add_argument('--temperature', type=float, default=1.0)
p.add_argument('--out', required=True)

PAIRS = [
    ('Norway expelled two diplomats of Belarus on Friday.', 'Norway', 'Belarus'),
    ('“We will strike back,” General Ayo Béké told the envoy of the US, not the USE.', 'General Ayo Béké', 'US'),
    ('Two papers were ordered to close.', 'An actor', 'Two papers'),
    ('The union of the port of Tarnby called off its strike against the port of Tarnby.', 'The union of the port of Tarnby', 'the port of Tarnby'),
    (' '.join(['Long sentences go on and on.'] * 40 + ['Kenya sent Malawi flour.'] + ['And on.'] * 60), 'Kenya', 'Malawi'),
]


class Graph(nn.Module):
    """One sentence without padding; `words` are rows of the table that encoders share (`pieces.py`), which no coder moves: [1, P, D]."""

    def __init__(self, coder):
        super().__init__()
        self.c = coder

    def forward(self, words, roles):
        e = self.c.encoder
        x = e.norm(words + e.position.weight[: words.shape[1]] + e.segment + e.feature(roles))
        for layer in e.layers:
            x = layer(x, None)
        parts = [x[:, 0], self.mean(x, roles != 3)[0]]
        for i in (1, 2):
            middle, some = self.mean(x, roles == i)
            parts.append(some * middle + (1 - some) * self.c.absent[i - 1])
        return self.c.root(torch.nn.functional.gelu(self.c.join(torch.cat(parts, 1))))

    def mean(self, x, mask):
        weight = mask.to(x.dtype)[..., None]
        count = weight.sum(1)
        return (x * weight).sum(1) / count.clamp(min=1), (count > 0).to(x.dtype)


def main():
    a = p.parse_args()
    os.makedirs(a.out, exist_ok=True)
    coder = Coder()
    coder.load_state_dict(torch.load(a.checkpoint, map_location='cpu')['weights'])
    coder.eval()
    plain, small = os.path.join(a.out, 'encoder.fp32.onnx'), os.path.join(a.out, 'encoder.onnx')
    with torch.no_grad():
        ids = torch.randint(1000, 2000, (1, 40))
        roles = torch.tensor([[3] + [0] * 10 + [3, 1, 1, 3] + [0] * 10 + [3, 2, 3] + [0] * 11 + [3]])
        torch.onnx.export(Graph(coder), (torch.randn(1, ids.shape[1], 384), roles), plain, dynamo=False, opset_version=17, input_names=['words', 'roles'], output_names=['logits'],
                          dynamic_axes={'words': {1: 'P'}, 'roles': {1: 'P'}})
    # Seven bits a weight: without VNNI, eight would overflow the 16-bit sums of processors that have AVX2 alone.
    quantize_dynamic(plain, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, op_types_to_quantize=['MatMul'])
    vocabulary = Vocabulary(a.vocabulary)
    session, table = onnxruntime.InferenceSession(small), read(a.pieces)
    parity = []
    for sentence, source, target in PAIRS:
        ids, roles = encode(mark(sentence, source, target), vocabulary)
        logits = session.run(['logits'], {'words': table[ids][None], 'roles': [roles]})[0][0]
        with torch.no_grad():
            full = coder(torch.tensor([ids]), torch.tensor([roles]), torch.ones(1, len(ids)))[0]
        print(f'int8 against 32 bit: {abs(full.numpy() - logits).max():.3f}')
        parity.append({'sentence': sentence, 'source': source, 'target': target, 'ids': ids, 'roles': roles, 'logits': [round(float(x), 4) for x in logits]})
    os.remove(plain)
    write(os.path.join(a.out, 'parity.json'), parity)
    up, shared = (os.path.relpath(path, a.out) for path in (a.vocabulary, a.pieces))
    write(os.path.join(a.out, 'manifest.json'), {'files': {'encoder.onnx': digest(small), shared: digest(a.pieces), up: digest(a.vocabulary)}, 'graph': 'encoder.onnx', 'pieces': shared, 'vocabulary': up, 'types': TYPES, 'temperature': a.temperature}, indent=2)
    print({name: os.path.getsize(os.path.join(a.out, name)) for name in sorted(os.listdir(a.out))})


def write(path, value, indent=None):
    with open(path, 'w', encoding='utf8') as out:
        json.dump(value, out, ensure_ascii=False, indent=indent)
        out.write('\n')


def digest(path):
    with open(path, 'rb') as file:
        return hashlib.sha256(file.read()).hexdigest()


if __name__ == '__main__':
    main()
