// What becomes of claims and stories: stances, the ledger, and which reports and claims belong to one matter. Each step
// is a file of the same name beside this one.
import { comparePlaces } from '../model/filed.ts'
import type { Linked, ReadDoc, Tracked } from '../model/ledger.ts'
import type { Story } from '../model/story.ts'
import { groupStories } from './group-stories.ts'
import { judgeStances } from './judge-stances.ts'
import { makeLedger } from './make-ledger.ts'
import { titleOf } from './title-of.ts'

/** Tracks linked docs, all at once. Rows come by first printing. */
export function track(docs: readonly ReadDoc[], linked: Linked): Tracked {
  const stances = judgeStances(docs, linked)
  const stories = makeStories(docs, linked)
  const storyOf = new Map(stories.flatMap(({ id, claims }) => claims.map((claim) => [claim, id] as const)))
  return { stances, stories, rows: makeLedger({ docs, linked, stances, storyOf }) }
}

// Stories and their reports come by printing. A story's claims are those first put in its reports; its title is the headline of
// the report printed first.
function makeStories(docs: readonly ReadDoc[], { claims }: Linked): Story[] {
  const storyOf = groupStories(docs.map(({ doc }) => doc))
  const ordered = [...docs].sort((a, b) => comparePlaces(a.doc, b.doc))
  const docsOf = Map.groupBy(ordered, ({ doc }) => storyOf.get(doc.id))
  const claimsOf = Map.groupBy(claims, ({ evidence }) => storyOf.get(evidence[0].doc))
  return [...new Set(ordered.map(({ doc }) => storyOf.get(doc.id)))].flatMap((id): Story[] => {
    const [first, ...others] = docsOf.get(id) ?? []
    if (id === undefined || !first) return []
    return [
      {
        id,
        aliases: [],
        title: titleOf(first),
        docs: [first.doc.id, ...others.map(({ doc }) => doc.id)],
        claims: (claimsOf.get(id) ?? []).map((claim) => claim.id),
      },
    ]
  })
}
