// Tools that tell of one claim: what it is and where it stands, its origins with their reasons, and who took which stance.
import { z } from 'zod'
import { findOriginsWith, listStances } from '../../desk/views/api-claim-lists.ts'
import { tellClaim } from '../../desk/views/api-lists.ts'
import { ACTS } from '../../model/act.ts'
import { intervalSchema, standingSchema } from '../schemas/claim.ts'
import { boundsSchema, daysSchema, idSchema } from '../schemas/common.ts'
import { defineTool, QUOTES, type Tool } from './define-tool.ts'
import { page } from './find-tools.ts'
import { bareQuotedSchema, quote, quoteBare, quotedSchema } from './quoted.ts'

const id = idSchema.meta({ description: 'The id of a claim, or one that it had before' })
const who = z.object({ id: idSchema, name: bareQuotedSchema, link: z.string() })

const claim = defineTool({
  name: 'claim',
  title: 'One claim',
  description: `One claim: its wording, where it stands by what was printed, and how many independent origins it has. ${QUOTES}`,
  input: z.object({ id }),
  output: z.object({
    id: idSchema,
    link: z.string(),
    wording: quotedSchema,
    standing: standingSchema,
    standingBefore: standingSchema.optional(),
    standingSince: z.string().optional(),
    firstPrinted: z.string().optional(),
    lastPrinted: z.string().optional(),
    reports: z.int(),
    origins: intervalSchema,
    denied: z.int(),
    declined: z.int(),
    confirmed: z.int(),
    about: z.array(who),
    story: idSchema.optional(),
  }),
  async answer(desk, input) {
    const told = await tellClaim(desk, input.id)
    const { aliases: _, version: __, worded, about, href, wording: ___, altered: ____, event: _____, ...claim } = told
    return { ...claim, link: href, wording: quote(worded), about: about.map(tellWho) }
  },
})

const origins = defineTool({
  name: 'origins',
  title: 'The origins of a claim',
  description: `How many independent origins a claim really has, as an interval (at least, at most; reports of unknown lineage in neither), every reason for two being counted as one, and the words that show it. It says how independently something is reported, not whether it is true. ${QUOTES}`,
  input: z.object({
    id,
    limit: z.number().int().min(1).max(100).default(20).meta({ description: 'Reasons at once' }),
    skip: z
      .number()
      .int()
      .min(0)
      .default(0)
      .meta({ description: 'Reasons told before: the `nextSkip` of the last answer' }),
  }),
  output: z.object({
    claim: idSchema,
    interval: intervalSchema,
    origins: z.array(
      z.object({
        id: idSchema,
        name: bareQuotedSchema,
        toldTo: z.string().optional(),
        heads: boundsSchema,
        reports: z.int(),
      }),
    ),
    reasons: z.array(
      z.object({
        kind: z.enum(['same origin', 'may be one', 'ruled']),
        origins: z.array(idSchema),
        meant: idSchema
          .optional()
          .meta({ description: 'Of these origins the one named in full, which the others may be' }),
        lineage: z.string().optional().meta({ description: 'How the claim came into the report' }),
        decision: idSchema.optional(),
        because: z.string().optional().meta({ description: 'The reason that a person of the desk gave' }),
        evidence: z.array(quotedSchema),
      }),
    ),
    nextSkip: z.int().optional(),
  }),
  async answer(desk, input) {
    const told = await findOriginsWith(desk, input.id, { from: input.skip, limit: input.limit })
    const until = input.skip + input.limit
    return {
      claim: told.claim,
      interval: told.interval,
      origins: told.origins.map(({ id: own, name, toldTo, heads, appearances }) => ({
        id: own,
        name: quoteBare(name),
        ...(toldTo && { toldTo }),
        heads,
        reports: appearances.length,
      })),
      reasons: told.because.map(({ reason }) => tellReason(reason)),
      ...(until < told.reasons && { nextSkip: until }),
    }
  },
})

const MOST_EVIDENCE = 6 // quotations a reason; two reports may share many passages

type Reason = Awaited<ReturnType<typeof findOriginsWith>>['because'][number]['reason']

function tellReason(reason: Reason) {
  switch (reason.kind) {
    case 'same origin': {
      const { because, origin } = reason
      const evidence = because.evidence.slice(0, MOST_EVIDENCE).map(quote)
      return { kind: reason.kind, origins: [origin as string], lineage: because.kind, evidence }
    }
    case 'may be one':
      return {
        kind: reason.kind,
        origins: reason.origins,
        ...(reason.meant && { meant: reason.meant }),
        evidence: reason.because.slice(0, MOST_EVIDENCE).map(quote),
      }
    case 'ruled':
      return {
        kind: reason.kind,
        origins: [],
        decision: reason.decision as string,
        because: reason.because,
        evidence: [],
      }
  }
}

const acts = defineTool({
  name: 'acts',
  title: 'Who asserted, denied or declined',
  description: `Who took which stance to a claim, when, and in which words: asserted, denied, confirmed, would not comment. A refusal to comment is not a denial. ${QUOTES}`,
  input: z.object({ id, ...page }),
  output: z.object({
    acts: z.array(
      z.object({
        act: z.enum(ACTS),
        holder: who,
        said: daysSchema.optional().meta({ description: 'The days that it was said on' }),
        printed: z.string().optional(),
        attribution: idSchema,
        confidence: z.number(),
        words: quotedSchema,
      }),
    ),
    next: z.string().optional(),
  }),
  async answer(desk, { id: of, ...wanted }) {
    const { items, next } = await listStances(desk, of, wanted)
    return {
      acts: items.map(({ act, holder, said, printed, attribution, confidence, evidence }) => ({
        act,
        holder: tellWho(holder),
        ...(said && { said }),
        ...(printed && { printed }),
        attribution,
        confidence,
        words: quote(evidence),
      })),
      ...(next !== undefined && { next }),
    }
  },
})

// Names are words of reports too.
function tellWho({ id: own, name, href }: { readonly id: string; readonly name: string; readonly href: string }) {
  return { id: own, name: quoteBare(name), link: href }
}

export const claimTools: readonly Tool[] = [claim, origins, acts]
