// A site of editions as a folder of files: all that were issued, those that are asked for, and those that lie in the folder already.
// Each comes with the words that it cites, the claims that it is about, and feeds.
import { listReadDocs } from '../../archive/list-reads.ts'
import type { Doc } from '../../model/doc.ts'
import type { Evidence } from '../../model/evidence.ts'
import type { Id } from '../../model/id.ts'
import { linesOf } from '../../publish/editing/open-parts.ts'
import { keyOf } from '../../publish/edition-title.ts'
import { FEED_FORMS, type Feed } from '../../publish/feeds/feed.ts'
import { writeFeed } from '../../publish/feeds/write-feed.ts'
import { renderNotedMarkdown } from '../../publish/formats/noted-markdown.ts'
import { renderPlainText } from '../../publish/formats/plain-text.ts'
import type { PrintedEdition } from '../../publish/formats/printed.ts'
import { renderSingleFile } from '../../publish/formats/single-file.ts'
import { asHref, SITE, siteLinks } from '../../publish/formats/site-links.ts'
import { renderSiteEdition, renderSiteIndex } from '../../publish/formats/site-pages.ts'
import type { Links } from '../../publish/links.ts'
import { renderClaim } from '../../publish/render-claim.ts'
import { renderLedger } from '../../publish/render-ledger.ts'
import { renderReport } from '../../publish/render-report.ts'
import { STYLE } from '../../publish/style.ts'
import { SITE_STYLE } from '../../publish/styles/site.ts'
import { evidenceOfClaim } from '../claim-file.ts'
import type { Desk } from '../desk.ts'
import { loadSettings } from '../load-settings.ts'
import { strikeAgain } from '../removal/strike-again.ts'
import { findSightings } from '../sightings.ts'
import { type ClaimView, makeClaimView } from '../views/claim.ts'
import { readEditionJson, writeEditionJson } from './edition-json.ts'
import { editionJsonSchema } from './edition-schema.ts'
import { claimFeed, editionsFeed, type FeedSite, storyFeed } from './feeds.ts'
import { listIssued, withTexts } from './open-printed.ts'
import { type OwnFolder, openOwnFolder } from './own-folder.ts'

type OfDesk = Pick<Desk, 'store' | 'now' | 'dir'>

export interface SiteOptions {
  readonly watch?: string // of its issued editions only; absent: of all watches
  readonly address?: string // where the folder will be found; absent: there are no feeds, whose addresses must be whole
}

export interface WrittenSite {
  readonly editions: number
  readonly written: number
  readonly removed: number
  readonly kept: readonly string[] // files that are somebody else's, and were left as they are
  readonly hasFeeds: boolean
}

/** Writes the site. The editions given are in it whether they were issued or not. Throws EXPORT_REFUSED. */
export async function writeSite(
  desk: OfDesk,
  given: readonly PrintedEdition[],
  dir: string,
  { watch, address }: SiteOptions = {},
): Promise<WrittenSite> {
  const folder = await openOwnFolder(dir)
  const editions = await gather(desk, folder, given, watch)
  const claims = await openClaims(desk, editions)
  const pages = placeReports(editions, claims)
  const links = (up: '' | '../'): Links => {
    const own = siteLinks(up, { claims: new Set(claims.keys()), report: (doc) => pages.get(doc)?.path })
    if (address === undefined) return own
    return { ...own, feed: (of, form, id) => up + asHref(SITE.feed(of, form, id)) }
  }
  const content: Content = { editions, claims, pages, links }
  const { excerptCharacters } = await loadSettings(desk.dir)
  await writeReports(desk, folder, content, excerptCharacters)
  await writeClaims(folder, content)
  await folder.write(SITE.schema, `${JSON.stringify(editionJsonSchema(), undefined, 2)}\n`)
  await folder.write(SITE.style, STYLE + SITE_STYLE)
  await writeEditions(folder, content, excerptCharacters)
  if (address !== undefined) await writeFeeds(desk, folder, content, address)
  await folder.write(SITE.index, renderSiteIndex(editions, links(''))) // last: it names no page that is not there
  return { ...(await folder.finish()), editions: editions.length, hasFeeds: address !== undefined }
}

/** All that the site is made of. */
interface Content {
  readonly editions: readonly PrintedEdition[] // the newest first
  readonly claims: ReadonlyMap<Id<'claim'>, FoundClaim> // by each id that lines call it
  readonly pages: ReadonlyMap<Id<'doc'>, ReportPage>
  links(up: '' | '../'): Links
}

type FoundClaim = Extract<ClaimView, { kind: 'claim' }>

interface ReportPage {
  readonly doc: Doc
  readonly path: string
}

// Of one edition in several places what was given counts first, then what was issued, then what lies in the folder.
async function gather(
  desk: OfDesk,
  folder: OwnFolder,
  given: readonly PrintedEdition[],
  watch: string | undefined,
): Promise<PrintedEdition[]> {
  const found = new Map<string, PrintedEdition>()
  const add = (printed: PrintedEdition): void => {
    const slug = keyOf(printed.version.edition)
    if (!found.has(slug)) found.set(slug, printed)
  }
  given.forEach(add)
  for (const printed of listIssued(desk, watch)) add(printed)
  for (const path of folder.had.filter((each) => /^editions\/[^/]+\.json$/.test(each))) {
    const read = readEditionJson((await folder.read(path)) ?? '')
    if (read) add({ ...read, version: strikeAgain(desk, read.version), ...withTexts(desk, read.version) })
  }
  const orderOf = ({ version: { edition } }: PrintedEdition): string => `${edition.week} ${edition.watch?.id ?? ''}`
  return [...found.values()].toSorted((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1))
}

