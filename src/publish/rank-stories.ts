// The matters of a week, the one that weighs most first: how far it reached, how far its claims moved, who speaks officially in it,
// what is new. The watch says what each of these weighs. How many origins a claim has weighs nothing: a thing is not news because
// many said it first, nor less so because one did. A report that belongs to no story is a matter by itself.
import { sourceKindOf } from '../model/attribution.ts'
import type { Choice, ChoiceReason } from '../model/edition.ts'
import type { Id } from '../model/id.ts'
import type { Story } from '../model/story.ts'
import type { Weights } from '../model/watch.ts'
import { groupByClaim, isLooseRoundUp, type Saying } from './find-sayings.ts'
import { rankSayings } from './rank-sayings.ts'
import type { WeekView } from './week-view.ts'

/** One matter with its sayings of the week, the ones to print first before the others, and why it stands where it does. */
export interface Matter {
  readonly story?: Story
  readonly sayings: readonly Saying[]
  readonly sayingsOn: (claim: Id<'claim'>) => readonly Saying[] // those of them that bear on it
  readonly choice: Choice
  readonly isTouchedOn: boolean // one round-up alone tells of it
}

/** The matters of the week in the order of their weight, those of one weight in the order of their printing; each has a saying. */
export function rankStories(view: WeekView): Matter[] {
  const byMatter = Map.groupBy(view.sayings, ({ matter }) => matter)
  return [...byMatter]
    .map(([key, sayings]) => ({ key, sayings, first: firstPrinted(sayings), choice: choose(sayings, view) }))
    .toSorted((a, b) => b.choice.score - a.choice.score || compareText(a.first, b.first) || compareText(a.key, b.key))
    .map(({ sayings, choice }): Matter => {
      const story = sayings[0]?.story && view.storyById.get(sayings[0].story)
      // asked of those that are printed: most matters of a large week are only counted
      let ranked: readonly Saying[] | undefined
      let byClaim: ReadonlyMap<Id<'claim'>, readonly Saying[]> | undefined
      const ranking = (): readonly Saying[] => {
        ranked ??= rankSayings(sayings, view)
        return ranked
      }
      return {
        ...(story && { story }),
        get sayings() {
          return ranking()
        },
        sayingsOn(claim) {
          byClaim ??= groupByClaim(ranking())
          return byClaim.get(claim) ?? []
        },
        choice,
        isTouchedOn: !story && sayings.every((saying) => isInOneRoundUp(saying, view)),
      }
    })
}

function isInOneRoundUp({ doc, claims }: Saying, { appearancesByClaim }: WeekView): boolean {
  const isElsewhere = (claim: Id<'claim'>): boolean =>
    (appearancesByClaim.get(claim) ?? []).some((appearance) => appearance.doc !== doc.id)
  return isLooseRoundUp(doc) && !claims.some(isElsewhere)
}

/** Of what else than outlets and reports there may be any number, no more counts than this: one long interview is not a week's news. */
export const COUNTED_MOST: Readonly<Partial<Record<ChoiceReason, number>>> = {
  'standing changed': 5,
  answered: 3,
  officials: 3,
  'new this week': 3,
}

function choose(sayings: readonly Saying[], view: WeekView): Choice {
  const { weights } = view.watch
  const counts = count(sayings, view)
  const because = (Object.keys(counts) as ChoiceReason[]).flatMap((what) => {
    const counted = Math.min(counts[what], COUNTED_MOST[what] ?? Number.POSITIVE_INFINITY)
    return counted > 0 ? [{ what, counted, weight: weights[what] }] : []
  })
  const score = because.reduce((sum, { counted, weight }) => sum + counted * weight, 0)
  return { score: Math.round(score * 1000) / 1000, because } // 0.1 and 0.2 make 0.3
}

function count(sayings: readonly Saying[], { standings, ledger }: WeekView): Weights {
  const docs = new Map(sayings.map(({ doc }) => [doc.id, doc]))
  const claims = [...new Set<Id<'claim'>>(sayings.flatMap((saying) => saying.claims))]
  const changes = claims.flatMap((claim) => standings.get(claim) ?? [])
  const answered = claims.filter((claim) => {
    const head = ledger.headOf(claim)
    return head !== undefined && head.denied + head.declined > 0
  })
  return {
    outlets: new Set([...docs.values()].map(({ id, outlet }) => outlet ?? id)).size,
    reports: docs.size,
    'standing changed': changes.filter(({ before, now }) => before !== undefined && before !== now).length,
    answered: answered.length,
    officials: new Set(sayings.flatMap((saying) => officialOf(saying) ?? [])).size,
    'new this week': changes.filter(({ before }) => before === undefined).length,
  }
}

// "Lindrian Foreign Minister Anselm Roke confirmed", "the Foreign Office declined": by name, so that twenty "officials" are not twenty.
function officialOf({ doc, reading, attribution: { source }, holder }: Saying): string | undefined {
  const kind = sourceKindOf(source)
  if (source.kind === 'unstated' || (kind !== 'official' && kind !== 'government' && kind !== 'organisation')) {
    return undefined
  }
  if (holder) return holder
  const chain = reading.chains.find(({ id }) => id === source.who[0])
  return chain?.name ?? `${doc.id} ${source.who[0]}`
}

function firstPrinted(sayings: readonly Saying[]): string {
  const keys = sayings.map(({ doc }) => `${doc.published ?? '~'} ${doc.id}`)
  return keys.reduce((first, key) => (key < first ? key : first))
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
