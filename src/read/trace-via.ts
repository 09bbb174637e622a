// Through whose hands nested words came: the hands of their own route first, then the voice around them if it passes on what
// they say, then the hands that this one came through.
import type { Attribution, StatedSource } from '../model/attribution.ts'
import { overlaps, wordsOf } from '../model/span.ts'
import { isOwnOutlet } from './is-own-outlet.ts'
import { isSpeech } from './is-speech.ts'
import { type Scene, spanOf } from './scene.ts'
import type { Routed } from './trace-routes.ts'

/** The attributions with all their hands; `byId` has those that they lie within. */
export function traceVia(
  scene: Scene,
  routed: readonly Routed[],
  all: readonly Attribution[],
  byId: ReadonlyMap<string, Attribution>,
): Attribution[] {
  const passes = passingOn(scene, routed)
  return all.map((one) => ({ ...one, via: viaOf(one, byId, passes) }))
}

/** Nearest the speaker first: the own route, then the outer source and its route. No voice twice, never the doc's own. */
function viaOf(one: Attribution, byId: ReadonlyMap<string, Attribution>, passes: Passes): StatedSource[] {
  const via = [...one.via]
  const outer = one.within ? byId.get(one.within) : undefined
  if (!outer || outer.source.kind === 'unstated') return via
  const own = one.source.kind === 'unstated' ? [] : one.source.who
  // Hale said no, the Courier reported, citing Meridian.: through Meridian, then through the Courier
  const below = outer.restsOn?.kind === 'outlet' ? [outer.restsOn] : []
  const hands = passes(one, outer) ? [...below, outer.source] : []
  for (const source of [...hands, ...viaOf(outer, byId, passes)]) {
    const isKnown = [...own, ...via.flatMap(({ who }) => who)].some((chain) => source.who.includes(chain))
    if (!isKnown) via.push(source)
  }
  return via
}

// rejects what Hale calls “the price of a dry street”: who opposes it passes nothing on
const OPPOSES = /^(?:reject|dismiss|dispute|deny|refute|rebut)$/

type Passes = (one: Attribution, outer: Attribution) => boolean

/**
 * Whether the outer source passes on what the inner one says. Hale said that the envoy had refused.: he does. Hale opposes a
 * plan that the envoy calls good.: he only thinks of it. Nor do "I" and "we", or the outlet that prints the doc.
 */
function passingOn(scene: Scene, routed: readonly Routed[]): Passes {
  const relations = new Map(routed.map(({ resolved: { relation } }) => [spanOf(scene, relation.cue).start, relation]))
  const entries = routed.flatMap(({ resolved }) => resolved.entries)
  const ownOutlet = new Set(
    entries.filter(({ kind, name }) => kind === 'outlet' && isOwnOutlet(name, scene.doc)).map(({ id }) => id),
  )
  return (one, { source, cue }) => {
    if (source.kind === 'unstated' || source.who.some((id) => ownOutlet.has(id))) return false
    if (/^(?:I|we|you|me|us)$/i.test(wordsOf(scene.doc.text, source.words))) return false
    if (one.source.kind !== 'unstated' && overlaps(one.source.words[0], source.words[0])) return false
    const relation = relations.get(cue[0].start)
    return (
      source.kind === 'outlet' ||
      (relation !== undefined && isSpeech(relation) && !OPPOSES.test(relation.cue.verb?.lemma ?? ''))
    )
  }
}
