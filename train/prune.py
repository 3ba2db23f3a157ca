"""Cuts a trained tagger down, for a faster one that learns on from there.

    python prune.py --checkpoint checkpoints/a/last.pt --out checkpoints/a/pruned.pt [--layers 0,1,3,5] [--inner 768]

Keeps the named layers and, of each inner layer, the units whose weights in and out have the largest norms.
"""
import argparse

import torch

import model

p = argparse.ArgumentParser()
p.add_argument('--checkpoint', required=True)
p.add_argument('--out', required=True)
p.add_argument('--layers', default='0,1,3,5')
p.add_argument('--inner', type=int, default=768)


def main():
    a = p.parse_args()
    kept = [int(i) for i in a.layers.split(',')]
    tagger = model.load(a.checkpoint)
    layers = tagger.encoder.layers
    for i in kept:
        up, down = layers[i].up, layers[i].down
        strength = up.weight.norm(dim=1) * down.weight.norm(dim=0)
        units = strength.topk(a.inner).indices.sort().values
        up.weight.data, up.bias.data, down.weight.data = up.weight[units], up.bias[units], down.weight[:, units]
    tagger.encoder.layers = torch.nn.ModuleList(layers[i] for i in kept)
    torch.save({'shape': {'layers': len(kept), 'inner': a.inner}, 'model': tagger.state_dict()}, a.out)


if __name__ == '__main__':
    main()
