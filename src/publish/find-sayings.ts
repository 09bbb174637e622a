// What the edition is made of: each attribution of a report's body, with the claims it bears on and the story it
// belongs to. Headlines, standfirsts and captions repeat the body and are left out.
import type { Act } from '../model/act.ts'
import type { Attribution } from '../model/attribution.ts'
import { blockAt, type Doc } from '../model/doc.ts'
import type { Id } from '../model/id.ts'
import type { Linked, ReadDoc, Tracked } from '../model/ledger.ts'
import type { Reading } from '../model/reading.ts'
import { wordsOf } from '../model/span.ts'

/** One attribution with its surroundings. */
export interface Saying {
  readonly doc: Doc
  readonly reading: Reading
  readonly attribution: Attribution
  readonly claims: readonly Id<'claim'>[]
  readonly acts?: ReadonlyMap<Id<'claim'>, Act> // what it does to each, where that was judged
  readonly holder?: Id<'entity'>
  readonly story?: Id<'story'>
}

const REPEATS_THE_BODY = new Set(['headline', 'standfirst', 'caption', 'byline'])

/** The sayings of the docs, in the order of the docs and of their texts. */
export function findSayings(docs: readonly ReadDoc[], linked: Linked, tracked: Tracked): Saying[] {
  const claims = group(linked.bearings, ({ doc, attribution }) => keyOf(doc, attribution))
  const holders = group(tracked.stances, ({ doc, attribution }) => keyOf(doc, attribution))
  const appearances = group(linked.appearances, ({ claim }) => claim)
  const storyOfDoc = new Map(tracked.stories.flatMap((story) => story.docs.map((doc) => [doc, story.id])))
  return docs.flatMap(({ doc, reading }) =>
    reading.attributions
      .filter((attribution) => isOfTheBody(doc, attribution))
      .map((attribution): Saying => {
        const key = keyOf(doc.id, attribution.id)
        const borne = [...new Set((claims.get(key) ?? []).map(({ claim }) => claim))]
        const stances = holders.get(key) ?? []
        const acts = new Map(stances.map(({ claim, act }) => [claim, act]))
        const holder = stances[0]?.holder
        const alsoIn = borne.flatMap((claim) => (appearances.get(claim) ?? []).map((appearance) => appearance.doc))
        const story = commonest([doc.id, ...alsoIn].map((id) => storyOfDoc.get(id)))
        return { doc, reading, attribution, claims: borne, acts, ...(holder && { holder }), ...(story && { story }) }
      }),
  )
}

// A weekly round-up touches on many matters: a saying of it belongs where most reports of its claims do.
function commonest(stories: readonly (Id<'story'> | undefined)[]): Id<'story'> | undefined {
  const counts = group(
    stories.filter((story) => story !== undefined),
    (story) => story,
  )
  return [...counts.values()].toSorted((a, b) => b.length - a.length)[0]?.[0]
}

/** The content's letters and digits in lower case: two reports that print the same words give the same. */
export function contentKey({ doc, attribution }: Saying): string {
  return wordsOf(doc.text, attribution.content)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The values by key, in order. */
export function group<T, K>(values: readonly T[], key: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const value of values) {
    const name = key(value)
    const found = groups.get(name)
    if (found) found.push(value)
    else groups.set(name, [value])
  }
  return groups
}

function isOfTheBody(doc: Doc, { cue, content }: Attribution): boolean {
  const kind = blockAt(doc, cue[0].start)?.kind ?? blockAt(doc, content[0].start)?.kind
  return kind === undefined || !REPEATS_THE_BODY.has(kind)
}

function keyOf(doc: Id<'doc'>, attribution: Id<'attribution'>): string {
  return `${doc} ${attribution}`
}
