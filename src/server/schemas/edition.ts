// An edition as the API gives it: every printed line with the words that it rests on.
import { z } from 'zod'
import { SECTION_KINDS } from '../../model/watch.ts'
import { anchorSchema, idSchema, instantSchema } from './common.ts'

const stateSchema = z
  .enum(['composed', 'draft', 'issued', 'corrected'])
  .meta({ description: 'composed: by the desk alone, and kept by nobody' })

export const editionListSchema = z
  .object({
    items: z.array(
      z.object({
        week: z.string(),
        watch: z.string().optional(),
        href: z.string(),
        reports: z.int().min(0),
        state: stateSchema,
        number: z.int().min(1).optional().meta({ description: 'Of the latest version that whoever asks may see' }),
        by: z.string().optional(),
        at: instantSchema.optional(),
      }),
    ),
  })
  .meta({
    id: 'EditionList',
    description:
      'The weeks that have dated reports, the latest first, watch by watch; those of all that the desk holds name no watch',
  })

const lineSchema = z
  .object({
    id: idSchema,
    text: z.string(),
    claims: z.array(idSchema),
    evidence: z.array(anchorSchema),
    reworded: z
      .object({
        by: z.string(),
        ruled: z.string().meta({ description: 'The sentence that the rules had made' }),
        misses: z.array(z.object({ kind: z.string(), words: z.string() })),
        accepted: z.object({ by: z.string(), why: z.string() }).optional(),
      })
      .optional()
      .meta({ description: 'Whose words these are, and what in them the evidence does not bear out' }),
    removed: instantSchema.optional().meta({ description: 'When it was struck, with the report that it rested on' }),
  })
  .meta({ id: 'Line', description: 'One printed sentence' })

const ownSchema = z
  .array(z.object({ id: idSchema, text: z.string(), by: z.string() }))
  .optional()
  .meta({ description: 'Lines of an editor’s own, which lean on no report' })

export const versionSchema = z
  .object({
    number: z.int().min(1),
    state: z.enum(['draft', 'issued', 'corrected']),
    by: z.string(),
    at: instantSchema,
    why: z.string(),
  })
  .meta({ id: 'EditionVersion', description: 'An edition as it was kept at a time' })

export const draftedSchema = versionSchema
  .extend({
    left: z
      .array(z.object({ kind: z.string(), reason: z.string() }))
      .meta({ description: 'Changes of the draft before that could not be made again' }),
  })
  .meta({ id: 'DraftedEdition' })

export const versionListSchema = z
  .object({ items: z.array(versionSchema) })
  .meta({ id: 'EditionVersionList', description: 'The versions of an edition, the latest first' })

export const editionSchema = z
  .object({
    id: idSchema,
    week: z.string(),
    href: z.string(),
    asOf: z.int().min(0).meta({ description: 'The last log number that it could know' }),
    state: stateSchema,
    version: versionSchema.optional().meta({ description: 'Absent of what is composed' }),
    title: z.string().optional().meta({ description: 'An editor’s own' }),
    corrections: z
      .array(
        z.object({
          at: instantSchema,
          line: idSchema.optional().meta({ description: 'Absent: it was taken out' }),
          was: z.string().optional().meta({ description: 'Absent: it was put in' }),
          now: z.string().optional(),
          why: z.string(),
        }),
      )
      .meta({ description: 'What was printed otherwise since it was issued, the newest last' }),
    removals: z
      .array(z.object({ at: instantSchema, lines: z.int().min(0), why: z.string() }))
      .optional()
      .meta({ description: 'What was struck in it since, by law or for somebody’s safety, the newest last' }),
    sections: z.array(
      z.object({
        kind: z.string(),
        own: ownSchema,
        note: z.string().optional().meta({ description: 'Why it is empty, or what it leaves out' }),
        items: z.array(
          z.object({
            story: idSchema.optional(),
            heading: lineSchema.optional(),
            lines: z.array(lineSchema),
            own: ownSchema,
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Edition', description: 'The weekly' })

const line = idSchema.meta({ description: 'Of a line; of an item any of its lines' })
const why = z.string().max(4000).default('').meta({ description: 'Kept with the version' })
const from = z
  .int()
  .min(1)
  .meta({ description: 'The version that was looked at; refused with 409 where there is a newer one' })
const section = z.enum(SECTION_KINDS)
const what = z.enum(['item', 'line'])
const text = z.string().max(20_000)
const place = z
  .union([
    z.strictObject({ section, after: line.optional() }),
    z.strictObject({ after: line }),
    z.strictObject({ before: line }),
  ])
  .meta({ id: 'PlaceInEdition', description: 'At the head of a section or after one of its items; or beside a line' })

const editSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('move'), what, line, to: z.union([z.enum(['up', 'down']), place]) }),
    z.strictObject({ kind: z.literal('drop'), what, line }),
    z.strictObject({ kind: z.literal('add'), attribution: idSchema, to: place }),
    z.strictObject({ kind: z.literal('reword'), line, text }),
    z.strictObject({ kind: z.literal('accept'), line, why: z.string().min(1).max(4000) }),
    z.strictObject({ kind: z.literal('own'), text, to: place }),
    z.strictObject({ kind: z.literal('title'), text: text.optional() }),
    z.strictObject({ kind: z.literal('note'), section, text: text.optional() }),
  ])
  .meta({ id: 'Edit', description: 'What an editor does to an edition' })

export const draftSchema = z.strictObject({ why }).meta({ id: 'AskedDraft' })

export const editsSchema = z
  .strictObject({ from, edits: z.array(editSchema).min(1).max(500), why })
  .meta({ id: 'AskedEdits', description: 'All are made, or none' })

export const issueSchema = z
  .strictObject({ from, why: z.string().min(1).max(4000).meta({ description: 'Readers see that of a correction' }) })
  .meta({ id: 'AskedIssue' })
