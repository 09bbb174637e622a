// A person or body as the API gives it.
import { z } from 'zod'
import { ENTITY_KINDS } from '../../model/reading.ts'
import { anchorSchema, idSchema, instantSchema, listOf } from './common.ts'

export const personLineSchema = z
  .object({
    id: idSchema,
    href: z.string(),
    kind: z.enum(ENTITY_KINDS),
    name: z.string(),
    office: z.string().optional().meta({ description: 'The last that a report gave' }),
    said: z.int().min(0).meta({ description: 'Attributions' }),
    reports: z.int().min(0).meta({ description: 'In which it speaks' }),
    lastPrinted: instantSchema.optional(),
  })
  .meta({ id: 'PersonLine', description: 'A person or body in a list' })

export const personListSchema = listOf(personLineSchema, 'PersonList')

export const personSchema = personLineSchema
  .extend({
    aliases: z.array(z.object({ id: idSchema, name: z.string() })),
    offices: z.array(
      z.object({
        title: anchorSchema,
        from: z.string().optional(),
        until: z.string().optional(),
        isFormer: z.boolean(),
      }),
    ),
    links: z.object({ said: z.string(), claims: z.string() }),
  })
  .meta({ id: 'Person', description: 'A person, body or unnamed group across reports' })
