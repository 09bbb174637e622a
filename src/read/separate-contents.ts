// Where one content must end because the next begins: "… said that A, adding that B" is two attributions.
import { rangesOf } from './find-contents.ts'
import type { Draft } from './relation.ts'
import type { Range, Scene } from './scene.ts'

/** Cuts each content where the next cue's own words begin: "… said that A, adding that B" and "A, but she said B". */
export function separateContents(scene: Scene, drafts: readonly Draft[]): Draft[] {
  for (const draft of drafts) {
    draft.content = draft.content.flatMap((whole) => {
      const piece = withoutFoundation(scene, draft, whole)
      const cuts = drafts.flatMap((other) => (other === draft ? [] : cutBefore(scene, draft, other, piece)))
      return rangesOf(scene, piece.from, withoutLink(scene, piece, Math.min(piece.to, ...cuts)))
    })
  }
  return drafts.filter(({ content }) => content.length > 0)
}

// reported that the offer stood, citing two diplomats: what the outlet rests on is no part of what it said
export function withoutFoundation({ tokens, quotationOf }: Scene, draft: Draft, piece: Range): Range {
  for (let at = piece.from + 1; at < piece.to - 1; at++) {
    const isCiting = /^(citing|quoting)$/.test(tokens[at + 1]?.lower ?? '') && tokens[at]?.text === ','
    if (isCiting && quotationOf[at] === quotationOf[draft.cue.head]) return { from: piece.from, to: at }
  }
  return piece
}

/** Where in the piece the other relation begins, if the piece must end there. */
function cutBefore({ tokens, quotationOf }: Scene, draft: Draft, other: Draft, piece: Range): number[] {
  if (other.cue.from <= piece.from || other.cue.from >= piece.to) return []
  const start = other.isOwn && other.source ? Math.min(other.source.from, other.cue.from) : other.cue.from
  // … said that A, adding that B
  const isSameVoice = !other.isOwn && other.source?.from === draft.source?.from
  // A, the envoy said, according to Meridian: the second has all before it as its content
  const isAfterword =
    other.cue.from > draft.cue.from &&
    /^(according to|clause before|quotation before)$/.test(other.pattern) &&
    other.content.some(({ from }) => from <= piece.from)
  // … said that A, but the minister said B: a new clause with a speaker of its own
  const isNewClause =
    other.isOwn &&
    other.cue.from > draft.cue.from &&
    /^(and|but|while|although|though|whereas)$/.test(tokens[start - 1]?.lower ?? '') &&
    tokens[start - 2]?.text === ',' &&
    quotationOf[start] === quotationOf[draft.cue.head]
  return isSameVoice || isAfterword || isNewClause ? [start] : []
}

/** The end of the piece without the comma and the "and" that led to what was cut off. */
function withoutLink({ tokens }: Scene, piece: Range, cut: number): number {
  let to = cut
  if (to === piece.to) return to
  while (to > piece.from) {
    const token = tokens[to - 1]
    if (
      !token ||
      !(
        /^[,;—–]$/.test(token.text) ||
        token.pos === 'CCONJ' ||
        /^(while|by|as|although|though|whereas)$/.test(token.lower)
      )
    )
      break
    to -= 1
  }
  return to
}
