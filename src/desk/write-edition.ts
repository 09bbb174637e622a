// An edition as a folder of plain files: the edition in three formats, a page for each report, and the stylesheet.
import { join } from 'node:path'
import type { Evidence } from '../model/evidence.ts'
import { linesOf } from '../publish/editing/open-parts.ts'
import { daysOf, keyOf } from '../publish/edition-title.ts'
import { fileLinks, type Links, pageName } from '../publish/links.ts'
import { type ClaimFile, renderClaim } from '../publish/render-claim.ts'
import { renderLedger } from '../publish/render-ledger.ts'
import { renderReport } from '../publish/render-report.ts'
import { STYLE } from '../publish/style.ts'
import { evidenceOfClaim, makeClaimFile } from './claim-file.ts'
import type { Desk } from './desk.ts'
import { type Composed, type EditionFormat, printEdition } from './edition.ts'
import { writeWhole } from './formats/write-whole.ts'
import { loadSettings } from './load-settings.ts'
import { findSightings } from './sightings.ts'

/** Writes the folder, the edition last, so that it never names a page that is not there. Gives back the edition's path. */
export async function writeEdition(
  desk: Pick<Desk, 'store' | 'dir'>,
  composed: Composed,
  dir: string,
  format: EditionFormat = 'html',
): Promise<string> {
  const { edition, holdings } = composed
  const { excerptCharacters } = await loadSettings(desk.dir)
  const evidence = evidenceOf(composed)
  const days = daysOf(edition)
  const known = { week: keyOf(edition), ...(days && { days }) }
  const claims = new Set(linesOf(edition).flatMap((line) => line.claims))
  const files = [...claims].flatMap((id) => makeClaimFile(holdings, id) ?? [])
  const quiet = files.flatMap(evidenceOfClaim)
  const wanted = new Set([...evidence, ...quiet, ...(edition.reports ?? [])].map(({ doc }) => doc))
  for (const report of holdings.docs.filter(({ doc }) => wanted.has(doc.id))) {
    const captures = await findSightings(desk, report.first)
    const page = renderReport({ ...report, captures }, evidence, fileLinks('../'), quiet, excerptCharacters)
    await writeWhole(join(dir, 'reports', `${pageName(report.doc.name)}.html`), page)
  }
  for (const file of files) {
    const page = renderClaim({ ...file, ...known }, linksOf(files, '../'), holdings.findDoc)
    await writeWhole(join(dir, 'claims', `${pageName(file.row.claim)}.html`), page)
  }
  const rows = holdings.tracked.rows
  await writeWhole(join(dir, 'ledger.html'), renderLedger(rows, linksOf(files, ''), holdings.tracked.stories))
  await writeWhole(join(dir, 'style.css'), STYLE)
  for (const each of ['json', 'md', 'html'] as const) {
    await writeWhole(join(dir, `edition.${each}`), printEdition(composed, each))
  }
  return join(dir, `edition.${format}`)
}

/** The links of the folder; of claims, to those that have a page in it. */
function linksOf(files: readonly ClaimFile[], up: '' | '../'): Links {
  const links = fileLinks(up)
  const made = new Set(files.map(({ row }) => row.claim))
  return { ...links, claim: (id) => (made.has(id) ? links.claim?.(id) : undefined) }
}

/** All evidence of an edition's lines. */
export function evidenceOf({ edition }: Pick<Composed, 'edition'>): Evidence[] {
  return linesOf(edition).flatMap((line) => line.evidence)
}
