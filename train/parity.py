"""Writes `models/parity.json`: what Python makes of a few invented texts, for TypeScript and ONNX to agree with.

    python parity.py --checkpoint out/last.pt --vocabulary vocab.txt --out ../models/parity.json

For each text: the words' offsets, features and pieces, the windows, the cue head's logits of the first words and the pair head's emissions at the
likeliest cue, from the 32-bit weights in PyTorch.
"""
import argparse
import json

import torch

import data
from model import load
from train import tensors

TEXTS = [
    'Mayor Ana Ruiz said on Tuesday that the bridge would “reopen by spring,” adding: “We have waited long enough.”',
    'Harbour board denies leak\n\nNo oil has reached the bay, the board’s spokesman told The Lantern Post. Fishermen disagree.\r\nAccording to them, nets came up black.',
    "``It is n't over,'' she said -- twice. CAFÉ owners in Århus co\u00adoperate, Dr. O'Neil wrote in a 2,500-word note.",
]




def main():
    p = argparse.ArgumentParser()
    p.add_argument('--checkpoint', required=True)
    p.add_argument('--vocabulary', required=True)
    p.add_argument('--out', required=True)
    a = p.parse_args()
    tagger = load(a.checkpoint)
    vocabulary = data.Vocabulary(a.vocabulary)
    out = []
    for text in TEXTS:
        d = data.Document({'id': 'parity', 'text': text}, vocabulary)
        windows = data.windows_of(d.words, d.counts)
        first, last = windows[0]
        ids, features, mask, starts, counts = tensors([(d, first, last, [])], vocabulary)
        with torch.no_grad():
            words = tagger.states(ids, features, mask, starts)
            cue = tagger.cue(words)[0]
            at = int((cue[:, 1] - torch.logsumexp(cue[:, [0, 2]], 1)).argmax())
            emissions, real, valid = tagger.pair(words, torch.tensor(counts), torch.tensor([0]), torch.tensor([at]), torch.tensor([at]))
        out.append({
            'text': text,
            'words': [[w[0], w[1]] for w in d.words],
            'features': [w[3] for w in d.words],
            'pieces': d.pieces,
            'windows': windows,
            'cueLogits': [[round(x, 4) for x in row] for row in cue.tolist()],
            'likeliestCue': at,
            'labels': emissions[0].argmax(-1)[real[0]].tolist(),
            'valid': round(float(valid[0]), 4),
        })
    json.dump(out, open(a.out, 'w', encoding='utf8'), ensure_ascii=False, separators=(",", ":"))


if __name__ == '__main__':
    main()
