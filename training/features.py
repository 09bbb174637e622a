"""What the network sees of a word beside its pieces: its shape, the gap before it, and whether it is quoted.

`src/read/network/words.ts` does the same in the product; `parity.json` holds the two together.
"""

from __future__ import annotations

import regex

SHAPES = ("lower", "title", "capitals", "initial", "number", "mark", "mixed")
GAPS = ("none", "space", "line", "paragraph")
QUOTES = ("outside", "inside", "opens", "closes")

_UPPER = regex.compile(r"^\p{Lu}+$")
_TITLE = regex.compile(r"^\p{Lu}[\p{Ll}\p{M}]+$")
_LOWER = regex.compile(r"^[\p{Ll}\p{M}]+$")
_LETTER_OR_DIGIT = regex.compile(r"[\p{L}\p{N}]")
_DIGIT = regex.compile(r"^\p{N}")
OPENING, CLOSING, EITHER = set("“«„"), set("”»"), set('"')


def shape(word: str) -> int:
    if not _LETTER_OR_DIGIT.search(word):
        return 5
    if _DIGIT.match(word):
        return 4
    if _LOWER.match(word):
        return 0
    if _TITLE.match(word):
        return 1
    if _UPPER.match(word):
        return 3 if len(word) == 1 else 2
    return 6


def gap(between: str) -> int:
    """The kind of white space before a word."""
    if not between:
        return 0
    lines = between.count("\n")
    return 3 if lines > 1 else 2 if lines == 1 else 1


def features(text: list[str], gaps: list[str]) -> list[tuple[int, int, int]]:
    """(shape, gap, quoted) of each word, from its text and what stands before it.

    A plain mark opens where white space or a bracket stands before it, else it closes. A paragraph ends every quotation.
    """
    found = []
    inside = False
    for i, word in enumerate(text):
        before = 3 if i == 0 else gap(gaps[i])
        if before == 3:
            inside = False
        opens = word in OPENING or (word in EITHER and not inside and (before > 0 or text[i - 1] in "([—–-"))
        closes = not opens and (word in CLOSING or word in EITHER)
        if opens:
            inside = True
        quoted = 2 if opens else 3 if closes else 1 if inside else 0
        if closes:
            inside = False
        found.append((shape(word), before, quoted))
    return found
