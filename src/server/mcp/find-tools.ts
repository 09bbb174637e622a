// Tools that find: claims by their words, and whatever the desk holds.
import { z } from 'zod'
import { listToldHits, type ToldHit } from '../../desk/views/api-search.ts'
import { ACTS } from '../../model/act.ts'
import { SOURCE_KINDS } from '../../model/attribution.ts'
import { intervalSchema, standingSchema } from '../schemas/claim.ts'
import { cursorSchema, daySchema, idSchema } from '../schemas/common.ts'
import { defineTool, QUOTES, type Tool } from './define-tool.ts'
import { bareQuotedSchema, quoteBare } from './quoted.ts'

export const page = {
  limit: z.number().int().min(1).max(50).default(10),
  after: cursorSchema.optional().meta({ description: 'The `next` of the page before' }),
}

const words = z.string().max(1000).meta({ description: 'Words, "phrases", begin*, -without' })
const days = { from: daySchema.optional(), until: daySchema.optional().meta({ description: 'The last day' }) }

const foundClaim = z.object({
  id: idSchema,
  link: z.string(),
  wording: bareQuotedSchema,
  standing: standingSchema,
  firstPrinted: z.string().optional(),
  reports: z.int(),
  origins: intervalSchema,
  denied: z.int(),
  declined: z.int(),
})

const findClaims = defineTool({
  name: 'find_claims',
  title: 'Find claims',
  description: `Finds claims by words of their wording. A claim is a proposition that reports put forward; it is not a fact. ${QUOTES}`,
  input: z.object({
    words,
    standing: standingSchema.optional(),
    who: idSchema.optional().meta({ description: 'The id of somebody whom it is about or who answers to it' }),
    story: idSchema.optional(),
    ...days,
    ...page,
  }),
  output: z.object({ claims: z.array(foundClaim), next: z.string().optional() }),
  async answer(desk, wanted) {
    const { items, next } = await listToldHits(desk, { ...wanted, in: 'claims' })
    const claims = items.flatMap(({ claim }) => (claim ? [tellClaim(claim)] : []))
    return { claims, ...(next !== undefined && { next }) }
  },
})

function tellClaim({ id, href, wording, standing, firstPrinted, reports, origins, denied, declined }: FoundClaim) {
  const known = { ...(firstPrinted && { firstPrinted }) }
  return { id, link: href, wording: quoteBare(wording), standing, ...known, reports, origins, denied, declined }
}

type FoundClaim = NonNullable<ToldHit['claim']>

const foundHit = z.object({
  in: z.enum(['reports', 'said', 'claims']),
  id: idSchema.meta({ description: 'Of the claim or attribution; of a report its name' }),
  link: z.string(),
  found: bareQuotedSchema,
  source: bareQuotedSchema.optional().meta({ description: 'Who said it, as the report has it' }),
  act: z.enum(ACTS).optional(),
  report: z.string().optional(),
  outlet: z.string().optional(),
  published: z.string().optional(),
  standing: standingSchema.optional(),
})

type FoundHit = z.input<typeof foundHit>

const search = defineTool({
  name: 'search',
  title: 'Search',
  description: `Searches reports, what was said in them, or claims. Without words: all that the filters leave, newest first. ${QUOTES}`,
  input: z.object({
    in: z.enum(['reports', 'said', 'claims']).default('said'),
    words: words.default(''),
    who: idSchema.optional().meta({ description: 'The id of somebody who speaks' }),
    outlet: z.string().min(1).max(200).optional(),
    kind: z.enum(SOURCE_KINDS).optional(),
    act: z.enum(ACTS).optional(),
    story: idSchema.optional(),
    ...days,
    ...page,
  }),
  output: z.object({
    hits: z.array(foundHit),
    next: z.string().optional(),
  }),
  async answer(desk, wanted) {
    const { items, next } = await listToldHits(desk, wanted)
    return { hits: items.flatMap((hit) => tellHit(hit) ?? []), ...(next !== undefined && { next }) }
  },
})

function tellHit({ in: where, excerpt, report, said, claim }: ToldHit): FoundHit | undefined {
  const found = quoteBare(excerpt.text)
  if (claim) return { in: where, id: claim.id, link: claim.href, found, standing: claim.standing }
  if (report) return { in: where, id: report.name, link: report.href, found, report: report.name, ...printed(report) }
  if (!said) return undefined
  const { id, href, source, act, report: of } = said
  return { in: where, id, link: href, found, source: quoteBare(source), act, report: of.name, ...printed(of) }
}

function printed({ outlet, published }: { readonly outlet?: string; readonly published?: string }) {
  return { ...(outlet && { outlet }), ...(published && { published }) }
}

export const findTools: readonly Tool[] = [findClaims, search]
