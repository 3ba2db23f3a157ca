"""Static word vectors that agree with a sentence encoder: one row a piece of `models/vocabulary.txt`, and how much it weighs.

A text's vector is the sum of its pieces' rows. The rows begin as what the encoder makes of each piece alone (Tulkens & van Dongen 2024,
Model2Vec) and are then moved until the sums point where the encoder points for the sentences and clauses of corpora that weights may learn
from. Written out as int8 with a scale a row.

    python train/vectors/vectors.py --encoder DIR --corpora DIR --out models/vectors.bin [--width 96] [--epochs 6]
"""
import argparse
import gzip
import json
import math
import os
import random
import re
import struct
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file

SEED, BATCH, RATE = 1, 256, 2e-3
NOISE_DROP = 0.1  # share of pieces left out of a text while learning, so that none carries it alone
CLAUSE = re.compile(r"[;:—–]|, (?:and|but|which|who|while|after|as|because|where) |(?<=[a-z]) (?:and|but|after|because|that) ")
SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+")


def main():
    args = arguments()
    random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    vocabulary = {w.rstrip("\n"): i for i, w in enumerate(open(f"{args.encoder}/vocab.txt", encoding="utf8"))}
    encoder = load_file(f"{args.encoder}/model.safetensors")
    lines = texts(args.corpora)
    random.shuffle(lines)
    pieces = [p for p in (encode(t, vocabulary) for t in lines[: args.most]) if 3 <= len(p) <= 64]
    print(len(lines), "texts,", len(pieces), "used", flush=True)
    cache = f"{args.cache}/teacher.npz" if args.cache else None
    if cache and os.path.exists(cache):
        saved = np.load(cache)
        alone, whole = torch.tensor(saved["alone"]), torch.tensor(saved["whole"])
    else:
        alone = embed(encoder, [[i] for i in range(len(vocabulary))])
        whole = embed(encoder, pieces)
        if cache:
            np.savez(cache, alone=alone.numpy(), whole=whole.numpy())
    held = len(pieces) // 20
    mean = whole[held:].mean(0)
    axes = torch.linalg.svd(whole[held:][:20000] - mean, full_matrices=False).Vh[: args.width]  # [width, 384]
    target = F.normalize((whole - mean) @ axes.T, dim=1)
    counts = torch.ones(len(vocabulary))
    for p in pieces[held:]:
        for i in set(p):
            counts[i] += 1
    weight = torch.log((len(pieces) + 1) / counts)
    start = F.normalize((alone - alone.mean(0)) @ axes.T, dim=1) * weight[:, None].clamp(min=0.05) / 8
    rows = learn(start, pieces, target, held, args)
    write(rows, args.out)


def learn(start, pieces, target, held, args):
    report("before", start, pieces[:held], target[:held])
    table = torch.nn.EmbeddingBag.from_pretrained(start.clone(), mode="sum", freeze=False)
    optimiser = torch.optim.Adam(table.parameters(), lr=RATE)
    order, steps = list(range(held, len(pieces))), 0
    total = args.epochs * math.ceil(len(order) / BATCH)
    for epoch in range(args.epochs):
        random.shuffle(order)
        loss_sum = 0.0
        for at in range(0, len(order), BATCH):
            rows = order[at : at + BATCH]
            kept = [[i for i in pieces[r] if random.random() > NOISE_DROP] or pieces[r] for r in rows]
            out = F.normalize(bag(table, kept), dim=1)
            want = target[rows]
            # Where it points, and how alike each two texts of the batch are.
            loss = (1 - (out * want).sum(1)).mean() + 2 * ((out @ out.T - want @ want.T) ** 2).mean()
            optimiser.zero_grad()
            loss.backward()
            for group in optimiser.param_groups:
                group["lr"] = RATE * (1 - steps / total)
            optimiser.step()
            steps += 1
            loss_sum += loss.item()
        report(f"epoch {epoch + 1} loss {loss_sum * BATCH / len(order):.4f}", table.weight.detach(), pieces[:held], target[:held])
    return table.weight.detach()


def report(name, weights, pieces, target):
    """Cosine with the encoder, and the correlation of likenesses, on texts that nothing was learned from."""
    table = torch.nn.EmbeddingBag.from_pretrained(weights, mode="sum")
    out = F.normalize(bag(table, pieces), dim=1)
    a, b = (out @ out.T).flatten(), (target @ target.T).flatten()
    r = torch.corrcoef(torch.stack([a, b]))[0, 1]
    print(f"{name}: cosine {(out * target).sum(1).mean():.4f}, likeness r {r:.4f}", flush=True)


def bag(table, texts):
    flat = torch.tensor([i for t in texts for i in t])
    starts = torch.tensor(np.cumsum([0] + [len(t) for t in texts[:-1]]))
    return table(flat, starts)


