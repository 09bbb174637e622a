// The record of a decision without the words of removed reports. Words that were looked at in one of them go, and so does what people
// wrote in that decision: it is about them. Of other decisions only what repeats a run of their words goes.
import type { Decision } from '../../model/decision.ts'
import { REMOVED_WORDS } from '../../model/removal.ts'
import type { TheirWords } from './their-words.ts'

type Record = Omit<Decision, 'id'>

export interface StruckReports {
  readonly nameByReport: ReadonlyMap<string, string> // what each is called from then on
  readonly words: TheirWords
}

/** The record as it is from then on; undefined where nothing in it is theirs. */
export function strikeDecision(record: Record, { nameByReport, words }: StruckReports): Record | undefined {
  if (record.ruling.kind === 'withdraw') return undefined
  const isAbout = looksAt(record.ruling, nameByReport)
  const isTheirs = (text: string): boolean => isAbout || words.quotes(text)
  const strike = (value: unknown, key?: string): unknown => {
    if (typeof value === 'string')
      return key !== undefined && WRITTEN.has(key) && isTheirs(value) ? REMOVED_WORDS : value
    if (Array.isArray(value)) return value.map((each) => strike(each))
    if (typeof value !== 'object' || value === null) return value
    const name = 'report' in value && 'quote' in value ? nameByReport.get(String(value.report)) : undefined
    if (name !== undefined) return { ...value, quote: REMOVED_WORDS, before: '', after: '', name }
    const struck = Object.fromEntries(Object.entries(value).map(([own, each]) => [own, strike(each, own)]))
    return isHolder(value) && isNamedThere(value, nameByReport, words) ? { ...struck, name: REMOVED_WORDS } : struck
  }
  const struck = {
    ...record,
    ruling: strike(record.ruling) as Record['ruling'],
    why: record.why !== '' && isTheirs(record.why) ? REMOVED_WORDS : record.why,
  }
  return JSON.stringify(struck) === JSON.stringify(record) ? undefined : struck
}

const WRITTEN: ReadonlySet<string> = new Set(['text', 'tag']) // of a note and of a tag

function looksAt(value: unknown, reports: ReadonlyMap<string, string>): boolean {
  if (typeof value !== 'object' || value === null) return false
  if ('report' in value && 'quote' in value && reports.has(String(value.report))) return true
  return Object.values(value).some((each) => looksAt(each, reports))
}

interface Holder {
  readonly name: string
  readonly words: readonly { readonly report: string }[]
}

// Somebody who was ruled on, as called then.
function isHolder(value: object): value is Holder {
  return 'words' in value && Array.isArray(value.words) && 'name' in value && typeof value.name === 'string'
}

function isNamedThere(
  { name, words: looked }: Holder,
  reports: ReadonlyMap<string, string>,
  words: TheirWords,
): boolean {
  return looked.every(({ report }) => reports.has(report)) || words.holds(name)
}
