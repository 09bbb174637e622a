"""Writes what the product reads: encoder.onnx (8-bit), roles.onnx, tokenizer.json, config.json and parity.json."""

from __future__ import annotations

import argparse
import copy
import json
import shutil
from pathlib import Path

import numpy as np
import onnxruntime
import regex
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer
import torch.nn.functional as F
from torch import Tensor, nn

from corpus import Document, split_words
from network import REACH, Network
from train import load_network
from windows import collate, cut_windows, encode


class EncoderPart(nn.Module):
    """pieces [1, L], features [1, L, 3], firsts [W] -> vectors [W, width], begins [W], names [W, 7]."""

    def __init__(self, network: Network):
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, features: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        vectors = self.network.encoder(pieces, features, None)[0].index_select(0, firsts)
        return vectors, torch.sigmoid(self.network.cue(vectors)[:, 0]), torch.softmax(self.network.names(vectors), -1)


class PlainNorm(nn.Module):
    """Layer normalisation in plain steps: onnxruntime's own kernel for it takes twice as long on a processor."""

    def __init__(self, norm: nn.LayerNorm):
        super().__init__()
        self.weight, self.bias, self.eps = norm.weight, norm.bias, norm.eps

    def forward(self, x: Tensor) -> Tensor:
        apart = x - x.mean(-1, keepdim=True)
        spread = torch.sqrt((apart * apart).mean(-1, keepdim=True) + self.eps)
        return apart * torch.reciprocal(spread) * self.weight + self.bias


def with_plain_norms(module: nn.Module) -> nn.Module:
    for name, child in list(module.named_children()):
        if isinstance(child, nn.LayerNorm):
            setattr(module, name, PlainNorm(child))
        else:
            with_plain_norms(child)
    return module


class ByProduct(nn.Module):
    """A convolution over a line as one matrix product over its neighbours side by side: that has an 8-bit form."""

    def __init__(self, convolution: nn.Conv1d):
        super().__init__()
        outer, inner, self.kernel = convolution.weight.shape
        self.product = nn.Linear(inner * self.kernel, outer)
        self.product.weight.data = convolution.weight.data.permute(0, 2, 1).reshape(outer, -1)
        self.product.bias.data = convolution.bias.data

    def forward(self, x: Tensor) -> Tensor:
        x = x.transpose(1, 2)
        half = self.kernel // 2
        padded = F.pad(x, (0, 0, half, half))
        beside = torch.cat([padded[:, k : k + 2 * REACH + 1] for k in range(self.kernel)], -1)
        return self.product(beside).transpose(1, 2)


class RolesPart(nn.Module):
    """vectors [W, width], cues [C] -> log probabilities [C, 2 * REACH + 1, 7]."""

    def __init__(self, network: Network):
        super().__init__()
        self.roles = copy.deepcopy(network.roles)
        self.roles.near, self.roles.near2 = ByProduct(self.roles.near), ByProduct(self.roles.near2)

    def forward(self, vectors: Tensor, cues: Tensor) -> Tensor:
        return torch.log_softmax(self.roles(vectors, cues.long()), -1)


def export(part: nn.Module, examples: tuple, inputs: list[str], outputs: list[str], axes: dict, path: Path) -> None:
    part.eval()
    torch.onnx.export(part, examples, str(path), input_names=inputs, output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False)


def texts_of(gold: Path) -> list[str]:
    """The texts of the gold set's items of one paragraph, without their marks."""
    items: list[list[str]] = []
    for line in gold.read_text().splitlines():
        if line.startswith("== "):
            items.append([])
        elif line and items and not line.startswith("#"):
            items[-1].append(regex.sub(r"\\([\[\]])|\[[sqc][0-9,]+ |\]", lambda m: m.group(1) or "", line))
    return [paragraphs[0] for paragraphs in items if len(paragraphs) == 1]


def write_parity(gold: Path, tokenizer_path: Path, folder: Path) -> None:
    """Fifty texts with what this side makes of them: the words' pieces and features, and the exported encoder's scores."""
    tokenizer = Tokenizer.from_file(str(tokenizer_path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    session = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), providers=["CPUExecutionProvider"])
    cases = []
    for text in texts_of(gold)[:50]:
        encoded = encode(Document("parity", "", text, split_words(text)), tokenizer, {})
        batch = collate(cut_windows(encoded, 384), 384)
        inputs = {"pieces": batch["pieces"], "features": batch["features"], "firsts": batch["firsts"][0]}
        _, begins, names = session.run(None, {key: value.numpy().astype(np.int32) for key, value in inputs.items()})
        cases.append(
            {
                "text": text,
                "words": [list(word) for word in encoded.document.words],
                "pieces": encoded.pieces,
                "features": [list(one) for one in encoded.features],
                "begins": [round(float(b), 3) for b in begins],
                "names": [int(n) for n in names.argmax(-1)],
            }
        )
    (folder / "parity.json").write_text(json.dumps(cases, ensure_ascii=False, separators=(",", ":")) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--network", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--room", type=int, default=384)
    parser.add_argument("--parity", type=Path, help="the gold set whose first texts the product must score alike")
    parser.add_argument("--whole", action="store_true", help="keep 32-bit weights, to see what 8 bits cost")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    network = with_plain_norms(load_network(options.network))
    pieces = torch.randint(1000, 20000, (1, 50), dtype=torch.int32)
    features = torch.zeros((1, 50, 3), dtype=torch.int32)
    firsts = torch.arange(1, 41, dtype=torch.int32)
    raw, raw_roles = options.out / "encoder.raw.onnx", options.out / "roles.raw.onnx"
    axes = {"pieces": {1: "L"}, "features": {1: "L"}, "firsts": {0: "W"}, "vectors": {0: "W"}, "begins": {0: "W"}, "names": {0: "W"}}
    export(EncoderPart(network), (pieces, features, firsts), ["pieces", "features", "firsts"], ["vectors", "begins", "names"], axes, raw)
    axes = {"vectors": {0: "W"}, "cues": {0: "C"}, "roles": {0: "C"}}
    export(RolesPart(network), (torch.randn(40, 384), torch.tensor([3, 7], dtype=torch.int32)), ["vectors", "cues"], ["roles"], axes, raw_roles)
    if options.whole:
        shutil.move(raw, options.out / "encoder.onnx")
        shutil.move(raw_roles, options.out / "roles.onnx")
    else:
        for path, kinds in ((raw, ["MatMul", "Gather"]), (raw_roles, ["MatMul"])):
            ready = path.with_suffix(".ready")
            quant_pre_process(str(path), str(ready), skip_symbolic_shape=True)
            out = path.with_name(path.name.replace(".raw", ""))
            quantize_dynamic(str(ready), str(out), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, op_types_to_quantize=kinds)
            path.unlink()
            ready.unlink()
    tokenizer = json.loads(options.tokenizer.read_text())
    tokenizer.update(padding=None, truncation=None)
    (options.out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")))
    (options.out / "config.json").write_text(json.dumps({"room": options.room - 2, "reach": REACH, "floor": 0.5, "sureness": []}, indent=2) + "\n")
    if options.parity:
        write_parity(options.parity, options.tokenizer, options.out)
    for path in sorted(options.out.glob("*")):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
