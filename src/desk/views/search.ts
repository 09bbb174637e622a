// A search as its page shows it, and all that it finds, page after page, for files.
import { listOutlets } from '../../archive/catalogue/list-outlets.ts'
import { findPersonLine, listPersonLines } from '../../archive/catalogue/person-lines.ts'
import { search } from '../../archive/catalogue/search.ts'
import { findStoryLine } from '../../archive/catalogue/story-lines.ts'
import type { Act } from '../../model/act.ts'
import type { SourceKind } from '../../model/attribution.ts'
import type { Hit, Listed } from '../../model/listing.ts'
import type { Standing } from '../../model/timeline.ts'
import type { Meant, SearchView } from '../../publish/pages/search.ts'
import type { Desk } from '../desk.ts'
import { nameSpeakers } from './name-speakers.ts'
import { queryOf } from './page-lines.ts'

export interface SearchQuery {
  readonly words?: string | undefined
  readonly in?: 'reports' | 'said' | 'claims' | undefined
  readonly who?: string | undefined // an id, a name or its beginning
  readonly outlet?: string | undefined
  readonly kind?: SourceKind | undefined
  readonly act?: Act | undefined
  readonly standing?: Standing | undefined
  readonly story?: string | undefined
  readonly since?: string | undefined // the first day
  readonly until?: string | undefined // the last day
  readonly after?: string | undefined
}

type Own = Pick<Desk, 'store'>

/** The page that was asked for. Throws CURSOR_UNKNOWN. */
export async function makeSearch({ store }: Own, query: SearchQuery): Promise<SearchView> {
  const { after, in: place = 'reports', ...looked } = query
  const isAsked = Object.values(looked).some((value) => value !== undefined)
  const who = query.who === undefined ? undefined : await findMeant(store, query.who)
  const canFind = isAsked && (who === undefined || isOne(who))
  const { items, next }: Listed<Hit> = canFind
    ? await searchPage(store, query, { who, limit: HITS, after })
    : { items: [] }
  const said = items.flatMap((hit) => (hit.in === 'said' ? [hit.said] : []))
  const story = query.story === undefined ? undefined : await findStoryLine(store, query.story)
  return {
    asked: { path: '/search', query: queryOf({ ...query, in: place }) },
    isAsked,
    hits: items,
    ...(next && { next }),
    names: await nameSpeakers(store, said),
    outlets: listOutlets(store),
    ...(story && { storyTitle: story.title }),
    ...(who && { who }),
  }
}

const HITS = 25 // a page: each comes with its words, which are looked up in its text
const MOST_MEANT = 12
const PORTION = 1000 // the most that one question may ask for

/** All that a search finds, in its order, a portion at a time. */
export async function* walkHits(desk: Own, query: SearchQuery): AsyncGenerator<readonly Hit[]> {
  let { after } = query
  do {
    const { items, next } = await findHits(desk, { ...query, after })
    yield items
    after = next
  } while (after !== undefined)
}

/** A portion of what a search finds. Nothing where the name means nobody or several. Throws CURSOR_UNKNOWN. */
export async function findHits({ store }: Own, query: SearchQuery): Promise<Listed<Hit>> {
  const who = query.who === undefined ? undefined : await findMeant(store, query.who)
  if (who && !isOne(who)) return { items: [] }
  return searchPage(store, query, { who, limit: PORTION, after: query.after })
}

interface Portion {
  readonly who: Meant | undefined
  readonly limit: number
  readonly after: string | undefined
}

async function searchPage(
  store: Desk['store'],
  { words = '', in: place = 'reports', outlet, kind, act, standing, story, since: from, until }: SearchQuery,
  { who, limit, after }: Portion,
): Promise<Listed<Hit>> {
  return search(store, {
    words,
    in: place,
    who: who?.people[0]?.entity,
    outlet,
    kind,
    act,
    standing: place === 'claims' ? standing : undefined,
    story: story === undefined ? undefined : ((await findStoryLine(store, story))?.story ?? story),
    from,
    until,
    limit,
    ...(after !== undefined && { after }),
  })
}

function isOne({ people, hasMore }: Meant): boolean {
  return people.length === 1 && !hasMore
}

// An id means its own; a name in full means whoever bears it; else all whose names have words that begin so.
async function findMeant(store: Desk['store'], asked: string): Promise<Meant> {
  const known = await findPersonLine(store, asked)
  if (known) return { asked, people: [known], hasMore: false }
  const { items, next } = await listPersonLines(store, { order: 'said', begins: asked, limit: MOST_MEANT })
  const exact = items.filter(({ name }) => name.toLowerCase() === asked.trim().toLowerCase())
  if (exact.length === 1) return { asked, people: exact, hasMore: false }
  return { asked, people: items, hasMore: next !== undefined }
}