async function openClaims(desk: OfDesk, editions: readonly PrintedEdition[]): Promise<Content['claims']> {
  const claims = new Map<Id<'claim'>, FoundClaim>()
  const ids = editions.flatMap(({ version }) => linesOf(version.edition).flatMap((line) => line.claims))
  for (const id of new Set(ids)) {
    const first = await makeClaimView(desk, id)
    const view = first.kind === 'moved' ? await makeClaimView(desk, first.to) : first
    if (view.kind !== 'claim') continue
    claims.set(id, view)
    claims.set(view.file.row.claim, view)
  }
  return claims
}

// Two texts of one report, as an older edition cites an older reading of it, have a page each.
function placeReports(editions: readonly PrintedEdition[], claims: Content['claims']): Content['pages'] {
  const pages = new Map<Id<'doc'>, ReportPage>()
  const taken = new Set<string>()
  const place = (doc: Doc | undefined): void => {
    if (!doc || pages.has(doc.id)) return
    const plain = SITE.report(doc)
    const path = taken.has(plain) ? SITE.report({ name: `${doc.name} ${doc.id.slice(0, 8)}` }) : plain
    taken.add(path)
    pages.set(doc.id, { doc, path })
  }
  for (const { version, findDoc } of editions) for (const { doc } of evidenceIn(version.edition)) place(findDoc(doc))
  for (const { file, findDoc } of new Set(claims.values())) {
    for (const { doc } of evidenceOfClaim(file)) place(findDoc(doc))
  }
  return pages
}

function evidenceIn(edition: Parameters<typeof linesOf>[0]): Evidence[] {
  return linesOf(edition).flatMap(({ evidence }) => evidence)
}

async function writeReports(
  desk: OfDesk,
  folder: OwnFolder,
  { editions, claims, pages, links }: Content,
  around: number,
): Promise<void> {
  const cited = Map.groupBy(
    editions.flatMap(({ version }) => evidenceIn(version.edition)),
    ({ doc }) => doc,
  )
  const quiet = Map.groupBy(
    [...new Set(claims.values())].flatMap(({ file }) => evidenceOfClaim(file)),
    ({ doc }) => doc,
  )
  for (const { doc, path } of pages.values()) {
    const [listed] = await listReadDocs(desk.store, { after: 0, limit: 1, ids: [doc.id] })
    const captures = listed ? await findSightings(desk, listed.first) : []
    const report = { doc, captures, ...(listed && { reading: listed.readDoc.reading }) }
    const page = renderReport(report, cited.get(doc.id) ?? [], links('../'), quiet.get(doc.id) ?? [], around)
    await folder.write(path, page)
  }
}

async function writeClaims(folder: OwnFolder, { claims, links }: Content): Promise<void> {
  const own = [...new Set(claims.values())]
  for (const { file, findDoc } of own) {
    await folder.write(SITE.claim(file.row.claim), renderClaim(file, links('../'), findDoc))
  }
  for (const [id, { file, findDoc }] of claims) {
    // under the id that lines call it, where it has another now
    if (id !== file.row.claim) await folder.write(SITE.claim(id), renderClaim(file, links('../'), findDoc))
  }
  const rows = own.map(({ file }) => file.row)
  await folder.write(SITE.claims, renderLedger(rows, links('')))
}

async function writeEditions(folder: OwnFolder, { editions, pages, links }: Content, around: number): Promise<void> {
  const pageOf = (doc: Id<'doc'>): string | undefined => {
    const path = pages.get(doc)?.path
    return path === undefined ? undefined : `../${asHref(path)}`
  }
  for (const printed of editions) {
    const slug = keyOf(printed.version.edition)
    await folder.write(SITE.edition(slug, 'json'), writeEditionJson(printed, `../${SITE.schema}`))
    await folder.write(SITE.edition(slug, 'md'), renderNotedMarkdown(printed))
    await folder.write(SITE.edition(slug, 'txt'), renderPlainText(printed))
    await folder.write(SITE.edition(slug, 'single'), renderSingleFile(printed, around))
    await folder.write(SITE.edition(slug), renderSiteEdition(printed, links('../'), pageOf))
  }
}

async function writeFeeds(desk: OfDesk, folder: OwnFolder, content: Content, address: string): Promise<void> {
  const { editions, claims, pages, links } = content
  const own = links('')
  const pathByName = new Map([...pages.values()].map(({ doc, path }) => [doc.name, path]))
  const site: FeedSite = {
    whole: (path) => new URL(path, address).href,
    links: {
      editions: '',
      ...(own.claim && { claim: own.claim }),
      // what is told without being cited has no page here
      report: (name, evidence) =>
        evidence && pages.has(evidence.doc) ? own.report(name, evidence) : asHref(pathByName.get(name) ?? ''),
    },
    edition: ({ version: { edition } }) => asHref(SITE.edition(keyOf(edition))),
    feed: (of, form) => asHref(of.noun === 'editions' ? SITE.feed('editions', form) : SITE.feed(of.noun, form, of.id)),
  }
  const files = [...new Set(claims.values())].map(({ file }) => file)
  const stories = new Set(files.flatMap(({ story }) => story?.id ?? []))
  await writeForms(folder, 'editions', await editionsFeed(desk, site, editions))
  for (const { row } of files) await writeForms(folder, 'claim', await claimFeed(desk, site, row.claim), row.claim)
  for (const id of stories) await writeForms(folder, 'story', await storyFeed(desk, site, id), id)
}

async function writeForms(
  folder: OwnFolder,
  of: 'editions' | 'claim' | 'story',
  feed: Feed | undefined,
  id?: string,
): Promise<void> {
  for (const form of FEED_FORMS) if (feed) await folder.write(SITE.feed(of, form, id), writeFeed(feed, form))
}
