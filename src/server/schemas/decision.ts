// A decision as the API gives it, and as it takes one.
import { z } from 'zod'
import { SOURCE_KINDS } from '../../model/attribution.ts'
import { RULED_NOUNS } from '../../model/decision.ts'
import { idSchema, instantSchema, listOf } from './common.ts'

export const RULINGS = [
  'confirm',
  'reject',
  're-attribute',
  'correct',
  'set kind',
  'merge',
  'split',
  'same',
  'different',
  'note',
  'tag',
  'watch',
  'draft',
  'issue',
  'follow',
  'withdraw',
  'undo',
] as const

const ruledOnSchema = z
  .object({
    noun: z.enum(RULED_NOUNS),
    id: idSchema,
    words: z.string().meta({ description: 'What was looked at' }),
    report: z.string().meta({ description: 'The name of the report that the words are of' }),
  })
  .meta({ id: 'RuledOn', description: 'What was ruled on, as it was called then' })

export const decisionSchema = z
  .object({
    number: z.int().meta({ description: 'Its place in the log' }),
    id: idSchema,
    by: z.string(),
    at: instantSchema,
    kind: z.enum(RULINGS),
    why: z.string(),
    on: z.array(ruledOnSchema),
    undoes: z.int().optional(),
    undoneBy: z.int().optional(),
    isPending: z.boolean().meta({ description: 'Kept, and not yet linked' }),
    text: z.string().optional().meta({ description: 'Of a note' }),
    tag: z.string().optional(),
    to: z.string().optional().meta({ description: 'Who said it, or which kind its source is' }),
  })
  .meta({ id: 'Decision', description: 'What a person ruled, when and why' })

export const decisionListSchema = listOf(decisionSchema, 'DecisionList')

const why = z
  .string()
  .max(4000)
  .default('')
  .meta({ description: 'Kept and shown with the decision; wanted wherever something is changed by it' })
const seen = z
  .union([z.string().max(100), z.array(z.string().max(100)).max(200)])
  .optional()
  .meta({ description: 'The `version` of what is ruled on, as it was looked at; of several, each in its order' })
const noun = z.enum(RULED_NOUNS).optional()
const given = { why, seen }
const piece = z
  .union([z.string().min(1).max(20_000), z.object({ start: z.int().min(0), end: z.int().min(1) })])
  .meta({ id: 'Piece', description: 'Words of the report, or where they stand in its text, in code points' })
const pieces = z.array(piece).min(1).max(20).optional()

export const askedDecisionSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('confirm'), id: idSchema, ...given }),
    z.strictObject({ kind: z.literal('reject'), id: idSchema, ...given }),
    z.strictObject({ kind: z.literal('re-attribute'), id: idSchema, to: z.string().min(1).max(300), ...given }),
    z.strictObject({
      kind: z.literal('correct'),
      id: idSchema,
      words: z.strictObject({ source: pieces, cue: pieces, content: pieces }),
      ...given,
    }),
    z.strictObject({ kind: z.literal('set kind'), id: idSchema, to: z.enum(SOURCE_KINDS), ...given }),
    z.strictObject({ kind: z.literal('merge'), ids: z.array(idSchema).min(2).max(200), ...given }),
    z.strictObject({
      kind: z.literal('split'),
      id: idSchema,
      move: z.array(z.string().min(1).max(4000)).min(1).max(200),
      ...given,
    }),
    z.strictObject({ kind: z.literal('same'), ids: z.tuple([z.string().max(300), z.string().max(300)]), ...given }),
    z.strictObject({
      kind: z.literal('different'),
      ids: z.tuple([z.string().max(300), z.string().max(300)]),
      ...given,
    }),
    z.strictObject({
      kind: z.literal('note'),
      id: z.string().min(1).max(500),
      noun,
      text: z.string().min(1).max(25_000),
      ...given,
    }),
    z.strictObject({
      kind: z.literal('tag'),
      id: z.string().min(1).max(500),
      noun,
      tag: z.string().min(1).max(300),
      ...given,
    }),
    z.strictObject({ kind: z.literal('watch'), id: z.string().min(1).max(500), noun, ...given }),
    z.strictObject({ kind: z.literal('undo'), number: z.int().min(1), ...given }),
  ])
  .meta({ id: 'AskedDecision', description: 'What a person wants ruled. Who decides is who asks' })

export type AskedDecision = z.output<typeof askedDecisionSchema>
