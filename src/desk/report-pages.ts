// The pages of one report: itself, what a version changed, its text alone, and where a statement in it is.
import { listCitations } from '../publish/exchange/list-citations.ts'
import { WORDS } from '../publish/interface-words.ts'
import { dayWords } from '../publish/iso-week.ts'
import { anchorOf, pageName, serverLinks } from '../publish/links.ts'
import { renderChanges } from '../publish/render-changes.ts'
import { renderMissing } from '../publish/render-lists.ts'
import { renderRemoved } from '../publish/render-removed.ts'
import { renderServedReport } from '../publish/render-report.ts'
import type { ShownMarks } from '../publish/stored-report.ts'
import type { Desk } from './desk.ts'
import { findByPage } from './find-by-page.ts'
import { findSaidPlace } from './find-said-place.ts'
import { holdingsOfDocs } from './holdings-of-docs.ts'
import { listVersions } from './list-versions.ts'
import { listEverIssued, makeChange } from './make-change.ts'
import type { Looking, PageAnswer } from './page-answer.ts'
import { readsById } from './reads-by-id.ts'
import { findRemovedByName } from './removal/list-removed.ts'
import { openActions } from './review/actions-for.ts'
import { findPlaces, makeReportView } from './views/report.ts'

export interface ReportPages {
  /** `at`: stretches such as 120-245 that are marked, with the digest of their words to be found again by. */
  report(name: string, wanted?: { at?: readonly string[]; show?: string }, looking?: Looking): Promise<PageAnswer>
  /** What the report changed of another version of its page; left out, of the one before. */
  changes(name: string, versus?: string, looking?: Looking): Promise<PageAnswer>
  /** The words of a statement; where its id is no more, those that the link to it carries. */
  said(id: string, fallback?: { in?: string; at?: string }): Promise<PageAnswer>
  /** The stored text and nothing else, which selectors point into. */
  reportText(name: string): Promise<string | undefined>
  /** Why there is no report of that name any more, in a line; undefined where none was removed. */
  removedReport(name: string): string | undefined
}

/** The pages as the desk stands at each call. */
export function makeReportPages(desk: Pick<Desk, 'store' | 'now' | 'dir'>): ReportPages {
  return {
    async report(name, { at, show } = {}, looking = {}) {
      const removed = findRemoved(desk, name, looking)
      if (removed) return removed
      const view = await makeReportView(desk, name, at)
      if (!view) return missing(WORDS.report.missing(name))
      const { doc, reading } = view
      const about = reading ? { read: { doc, reading } } : {}
      const actions = openActions(desk, looking.shell, serverLinks.report(doc.name), about)
      const shown = show === undefined ? {} : { show: readShow(show) }
      const { captures: [capture] = [], asked = [] } = view
      const quotes = asked.flatMap(({ span }) => (span ? [doc.text.slice(span.start, span.end)] : []))
      const cited = { kind: 'report', doc, ...(capture && { capture }) } as const
      const { origin } = looking
      const citations = origin === undefined ? [] : listCitations(cited, { links: serverLinks, origin }, quotes)
      const placed = shown.show?.has('removed') ? { placed: await findPlaces(desk, view) } : {}
      const whole = { ...view, citations, ...placed }
      return { kind: 'page', html: renderServedReport(whole, serverLinks, { ...looking, ...actions, ...shown }) }
    },
    changes: (name, versus, looking) => renderChangesOf(desk, name, versus, looking),
    async said(id, { in: name, at } = {}) {
      const place = await findSaidPlace(desk, id)
      if (place) return { kind: 'moved', to: serverLinks.report(place.name, place.evidence), isForGood: false }
      const report = name === undefined ? undefined : findByPage(desk, name)
      if (!report || at === undefined) return missing(WORDS.report.noStatement(id))
      const [start = 0, end = 0] = at.split('-').map(Number)
      const to = `${serverLinks.report(report.doc.name)}?at=${encodeURIComponent(at)}#${anchorOf({ start, end })}`
      return { kind: 'moved', to, isForGood: false }
    },
    async reportText(name) {
      return findRemovedByName(desk, name) ? undefined : findByPage(desk, name)?.doc.text
    },
    removedReport(name) {
      const told = findRemovedByName(desk, name)
      return told && `${WORDS.removal.report(dayWords(told.at))} ${WORDS.removal.why(told.why)}`
    },
  }
}

function findRemoved(desk: Pick<Desk, 'store'>, name: string, { shell }: Looking): PageAnswer | undefined {
  const told = findRemovedByName(desk, name)
  return told && { kind: 'page', html: renderRemoved(told, serverLinks, shell), status: 410 }
}

function missing(told: string): PageAnswer {
  return { kind: 'page', html: renderMissing(told, serverLinks), status: 404 }
}

const MARKS = ['attributions', 'people', 'removed'] as const

function readShow(show: string): ShownMarks {
  const asked = show.split(',')
  return new Set(MARKS.filter((mark) => asked.includes(mark)))
}

async function renderChangesOf(
  desk: Pick<Desk, 'store' | 'now' | 'dir'>,
  name: string,
  versus: string | undefined,
  { shell }: Looking = {},
): Promise<PageAnswer> {
  const removed = findRemoved(desk, name, shell ? { shell } : {})
  if (removed) return removed
  const found = findByPage(desk, name)
  if (!found) return missing(WORDS.report.missing(name))
  const { versions } = await listVersions(desk, found.doc.name, listEverIssued)
  const place = versions.findIndex(({ doc }) => doc.id === found.doc.id)
  const other = versions.findIndex(({ doc }, i) =>
    versus === undefined ? i === place - 1 : doc.name === versus || pageName(doc.name) === versus,
  )
  const known = versions.slice(0, other + 1).map(({ doc }) => doc.id)
  const reads = readsById(desk, [...known, found.doc.id])
  const held = [...reads.values()].map((read) => ({ ...read, first: 0, firstAt: '' }))
  const before = held.find(({ doc }) => doc.id === versions[other]?.doc.id)
  const after = held.find(({ doc }) => doc.id === found.doc.id)
  if (!before || !after || other === place) return missing(WORDS.report.noVersions(name))
  const change =
    (other === place - 1 ? versions[place]?.change : undefined) ??
    makeChange(before, after, {
      holdings: holdingsOfDocs(desk, [before.doc.id, after.doc.id]),
      printed: await listEverIssued(desk),
      versions: held.filter(({ doc }) => known.includes(doc.id)),
    })
  const shown = { before: before.doc, after: after.doc, change }
  return { kind: 'page', html: renderChanges(shown, serverLinks, shell) }
}
