// What an edition is as JSON, for other programs: one file a version, with the reports that it cites. The same in words for people is
// docs/edition.schema.json, which is made from this.
import { z } from 'zod'

const id = z.string().min(1)
const watchId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
const instant = z.iso.datetime({ offset: true }).describe('ISO 8601, UTC')
const day = z.iso.date()
const span = z
  .object({ start: z.int().min(0), end: z.int().min(1) })
  .describe('UTF-16 code units of a text, the end not included')

const evidence = z
  .object({ doc: id, span, quote: z.string() })
  .describe('words of a report: they stand at `span` of its text')

const miss = z.object({
  kind: z.enum(['quoted', 'name', 'number', 'date', 'polarity', 'attribution']),
  words: z.string(),
  span: span.optional(),
})

const line = z
  .object({
    id,
    text: z.string(),
    claims: z.array(id).describe('of the ledger, that the line is about'),
    evidence: z.array(evidence).min(1),
    refs: z
      .array(z.object({ kind: z.enum(['copied', 'cited', 'counted']), span, evidence: z.int().min(0) }))
      .optional()
      .describe('which words of the text lean on which piece of evidence, by its place in the list'),
    confidence: z.number().min(0).max(1).optional(),
    reworded: z.object({ by: z.string(), ruled: z.string(), misses: z.array(miss) }).optional(),
  })
  .describe('one printed sentence')

const ownLine = z
  .object({ id, text: z.string(), by: z.string() })
  .describe('a line of an editor, for which no report is cited')

const item = z.object({
  story: id.optional(),
  choice: z
    .object({
      score: z.number(),
      because: z.array(z.object({ what: z.string(), counted: z.number(), weight: z.number() })),
    })
    .optional()
    .describe('why it is printed here; it says nothing about truth'),
  heading: line.optional(),
  answer: z.literal('rejected').optional(),
  lines: z.array(line).min(1),
  own: z.array(ownLine).optional(),
})

const section = z.object({
  kind: z.string(),
  items: z.array(item),
  own: z.array(ownLine).optional(),
  note: z.string().optional(),
})

const edition = z.object({
  id,
  watch: z.object({ id: watchId, name: z.string(), question: z.string().optional() }).optional(),
  week: z.string().regex(/^\d{4}-W\d{2}$/),
  days: z.object({ from: day, until: day }).optional().describe('that it tells of; the last one is not included'),
  asOf: z
    .object({ number: z.int().min(0), before: z.string() })
    .describe('how far the log of the desk had come, and the digest of all that it held'),
  after: id.optional(),
  sections: z.array(section),
  reports: z
    .array(
      z.object({
        doc: id,
        name: z.string(),
        title: z.string().optional(),
        outlet: z.string().optional(),
        published: instant.optional(),
        isLater: z.literal(true).optional(),
      }),
    )
    .optional(),
})

const correction = z.object({
  at: instant,
  line: id.optional(),
  was: z.string().optional(),
  now: z.string().optional(),
  why: z.string(),
})

const source = z
  .object({
    doc: id,
    name: z.string(),
    title: z.string().optional(),
    outlet: z.string().optional(),
    published: instant.optional(),
    url: z.string().optional().describe('of the page itself'),
    capture: id.optional(),
    captured: instant.optional(),
    sha256: z.string().optional().describe('of the bytes as they came'),
  })
  .describe('a report that lines cite')

/** The shape of an edition's file. More than is told here may stand in it. */
export const editionFileSchema = z
  .object({
    $schema: z.string().optional(),
    format: z.literal('readout edition 1'),
    title: z.string(),
    number: z.int().min(0).describe('of the version; 0: composed and not kept'),
    state: z.enum(['draft', 'issued', 'corrected']),
    issued: instant.optional().describe('for the first time'),
    changed: instant.optional().describe('when this version was kept'),
    corrections: z.array(correction).describe('the newest last'),
    removals: z
      .array(z.object({ at: instant, lines: z.int().min(0), why: z.string() }))
      .optional()
      .describe('lines that were struck since, with the reports that they rested on; the newest last'),
    edition,
    sources: z.array(source),
  })
  .meta({
    title: 'An edition of Readout',
    description: 'One version of an edition, every line with the words that it rests on',
  })

/** The same as JSON Schema, draft 2020-12. */
export function editionJsonSchema(): object {
  return z.toJSONSchema(editionFileSchema, { io: 'input' })
}
