// What becomes of claims and stories: stances, the ledger, and which reports and claims belong to one matter. Each step
// is a file of the same name beside this one.
import { asId, type Id } from '../model/id.ts'
import type { Linked, ReadDoc, Tracked } from '../model/ledger.ts'
import type { Story } from '../model/story.ts'
import { judgeStances } from './judge-stances.ts'
import { makeLedger } from './make-ledger.ts'
import { groupStories } from './match-stories.ts'

/** Tracks linked docs, given in log order. Rows come by first printing. */
export function track(docs: readonly ReadDoc[], linked: Linked): Tracked {
  const stances = judgeStances(docs, linked)
  const stories = makeStories(docs, linked)
  const storyOf = new Map(stories.flatMap(({ id, claims }) => claims.map((claim) => [claim, id] as const)))
  return { stances, stories, rows: makeLedger({ docs, linked, stances, storyOf }) }
}

// A story's claims are those first seen in its reports; its title is the headline of the report printed first.
function makeStories(docs: readonly ReadDoc[], { claims }: Linked): Story[] {
  const ordered = [...docs].sort((a, b) => compareText(a.doc.published ?? UNDATED, b.doc.published ?? UNDATED))
  const storyOf = groupStories(docs.map(({ doc }) => doc))
  const ids = [...new Set(docs.map(({ doc }) => storyOf.get(doc.id)))]
  return ids.flatMap((id): Story[] => {
    if (id === undefined) return []
    const [first, ...others] = ordered.filter(({ doc }) => storyOf.get(doc.id) === id)
    if (!first) return []
    return [
      {
        id,
        aliases: [],
        title: titleOf(first),
        docs: [first.doc.id, ...others.map(({ doc }) => doc.id)],
        claims: claims
          .filter(({ evidence }) => storyOf.get(asId<'doc'>(evidence[0].doc)) === id)
          .map((claim) => claim.id),
      },
    ]
  })
}

const UNDATED = '9999'

// The headline; without one, the first sentence of the report.
function titleOf({ doc, reading }: ReadDoc): string {
  const headline = doc.blocks.find(({ kind }) => kind === 'headline')?.span ?? reading.sentences[0]
  return headline ? doc.text.slice(headline.start, headline.end) : (doc.title ?? doc.name)
}

function compareText(a: Id<'doc'> | string, b: Id<'doc'> | string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
