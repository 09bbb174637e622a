// The last step of every extraction: parts are joined by blank lines, spans made, what was given set above what was
// found, and the whole named by its digest.
import type { Given } from '../model/capture.ts'
import { digestOfParts } from '../model/digest.ts'
import type { Block, BlockKind, Doc, Field, Removed, RemovedReason, Run } from '../model/doc.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId, type Id } from '../model/id.ts'
import { makeSpan } from '../model/span.ts'
import { addRun } from './cut-runs.ts'
import { extractor } from './extractor.ts'
import { normalise } from './normalise.ts'
import { parseInstant } from './parse-instant.ts'

/** A block to be: its words in one line, and for plain text the way back to the text as given. */
export interface Part {
  readonly kind: BlockKind
  readonly text: string
  readonly runs?: readonly Run[]
}

/** What was found in a report, before it is joined into a doc. */
export interface Found {
  readonly parts: readonly Part[]
  readonly fields: readonly Field[] // best first
  readonly removed: readonly Removed[]
  readonly language: string
  readonly hasRuns: boolean
}

/** The doc of what was found. `capture` is its first sighting, `report` the identity it shares with later ones. */
export function makeDoc(found: Found, given: Given | undefined, capture: Id<'capture'>, report?: string): Doc {
  const { text, blocks, runs } = joinParts(found.parts)
  if (!text)
    throw new ReadoutError(
      'NO_TEXT',
      `no readable text was found in ${given?.name ?? 'the report'}: nothing is left once menus and other furniture are taken away`,
    )
  const fields = [...givenFields(given), ...found.fields]
    .map((field) => ({ ...field, value: normalise(field.value).text.trim().replace(/\s+/g, ' ') }))
    .filter(({ value }) => value !== '')
  const first = (name: Field['name']): string | undefined => fields.find((field) => field.name === name)?.value
  return {
    id: asId<'doc'>(digestOfParts(extractor, report ?? capture, text)),
    capture,
    madeBy: extractor,
    name: given?.name ?? capture,
    text,
    blocks,
    language: found.language,
    fields,
    ...defined('title', first('title') ?? found.parts.find(({ kind }) => kind === 'headline')?.text),
    ...defined('byline', first('byline')),
    ...defined('outlet', first('outlet')),
    ...defined('url', first('url')),
    ...defined('published', publishedOf(fields)),
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

function givenFields(given: Given | undefined): Field[] {
  const names = ['title', 'outlet', 'published', 'url'] as const
  return names.flatMap((name) => {
    const value = given?.[name]
    return value ? [{ name, value, path: 'given' }] : []
  })
}

/** What was given outranks the page, even where it names no date: rather undated than dated against the hand's word. */
function publishedOf(fields: readonly Field[]): string | undefined {
  const dates = fields.filter(({ name }) => name === 'published')
  const given = dates.filter(({ path }) => path === 'given')
  for (const { value } of given.length ? given : dates) {
    const instant = parseInstant(value)
    if (instant) return instant
  }
  return undefined
}

function defined<K extends string>(key: K, value: string | undefined): { [key in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]: string })
}
