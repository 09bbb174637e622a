// “It is wrong,” Marrow said, pointing to the report, “and it must end.”: the second part goes on with the first, and is no part
// of what she pointed to.
import type { Draft } from './relation.ts'
import { opensQuotation, type Range, type Scene } from './scene.ts'

const ASIDE = /^(?:point|refer|allud|nod|gestur|turn|look|react|respond|reply)\p{L}*$/u

/** The drafts with each quotation that an aside had broken given to whoever opened it. */
export function resumeQuotations(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const restOf = new Map<Draft, Range>()
  const resumedBy = new Map<Draft, Range[]>()
  for (const aside of drafts) {
    const rest = restAfter(scene, aside)
    const opener = rest && openerOf(scene, aside, drafts)
    if (!opener) continue
    restOf.set(aside, rest)
    resumedBy.set(opener, [...(resumedBy.get(opener) ?? []), rest])
  }
  return drafts.flatMap((draft) => {
    const rest = restOf.get(draft)
    const resumed = resumedBy.get(draft)
    if (!rest) return [resumed ? { ...draft, content: [...draft.content, ...resumed] } : draft]
    const content = draft.content.flatMap(({ from, to }) =>
      from < rest.from - 1 ? [{ from, to: Math.min(to, rest.from - 1) }] : [],
    )
    return content.length > 0 ? [{ ...draft, content }] : []
  })
}

// the quotation that begins in small letters behind a comma within what an aside has for its content
function restAfter(
  { tokens, quotationOf, quotationRanges, ...scene }: Scene,
  { cue, content }: Draft,
): Range | undefined {
  if (!ASIDE.test(tokens[cue.head]?.lower ?? '') || tokens[cue.from - 1]?.text !== ',') return undefined
  const last = content.at(-1)
  if (!last) return undefined
  for (let at = last.from + 1; at < last.to; at++) {
    const isGoingOn = tokens[at - 1]?.text === ',' && /^\p{Ll}/u.test(tokens[at + 1]?.text ?? '')
    const q = quotationOf[at] ?? -1
    if (isGoingOn && q >= 0 && opensQuotation({ tokens, quotationOf, quotationRanges, ...scene }, at)) {
      const whole = quotationRanges[q]
      // referring to the slogan, “never again,” that Marrow coined: what the sentence goes on about is not the speaker's
      const isEnd = whole !== undefined && scene.sentenceOf[whole.to] !== scene.sentenceOf[cue.head]
      return isEnd || /^[.!?]$/.test(tokens[whole?.to ?? -1]?.text ?? '') ? whole : undefined
    }
  }
  return undefined
}

// whoever said something in marks that ends in a comma, right before the aside
function openerOf({ tokens }: Scene, aside: Draft, drafts: readonly Draft[]): Draft | undefined {
  return drafts.find(
    ({ sentence, cue, content }) =>
      sentence === aside.sentence &&
      cue.to <= aside.cue.from &&
      aside.cue.from - cue.to <= 2 &&
      content.some(
        ({ to }) => to <= cue.from && /^["”’]|''$/.test(tokens[to - 1]?.text ?? '') && tokens[to - 2]?.text === ',',
      ),
  )
}
