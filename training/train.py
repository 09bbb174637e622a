"""Trains one network and keeps its best state. See `python train.py --help`; `README.md` has the whole run."""

from __future__ import annotations

import argparse
import json
import math
import random
import subprocess
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from corpus import Document, read_corpus
from decode import best_path, spans
from network import REACH, Network
from start import fill, read_weights
from windows import collate, cut_windows, encode


def answer(network: Network, batch: dict[str, torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor | None]:
    """The logits of the three heads: cues [B, W], names [B, W, 7], roles around the gold cues [C, P, 7]."""
    vectors = network.words(batch["pieces"], batch["features"], batch["firsts"], batch["mask"])
    begins = network.cue(vectors)[..., 0].float()
    names = network.names(vectors).float()
    if not len(batch["cues"]):
        return begins, names, None
    width = batch["firsts"].shape[1]
    gap = torch.zeros(len(vectors), REACH, vectors.shape[-1], dtype=vectors.dtype)
    flat = torch.cat([vectors, gap], 1).flatten(0, 1)  # no cue looks into the next window
    at = batch["cues"][:, 0] * (width + REACH) + batch["cues"][:, 1]
    return begins, names, network.roles(flat, at).float()


def losses(network: Network, batch: dict[str, torch.Tensor], teachers: list[Network], trust: float) -> tuple[torch.Tensor, dict[str, float]]:
    """The sum of the three heads' losses. Roles are learnt from the gold cues.

    With teachers, `trust` is the weight of their mean answer beside the gold (Hinton et al. 2015).
    """
    begins, names, roles = answer(network, batch)
    present, known, inside = batch["present"], batch["names"] >= 0, batch["roles"] >= 0
    gold = torch.clamp(batch["begins"], 0, 1)
    soft_names = soft_roles = None
    if teachers:
        with torch.no_grad():
            taught = [answer(teacher, batch) for teacher in teachers]
        gold = (1 - trust) * gold + trust * torch.stack([torch.sigmoid(t[0]) for t in taught]).mean(0)
        soft_names = torch.stack([torch.softmax(t[1], -1) for t in taught]).mean(0)
        if roles is not None:
            soft_roles = torch.stack([torch.softmax(t[2], -1) for t in taught]).mean(0)

    def against(logits: torch.Tensor, labels: torch.Tensor, soft: torch.Tensor | None) -> torch.Tensor:
        hard = F.cross_entropy(logits, labels, reduction="sum")
        return hard if soft is None else (1 - trust) * hard + trust * F.cross_entropy(logits, soft, reduction="sum")

    count = max(1, len(batch["cues"]))
    cue = F.binary_cross_entropy_with_logits(begins[present], gold[present], reduction="sum") / count
    name = against(names[known], batch["names"][known], None if soft_names is None else soft_names[known]) / max(1, int(known.sum()))
    role = torch.zeros(())
    if roles is not None:
        role = against(roles[inside], batch["roles"][inside], None if soft_roles is None else soft_roles[inside]) / count
    return 1.5 * cue + 0.25 * role + name, {"cue": cue.item(), "role": role.item(), "names": name.item()}


@torch.no_grad()
def predict(network: Network, documents: list, limit: int, floor: float = 0.15) -> list[dict]:
    """For each document the cues above `floor` with their role scores: {cues: [(word, probability, first, scores [P, 7])]}."""
    network.eval()
    found = []
    for encoded in documents:
        cues = []
        hits = [0, 0, 0]
        for window in cut_windows(encoded, limit):
            batch = collate([window], limit)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                vectors = network.words(batch["pieces"], batch["features"], batch["firsts"], None)[0]
                probability = torch.sigmoid(network.cue(vectors)[:, 0].float())
                tags = network.names(vectors).argmax(-1)
                core = [w for w in range(window.core_start, window.core_end) if probability[w - window.start] > floor]
                if core:
                    at = torch.tensor([w - window.start for w in core])
                    scores = torch.log_softmax(network.roles(vectors, at).float(), -1).numpy()
                    for w, s in zip(core, scores):
                        low, high = max(window.start, w - REACH), min(window.end, w + REACH + 1)
                        cues.append((w, float(probability[w - window.start]), low, s[low - w + REACH : high - w + REACH]))
            gold = batch["names"][0]
            a, b = window.core_start - window.start, window.core_end - window.start
            g, p = gold[a:b], tags[a:b]
            hits[0] += int(((g == p) & (g > 0)).sum())
            hits[1] += int((p[g >= 0] > 0).sum())
            hits[2] += int((g > 0).sum())
        found.append({"document": encoded.document, "cues": cues, "names": hits})
    network.train()
    return found


def to_attributions(found: dict, threshold: float) -> list[dict]:
    document: Document = found["document"]
    result = []
    for w, probability, low, scores in found["cues"]:
        if probability < threshold:
            continue
        path = best_path(scores, w - low)
        roles = {"source": [], "cue": [], "content": []}
        for k, tag in enumerate(path):
            if tag:
                roles[("source", "cue", "content")[(tag - 1) // 2]].append(low + k)
        result.append({role: spans(at, document.words) for role, at in roles.items()})
    return result


def score(found: list[dict], threshold: float, corpus: Path, scorer: Path, folder: Path) -> dict:
    path = folder / "dev.predicted.jsonl"
    with open(path, "w") as out:
        for item in found:
            out.write(json.dumps({"id": item["document"].id, "attributions": to_attributions(item, threshold)}) + "\n")
    out = subprocess.run(["node", str(scorer), str(corpus / "dev.jsonl.gz"), str(path), "--json"], capture_output=True, text=True, check=True)
    return json.loads(out.stdout)


def f1(hits: list[list[int]]) -> float:
    right, given, gold = (sum(h[k] for h in hits) for k in range(3))
    return 100 * 2 * right / max(1, given + gold)


def load_network(path: Path) -> Network:
    """A network as `train.py` kept it, ready to be asked."""
    kept = torch.load(path, weights_only=True)
    network = Network(kept["state"]["encoder.pieces.weight"].shape[0], len(kept["layers"]))
    network.load_state_dict(kept["state"])
    return network.eval()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="public weights: .onnx or .safetensors")
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--layers", type=str, default="0,1,2,3,4,5,6,7,8,9,10,11")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=5)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--limit", type=int, default=384)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--teachers", type=Path, nargs="*", default=[], help="networks whose answers are learnt beside the gold")
    parser.add_argument("--trust", type=float, default=0.6, help="weight of the teachers' answers beside the gold")
    parser.add_argument("--from-network", type=Path, help="go on from the chosen layers of this network instead of the public weights")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    np.random.seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)

    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    cache: dict[str, list[int]] = {}
    train = [encode(d, tokenizer, cache) for d in read_corpus(options.corpus, "train")]
    dev = [encode(d, tokenizer, cache) for d in read_corpus(options.corpus, "dev")]
    chosen = [int(k) for k in options.layers.split(",")]
    if options.from_network:
        network = load_network(options.from_network)
        network.encoder.layers = torch.nn.ModuleList(network.encoder.layers[k] for k in chosen)
    else:
        weights = read_weights(options.start)
        network = Network(len(weights["embeddings.word_embeddings.weight"]), len(chosen), dropout=options.dropout)
        fill(network.encoder, weights, chosen)
    teachers = [load_network(path) for path in options.teachers]

    encoder_parameters = list(network.encoder.parameters())
    new = {id(p) for t in (network.encoder.shapes, network.encoder.gaps, network.encoder.quotes) for p in t.parameters()}
    ids = {id(p) for p in encoder_parameters} - new
    groups = [
        {"params": [p for p in network.parameters() if id(p) in ids and p.dim() > 1], "lr": options.rate, "weight_decay": 0.01},
        {"params": [p for p in network.parameters() if id(p) in ids and p.dim() <= 1], "lr": options.rate, "weight_decay": 0.0},
        {"params": [p for p in network.parameters() if id(p) not in ids], "lr": options.head_rate, "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
    jitter = random.Random(options.seed)
    steps = int(sum(len(cut_windows(e, options.limit)) + 0.6 for e in train) / options.batch * options.epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, (s + 1) / (0.06 * steps)) * max(0.0, 1 - s / steps))
    print(f"{sum(p.numel() for p in network.parameters()) / 1e6:.1f} M parameters, {steps} steps", flush=True)

    step, began, running = 0, time.time(), []
    network.train()
    while step < steps:
        windows = [w for e in train for w in cut_windows(e, options.limit, jitter)]
        jitter.shuffle(windows)
        for k in range(0, len(windows), options.batch):
            if step >= steps:
                break
            batch = collate(windows[k : k + options.batch], options.limit)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss, parts = losses(network, batch, teachers, options.trust)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            running.append(parts)
            step += 1
            if step % 100 == 0 or step in (10, 30):
                means = {key: round(float(np.mean([r[key] for r in running[-100:]])), 3) for key in parts}
                print(f"step {step} {means} {time.time() - began:.0f} s", flush=True)
            if step % max(1, int(steps / options.epochs)) == 0 or step == steps:
                found = predict(network, dev, options.limit)
                best = {}
                for threshold in (0.4, 0.5, 0.6):
                    result = score(found, threshold, options.corpus, options.scorer, options.out)
                    best[threshold] = {n: result[n]["f1"] for n in ("all labels", "whole usable", "whole exact", "source exact", "cue exact", "content exact")}
                    print(f"step {step} at {threshold} {best[threshold]}", flush=True)
                print(f"step {step} names {f1([x['names'] for x in found]):.1f} {time.time() - began:.0f} s", flush=True)
                torch.save({"state": network.state_dict(), "layers": chosen, "options": {k: str(v) for k, v in vars(options).items()}}, options.out / "network.pt")
    print(f"done in {(time.time() - began) / 60:.1f} minutes, {math.ceil(step)} steps", flush=True)


if __name__ == "__main__":
    main()
