"""The student as the ONNX graph that ships, int8, with its manifest, and as `parity.json`: pieces and logits of invented pairs.

    python train/cross/export.py --weights out/cross.pt --encoder MiniLM/ --models models/
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

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'events'), str(HERE.parent / 'vectors')]
from cross import CLOSING, FIRST, FRAME, OPENING, PIECES_MAX, SECOND, student  # noqa: E402
from pairs import Vocabulary, words  # noqa: E402
from vectors import read  # noqa: E402

# Each with the one first that the program puts first.
CLAUSES = [
    ('Friday saw the closure of the mill', 'the mill was shut on Friday'),
    ('nobody was hurt', '“We will strike,” Ayo Béké said'),
    (' '.join(['and on and on'] * 40), 'so it went on'),
    ('no shot was fired', 'two shots had been fired at the boat'),
]


class Graph(nn.Module):
    """One pair without padding; `words` are rows of the table that encoders share (`pieces.py`), [1, P, D]."""

    def __init__(self, model):
        super().__init__()
        self.model = model
        self.register_buffer('positions', model.encoder.position.weight[: 2 * PIECES_MAX + 3].detach().clone())

    def forward(self, words, clauses):
        e = self.model.encoder
        x = e.norm(words + self.positions[: words.shape[1]] + e.segment + e.feature(clauses))
        for layer in e.layers:
            x = layer(x, None)
        return self.model.head(x, clauses, torch.ones_like(clauses))


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--weights', required=True)
    p.add_argument('--encoder', required=True, help='folder with model.safetensors of all-MiniLM-L6-v2')
    p.add_argument('--models', required=True)
    a = p.parse_args()
    folder, table, vocabulary = os.path.join(a.models, 'cross'), os.path.join(a.models, 'pieces.bin'), os.path.join(a.models, 'vocabulary.txt')
    os.makedirs(folder, exist_ok=True)
    model = student(a.encoder)
    learned = {name: value.float() for name, value in torch.load(a.weights, map_location='cpu').items()}
    with torch.no_grad():
        positions = learned.pop('encoder.position.weight')
        model.encoder.position.weight[: len(positions)] = positions
    model.load_state_dict(learned, strict=False)
    model.eval()
    plain, small = os.path.join(folder, 'plain.onnx'), os.path.join(folder, 'encoder.onnx')
    clauses = torch.tensor([[FRAME] + [FIRST] * 8 + [FRAME] + [SECOND] * 9 + [FRAME]])
    with torch.no_grad():
        torch.onnx.export(Graph(model).eval(), (torch.randn(1, clauses.shape[1], 384), clauses), plain, dynamo=False, opset_version=17, input_names=['words', 'clauses'],
                          output_names=['logits'], dynamic_axes={'words': {1: 'P'}, 'clauses': {1: 'P'}})
    # Seven bits a weight: without VNNI, eight would overflow the 16-bit sums of processors that have AVX2 alone.
    quantize_dynamic(plain, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, op_types_to_quantize=['MatMul'])
    full, session, rows, parity = onnxruntime.InferenceSession(plain), onnxruntime.InferenceSession(small), read(table), []
    pieces = Vocabulary(vocabulary)
    for pair in CLAUSES:
        one, other = ([piece for word in words(text) for piece in pieces.pieces(word)][:PIECES_MAX] for text in pair)
        ids = [OPENING, *one, CLOSING, *other, CLOSING]
        sides = [FRAME, *[FIRST] * len(one), FRAME, *[SECOND] * len(other), FRAME]
        given = {'words': rows[ids][None].astype('float32'), 'clauses': [sides]}
        logits, exact = (each.run(['logits'], given)[0][0] for each in (session, full))
        print(f'{pair[0][:40]}: int8 {logits.round(2)}, 32 bit {exact.round(2)}')
        parity.append({'words': pair, 'ids': ids, 'clauses': sides, 'logits': [round(float(x), 4) for x in exact]})
    os.remove(plain)
    write(os.path.join(folder, 'parity.json'), parity)
    files = {'encoder.onnx': digest(small), '../pieces.bin': digest(table), '../vocabulary.txt': digest(vocabulary)}
    write(os.path.join(folder, 'manifest.json'), {'files': files, 'graph': 'encoder.onnx', 'pieces': '../pieces.bin', 'vocabulary': '../vocabulary.txt'}, indent=2)


def write(path, value, indent=None):
    with open(path, 'w', encoding='utf8') as out:
        json.dump(value, out, ensure_ascii=False, indent=indent)
        out.write('\n')


def digest(path):
    with open(path, 'rb') as file:
        return hashlib.sha256(file.read()).hexdigest()


if __name__ == '__main__':
    main()
