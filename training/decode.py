"""From scores to attributions: the best label path around each cue. `src/read/network/` does the same in the product."""

from __future__ import annotations

import numpy as np

# A label may follow another if it begins a role or goes on with the same one.
ALLOWED = np.array([[not (to in (2, 4, 6) and from_ not in (to - 1, to)) for to in range(7)] for from_ in range(7)])
NEVER = -1e9
PIECE_COST = 4.0  # log odds that a new piece of content must bring


def best_path(scores: np.ndarray, anchor: int) -> list[int]:
    """The best allowed path over [P, 7] log scores in which the cue begins at `anchor`, and only there."""
    scores = scores.copy()
    scores[:, 5] -= PIECE_COST
    scores[:, 3] = NEVER
    scores[anchor] = NEVER
    scores[anchor, 3] = 0.0
    step = np.where(ALLOWED, 0.0, NEVER)
    at = np.where(np.isin(np.arange(7), (2, 4, 6)), NEVER, scores[0])
    back = np.zeros((len(scores), 7), dtype=np.int64)
    for t in range(1, len(scores)):
        through = at[:, None] + step
        back[t] = through.argmax(0)
        at = through.max(0) + scores[t]
    path = [int(at.argmax())]
    for t in range(len(scores) - 1, 0, -1):
        path.append(int(back[t, path[-1]]))
    return path[::-1]


def spans(words: list[int], places: list[tuple[int, int]]) -> list[list[int]]:
    """Runs of neighbouring words as [start, end) ranges of the text."""
    runs: list[list[int]] = []
    for w in words:
        if runs and w == runs[-1][1] + 1:
            runs[-1][1] = w
        else:
            runs.append([w, w])
    return [[places[a][0], places[b][1]] for a, b in runs]
