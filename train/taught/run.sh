#!/bin/sh
# The shipped tagger from the one before it: three teachers and their pool side by side on one GPU, then the student; ends LIMIT_S seconds after it began.
# usage: CORPUS=corpus.bin ENCODER=all-mpnet-base-v2/ [LIMIT_S=165] sh train/taught/run.sh START.pt OUT_FOLDER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
start=$(realpath "$1")
mkdir -p "$2"
out=$(cd "$2" && pwd)
export CORPUS=$(realpath "$CORPUS") ENCODER=$(realpath "$ENCODER") RUN_OUT=$out RUN_WORK=$out/work RUN_START=$(date +%s) FOLDS=${FOLDS:-3} OMP_NUM_THREADS=2
mkdir -p "$RUN_WORK"
limit=${LIMIT_S:-165}
teach=$((limit * 43 / 100)) words=$((limit * 60 / 100)) pairs=$((limit * 72 / 100))
cd "$here"
for fold in $(seq 0 $((FOLDS - 1))); do python teacher.py "$fold" "$teach" "$pairs" & done
python pool.py "$words" "$pairs" &
python student.py "$start" $((limit - 25)) $((limit - 12)) &
wait
