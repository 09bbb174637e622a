// Through whose hands the words came, as far as the clause of the cue tells: the hearer, the setting, the outlet that was
// told, what an outlet rests on; and when it was said.
import type { Hearer, Setting, StatedSource, When } from '../model/attribution.ts'
import type { Span } from '../model/span.ts'
import type { ChainBook, Entry } from './chain-book.ts'
import { findChannel } from './find-channel.ts'
import { findFoundation } from './find-foundation.ts'
import { findHearer, findPress } from './find-hearer.ts'
import type { Names } from './find-names.ts'
import { findEvent, findSaid } from './find-said.ts'
import { findSetting } from './find-setting.ts'
import { isOwnOutlet } from './is-own-outlet.ts'
import { type Resolved, sourceOf } from './resolve-sources.ts'
import { type Range, type Scene, spanOf } from './scene.ts'

export interface Route {
  readonly hearer?: Hearer
  readonly setting?: Setting
  readonly said?: When
  readonly event?: When
  readonly via: readonly StatedSource[]
  readonly restsOn?: StatedSource
}

export interface Routed {
  readonly resolved: Resolved
  readonly route: Route
  readonly outlet?: Entry // the first of `via`, where that is an outlet
}

/** The route of one attribution: `clause` is what surrounds the cue outside its content. */
export function traceRoute(scene: Scene, resolved: Resolved, names: Names, book: ChainBook): Routed {
  const clause = clauseAround(scene, resolved)
  const runs = runsOf(scene, clause)
  const told = findHearer(scene, resolved, names, book)
  const channel =
    told?.hearer.kind === 'outlet'
      ? undefined
      : findChannel(scene, resolved, clause, afterCue(scene, resolved, clause), names, book)
  const heard = told ?? channel?.heard ?? findPress(scene, runs)
  const cue = spanOf(scene, resolved.relation.cue)
  const setting = findSetting(scene, runs, { cue, hearer: heard?.hearer.words })
  const said = findSaid(scene, runs, cue)
  const event = findEvent(
    scene,
    resolved.relation.content.map((piece) => spanOf(scene, piece)),
  )
  const outlet = told?.hearer.kind === 'outlet' ? told.entry : channel?.entry
  const [first] = resolved.entries
  if (outlet && first?.voice.kind === 'anonymous') {
    first.toldTo = outlet
    if (first.among) first.among.toldTo ??= outlet
  }
  const teller = outlet ?? (first && toldBy(first))
  const words = teller && (heard?.entry === teller ? heard.hearer.words : teller.mentions.at(-1)?.span)
  const restsOn = findFoundation(scene, resolved, names, book)
  const isPassedOn = teller && !isOwnOutlet(teller.name, scene.doc) && !resolved.entries.includes(teller)
  const route: Route = {
    ...(heard && { hearer: heard.hearer }),
    ...(setting && { setting }),
    ...(said && { said }),
    ...(event && { event }),
    via: isPassedOn && words ? [sourceOf([teller], words)] : [],
    ...(restsOn && { restsOn }),
  }
  return { resolved, route, ...(isPassedOn && { outlet: teller }) }
}

/** The outlet that somebody unnamed, or the group they belong to, told before. */
export function toldBy({ voice, toldTo, among }: Entry): Entry | undefined {
  return voice.kind === 'anonymous' ? (toldTo ?? among?.toldTo) : undefined
}

/**
 * The tokens of the cue's own clause, without its source and content: from the last verb before both, which is another
 * clause's, to the content that follows, or to the end of the sentence where the content came first.
 */
function clauseAround(scene: Scene, { relation }: Resolved): number[] {
  const { tokens, sentences, sentenceOf } = scene
  const { cue, source, content } = relation
  const sentence = sentences[sentenceOf[cue.head] ?? -1]
  if (!sentence) return []
  const within = (at: number, { from, to }: Range): boolean => from <= at && at < to
  const isTaken = (at: number): boolean =>
    content.some((piece) => within(at, piece)) || (source !== undefined && within(at, source))
  const start = Math.min(cue.from, source && source.from >= sentence.from ? source.from : cue.from)
  const isVerb = (at: number): boolean => /^(VERB|AUX)$/.test(tokens[at]?.pos ?? '') && !isTaken(at)
  let from = start
  while (from > sentence.from && (!isVerb(from - 1) || opensOccasion(scene, from - 1, sentence.from))) from -= 1
  const after = content.find((piece) => piece.from >= cue.to)
  const to =
    after && !content.some((piece) => piece.to <= cue.from)
      ? after.from
      : nextPredicate(scene, Math.max(cue.to, source?.to ?? 0), sentence.to)
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i).filter((at) => !isTaken(at))
}

// Karsk proposed it last year, the envoy said, but dropped the idea in January: not when she said it
// “…,” said Hale, echoing Marrow, who spoke on Monday: nor when somebody did whom he only speaks of
function nextPredicate({ tokens }: Scene, from: number, to: number): number {
  let hasOther = false
  for (let at = from; at < to - 1; at++) {
    const token = tokens[at]
    if (hasOther && /^(?:who|whose|whom|which|what)$/.test(token?.lower ?? '')) return at
    if (token?.pos === 'VERB') hasOther = true
    if (!/^(?:and|but|or)$/.test(tokens[at]?.lower ?? '')) continue
    const next = tokens[at + 1]?.pos === 'ADV' ? at + 2 : at + 1
    if (/^(?:VERB|AUX)$/.test(tokens[next]?.pos ?? '') && !/ing$/.test(tokens[next]?.lower ?? '')) return at
  }
  return to
}

// Speaking to reporters in Karsk, Hale said / Asked by Meridian, he said: no clause of somebody else's
function opensOccasion({ tokens }: Scene, at: number, first: number): boolean {
  return (
    at - first <= 1 &&
    /^(?:speaking|talking|appearing|asked|pressed|questioned|writing|posting)$/.test(tokens[at]?.lower ?? '')
  )
}

/** What follows the cue up to the next comma or content: "in the Courier on Monday". */
function afterCue({ tokens }: Scene, { relation: { cue } }: Resolved, clause: readonly number[]): number[] {
  const after: number[] = []
  for (let at = cue.to; clause.includes(at) && !/^[,;.:]$/.test(tokens[at]?.text ?? ''); at++) after.push(at)
  return after
}

/** Runs of neighbouring tokens, as spans. */
function runsOf(scene: Scene, clause: readonly number[]): Span[] {
  const runs: Range[] = []
  for (const at of clause) {
    const last = runs.at(-1)
    if (last && last.to === at) runs[runs.length - 1] = { from: last.from, to: at + 1 }
    else runs.push({ from: at, to: at + 1 })
  }
  return runs.map((run) => spanOf(scene, run))
}
