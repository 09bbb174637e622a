// An attribution as the API gives it: who said what, on whose word, in one place of one report.
import { z } from 'zod'
import { ACTS } from '../../model/act.ts'
import { SOURCE_KINDS } from '../../model/attribution.ts'
import {
  anchorSchema,
  boundsSchema,
  daysSchema,
  idSchema,
  instantSchema,
  listOf,
  namedSchema,
  reportRefSchema,
} from './common.ts'

export const saidLineSchema = z
  .object({
    id: idSchema,
    href: z.string(),
    report: reportRefSchema,
    who: z.array(idSchema).meta({ description: 'People and bodies across reports' }),
    source: z.string().meta({ description: 'The words that name it, or "unstated"' }),
    kind: z.enum(SOURCE_KINDS),
    act: z.enum(ACTS),
    form: z.enum(['direct', 'indirect', 'mixed']),
    confidence: z.number().min(0).max(1),
    words: z.string().meta({ description: 'What was said' }),
    claims: z.array(idSchema).meta({ description: 'That it bears on' }),
  })
  .meta({ id: 'SaidLine', description: 'An attribution in a list' })

export const saidListSchema = listOf(saidLineSchema, 'SaidList')

const whenSchema = daysSchema
  .extend({ value: z.string(), words: anchorSchema })
  .meta({ id: 'When', description: 'Words that name days, and what they come to' })

const statedSchema = z
  .object({
    kind: z.enum(SOURCE_KINDS),
    words: z.array(anchorSchema),
    who: z.array(namedSchema),
    names: z.array(z.string()).meta({ description: 'As this report has them' }),
    heads: boundsSchema.optional().meta({ description: 'Of somebody unnamed: how many they are' }),
    side: z.string().optional(),
    terms: anchorSchema.optional().meta({ description: 'On which terms they spoke' }),
  })
  .meta({ id: 'Stated', description: 'On whose authority, as the text has it' })

export const saidSchema = z
  .object({
    id: idSchema,
    href: z.string(),
    report: reportRefSchema,
    source: statedSchema,
    cue: z.array(anchorSchema).meta({ description: 'The words that say that something was said' }),
    content: z.array(anchorSchema).meta({ description: 'What was said, in one or more pieces' }),
    form: z.enum(['direct', 'indirect', 'mixed']),
    act: z.enum(ACTS),
    code: z.string().optional().meta({ description: 'The act as CAMEO or PLOVER codes it' }),
    silence: z.enum(['refused', 'no answer', 'not reached', 'left open']).optional(),
    target: z
      .array(anchorSchema)
      .optional()
      .meta({ description: 'The words that name what was denied, turned down …' }),
    hearer: z.object({ kind: z.enum(['outlet', 'press', 'counterpart', 'public']), words: anchorSchema }).optional(),
    setting: z
      .object({
        kind: z.enum(['briefing', 'interview', 'statement', 'call', 'speech', 'post', 'letter']),
        words: anchorSchema,
      })
      .optional(),
    said: whenSchema.optional().meta({ description: 'When the words were said' }),
    event: whenSchema.optional().meta({ description: 'When what they tell of is to happen' }),
    via: z.array(statedSchema).meta({ description: 'Through whose hands, nearest the speaker first' }),
    restsOn: statedSchema.optional().meta({ description: 'Whom an outlet cites for it' }),
    within: idSchema.optional().meta({ description: 'The attribution that it lies within' }),
    confidence: z.number().min(0).max(1).meta({ description: 'How often a find like this one is right' }),
    claims: z.array(z.object({ claim: idSchema, href: z.string() })).meta({ description: 'That it bears on' }),
    printed: instantSchema.optional(),
    version: z.string().meta({ description: 'What was looked at: send it back as `seen` when you decide on it' }),
  })
  .meta({ id: 'Said', description: 'Who said what, with every word that shows it' })
