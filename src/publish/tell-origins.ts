// A picture of origins in words: what stands in its boxes, and the whole of it for those who do not see it.

import { oneLine } from '../model/one-line.ts'
import type { GraphOrigin, GraphReport, OriginsGraph } from '../model/origins-graph.ts'
import type { Bounds } from '../model/span.ts'
import { WORDS } from './interface-words.ts'
import { dayWords } from './iso-week.ts'
import { boundsWords, capital, counted } from './origin-words.ts'
import type { Picture } from './pictures/picture.ts'
import type { Paragraph } from './stack-text.ts'

export const NAME = 13
export const SMALL = 11

/** Who told it, with how many people that is. */
export function tellerWords({ name, heads, isOutlet }: GraphOrigin): Paragraph[] {
  if (isOutlet) return [{ text: WORDS.figures.nobodyNamed, size: NAME, most: 2, isSoft: true }]
  return [
    { text: name, size: NAME, most: 4, isBold: true },
    { text: headsWords(heads), size: SMALL, most: 1, isSoft: true },
  ]
}

/** Who heard it. */
export function hearerWords({ toldTo }: GraphOrigin): Paragraph[] {
  return [
    { text: toldTo ?? WORDS.figures.saidInPublic, size: NAME, most: 4, ...(toldTo === undefined && { isSoft: true }) },
  ]
}

/** Where and when it was printed. */
export function reportWords({ name, outlet, published }: GraphReport): Paragraph[] {
  return [
    { text: outlet ?? WORDS.figures.outletUnknown, size: NAME, most: 2, isBold: true },
    { text: name, size: SMALL, most: 2 },
    { text: published ? dayWords(published) : WORDS.figures.undated, size: SMALL, most: 1, isSoft: true },
  ]
}

/** What stands below the picture: the count, and what its dashed lines mean. */
export function footWords(graph: OriginsGraph): Paragraph[] {
  const { origins, unknown, doubts } = graph
  const isNone = origins.length + unknown.length === 0
  const text = isNone ? WORDS.figures.noOrigin : `${capital(boundsOf(graph))}.`
  const dashed = doubts.length > 0 ? ` ${WORDS.figures.doubt}` : ''
  return [{ text: text + dashed + leftWords(graph), size: 12, most: 5, isSoft: true }]
}

/** A row for each report of each origin. */
export function tabulateOrigins({ origins, reports, unknown }: OriginsGraph): Picture['table'] {
  const byId = new Map(reports.map((report) => [report.id, report]))
  const cells = ({ name, outlet, published }: GraphReport): string[] => [
    outlet ?? WORDS.figures.outletUnknown,
    name,
    published ? dayWords(published) : WORDS.figures.undated,
  ]
  const known = origins.flatMap((origin) =>
    origin.prints.flatMap(({ report, how }) => {
      const found = byId.get(report)
      return found ? [[sayOrigin(origin), ...cells(found), WORDS.figures.how[how]]] : []
    }),
  )
  const head = WORDS.figures.originsTable
  return {
    head,
    rows: [...known, ...unknown.map((report) => ['unknown', ...cells(report), WORDS.figures.how.unknown])],
  }
}

// " Two more origins and 12 more reports are not drawn."
function leftWords({ left }: OriginsGraph): string {
  if (!left) return ''
  const parts = [
    ...(left.origins > 0 ? [counted(left.origins, 'more origin')] : []),
    ...(left.reports > 0 ? [counted(left.reports, 'more report')] : []),
  ]
  const isOne = left.origins + left.reports === 1
  return parts.length === 0 ? '' : ` ${capital(parts.join(' and '))} ${isOne ? 'is' : 'are'} not drawn.`
}

/** The whole picture in sentences. */
export function tellOrigins(graph: OriginsGraph): string[] {
  const { origins, reports, unknown, unknownReports = unknown.length, doubts } = graph
  const nameOf = new Map(reports.map(({ id, name }) => [id, name]))
  const told = origins.map((origin) => {
    const where = origin.prints.map(
      ({ report, how }) => `${nameOf.get(report) ?? 'unknown'} (${WORDS.figures.how[how]})`,
    )
    const heads = origin.isOutlet ? '' : ` (${headsWords(origin.heads)})`
    return `${sayOrigin(origin)}${heads}, printed in ${where.join(', ')}.`
  })
  const byId = new Map(origins.map((origin) => [origin.id, sayOrigin(origin)]))
  const open = doubts.map((ids) => mayBeOne(ids.map((id) => byId.get(id) ?? 'unknown')))
  const names = [...unknown.map(({ name }) => name), ...(unknownReports > unknown.length ? ['and others'] : [])].join(
    ', ',
  )
  const lost = unknown.length > 0 ? [`${capital(counted(unknownReports, 'report'))} of unknown lineage: ${names}.`] : []
  return [`${capital(boundsOf(graph))}.`, ...told, ...open, ...lost, leftWords(graph)]
    .map(oneLine)
    .filter((each) => each !== '')
}

// The names have commas of their own.
function mayBeOne(names: readonly string[]): string {
  return names.length > 2 ? `Any two of these may be one: ${names.join('; ')}.` : `${names.join(' and ')} may be one.`
}

// "3 people", "at least 2 people"
function headsWords({ atLeast, atMost }: Bounds): string {
  const heads = (count: number): string => `${count} ${count === 1 ? 'person' : 'people'}`
  if (atMost === undefined) return `at least ${heads(atLeast)}`
  return atLeast === atMost ? heads(atLeast) : `${atLeast} to ${heads(atMost)}`
}

function boundsOf({ atLeast, atMost, unknown, unknownReports = unknown.length }: OriginsGraph): string {
  return boundsWords({ atLeast, atMost, unknownLineage: unknownReports })
}

/** "Veldanian officials, to Meridian News Agency" */
export function sayOrigin({ name, toldTo, isOutlet }: GraphOrigin): string {
  if (isOutlet) return `${name}, which names nobody`
  return toldTo === undefined ? `${name}, in public` : `${name}, to ${toldTo}`
}
