"""Fills the encoder from public weights: a Hugging Face `model.safetensors`, or an ONNX export of a BERT."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from network import Encoder

PARTS = (
    ("query", "attention.self.query"),
    ("key", "attention.self.key"),
    ("value", "attention.self.value"),
    ("out", "attention.output.dense"),
    ("norm", "attention.output.LayerNorm"),
    ("up", "intermediate.dense"),
    ("down", "output.dense"),
    ("norm2", "output.LayerNorm"),
)


def _read_onnx(path: Path) -> dict[str, np.ndarray]:
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    found = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    products = [n.input[1] for n in graph.node if n.op_type == "MatMul" and n.input[1] in found]
    matrices = [name for _, name in PARTS if "LayerNorm" not in name]
    for k, name in enumerate(products):
        layer, part = divmod(k, len(matrices))
        found[f"encoder.layer.{layer}.{matrices[part]}.weight"] = found[name].T
    return found


def _read_safetensors(path: Path) -> dict[str, np.ndarray]:
    from safetensors.numpy import load_file

    return load_file(str(path))


def read_weights(path: Path) -> dict[str, np.ndarray]:
    return _read_onnx(path) if path.suffix == ".onnx" else _read_safetensors(path)


def fill(encoder: Encoder, weights: dict[str, np.ndarray], chosen: list[int]) -> None:
    """Copies the embeddings and the chosen layers; the word features start at zero, so nothing changes by them."""
    put = lambda parameter, name: parameter.data.copy_(torch.from_numpy(np.array(weights[name], dtype=np.float32)))
    put(encoder.pieces.weight, "embeddings.word_embeddings.weight")
    put(encoder.positions.weight, "embeddings.position_embeddings.weight")
    encoder.kind.data.copy_(torch.from_numpy(np.array(weights["embeddings.token_type_embeddings.weight"][0], dtype=np.float32)))
    for part in ("weight", "bias"):
        put(getattr(encoder.norm, part), f"embeddings.LayerNorm.{part}")
        for layer, number in zip(encoder.layers, chosen, strict=True):
            for ours, theirs in PARTS:
                put(getattr(getattr(layer, ours), part), f"encoder.layer.{number}.{theirs}.{part}")
