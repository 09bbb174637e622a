// The pages of a desk, each as a whole document: what the server sends and nothing else.
import { findWalk } from '../archive/linked.ts'
import { findPageDoc } from '../archive/repeats.ts'
import type { Evidence } from '../model/evidence.ts'
import { makeSpan } from '../model/span.ts'
import { daysOfWeek } from '../publish/iso-week.ts'
import { pageName, serverLinks } from '../publish/links.ts'
import type { Shell } from '../publish/page.ts'
import { renderChanges } from '../publish/render-changes.ts'
import { renderClaim } from '../publish/render-claim.ts'
import { renderEdition } from '../publish/render-html.ts'
import { renderEditions, renderMissing } from '../publish/render-lists.ts'
import { renderReport } from '../publish/render-report.ts'
import { STYLE } from '../publish/style.ts'
import { makeClaimFile } from './claim-file.ts'
import type { Desk } from './desk.ts'
import { composeEdition, listWeeks } from './edition.ts'
import { findCopies } from './find-copies.ts'
import { findFormerClaim } from './former-claim.ts'
import { type HeldDoc, type Holdings, loadHoldings } from './holdings.ts'
import { knownBy } from './known-by.ts'
import { type ListPages, makeListPages } from './list-pages.ts'
import { listVersions } from './list-versions.ts'
import { loadSettings } from './load-settings.ts'
import { listPrinted, makeChange } from './make-change.ts'
import { findSightings } from './sightings.ts'
import { evidenceOf } from './write-edition.ts'

/** A page, or undefined where the desk has nothing of that name. */
export interface Pages {
  readonly style: string
  edition(week?: string): Promise<string>
  editions(): Promise<string>
  /** `week`: as known when that week ended. */
  claim(id: string, week?: string): Promise<string | undefined>
  /** `at`: stretches such as 120-245 that can be linked to, whether or not the latest edition prints them. */
  report(name: string, at: readonly string[]): Promise<string | undefined>
  /** What the report changed of another version of its page; left out, of the one before. */
  changes(name: string, versus?: string): Promise<string | undefined>
  missing(what: string, shell?: Shell): string
  readonly lists: ListPages
}

/** Who sees the pages. */
export interface Audience {
  readonly isPublic?: boolean // others than those of the desk: of reports they see excerpts around what is cited
}

/** The pages of the desk as it stands at each call. */
export function makePages(desk: Pick<Desk, 'store' | 'now' | 'dir'>, audience: Audience = {}): Pages {
  return {
    style: STYLE,
    async edition(week) {
      const { edition, holdings } = await composeEdition(desk, week)
      return renderEdition(edition, serverLinks, holdings.findDoc)
    },
    async editions() {
      return renderEditions(listWeeks(desk), serverLinks)
    },
    claim: (id, week) => renderClaimOf(desk, id, week),
    report: (name, at) => renderReportOf(desk, name, at, audience),
    changes: (name, versus) => renderChangesOf(desk, name, { ...audience, versus }),
    missing: (what, shell) => renderMissing(what, serverLinks, shell),
    lists: makeListPages(desk, audience),
  }
}

async function renderClaimOf(desk: Pick<Desk, 'store'>, id: string, week = ''): Promise<string | undefined> {
  const all = await loadHoldings(desk)
  const days = daysOfWeek(week)
  const known = days ? knownBy(all, days.until) : all
  const file = makeClaimFile(known, id) ?? makeClaimFile(known, findFormerClaim(desk, id)?.claim.id ?? '')
  return file && renderClaim({ ...file, ...(days && { week }) }, serverLinks, all.findDoc)
}

async function renderReportOf(
  desk: Pick<Desk, 'store' | 'now' | 'dir'>,
  name: string,
  at: readonly string[],
  { isPublic = false }: Audience,
): Promise<string | undefined> {
  const all = await loadHoldings(desk)
  const report = all.docs.find(({ doc }) => pageName(doc.name) === name || doc.name === name) ?? findUnread(desk, name)
  if (!report) return undefined
  const printed = evidenceOf(await composeEdition(desk))
  const named = at.flatMap((place) => parsePlace(report, place))
  // a place that the desk does not cite opens nothing to the public: by many of them the whole could be read
  const asked = isPublic ? named.filter((piece) => isCited(piece, all)) : named
  const characters = isPublic ? (await loadSettings(desk.dir)).excerptCharacters : undefined
  const captures = await findSightings(desk, report.first)
  const history = await listVersions(desk, report.doc.name)
  const own = history.versions.find(({ doc }) => doc.id === report.doc.id) // with the date that it bears itself
  return renderReport(
    { ...report, doc: own?.doc ?? report.doc, captures, copies: findCopies(all, report.doc.id), history },
    printed,
    serverLinks,
    asked,
    characters,
  )
}

function isCited({ doc, span }: Evidence, { linked }: Holdings): boolean {
  return linked.bearings.some(
    ({ evidence }) => evidence.doc === doc && evidence.span.start === span.start && evidence.span.end === span.end,
  )
}

// A sighting of a version has a page of its own, though nothing is read in it.
function findUnread({ store }: Pick<Desk, 'store'>, name: string): Omit<HeldDoc, 'reading'> | undefined {
  return findPageDoc(store, name, findWalk(store)?.makers.extractor ?? '')
}

async function renderChangesOf(
  desk: Pick<Desk, 'store' | 'now'>,
  name: string,
  { versus, isPublic = false }: Audience & { readonly versus: string | undefined },
): Promise<string | undefined> {
  const holdings = await loadHoldings(desk)
  const after = holdings.docs.find(({ doc }) => pageName(doc.name) === name || doc.name === name)
  if (!after) return undefined
  const { versions } = await listVersions(desk, after.doc.name)
  const place = versions.findIndex(({ doc }) => doc.id === after.doc.id)
  const other = versions.findIndex(({ doc }, i) => (versus === undefined ? i === place - 1 : doc.name === versus))
  const before = holdings.docs.find(({ doc }) => doc.id === versions[other]?.doc.id)
  if (!before || other === place) return undefined
  const known = versions.slice(0, other + 1).map(({ doc }) => doc.id)
  const change =
    (other === place - 1 ? versions[place]?.change : undefined) ??
    makeChange(before, after, {
      holdings,
      printed: await listPrinted(desk),
      versions: holdings.docs.filter(({ doc }) => known.includes(doc.id)),
    })
  return renderChanges({ before: before.doc, after: after.doc, change }, serverLinks, isPublic)
}

/** "120-245" -> those words of the report; nothing for what lies outside it or cuts a character in two. */
function parsePlace({ doc }: Pick<HeldDoc, 'doc'>, place: string): Evidence[] {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(place)
  if (!match) return []
  try {
    const span = makeSpan(doc.text, Number(match[1]), Number(match[2]))
    return [{ doc: doc.id, span, quote: doc.text.slice(span.start, span.end) }]
  } catch {
    return [] // an address typed by hand: the page is shown without that mark
  }
}
