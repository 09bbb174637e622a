"""Writes models/embedder from public weights: embedder.onnx (8-bit), tokenizer.json, config.json and parity.json.

    python export_embedder.py --weights model.safetensors --tokenizer tokenizer.json --parity sentences.txt --out ../models/embedder
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer
from torch import Tensor, nn

from export import export, with_plain_norms
from network import Encoder
from start import fill, read_weights

LAYERS = 6
ROOM = 128  # pieces a run, the two around it included; of a longer text the beginning is taken
SCALE = 400  # a part of a vector of length 1 stays under .3, so that this fills eight bits


class EmbedderPart(nn.Module):
    """pieces [1, L] -> vector [width] of length 1: the mean over all pieces."""

    def __init__(self, encoder: Encoder):
        super().__init__()
        table = encoder.pieces.weight.data
        step = table.abs().amax(1, keepdim=True) / 127  # a step for each piece: rare ones are small, and keep their digits
        self.register_buffer("table", torch.round(table / step).to(torch.int8))
        self.register_buffer("step", step)
        self.register_buffer("places", encoder.positions.weight.data[:ROOM] + encoder.kind.data)
        self.norm, self.layers = encoder.norm, encoder.layers

    def forward(self, pieces: Tensor) -> Tensor:
        x = self.table[pieces].float() * self.step[pieces] + self.places[: pieces.shape[1]]
        x = self.norm(x)
        for layer in self.layers:
            x = layer(x, None)
        mean = x[0].mean(0)
        return mean / mean.norm()


def write_parity(sentences: list[str], tokenizer: Tokenizer, folder: Path) -> None:
    """Sentences with their pieces and with the vector that the product must make of them."""
    session = onnxruntime.InferenceSession(str(folder / "embedder.onnx"), providers=["CPUExecutionProvider"])
    cases = []
    for text in sentences:
        pieces = tokenizer.encode(text).ids[: ROOM - 1]
        pieces = pieces if pieces[-1] == 102 else [*pieces, 102]
        vector = session.run(None, {"pieces": np.array([pieces], dtype=np.int32)})[0]
        cases.append({"text": text, "pieces": pieces, "vector": [int(v) for v in np.clip(np.round(vector * SCALE), -127, 127)]})
    (folder / "parity.json").write_text(json.dumps(cases, ensure_ascii=False, separators=(",", ":")) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--parity", type=Path, required=True, help="sentences of our own, one a line")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    weights = read_weights(options.weights)
    encoder = Encoder(len(weights["embeddings.word_embeddings.weight"]), LAYERS, dropout=0.0)
    fill(encoder, weights, list(range(LAYERS)))
    part = with_plain_norms(EmbedderPart(encoder.eval()))
    raw, ready, out = (options.out / name for name in ("raw.onnx", "ready.onnx", "embedder.onnx"))
    export(part, (torch.randint(1000, 20000, (1, 50), dtype=torch.int32),), ["pieces"], ["vector"], {"pieces": {1: "L"}}, raw)
    quant_pre_process(str(raw), str(ready), skip_symbolic_shape=True)
    quantize_dynamic(str(ready), str(out), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, op_types_to_quantize=["MatMul"])
    raw.unlink()
    ready.unlink()
    tokenizer = json.loads(options.tokenizer.read_text())
    tokenizer.update(padding=None, truncation=None)
    (options.out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")))
    (options.out / "config.json").write_text(json.dumps({"room": ROOM, "scale": SCALE, "width": 384}, indent=2) + "\n")
    sentences = [line for line in options.parity.read_text().splitlines() if line and not line.startswith("#")]
    write_parity(sentences, Tokenizer.from_file(str(options.out / "tokenizer.json")), options.out)
    for path in sorted(options.out.glob("*")):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
