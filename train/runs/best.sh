#!/bin/sh
# The shipped model: a six-layer tagger, cut down to four layers and taught by the six (four hours on two cores), then by three larger teachers
# (three minutes of one H200), then export, calibration and parity.
# usage: sh train/runs/best.sh ENCODER_FOLDER MPNET_FOLDER OUT_FOLDER   (HEARSAY_CORPORA must be set; run from the repository's root)
set -eu
encoder=$1 mpnet=$2 out=$3 words=$1/vocab.txt
export OMP_NUM_THREADS=1
(cd train && python train.py --encoder "$encoder/model.safetensors" --vocabulary "$words" --out "$out/teacher" --minutes 88)
(cd train && python states.py --checkpoint "$out/teacher/last.pt" --vocabulary "$words" --out "$out/states")
(cd train && python prune.py --checkpoint "$out/teacher/last.pt" --out "$out/pruned.pt")
(cd train && python train.py --start "$out/pruned.pt" --teacher "$out/teacher/last.pt" --states "$out/states" --vocabulary "$words" \
  --out "$out/small" --minutes 110 --rate 2e-4 --head-rate 5e-4)
npx tsx train/taught/sentences.ts >"$out/sentences.jsonl"
(cd train/taught && python corpus.py --vocabulary "$words" --sentences "$out/sentences.jsonl" --out "$out/corpus.bin")
CORPUS="$out/corpus.bin" ENCODER="$mpnet" sh train/taught/run.sh "$out/small/last.pt" "$out/taught"
(cd train && python export.py --checkpoint "$out/taught/student.pt" --out "$out/onnx")
cp "$out/onnx/encoder.onnx" "$out/onnx/pair.onnx" "$out/onnx/head.json" models/
cp "$words" models/vocabulary.txt
npx tsx bench/attribution/fit.ts models
npx tsx bench/voice/fit.ts models
(cd train && python parity.py --checkpoint "$out/taught/student.pt" --vocabulary ../models/vocabulary.txt --out ../models/parity.json)
npx tsx bench/attribution/run.ts
