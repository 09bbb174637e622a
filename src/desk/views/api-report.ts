// One report for other programs: what is known of it from outside its text, and the text itself.
import { listSightings } from '../../archive/captures.ts'
import { findReportKey } from '../../archive/find-report.ts'
import { makeSelectors } from '../../model/anchor.ts'
import type { Doc } from '../../model/doc.ts'
import type { ReportLine } from '../../model/listing.ts'
import type { Desk } from '../desk.ts'
import { tellReportLine } from './api-lines.ts'
import { openPlaces } from './api-places.ts'

type OfDesk = Pick<Desk, 'store'>

/** The doc of a line. */
export function docOf(desk: OfDesk, { doc }: Pick<ReportLine, 'doc'>): Doc {
  return openPlaces(desk).read(doc).doc
}

/** The report of a line. */
export async function tellReport(desk: OfDesk, line: ReportLine) {
  const doc = docOf(desk, line)
  const sightings = await listSightings(desk.store, findReportKey(desk.store, doc.name))
  const told = tellReportLine(line)
  return {
    ...told,
    ...(doc.byline && { byline: doc.byline }),
    ...(doc.updated && { updated: doc.updated }),
    madeBy: doc.madeBy as string,
    length: countPoints(doc.text),
    isCut: doc.cut !== undefined,
    fields: doc.fields.map(({ name, value, path, zone }) => ({ name, value, path, ...(zone && { zone }) })),
    removed: doc.removed.map(({ reason, text }) => ({ reason, text })),
    captures: sightings.map(({ capture }) => capture.id as string),
    text: `/api/reports/${encodeURIComponent(line.name)}/text`,
  }
}

/** The text of a report, with its blocks in code points. */
export function tellText({ id, name, text, blocks }: Doc) {
  return {
    doc: id as string,
    name,
    text,
    blocks: blocks.map(({ kind, span }) => {
      const [, { start, end }] = makeSelectors(text, span)
      return { kind, start, end }
    }),
  }
}

function countPoints(text: string): number {
  return text === '' ? 0 : makeSelectors(text, { start: 0, end: text.length })[1].end
}
