// The last step of every extraction: parts are joined by blank lines, spans made, what was given set above what was
// found, and the whole named by its digest.
import type { Given, Told } from '../model/capture.ts'
import { digestOfParts } from '../model/digest.ts'
import type { Block, BlockKind, Cut, Doc, Entry, Field, Removed, RemovedReason, Run } from '../model/doc.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId, type Id } from '../model/id.ts'
import { parseMoment } from '../model/parse-instant.ts'
import { makeSpan } from '../model/span.ts'
import { addRun } from './cut-runs.ts'
import { extractor } from './extractor.ts'
import { feedFields } from './feed-fields.ts'
import { normalise } from './normalise.ts'

/** A block to be: its words in one line, and for plain text the way back to the text as given. */
export interface Part {
  readonly kind: BlockKind
  readonly text: string
  readonly runs?: readonly Run[]
  readonly entry?: number // which entry of live coverage it belongs to
}

/** What was found in a report, before it is joined into a doc. */
export interface Found {
  readonly parts: readonly Part[]
  readonly fields: readonly Field[] // best first
  readonly removed: readonly Removed[]
  readonly language: string
  readonly hasRuns: boolean
  readonly entries?: readonly Omit<Entry, 'span'>[] // of live coverage, as parts name them
  readonly cut?: Cut
}

/** What is known of a report besides its bytes. */
export interface About {
  readonly capture: Id<'capture'> // its first sighting
  readonly report?: string | undefined // the identity it shares with later ones
  readonly given?: Given | undefined // what the hand that gave it said; outranks the page
  readonly url?: string | undefined // the address that its bytes came from
  readonly urlFrom?: string | undefined // who says so, where it is not who fetched them
  readonly told?: Told | undefined // what the feed said of it; the page outranks it
}

/** The doc of what was found. Of its fields, what was given comes first, then what the page says, then the feed. */
export function makeDoc(found: Found, { capture, report, given, url, urlFrom = 'address', told }: About): Doc {
  const { text, blocks, runs } = joinParts(found.parts)
  if (!text)
    throw new ReadoutError(
      'NO_TEXT',
      `no readable text was found in ${given?.name ?? 'the report'}: nothing is left once menus and other furniture are taken away`,
    )
  const asked: Field[] = url ? [{ name: 'url', value: url, path: urlFrom }] : []
  const said = tidy([
    ...givenFields(given),
    ...found.fields,
    ...asked,
    ...feedFields(told, outletIn(found.fields, given)),
  ])
  const fields = withTimeFirst(withTimeFirst(said, 'published'), 'updated')
  const published = timeOf('published', fields)
  const updated = timeOf('updated', fields)
  const first = (name: Field['name']): string | undefined => fields.find((field) => field.name === name)?.value
  return {
    id: asId<'doc'>(digestOfParts(extractor, report ?? capture, text)),
    capture,
    ...(report !== undefined && { report }),
    madeBy: extractor,
    name: given?.name ?? capture,
    text,
    blocks,
    language: found.language,
    fields,
    ...defined('title', first('title') ?? found.parts.find(({ kind }) => kind === 'headline')?.text),
    ...defined('byline', first('byline') ?? first('desk')),
    ...defined('outlet', first('outlet')),
    ...defined('url', first('url')),
    ...defined('published', published),
    ...defined('updated', updated && published && updated < published ? undefined : updated),
    ...(found.entries && { entries: joinEntries(found, text, blocks) }),
    ...(found.cut && { cut: found.cut }),
    removed: found.removed,
    ...(found.hasRuns ? { given: runs } : {}),
  }
}

const LONGEST_REMOVED = 200 // characters of what was left out

/** What was left out, in order; neighbours that went for one reason are told together. */
export function listRemoved(
  lines: readonly { readonly text: string; readonly reason: RemovedReason | undefined }[],
): Removed[] {
  const removed: Removed[] = []
  let before: RemovedReason | undefined
  for (const { text, reason } of lines) {
    const last = removed.at(-1)
    if (reason && last && reason === before)
      removed[removed.length - 1] = { text: cutText(`${last.text} / ${text}`), reason }
    else if (reason) removed.push({ text: cutText(text), reason })
    before = reason
  }
  return removed
}

