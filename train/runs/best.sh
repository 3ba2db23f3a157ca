#!/bin/sh
# The shipped model: six-layer MiniLM, cue head, pair head with a CRF; 90 minutes on two cores, then export, calibration and parity.
# usage: sh train/runs/best.sh ENCODER_FOLDER OUT_FOLDER   (HEARSAY_CORPORA must be set; run from the repository's root)
set -eu
encoder=$1 out=$2
export OMP_NUM_THREADS=1
(cd train && python train.py --encoder "$encoder/model.safetensors" --vocabulary "$encoder/vocab.txt" --out "$out" --minutes 88)
(cd train && python export.py --checkpoint "$out/last.pt" --out "$out/onnx")
cp "$out/onnx/encoder.onnx" "$out/onnx/pair.onnx" "$out/onnx/head.json" models/
cp "$encoder/vocab.txt" models/vocabulary.txt
npx tsx bench/attribution/fit.ts models
(cd train && python parity.py --checkpoint "$out/last.pt" --vocabulary ../models/vocabulary.txt --out ../models/parity.json)
npx tsx bench/attribution/run.ts
