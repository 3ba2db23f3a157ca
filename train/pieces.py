"""The word table that encoders share: a row for each piece of `models/vocabulary.txt`, as MiniLM has it, int8 with a scale a row. It stays as it is
while an encoder learns.

    python train/pieces.py --encoder MiniLM/ --out models/pieces.bin
"""
import argparse
import os
import sys
from pathlib import Path

from safetensors.torch import load_file

sys.path.insert(0, str(Path(__file__).resolve().parent / 'vectors'))
from vectors import write  # noqa: E402

p = argparse.ArgumentParser()
p.add_argument('--encoder', required=True, help='folder with model.safetensors of all-MiniLM-L6-v2')
p.add_argument('--out', required=True)
a = p.parse_args()
write(load_file(os.path.join(a.encoder, 'model.safetensors'))['embeddings.word_embeddings.weight'], a.out)
