// A story as the API gives it.
import { z } from 'zod'
import { idSchema, instantSchema, listOf } from './common.ts'

export const storyLineSchema = z
  .object({
    id: idSchema,
    href: z.string(),
    title: z.string().meta({ description: 'A quote from one of its reports' }),
    from: instantSchema.optional(),
    until: instantSchema.optional(),
    reports: z.int().min(0),
    claims: z.int().min(0),
  })
  .meta({ id: 'StoryLine', description: 'A story in a list' })

export const storyListSchema = listOf(storyLineSchema, 'StoryList')

export const storySchema = storyLineSchema
  .extend({
    aliases: z.array(idSchema),
    links: z.object({ reports: z.string(), claims: z.string(), said: z.string() }),
  })
  .meta({ id: 'Story', description: 'A matter followed over weeks' })
