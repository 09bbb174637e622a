// A decision as the API gives it, and as it takes one.
import { z } from 'zod'
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
  'issue',
  'follow',
  'undo',
] as const

const ruledOnSchema = z
  .object({
    noun: z.enum(['attribution', 'claim', 'entity', 'story', 'report']),
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
