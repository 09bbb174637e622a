// What of a sentence each of its tellers has told: halves, what was taken back, and what an afterword passes on.
import type { Draft } from './relation.ts'
import type { Range, Scene } from './scene.ts'

/** The draft with its own half: [The mill closed], Marrow said, while [the mine stayed open], Hale said. */
export function ownHalf({ tokens }: Scene, draft: Draft, drafts: readonly Draft[]): Draft {
  const isAfterword = ({ cue }: Draft): boolean => tokens[cue.from]?.lower === 'according'
  const own = drafts.filter((one) => one.sentence === draft.sentence && !isAfterword(one))
  if (isAfterword(draft)) return draft
  const linkOf = (one: Draft): number | undefined => {
    const end = Math.max(one.cue.to, one.source?.to ?? 0)
    const at =
      tokens[end]?.text === ',' && /^(?:while|whereas)$/.test(tokens[end + 1]?.lower ?? '') ? end + 2 : undefined
    return one.content.some(({ to }) => to <= one.cue.from) ? at : undefined
  }
  const cut = linkOf(draft)
  if (
    cut !== undefined &&
    own.some(
      (other) =>
        other !== draft &&
        other.content.some(
          ({ from, to }) =>
            from <= cut + 1 && to > cut && to <= Math.min(other.cue.from, other.source?.from ?? other.cue.from),
        ),
    )
  )
    return withContent(draft, (piece) => piece.from < cut - 1)
  const before = own.find(
    (other) => other.cue.to <= draft.cue.from && (linkOf(other) ?? Number.POSITIVE_INFINITY) < draft.cue.from,
  )
  const from = before && linkOf(before)
  if (from === undefined || !draft.content.some((piece) => piece.to > from && piece.to <= draft.cue.from)) return draft
  const content = draft.content.flatMap((piece) =>
    piece.to <= from ? [] : [{ from: Math.max(piece.from, from), to: piece.to }],
  )
  return { ...draft, content }
}

function withContent(draft: Draft, keeps: (piece: Range) => boolean): Draft {
  const content = draft.content.filter(keeps)
  return content.length > 0 ? { ...draft, content } : draft
}

/** The draft with what is walked back: walked back [his comments] and said that the fee was fair. */
export function withOwnObject({ tokens }: Scene, draft: Draft, drafts: readonly Draft[]): Draft {
  const { cue, content } = draft
  const back = tokens
    .slice(cue.from, cue.to)
    .find(({ lower, at }) => lower === 'back' && /^walk(?:s|ed|ing)?$/.test(tokens[at - 1]?.lower ?? ''))
  const isOthers = drafts.some(
    (other) => other !== draft && other.cue.from >= cue.to && other.cue.to <= (content[0]?.from ?? 0),
  )
  if (!back || back.at + 1 >= cue.to || !isOthers) return draft
  return { ...draft, cue: { ...cue, to: back.at + 1 }, content: [{ from: back.at + 1, to: cue.to }] }
}

/** The draft of an afterword with all that it tells of: [The dam was sold, Hale said], according to Meridian. */
export function withinAfterword({ tokens }: Scene, draft: Draft, drafts: readonly Draft[]): Draft {
  const { cue, content } = draft
  const [piece] = content
  const isAfterword = tokens[cue.from]?.lower === 'according' && tokens[cue.from - 1]?.text === ','
  if (!isAfterword || !piece || content.length > 1 || piece.to > cue.from) return draft
  const inner = drafts.find(
    (other) =>
      other.cue !== cue &&
      other.sentence === draft.sentence &&
      other.content.length === 1 &&
      other.content[0]?.from === piece.from &&
      other.cue.from >= piece.to &&
      other.cue.to <= cue.from - 1,
  )
  return inner ? { ...draft, content: [{ from: piece.from, to: cue.from - 1 }] } : draft
}