function cutText(text: string): string {
  return text.length <= LONGEST_REMOVED
    ? text
    : `${text
        .slice(0, LONGEST_REMOVED - 1)
        .toWellFormed()
        .replace(/\uFFFD$/, '')}…`
}

function joinParts(parts: readonly Part[]): { text: string; blocks: Block[]; runs: Run[] } {
  const filled = parts.filter(({ text }) => text !== '')
  const text = filled.map((part) => part.text).join('\n\n')
  const blocks: Block[] = []
  const runs: Run[] = []
  let at = 0
  for (const part of filled) {
    blocks.push({ kind: part.kind, span: makeSpan(text, at, at + part.text.length) })
    for (const run of part.runs ?? []) addRun(runs, { ...run, at: run.at + at })
    at += part.text.length + 2
  }
  return { text, blocks, runs }
}

/** Each entry from its first block to its last; one of which nothing was kept is none. */
function joinEntries({ parts, entries = [] }: Found, text: string, blocks: readonly Block[]): Entry[] {
  const filled = parts.filter((part) => part.text !== '')
  return entries
    .flatMap(({ at, title }, entry): Entry[] => {
      const first = blocks[filled.findIndex((part) => part.entry === entry)]
      const last = blocks[filled.findLastIndex((part) => part.entry === entry)]
      if (!first || !last) return []
      const span = makeSpan(text, first.span.start, last.span.end)
      return [{ span, ...(at && { at }), ...(title && { title: normalise(title).text.replace(/\s+/g, ' ').trim() }) }]
    })
    .sort((a, b) => a.span.start - b.span.start)
}

function givenFields(given: Given | undefined): Field[] {
  const names = ['title', 'outlet', 'published', 'url'] as const
  return names.flatMap((name) => {
    const value = given?.[name]
    return value ? [{ name, value, path: 'given' }] : []
  })
}

function outletIn(fields: readonly Field[], given: Given | undefined): string | undefined {
  return given?.outlet ?? fields.find(({ name }) => name === 'outlet')?.value
}

/** Values in one spelling, times with their zone; what says the same again is told once, by the first that says it. */
function tidy(fields: readonly Field[]): Field[] {
  const seen = new Set<string>()
  return fields.flatMap((field): Field[] => {
    const value = normalise(field.value).text.trim().replace(/\s+/g, ' ')
    const key = `${field.name} ${field.name === 'url' ? value : value.toLowerCase()}`
    if (value === '' || seen.has(key)) return []
    seen.add(key)
    const zone = TIMES.has(field.name) ? parseMoment(value)?.zone : undefined
    return [{ ...field, value, ...(zone === undefined ? {} : { zone }) }]
  })
}

const TIMES: ReadonlySet<Field['name']> = new Set(['published', 'updated', 'created'])

/**
 * The fields with the time that stands before the others of its name. What was given outranks the page, even where it
 * names no date: rather undated than dated against the hand's word. A page's day alone gives way to a time on that day, a
 * time without zone to the same clock with one.
 */
function withTimeFirst(fields: readonly Field[], name: 'published' | 'updated'): Field[] {
  const dates = fields.filter((field) => field.name === name)
  if (dates[0]?.path === 'given') return [...fields]
  const [first, ...others] = dates.flatMap((field) => {
    const moment = parseMoment(field.value)
    return moment ? [{ field, moment }] : []
  })
  const zone = first?.moment.zone
  const isVague = first !== undefined && (zone === undefined || zone === 'none')
  const finer = others.find(
    ({ moment }) =>
      moment.zone !== undefined && moment.zone !== zone && moment.local.startsWith(first?.moment.local ?? ''),
  )
  const chosen = (isVague && finer ? finer : first)?.field
  const at = fields.findIndex((field) => field.name === name)
  if (!chosen) return [...fields]
  const rest = fields.filter((field) => field !== chosen)
  return [...rest.slice(0, at), chosen, ...rest.slice(at)]
}

/** Of the first such field; undefined where it names no date. */
function timeOf(name: 'published' | 'updated', fields: readonly Field[]): string | undefined {
  const field = fields.find((one) => one.name === name)
  return field && parseMoment(field.value)?.instant
}

function defined<K extends string>(key: K, value: string | undefined): { [key in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]: string })
}
