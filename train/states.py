"""Writes a tagger's word states over PolNeAR train, for a smaller one to learn from (`train.py --teacher … --states …`).

    python states.py --checkpoint checkpoints/a/last.pt --vocabulary vocab.txt --out states/

states.npy holds [words, D] as 16-bit numbers, index.json where each document begins. In windows as they ship.
"""
import argparse
import json
import os

import numpy
import torch

import data
import model
from model import Config

WINDOW = 200  # pieces, as they ship


class States:
    def __init__(self, folder):
        self.at = json.load(open(os.path.join(folder, 'index.json')))
        self.all = numpy.load(os.path.join(folder, 'states.npy'), mmap_mode='r')

    def of(self, document, first, last):
        """States of the words first … last - 1 of a document, [last - first, D]."""
        start = self.at[document.id]
        return torch.from_numpy(self.all[start + first:start + last].astype('float32'))


@torch.no_grad()
def main():
    from train import tensors
    p = argparse.ArgumentParser()
    p.add_argument('--checkpoint', required=True)
    p.add_argument('--vocabulary', required=True)
    p.add_argument('--out', required=True)
    a = p.parse_args()
    os.makedirs(a.out, exist_ok=True)
    tagger, vocabulary = model.load(a.checkpoint), data.Vocabulary(a.vocabulary)
    documents = data.load('train', vocabulary)
    at, total = {}, 0
    for d in documents:
        at[d.id], total = total, total + len(d.words)
    out = numpy.lib.format.open_memmap(os.path.join(a.out, 'states.npy'), 'w+', 'float16', (total, Config.width))
    windows = [(d, first, last, []) for d in documents for first, last in data.windows_of(d.words, d.counts, WINDOW)]
    for batch in data.batches(windows, 2560):
        ids, features, mask, starts, counts = tensors(batch, vocabulary)
        words = tagger.states(ids, features, mask, starts)
        for r, (d, first, last, _gold) in enumerate(batch):
            out[at[d.id] + first:at[d.id] + last] = words[r, :counts[r]].numpy()
    json.dump(at, open(os.path.join(a.out, 'index.json'), 'w'))


if __name__ == '__main__':
    main()
