"""Cuts documents into windows of word pieces that the encoder can hold."""

from __future__ import annotations

import random
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer

from corpus import Document
from features import features

REACH = 128
OVERLAP = 48  # pieces that a window shows beyond what it decides, on each side


@dataclass
class Encoded:
    """A document in pieces."""

    document: Document
    pieces: list[list[int]]  # of each word
    features: list[tuple[int, int, int]]
    labels: dict[int, list[int]]  # cue's first word -> label per word


@dataclass
class Window:
    """Words [start, end) of a document; the cues of [core_start, core_end) are decided here."""

    encoded: Encoded
    start: int
    end: int
    core_start: int
    core_end: int


def label_roles(document: Document) -> dict[int, list[int]]:
    labels = {}
    for attribution in document.attributions:
        tags = [0] * len(document.words)
        for role, base in (("content", 5), ("source", 1), ("cue", 3)):
            before = -2
            for i in getattr(attribution, role):
                tags[i] = base if i != before + 1 else base + 1
                before = i
        labels[attribution.start] = tags
    return labels


def encode(document: Document, tokenizer: Tokenizer, cache: dict[str, list[int]]) -> Encoded:
    raw = document.text.encode("utf-16-le")
    cut = lambda a, b: raw[2 * a : 2 * b].decode("utf-16-le", "replace")
    text = [cut(s, e) for s, e in document.words]
    gaps = [cut(document.words[i - 1][1] if i else 0, s) for i, (s, _) in enumerate(document.words)]
    pieces = []
    for word in text:
        if word not in cache:
            cache[word] = tokenizer.encode(word, add_special_tokens=False).ids[:16] or [100]
        pieces.append(cache[word])
    return Encoded(document, pieces, features(text, gaps), label_roles(document))


def cut_windows(encoded: Encoded, limit: int, jitter: random.Random | None = None) -> list[Window]:
    """Even windows of at most `limit` pieces (two of them the encoder's own marks); shifted at random for training."""
    sizes = [len(p) for p in encoded.pieces]
    room = limit - 2
    total = sum(sizes)
    if total == 0:
        return []
    windows = []
    if total <= room:
        return [Window(encoded, 0, len(sizes), 0, len(sizes))]
    count = -(-(total - 2 * OVERLAP) // (room - 2 * OVERLAP))
    core = total / count
    shift = jitter.uniform(-0.5, 0.5) * core if jitter else 0.0
    ends = []
    running = 0
    starts_at = []
    for size in sizes:
        starts_at.append(running)
        running += size
    edges = [k * core + shift for k in range(0, count + 1 + bool(jitter))]
    cuts = sorted({min(max(0, next((i for i, at in enumerate(starts_at) if at >= edge), len(sizes))), len(sizes)) for edge in edges} | {0, len(sizes)})
    for a, b in zip(cuts, cuts[1:]):
        inner = sum(sizes[a:b])
        spare = room - inner
        start, end = a, b
        left = right = 0
        while start > 0 and left + sizes[start - 1] <= max(0, spare // 2):
            start -= 1
            left += sizes[start]
        while end < len(sizes) and right + sizes[end] <= spare - left:
            right += sizes[end]
            end += 1
        while start > 0 and left + right + sizes[start - 1] <= spare:
            start -= 1
            left += sizes[start]
        windows.append(Window(encoded, start, end, a, b))
    return windows


def collate(windows: list[Window], limit: int) -> dict[str, torch.Tensor]:
    """One batch, padded to its longest. `cues` holds rows [window, word]; `roles` their labels within REACH (-100 outside)."""
    rows, marks, firsts, names, starts, keep = [], [], [], [], [], []
    cues, roles = [], []
    for b, window in enumerate(windows):
        encoded = window.encoded
        ids, feats, first = [101], [(5, 3, 0)], []
        for i in range(window.start, window.end):
            first.append(len(ids))
            ids += encoded.pieces[i]
            feats += [encoded.features[i]] * len(encoded.pieces[i])
        ids, feats = ids[: limit - 1] + [102], feats[: limit - 1] + [(5, 3, 0)]
        first = [min(f, limit - 1) for f in first]
        rows.append(ids)
        marks.append(feats)
        firsts.append(first)
        tags = encoded.document.names
        names.append([-100] * len(first) if tags is None else tags[window.start : window.end])
        begins = [0.0] * len(first)
        for at, labels in encoded.labels.items():
            if window.start <= at < window.end:
                begins[at - window.start] = 1.0
                cues.append((b, at - window.start))
                roles.append(
                    [labels[w] if window.start <= (w := at + d) < window.end else -100 for d in range(-REACH, REACH + 1)]
                )
        starts.append(begins)
    length, words = max(map(len, rows)), max(map(len, firsts))
    pad = lambda lists, to, fill: torch.tensor([list(x) + [fill] * (to - len(x)) for x in lists])
    return {
        "pieces": pad(rows, length, 0),
        "features": pad(marks, length, (5, 0, 0)),
        "mask": pad([[True] * len(r) for r in rows], length, False)[:, None, None, :],
        "firsts": pad(firsts, words, 0),
        "present": pad([[True] * len(f) for f in firsts], words, False),
        "begins": pad(starts, words, 0.0),
        "names": pad(names, words, -100),
        "cues": torch.tensor(cues, dtype=torch.long).reshape(-1, 2),
        "roles": torch.tensor(roles, dtype=torch.long).reshape(-1, 2 * REACH + 1),
    }
