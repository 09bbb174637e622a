// One line of JSON Lines as a report: {id?, url?, outlet?, title?, published?, text | html}. Unknown fields are ignored.
import { z } from 'zod'
import { findBinary } from '../extract/judge-bytes.ts'
import { ReadoutError } from '../model/errors.ts'
import { type Incoming, REPORT_CAP } from './incoming.ts'

const optionalText = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || undefined)

const WHOLE = z.number().refine(Number.isSafeInteger, 'this number loses digits, write it in quotation marks')
/** An id as JSON has it; a number only where its digits survive, which beyond 2^53 and in fractions they do not. */
export const LINE_ID = z.union([z.string(), WHOLE], { error: 'expected string or number' })

const OPTIONAL = {
  id: LINE_ID.nullish().transform((id) => String(id ?? '').trim() || undefined),
  url: optionalText,
  outlet: optionalText,
  title: optionalText,
  published: optionalText,
}
const REPORT_LINE = z.object({ ...OPTIONAL, text: z.string().nullish(), html: z.string().nullish() })

/**
 * The report of a line's value, or why it is none. `name` is what it answers to if the line has no id. A wrong field
 * that a report can do without is let go, and said in its `faults`.
 */
export function parseReportLine(value: unknown, where: string, name: string): Incoming {
  const refuse = (what: string): Incoming => ({
    kind: 'refused',
    where,
    error: new ReadoutError('LINE_BROKEN', `${where}: ${what}`),
  })
  const { kept, faults } = letGo(value)
  const parsed = REPORT_LINE.safeParse(kept)
  if (!parsed.success) return refuse(faultsOf(parsed.error, value))
  const { id, url, outlet, title, published, text, html } = parsed.data
  if ((text ?? '') !== '' && (html ?? '') !== '') return refuse('has both "text" and "html"; give one of them')
  const body = text || html
  if (!body) return refuse('has neither "text" nor "html"; give one of them')
  // A page says its own charset, which these bytes no longer have; a byte order mark outranks what it says.
  const mark = text || /^[\0-\x7f]*$/.test(body) ? '' : '\uFEFF'
  const bytes = new TextEncoder().encode(mark + body.toWellFormed())
  if (bytes.length > REPORT_CAP) {
    return { kind: 'refused', where, error: new ReadoutError('FILE_TOO_LARGE', tooLarge(where)) }
  }
  const given = {
    name: id ?? name,
    mediaType: text ? ('text/plain' as const) : ('text/html' as const),
    ...(url && { url }),
    ...(outlet && { outlet }),
    ...(title && { title }),
    ...(published && { published }),
  }
  const why = findBinary(bytes)
  if (why) return refuse(`not text: ${why}`)
  return { kind: 'report', asked: where, bytes, given, ...(faults.length > 0 && { faults }) }
}

/** The value without the fields that are wrong and not needed, and a sentence on each. */
function letGo(value: unknown): { readonly kept: unknown; readonly faults: readonly string[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kept: value, faults: [] }
  const faults: string[] = []
  const kept = Object.entries(value).filter(([field, content]) => {
    const parsed = Object.hasOwn(OPTIONAL, field) && OPTIONAL[field as keyof typeof OPTIONAL].safeParse(content)
    if (!parsed || parsed.success) return true
    faults.push(`"${field}" is wrong and was left out: ${parsed.error.issues[0]?.message.replace(INVALID, '')}`)
    return false
  })
  return { kept: Object.fromEntries(kept), faults }
}

const INVALID = /^Invalid input: /

/** What is said of a report over the limit. */
export function tooLarge(where: string): string {
  return `${where}: larger than 15 MiB, the most one report may have; cut it into its reports`
}

/** `"id" is missing; "published" is wrong: expected string, received number`, every fault in one sentence. */
export function faultsOf(error: z.ZodError, value: unknown): string {
  const faults = error.issues.map(({ path, message }) => {
    const plain = message.replace(INVALID, '')
    const [field] = path
    if (field === undefined) return plain
    return isMissing(value, field) ? `"${String(field)}" is missing` : `"${path.join('.')}" is wrong: ${plain}`
  })
  return `its fields are wrong: ${faults.join('; ')}`
}

function isMissing(value: unknown, field: PropertyKey): boolean {
  return typeof value === 'object' && value !== null && !(field in value)
}
