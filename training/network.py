"""The network: a BERT encoder with word features, and three heads (cues, roles around a cue, names)."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

ROLE_LABELS = 7  # none, then begin and inside of source, cue, content
NAME_LABELS = 7  # none, then begin and inside of person, organisation, place
REACH = 128  # words that a cue looks to either side


class Layer(nn.Module):
    def __init__(self, width: int, heads: int, inner: int, dropout: float):
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, width = x.shape
        split = lambda y: y.view(batch, length, self.heads, width // self.heads).transpose(1, 2)
        rate = self.dropout if self.training else 0.0
        # No dropout on the attention itself: it would shut out the fused kernel, nine tenths of the time on a CPU.
        seen = F.scaled_dot_product_attention(split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask)
        x = self.norm(x + F.dropout(self.out(seen.transpose(1, 2).reshape(batch, length, width)), rate, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), rate, self.training))


class Encoder(nn.Module):
    def __init__(self, vocabulary: int, layers: int, width: int = 384, heads: int = 12, inner: int = 1536, positions: int = 512, dropout: float = 0.1):
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.kind = nn.Parameter(torch.zeros(width))  # BERT's token type 0
        self.shapes = nn.Embedding(7, width)
        self.gaps = nn.Embedding(4, width)
        self.quotes = nn.Embedding(4, width)
        for table in (self.shapes, self.gaps, self.quotes):
            nn.init.zeros_(table.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        self.dropout = dropout

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor | None) -> Tensor:
        x = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]] + self.kind
        x = x + self.shapes(features[..., 0]) + self.gaps(features[..., 1]) + self.quotes(features[..., 2])
        x = F.dropout(self.norm(x), self.dropout, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        return x


class RoleHead(nn.Module):
    """Labels the words within REACH of a cue: what is its source, its cue, its content."""

    def __init__(self, width: int, inner: int = 128, kernel: int = 5):
        super().__init__()
        self.word = nn.Linear(width, inner)
        self.cue = nn.Linear(width, inner)
        self.gate = nn.Linear(width, inner)
        self.distance = nn.Parameter(torch.zeros(2 * REACH + 1, inner))
        self.near = nn.Conv1d(inner, inner, kernel, padding=kernel // 2)
        self.near2 = nn.Conv1d(inner, inner, kernel, padding=kernel // 2)
        self.norm = nn.LayerNorm(inner)
        self.norm2 = nn.LayerNorm(inner)
        self.norm3 = nn.LayerNorm(inner)
        self.out = nn.Linear(inner, ROLE_LABELS)

    def forward(self, words: Tensor, cues: Tensor) -> Tensor:
        """words [T, width], cues [C] word indexes -> [C, 2 * REACH + 1, ROLE_LABELS]."""
        flat = self.word(words)
        padded = F.pad(flat, (0, 0, REACH, REACH))
        places = cues[:, None] + torch.arange(2 * REACH + 1, device=cues.device)[None, :]
        near = padded[places]  # [C, P, inner]
        at = words[cues]
        x = self.norm(near * (1 + self.gate(at))[:, None, :] + self.cue(at)[:, None, :] + self.distance)
        x = F.gelu(x)
        for conv, norm in ((self.near, self.norm2), (self.near2, self.norm3)):
            x = norm(x + F.gelu(conv(x.transpose(1, 2)).transpose(1, 2)))
        return self.out(x)


class Network(nn.Module):
    def __init__(self, vocabulary: int, layers: int, width: int = 384, dropout: float = 0.1):
        super().__init__()
        self.encoder = Encoder(vocabulary, layers, width, dropout=dropout)
        self.cue = nn.Sequential(nn.Linear(width, width // 2), nn.GELU(), nn.Linear(width // 2, 1))
        self.names = nn.Linear(width, NAME_LABELS)
        self.roles = RoleHead(width)
        self.dropout = dropout

    def words(self, pieces: Tensor, features: Tensor, firsts: Tensor, mask: Tensor | None) -> Tensor:
        """The vector of each word's first piece: [B, W, width]."""
        x = self.encoder(pieces, features, mask)
        return torch.gather(x, 1, firsts[..., None].expand(-1, -1, x.shape[-1]))
