"""What clauses mean, from the tagger's own states: one linear map of the mean of a clause's states, so that it points where a sentence encoder
points for the clause's words. By ridge regression; then turned to the directions in which the outputs differ most, of which the first are kept.

    python train/meanings/meanings.py --encoder DIR --rows DIR --out models/meanings.bin --manifest models/manifest.json
"""
import argparse
import hashlib
import json
import os
import sys

import numpy as np
import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "vectors"))
from vectors import embed, encode, load_file, write  # noqa: E402

RIDGE, WIDTH, PIECES_MAX = 1.0, 96, 126


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    texts = json.load(open(f"{args.rows}/texts.json", encoding="utf8"))
    states = np.fromfile(f"{args.rows}/states.bin", "<f4").reshape(len(texts), -1).astype(np.float64)
    vocabulary = {w.rstrip("\n"): i for i, w in enumerate(open(f"{args.encoder}/vocab.txt", encoding="utf8"))}
    target = embed(load_file(f"{args.encoder}/model.safetensors"), [encode(t, vocabulary)[:PIECES_MAX] for t in texts]).numpy().astype(np.float64)
    weights, added = ridge(states, target)
    outputs = states[::3] @ weights + added
    axes = np.linalg.svd(outputs, full_matrices=False)[2][:WIDTH]  # not centred: what all have in common counts in a cosine
    write(torch.tensor(np.vstack([weights, added]) @ axes.T, dtype=torch.float32), args.out)
    manifest = json.load(open(args.manifest, encoding="utf8"))
    manifest["files"][os.path.basename(args.out)] = hashlib.sha256(open(args.out, "rb").read()).hexdigest()
    with open(args.manifest, "w", encoding="utf8") as out:
        out.write(json.dumps(manifest, indent=2) + "\n")


def ridge(states, target):
    """[384, width] and what is added; the states are held at mean 0 and deviation 1 while learning."""
    mean, deviation = states.mean(0), states.std(0) + 1e-6
    x, middle = (states - mean) / deviation, target.mean(0)
    weights = np.linalg.solve(x.T @ x + RIDGE * np.eye(x.shape[1]), x.T @ (target - middle))
    print("explained", 1 - ((x @ weights + middle - target) ** 2).sum() / ((target - middle) ** 2).sum(), flush=True)
    weights = weights / deviation[:, None]
    return weights, middle - mean @ weights


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--encoder", required=True, help="folder with model.safetensors and vocab.txt of all-MiniLM-L6-v2")
    parser.add_argument("--rows", required=True, help="what rows.ts wrote")
    parser.add_argument("--out", required=True)
    parser.add_argument("--manifest", required=True)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
