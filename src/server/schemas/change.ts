// What changed since another program last asked, as the API gives it.
import { z } from 'zod'
import { captureLineSchema } from './capture.ts'
import { claimLineSchema } from './claim.ts'
import { decisionSchema } from './decision.ts'

export const changesSchema = z
  .object({
    captures: z.array(captureLineSchema),
    decisions: z.array(decisionSchema),
    claims: z.array(claimLineSchema).meta({ description: 'Those whose lines changed, as they are now' }),
    gone: z.array(z.string()).meta({ description: 'Ids of claims that are in the ledger no more' }),
    next: z.string().meta({ description: 'Send it as `since` the next time' }),
    isMore: z.boolean().meta({ description: 'There is more already: ask again at once' }),
  })
  .meta({ id: 'Changes', description: 'What came in, what was decided, and which claims changed by it' })
