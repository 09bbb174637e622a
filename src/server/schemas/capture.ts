// What came in, as the API gives it.
import { z } from 'zod'
import { REMOVAL_CAUSES } from '../../model/removal.ts'
import { idSchema, instantSchema } from './common.ts'

export const captureSchema = z
  .object({
    id: idSchema,
    number: z.int().meta({ description: 'Its place in the log' }),
    at: instantSchema,
    asked: z.string().meta({ description: 'The address, or the name of the file handed in' }),
    outcome: z.object({
      kind: z.enum(['answered', 'handed in', 'unchanged', 'refused', 'failed']),
      digest: z.string().optional().meta({ description: 'SHA-256 of the bytes as received' }),
      by: z.string().optional(),
      code: z.string().optional(),
      reason: z.string().optional(),
    }),
    hops: z
      .array(
        z.object({
          url: z.string(),
          status: z.int(),
          at: instantSchema.optional(),
          headers: z.array(z.tuple([z.string(), z.string()])).meta({ description: 'As received' }),
        }),
      )
      .meta({ description: 'Each answer on the way, the last one final' }),
    foundIn: idSchema.optional(),
    archived: instantSchema.optional(),
    archive: z.object({ file: z.string(), record: z.string() }).optional(),
    report: z.string().optional().meta({ description: 'The name of the report that it brought' }),
    bytes: z.string().optional().meta({ description: 'The address of the bytes as received' }),
    removed: z
      .object({ at: instantSchema, cause: z.enum(REMOVAL_CAUSES), why: z.string(), decision: z.int() })
      .optional()
      .meta({ description: 'That the bytes were removed, and what was told of them in words' }),
  })
  .meta({ id: 'Capture', description: 'One attempt at one address, or one file handed in, kept as it came' })

export const captureLineSchema = z
  .object({
    id: idSchema,
    number: z.int(),
    at: instantSchema,
    asked: z.string(),
    outcome: z.string(),
    href: z.string(),
  })
  .meta({ id: 'CaptureLine', description: 'A capture in a list' })
