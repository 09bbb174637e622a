// A followed source as the API gives it.
import { z } from 'zod'
import { idSchema, instantSchema } from './common.ts'

const sourceSchema = z
  .object({
    id: idSchema,
    url: z.string(),
    kind: z.enum(['feed', 'page']),
    state: z.enum(['followed', 'paused']),
    title: z.string().optional(),
    site: z.string().optional(),
    outlet: z.string().optional(),
    folder: z.array(z.string()),
    everyMinutes: z.number().optional(),
    gapSeconds: z.number().optional(),
    health: z.object({
      asked: instantSchema.optional(),
      succeeded: instantSchema.optional(),
      fault: z.string().optional().meta({ description: 'Why the last request brought nothing' }),
      due: instantSchema.optional(),
      moved: z.string().optional(),
      items: z.int().min(0),
      perDay: z.number().min(0),
      latest: instantSchema.optional(),
      isSilent: z.boolean(),
    }),
  })
  .meta({ id: 'Source', description: 'A feed or page that the desk asks by itself, and how it goes with it' })

export const sourceListSchema = z
  .object({ items: z.array(sourceSchema) })
  .meta({ id: 'SourceList', description: 'Everything that is followed' })
