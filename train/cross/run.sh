#!/bin/sh
# The cross-encoder on one GPU: teachers side by side, then the student; ends about LIMIT_S seconds after it began.
# usage: MPNET=all-mpnet-base-v2/ MINILM=all-MiniLM-L6-v2/ [LIMIT_S=500] [TEACHERS="1 2 3 4"] sh train/cross/run.sh PAIRS.npz OUT_FOLDER
set -eu
pairs=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
mpnet=$(realpath "$MPNET") minilm=$(realpath "$MINILM") limit=${LIMIT_S:-500}
export RUN_START=$(date +%s) OMP_NUM_THREADS=2
cd "$(dirname "$0")"
for seed in ${TEACHERS:-1 2 3 4}; do python3 teacher.py "$pairs" "$mpnet" "$out/teacher.$seed.npy" "$seed" $((limit * 38 / 100)) & done
wait
python3 student.py "$pairs" "$minilm" "$out/cross.pt" $((limit - 20)) "$out"/teacher.*.npy