def write(rows, path):
    """`HVEC`, rows and width as uint32; one float32 scale a row; int8 rows. Little-endian."""
    scale = rows.abs().max(1).values.clamp(min=1e-8) / 127
    codes = torch.round(rows / scale[:, None]).to(torch.int8)
    with open(path, "wb") as out:
        out.write(b"HVEC" + struct.pack("<II", *rows.shape))
        out.write(scale.numpy().astype("<f4").tobytes())
        out.write(codes.numpy().tobytes())
    print(path, os.path.getsize(path), "bytes")


def read(path):
    """What `write` wrote: [rows, width]."""
    data = open(path, "rb").read()
    count, width = struct.unpack("<II", data[4:12])
    scale = np.frombuffer(data, "<f4", count, 12)
    return np.frombuffer(data, "i1", count * width, 12 + 4 * count).reshape(count, width) * scale[:, None]


def texts(corpora):
    """Sentences and their clauses of what weights may learn from (`models/README.md`)."""
    found = set()
    for path in ("polnear/train.jsonl.gz", "ecbplus/train.jsonl.gz", "meantime/all.jsonl.gz", "giveme5w1h/dev.jsonl.gz", "timebank/dev.jsonl.gz"):
        with gzip.open(f"{corpora}/{path}", "rt", encoding="utf8") as lines:
            for line in lines:
                for sentence in SENTENCE.split(json.loads(line)["text"]):
                    found.add(sentence.strip())
                    found.update(c.strip() for c in CLAUSE.split(sentence))
    for name in ("train",):
        with gzip.open(f"{corpora}/gum/{name}.conllu.gz", "rt", encoding="utf8") as lines:
            found.update(line[9:].strip() for line in lines if line.startswith("# text = "))
    return sorted(t for t in found if 12 <= len(t) <= 400)


def encode(text, vocabulary):
    """WordPiece as `src/reading/tagger/tokens.ts` makes it, without the frame."""
    ids = []
    for word in re.findall(r"[^\W_]+|[^\s\w]", strip(text)):
        at = 0
        while at < len(word):
            for end in range(len(word), at, -1):
                i = vocabulary.get(word[at:end] if at == 0 else "##" + word[at:end])
                if i is not None:
                    ids.append(i)
                    at = end
                    break
            else:
                break
    return ids


def strip(text):
    import unicodedata

    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")


@torch.no_grad()
def embed(w, texts):
    """The mean of the encoder's last states over each text with its frame, [text, 384]."""
    out = torch.empty(len(texts), 384)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    began = time.time()
    for at in range(0, len(order), 128):
        rows = order[at : at + 128]
        length = len(texts[rows[-1]]) + 2
        ids = torch.zeros(len(rows), length, dtype=torch.long)
        for n, r in enumerate(rows):
            ids[n, : len(texts[r]) + 2] = torch.tensor([101, *texts[r], 102])
        mask = ids != 0
        x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][:length]
        x = norm(w, "embeddings", x + w["embeddings.token_type_embeddings.weight"][0])
        for layer in range(6):
            p = f"encoder.layer.{layer}."
            q, k, v = (
                F.linear(x, w[f"{p}attention.self.{n}.weight"], w[f"{p}attention.self.{n}.bias"]).view(len(rows), length, 12, 32).transpose(1, 2)
                for n in ("query", "key", "value")
            )
            a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None]).transpose(1, 2).reshape(len(rows), length, 384)
            x = norm(w, p + "attention.output", x + F.linear(a, w[p + "attention.output.dense.weight"], w[p + "attention.output.dense.bias"]))
            h = F.gelu(F.linear(x, w[p + "intermediate.dense.weight"], w[p + "intermediate.dense.bias"]))
            x = norm(w, p + "output", x + F.linear(h, w[p + "output.dense.weight"], w[p + "output.dense.bias"]))
        m = mask[..., None].float()
        out[rows] = F.normalize((x * m).sum(1) / m.sum(1), dim=1)
        if at % 12800 == 0:
            print(f"  {at} of {len(order)}, {time.time() - began:.0f} s", file=sys.stderr, flush=True)
    return out


def norm(w, name, x):
    return F.layer_norm(x, (384,), w[f"{name}.LayerNorm.weight"], w[f"{name}.LayerNorm.bias"], 1e-12)


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--encoder", required=True, help="folder with model.safetensors and vocab.txt of all-MiniLM-L6-v2")
    parser.add_argument("--corpora", required=True, help="the development corpora")
    parser.add_argument("--out", required=True)
    parser.add_argument("--cache", help="folder to keep what the encoder says in")
    parser.add_argument("--width", type=int, default=96)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--most", type=int, default=150_000, help="texts to learn from")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
