// Jobs and who leads, as the API gives them.
import { z } from 'zod'
import { JOB_NAMES, JOB_STATES, LEAD_ROLES } from '../../model/job.ts'
import { instantSchema } from './common.ts'

export const jobSchema = z
  .object({
    id: z.string(),
    name: z.enum(JOB_NAMES),
    key: z.string(),
    data: z.object({ reports: z.array(z.string()).optional(), mailing: z.string().optional() }),
    state: z.enum(JOB_STATES),
    tries: z.int().min(0),
    since: instantSchema,
    due: instantSchema.optional(),
    holder: z.string().optional(),
    reason: z.string().optional().meta({ description: 'Why the last try came to nothing' }),
  })
  .meta({ id: 'Job', description: 'Work that any process of the desk may take' })

const leadSchema = z
  .object({
    role: z.enum(LEAD_ROLES),
    holder: z.string().optional(),
    fence: z.int(),
    beat: z.int(),
    at: instantSchema,
    trouble: z.string().optional(),
  })
  .meta({ id: 'Lead', description: 'The process that does for all what only one may do at a time' })

export const workSchema = z.object({ leads: z.array(leadSchema), jobs: z.array(jobSchema) })
