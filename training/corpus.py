"""Reads PolNeAR into words, attributions and machine-made names. Offsets are UTF-16 units throughout."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path

import regex

WORD = regex.compile(r"[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]")
ROLES = ("source", "cue", "content")
# CoreNLP's names, folded to the three kinds that Readout knows.
NAME_KINDS = {"PERSON": 1, "ORGANIZATION": 2, "LOCATION": 3, "CITY": 3, "COUNTRY": 3, "STATE_OR_PROVINCE": 3}


@dataclass
class Attribution:
    """One relation as sets of word indexes; `start` is the first word of the cue."""

    start: int
    source: list[int]
    cue: list[int]
    content: list[int]


@dataclass
class Document:
    id: str
    publisher: str
    text: str
    words: list[tuple[int, int]]  # UTF-16 [start, end)
    attributions: list[Attribution] = field(default_factory=list)
    names: list[int] | None = None  # per word: 0 none, then 1 + 2 * (kind - 1) begin, 2 + 2 * (kind - 1) inside


def utf16_offsets(text: str) -> list[int]:
    """The UTF-16 offset of each code point, and of the end."""
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + (2 if ord(character) > 0xFFFF else 1))
    return offsets


def split_words(text: str) -> list[tuple[int, int]]:
    """Runs of letters, digits and underscores, and single other marks, as UTF-16 ranges."""
    at = utf16_offsets(text)
    return [(at[m.start()], at[m.end()]) for m in WORD.finditer(text)]


def touched(ranges: list[list[int]], words: list[tuple[int, int]]) -> list[int]:
    """The indexes of the words that the ranges touch."""
    return [i for i, (start, end) in enumerate(words) if any(s < end and start < e for s, e in ranges)]


def _attributions(raw: list[dict], words: list[tuple[int, int]]) -> list[Attribution]:
    found = []
    for item in raw:
        roles = {role: touched(item[role], words) for role in ROLES}
        if roles["cue"]:
            found.append(Attribution(roles["cue"][0], **roles))
    return found


def _names(layer: dict, words: list[tuple[int, int]]) -> list[int]:
    """The names of the CoreNLP layer, one tag a word."""
    tags = [0] * len(words)
    starts = {start: i for i, (start, _) in enumerate(words)}
    for sentence in layer["sentences"]:
        before = 0
        for start, end, _lemma, _pos, kind in sentence["tokens"]:
            tag = NAME_KINDS.get(kind, 0)
            begins = tag != before
            i = starts.get(start)
            while i is not None and i < len(words) and words[i][0] < end:
                if tag:
                    tags[i] = 2 * tag - 1 if begins else 2 * tag
                begins = False
                i += 1
            before = tag
    return tags


def read_corpus(folder: Path, split: str) -> list[Document]:
    """The documents of `train` or `dev`, with the first annotator (by name) as the gold."""
    with gzip.open(folder / f"{split}.corenlp.jsonl.gz", "rt") as lines:
        layers = {layer["id"]: layer for layer in map(json.loads, lines)}
    documents = []
    with gzip.open(folder / f"{split}.jsonl.gz", "rt") as lines:
        for raw in map(json.loads, lines):
            words = split_words(raw["text"])
            gold = raw["annotations"][sorted(raw["annotations"])[0]]
            layer = layers.get(raw["id"])
            documents.append(
                Document(raw["id"], raw["publisher"], raw["text"], words, _attributions(gold, words), layer and _names(layer, words))
            )
    return documents
