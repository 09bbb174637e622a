// What the nouns of the API share: ids, times, places in a text, pages of a list.
import { z } from 'zod'
import { isDay } from '../../model/id.ts'

export const idSchema = z.string().min(1).max(200)

export const instantSchema = z.string().meta({ description: 'ISO 8601 in UTC', examples: ['2031-03-04T09:30:00.000Z'] })

export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day as in 2031-03-04')
  .refine(isDay, 'there is no such day')
  .meta({ description: 'A calendar day', examples: ['2031-03-04'] })

export const daysSchema = z
  .object({ from: z.string(), until: z.string() })
  .meta({ id: 'Days', description: 'Half-open: from the first day to the day after the last' })

export const boundsSchema = z
  .object({ atLeast: z.int().min(0), atMost: z.int().min(0).optional() })
  .meta({ id: 'Bounds', description: 'At least so many, at most so many; no atMost where nothing sets one' })

export const namedSchema = z
  .object({ id: idSchema, name: z.string(), href: z.string() })
  .meta({ id: 'Named', description: 'A person, body or unnamed group, by id and name' })

export const reportRefSchema = z
  .object({
    doc: idSchema.meta({ description: 'The id of its readable text' }),
    name: z.string(),
    href: z.string(),
    outlet: z.string().optional().meta({ description: 'Absent: unknown' }),
    published: instantSchema.optional().meta({ description: 'Absent: undated' }),
  })
  .meta({ id: 'ReportRef', description: 'A report, as one would cite it' })

export const selectorsSchema = z
  .tuple([
    z.object({ type: z.literal('TextQuoteSelector'), exact: z.string(), prefix: z.string(), suffix: z.string() }),
    z.object({ type: z.literal('TextPositionSelector'), start: z.int().min(0), end: z.int().min(1) }),
  ])
  .meta({
    id: 'Selectors',
    description:
      'The words with what stands around them, and their place in code points; W3C Web Annotation Data Model',
  })

export const anchorSchema = z
  .object({
    report: reportRefSchema,
    source: z.string().meta({ description: 'The address of the stored text' }),
    href: z.string().meta({ description: 'The permalink of these very words' }),
    selector: selectorsSchema,
  })
  .meta({ id: 'Anchor', description: 'Words of a stored report, so that they can be found and checked' })

export const cursorSchema = z
  .string()
  .min(1)
  .max(2000)
  .meta({ description: 'The `next` of the page before; good for the same list and filters only' })

export const pageQuery = {
  after: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100).meta({ description: 'Things a page, 1 to 1000' }),
}

export const formatQuery = {
  format: z.enum(['json', 'csv', 'jsonl']).optional().meta({
    description: '`csv` and `jsonl` stream the whole list from here on, however long; `limit` does not count',
  }),
}

/** A page of a list of these. */
export function listOf<T extends z.ZodType>(item: T, id: string) {
  return z
    .object({
      items: z.array(item),
      next: z
        .string()
        .optional()
        .meta({ description: 'Send it as `after` for the next page; absent: this is the last' }),
    })
    .meta({ id, description: 'A page of a list; the header Link has the address of the next one' })
}
