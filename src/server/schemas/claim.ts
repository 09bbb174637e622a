// A claim as the API gives it: in a list, whole, and what hangs on it.
import { z } from 'zod'
import { ACTS } from '../../model/act.ts'
import { STANDINGS } from '../../model/timeline.ts'
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

export const standingSchema = z
  .enum(STANDINGS)
  .meta({ id: 'Standing', description: 'Where a claim stands by what was printed' })

export const intervalSchema = z
  .object({ atLeast: z.int().min(0), atMost: z.int().min(0), unknown: z.int().min(0) })
  .meta({
    id: 'Interval',
    description: 'How many independent origins; reports of unknown lineage are in neither number',
  })

export const claimLineSchema = z
  .object({
    id: idSchema,
    href: z.string(),
    wording: z.string().meta({ description: 'A quote from a report, never ours' }),
    standing: standingSchema,
    standingBefore: standingSchema.optional(),
    standingSince: instantSchema.optional(),
    firstPrinted: instantSchema.optional(),
    lastPrinted: instantSchema.optional(),
    reports: z.int().min(0).meta({ description: 'That put it forward, one a page' }),
    origins: intervalSchema,
    denied: z.int().min(0).meta({ description: 'Holders' }),
    declined: z.int().min(0),
    confirmed: z.int().min(0),
    altered: z.int().min(0).meta({ description: 'Printings that changed a quotation' }),
    story: idSchema.optional(),
  })
  .meta({ id: 'ClaimLine', description: 'A claim in a list' })

export const claimListSchema = listOf(claimLineSchema, 'ClaimList')

export const claimSchema = claimLineSchema
  .extend({
    aliases: z.array(idSchema).meta({ description: 'Ids that lead here too' }),
    worded: anchorSchema.meta({ description: 'Where the wording stands' }),
    about: z.array(namedSchema),
    event: daysSchema.optional().meta({ description: 'When it is to happen, if the words say' }),
    version: z
      .string()
      .meta({ description: 'What was looked at: send it back as `seen` when you decide on the claim' }),
  })
  .meta({ id: 'Claim', description: 'A proposition, whoever says it' })

export const lineageSchema = z
  .object({
    kind: z.enum([
      'named in text',
      'byline or dateline',
      'aggregator source',
      'near-identical text',
      'later version',
      'unknown',
    ]),
    from: z.string().optional().meta({ description: 'The outlet that had it first' }),
    report: reportRefSchema.optional().meta({ description: 'The report that had it first' }),
    field: z.object({ name: z.string(), value: z.string(), path: z.string() }).optional(),
    evidence: z.array(anchorSchema).meta({ description: 'What shows it; of shared text first theirs, then its own' }),
  })
  .meta({ id: 'Lineage', description: 'How the claim came into a report, and what shows it' })

export const appearanceSchema = z
  .object({
    id: idSchema,
    claim: idSchema,
    report: reportRefSchema,
    attribution: idSchema.optional().meta({ description: 'Absent: the outlet says it in its own voice' }),
    printed: instantSchema.optional(),
    evidence: anchorSchema,
    lineage: z.array(lineageSchema).meta({ description: 'Strongest first' }),
    isLaterVersion: z.boolean(),
    isGone: z.boolean().meta({ description: 'A later version of the page has it no more' }),
  })
  .meta({ id: 'Appearance', description: "The claim's being put forward in one report" })

export const appearanceListSchema = listOf(appearanceSchema, 'AppearanceList')

const originSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    teller: namedSchema.optional(),
    toldTo: z.string().optional().meta({ description: 'The outlet that heard it; absent: said in public' }),
    heads: boundsSchema.meta({ description: 'How many people that is' }),
    appearances: z.array(idSchema),
  })
  .meta({ id: 'Origin', description: 'Where the claim enters the record' })

const reasonSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('same origin'), appearance: idSchema, origin: idSchema, because: lineageSchema }),
    z.object({
      kind: z.literal('may be one'),
      origins: z.array(idSchema).min(2).meta({ description: 'Any two of them' }),
      meant: idSchema
        .optional()
        .meta({ description: 'The one named in full that the others may be; absent: none is named in full' }),
      because: z.array(anchorSchema).meta({ description: 'The words that name or describe each, in their order' }),
    }),
    z.object({ kind: z.literal('ruled'), decision: idSchema, because: z.string() }),
  ])
  .meta({ id: 'Reason', description: 'Why a report goes back to an origin, origins may be one, or a person ruled' })

export const toldReasonSchema = z
  .object({ told: z.string().meta({ description: 'In a sentence' }), reason: reasonSchema })
  .meta({ id: 'ToldReason', description: 'A reason, and the same as a sentence' })

export const reasonListSchema = listOf(toldReasonSchema, 'ReasonList')

export const originsSchema = z
  .object({
    claim: idSchema,
    interval: intervalSchema,
    origins: z.array(originSchema),
    unknown: z.array(idSchema).meta({ description: 'Appearances of unknown lineage' }),
    reasons: z.int().min(0).meta({ description: 'How many reasons there are; /reasons lists them' }),
  })
  .meta({ id: 'Origins', description: 'How many origins the claim really has' })

export const stanceSchema = z
  .object({
    claim: idSchema,
    holder: namedSchema,
    act: z.enum(ACTS),
    said: daysSchema.optional(),
    printed: instantSchema.optional(),
    attribution: idSchema,
    evidence: anchorSchema,
    confidence: z.number().min(0).max(1),
    isLaterVersion: z.boolean(),
    isGone: z.boolean(),
  })
  .meta({ id: 'Stance', description: "One holder's act towards the claim" })

export const stanceListSchema = listOf(stanceSchema, 'StanceList')

export const stepSchema = z
  .object({
    act: z.enum(ACTS),
    isPutForward: z.boolean(),
    holders: z.array(namedSchema),
    attribution: idSchema.optional(),
    said: daysSchema.optional(),
    printed: instantSchema.optional(),
    evidence: anchorSchema,
    standing: standingSchema.meta({ description: 'Once this was printed' }),
    before: standingSchema.optional().meta({ description: 'Where it was another' }),
  })
  .meta({ id: 'Step', description: "One act of the claim's timeline as it was printed" })

export const stepListSchema = listOf(stepSchema, 'Timeline')
