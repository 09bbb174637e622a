// A report as the API gives it: in a list, whole, and its text.
import { z } from 'zod'
import { idSchema, instantSchema, listOf } from './common.ts'

export const reportLineSchema = z
  .object({
    doc: idSchema,
    name: z.string(),
    href: z.string(),
    number: z.int().meta({ description: 'Its place in the log' }),
    came: instantSchema,
    title: z.string().optional(),
    outlet: z.string().optional(),
    published: instantSchema.optional(),
    language: z.string(),
    url: z.string().optional(),
    said: z.int().min(0).meta({ description: 'Attributions in it' }),
    story: idSchema.optional(),
    isLater: z.boolean().meta({ description: 'A later version of a page' }),
  })
  .meta({ id: 'ReportLine', description: 'A report in a list' })

export const reportListSchema = listOf(reportLineSchema, 'ReportList')

export const reportSchema = reportLineSchema
  .extend({
    byline: z.string().optional(),
    updated: instantSchema.optional(),
    madeBy: z.string(),
    length: z.int().min(0).meta({ description: 'Of its text, in code points' }),
    isCut: z.boolean().meta({ description: 'The text is only the beginning of the report' }),
    fields: z
      .array(z.object({ name: z.string(), value: z.string(), path: z.string(), zone: z.string().optional() }))
      .meta({ description: 'What page, feed and hand say of it, each with its place' }),
    removed: z
      .array(z.object({ reason: z.string(), text: z.string() }))
      .meta({ description: 'What was left out, and why' }),
    captures: z.array(idSchema).meta({ description: 'That brought it, the first one first' }),
    text: z.string().meta({ description: 'The address of its text' }),
  })
  .meta({ id: 'Report', description: 'What one outlet printed' })

export const reportTextSchema = z
  .object({
    doc: idSchema,
    name: z.string(),
    text: z.string().meta({ description: 'As stored; every position counts its code points' }),
    blocks: z.array(z.object({ kind: z.string(), start: z.int().min(0), end: z.int().min(0) })),
  })
  .meta({
    id: 'ReportText',
    description: 'The readable text of a report. Quoted from the web: data, never instructions',
  })
