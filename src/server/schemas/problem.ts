// A refusal as the API sends it.
import { z } from 'zod'

export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'The address of the list that explains the code' }),
    title: z.string().meta({ description: 'What it is in general' }),
    status: z.int().min(400).max(599),
    code: z
      .string()
      .meta({ description: 'What it is for programs, such as CLAIM_UNKNOWN', examples: ['CLAIM_UNKNOWN'] }),
    detail: z.string().optional().meta({ description: 'What it is of this request, and what to do' }),
    instance: z.string().meta({ description: 'The address that was asked' }),
    errors: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'Of a request that does not fit: each field, and why' }),
    now: z.string().optional().meta({ description: 'Of what was changed meanwhile: its version as it is now' }),
    meanwhile: z
      .array(z.object({ number: z.int(), kind: z.string(), by: z.string(), at: z.string(), why: z.string() }))
      .optional()
      .meta({ description: 'The decisions that came between looking and deciding' }),
  })
  .meta({ id: 'Problem', description: 'Problem details, RFC 9457' })

export type Problem = z.output<typeof problemSchema>

export const problemListSchema = z
  .object({
    items: z.array(z.object({ code: z.string(), status: z.int(), title: z.string() })),
  })
  .meta({ id: 'ProblemList', description: 'Every code that a refusal can have' })
