// An edition as the API gives it: every printed line with the words that it rests on.
import { z } from 'zod'
import { anchorSchema, idSchema } from './common.ts'

export const editionListSchema = z
  .object({
    items: z.array(
      z.object({ week: z.string(), watch: z.string().optional(), href: z.string(), reports: z.int().min(0) }),
    ),
  })
  .meta({
    id: 'EditionList',
    description:
      'The weeks that have dated reports, the latest first, watch by watch; those of all that the desk holds name no watch',
  })

const lineSchema = z
  .object({ id: idSchema, text: z.string(), claims: z.array(idSchema), evidence: z.array(anchorSchema) })
  .meta({ id: 'Line', description: 'One printed sentence' })

export const editionSchema = z
  .object({
    id: idSchema,
    week: z.string(),
    href: z.string(),
    asOf: z.int().min(0).meta({ description: 'The last log number that it could know' }),
    sections: z.array(
      z.object({
        kind: z.string(),
        note: z.string().optional().meta({ description: 'Why it is empty, or what it leaves out' }),
        items: z.array(
          z.object({
            story: idSchema.optional(),
            heading: lineSchema.optional(),
            lines: z.array(lineSchema),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Edition', description: 'The weekly' })
