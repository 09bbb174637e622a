// A list as rows for other programs: CSV (RFC 4180) with a column a field, or JSON Lines.
import type { z } from 'zod'

/** The head of the file and the line of a thing. */
export interface RowWriter {
  readonly type: string
  readonly ending: 'csv' | 'jsonl'
  readonly head: string
  line(thing: Readonly<Record<string, unknown>>): string
}

export const jsonLines: RowWriter = {
  type: 'application/jsonl; charset=utf-8',
  ending: 'jsonl',
  head: '',
  line: (thing) => `${JSON.stringify(thing)}\n`,
}

/** Columns are the fields of the schema, those of an inner object each its own: `origins.atLeast`. */
export function makeCsv(schema: z.ZodObject): RowWriter {
  const columns = columnsOf(schema)
  return {
    type: 'text/csv; charset=utf-8; header=present',
    ending: 'csv',
    head: `${columns.map((path) => cell(path.join('.'))).join(',')}\r\n`,
    line: (thing) => `${columns.map((path) => cell(find(thing, path))).join(',')}\r\n`,
  }
}

function columnsOf({ shape }: z.ZodObject, before: readonly string[] = []): string[][] {
  return Object.entries(shape).flatMap(([name, field]) => {
    const inner = innerOf(field as z.ZodType)
    return inner ? columnsOf(inner, [...before, name]) : [[...before, name]]
  })
}

function innerOf(field: z.ZodType): z.ZodObject | undefined {
  const { type } = field.def
  if (type === 'object') return field as z.ZodObject
  return type === 'optional' ? innerOf((field as z.ZodOptional<z.ZodType>).unwrap()) : undefined
}

function find(thing: unknown, [first, ...others]: readonly string[]): unknown {
  if (first === undefined || typeof thing !== 'object' || thing === null) return thing
  return find((thing as Record<string, unknown>)[first], others)
}

// A spreadsheet takes what begins so for a formula, and would run it: OWASP, CSV injection.
const FORMULA = /^[=+\-@\t\r]/

function cell(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = Array.isArray(value) ? value.map(asText).join('; ') : asText(value)
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
