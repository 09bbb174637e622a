// The lines that the rooms read when they are run alone: a text, two wordings to compare, or a text beside a claim.
import { z } from 'zod'
import { ReadoutError } from '../model/errors.ts'
import { faultsOf, LINE_ID } from './parse-report-line.ts'

const optionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined)

const TEXT_LINE = z.object({
  id: LINE_ID,
  text: z.string(),
  published: optionalText,
  outlet: optionalText,
  title: optionalText,
})

const PAIR_LINE = z.object({ id: LINE_ID, a: z.string(), b: z.string() })

const CLAIM_LINE = z.object({ id: LINE_ID, claim: z.string(), text: z.string() })

/** A text to annotate or to group. The id comes back as it was given, a number as a number. */
export type TextLine = z.output<typeof TEXT_LINE>

/** Two sentences or two printed forms of a quotation. */
export type PairLine = z.output<typeof PAIR_LINE>

/** A claim, and a text that stands to it somehow. */
export type ClaimLine = z.output<typeof CLAIM_LINE>

/** The text of a line. Throws LINE_BROKEN, naming the line and the field. */
export function parseTextLine(value: unknown, where: string): TextLine {
  return parseLine(TEXT_LINE, value, where)
}

/** The pair of a line. Throws LINE_BROKEN, naming the line and the field. */
export function parsePairLine(value: unknown, where: string): PairLine {
  return parseLine(PAIR_LINE, value, where)
}

/** The claim and the text of a line. Throws LINE_BROKEN, naming the line and the field. */
export function parseClaimLine(value: unknown, where: string): ClaimLine {
  return parseLine(CLAIM_LINE, value, where)
}

function parseLine<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new ReadoutError('LINE_BROKEN', `${where}: ${faultsOf(parsed.error, value)}`)
}
