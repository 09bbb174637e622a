// A list as rows for other programs: CSV (RFC 4180) with a column a field, or JSON Lines.
import type { z } from 'zod'
import { writeCsvLine } from '../../desk/views/api-csv.ts'

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
    head: writeCsvLine(columns.map((path) => path.join('.'))),
    line: (thing) => writeCsvLine(columns.map((path) => cell(find(thing, path)))),
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

function cell(value: unknown): string | number | undefined {
  if (value === undefined || value === null || typeof value === 'number') return value ?? undefined
  return Array.isArray(value) ? value.map(asText).join('; ') : asText(value)
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
