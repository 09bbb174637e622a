// Lines of issued editions under which something has changed since: the page that they lean on has another text where their words
// stood, or a claim of theirs stands otherwise. A correction takes up what changed before it.
import { findWalk } from '../../archive/linked.ts'
import { findPageDoc, listPageDocs, type PageDoc } from '../../archive/repeats.ts'
import type { Doc } from '../../model/doc.ts'
import type { Edition, Line } from '../../model/edition.ts'
import type { Evidence } from '../../model/evidence.ts'
import type { Id, Instant } from '../../model/id.ts'
import { linesOf } from '../../publish/editing/open-parts.ts'
import { tellChangedPage, tellTurnedClaim } from '../../publish/editing/tell-leaning.ts'
import { compareVersions } from '../../track/compare-versions.ts'
import type { Desk } from '../desk.ts'
import { type Changed, findLeaning } from '../find-touched.ts'
import type { HeldDoc } from '../holdings.ts'
import { openDocsOfVersion } from './docs-of-version.ts'
import { listIssuedEditions, type WholeVersion } from './find-edition.ts'
import { findTurned, type Turned } from './standings-now.ts'

/** A printed line, and one thing that changed under it. */
export interface Leaning extends Pick<Edition, 'week' | 'watch' | 'days'> {
  readonly number: number // of the version that readers have
  readonly issued: Instant
  readonly line: Id<'line'>
  readonly text: string
  readonly told: string // what changed
  readonly since?: Instant // when the page was first seen so, or when what turned the claim was printed
  readonly because:
    | { readonly kind: 'page'; readonly name: string; readonly evidence: Evidence } // the report that brought the change
    | ({ readonly kind: 'claim' } & Turned)
}

/** All of them, the latest change first. Throws STORE_DAMAGED. */
export async function listLeaning(desk: Pick<Desk, 'store'>): Promise<Leaning[]> {
  const found: Leaning[] = []
  const pages = openPages(desk)
  for (const issued of listIssuedEditions(desk)) {
    found.push(...(await findOnPages(desk, issued, pages)), ...(await findOnClaims(desk, issued)))
  }
  return found.toSorted((a, b) => ((a.since ?? '') < (b.since ?? '') ? 1 : (a.since ?? '') > (b.since ?? '') ? -1 : 0))
}

async function findOnClaims(desk: Pick<Desk, 'store'>, issued: WholeVersion): Promise<Leaning[]> {
  const turned = await findTurned(desk, issued.version)
  return turned.flatMap((one) =>
    linesOf(issued.version.edition)
      .filter(({ claims }) => claims.includes(one.claim))
      .map((line) => ({
        ...headOf(issued, line),
        told: tellTurnedClaim(one.wording, one.was, one.now),
        ...(one.since && { since: one.since }),
        because: { kind: 'claim' as const, ...one },
      })),
  )
}

async function findOnPages(desk: Pick<Desk, 'store'>, issued: WholeVersion, pages: Pages): Promise<Leaning[]> {
  const findDoc = openDocsOfVersion(desk, issued.version)
  const lines = linesOf(issued.version.edition)
  const cited = new Map(lines.flatMap(({ evidence }) => evidence).flatMap(({ doc }) => named(findDoc(doc))))
  // of each doc its name, also of those that are of no report of the week
  const reports = [...cited.values()].map(({ id: doc, name }) => ({ doc, name }))
  const edition = { ...issued.version.edition, reports }
  const changes = new Map<string, Changed & { readonly versions: readonly HeldDoc[] }>()
  for (const doc of cited.values()) {
    const versions = (await pages(doc.name)).filter(({ isRepeat }) => !isRepeat).map(bare)
    for (const [i, after] of versions.entries()) {
      const before = versions[i - 1]
      if (!before || after.firstAt <= issued.at) continue
      const change = { before, after, comparison: compareVersions(before.doc, after.doc) }
      changes.set(`${before.doc.id} ${after.doc.id}`, { ...change, versions: versions.slice(0, i) })
    }
  }
  return [...changes.values()].flatMap(({ versions, ...change }) =>
    lines.flatMap((line): Leaning[] => {
      const [leaning] = findLeaning(change, versions, [{ edition: only(edition, line) }])
      const { doc, firstAt } = change.after
      if (!leaning) return []
      return [
        {
          ...headOf(issued, line),
          told: tellChangedPage(doc.outlet, leaning.evidence.quote),
          since: firstAt,
          because: { kind: 'page', name: doc.name, evidence: leaning.evidence },
        },
      ]
    }),
  )
}

type Head = Pick<Leaning, 'week' | 'watch' | 'days' | 'number' | 'issued' | 'line' | 'text'>

function headOf({ version, ref, at }: WholeVersion, { id, text }: Line): Head {
  const { week, watch, days } = version.edition
  return { week, ...(watch && { watch }), ...(days && { days }), number: ref.number, issued: at, line: id, text }
}

function only(edition: Edition, line: Line): Edition {
  return { ...edition, sections: [{ kind: 'lead', items: [{ lines: [line] }] }] }
}

function named(doc: Doc | undefined): [Id<'doc'>, Doc][] {
  return doc ? [[doc.id, doc]] : []
}

type Pages = (name: string) => Promise<readonly PageDoc[]>

/** The docs of the page that a report is of, each page looked up once. */
function openPages({ store }: Pick<Desk, 'store'>): Pages {
  const extractor = findWalk(store)?.makers.extractor ?? ''
  const known = new Map<string, Promise<readonly PageDoc[]>>()
  return (name) => {
    const page = findPageDoc(store, name, extractor)?.page
    if (page === undefined) return Promise.resolve([])
    const docs = known.get(page) ?? listPageDocs(store, page, extractor)
    known.set(page, docs)
    return docs
  }
}

// Only the text is compared.
function bare({ doc, first, firstAt }: PageDoc): HeldDoc {
  const empty = { sentences: [], quotations: [], chains: [], names: [], attributions: [], notes: [] }
  return { doc, reading: { doc: doc.id, madeBy: 'unread@0', ...empty }, first, firstAt }
}
