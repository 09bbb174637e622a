// An edition as a file to take away: one HTML file with its evidence in it, Markdown, plain text, JSON; beside its page, as in
// /edition/2031-W10/export.html. What readers get is what was issued; where nothing was, the edition as it is composed, marked
// as a draft. `?version=` gives another of its versions, a draft to reviewers only.
import { z } from 'zod'
import { EXPORTED, exportServed } from '../../desk/formats/served-export.ts'
import { tagOfEditions } from '../../desk/tag-of-desk.ts'
import type { WithEditions } from '../../desk/views/api-edition.ts'
import { mayDo } from '../../model/account.ts'
import { unlessKnown } from '../api/unless-known.ts'
import { defineRoute, type Route } from '../route.ts'
import { field } from './fields.ts'

const TYPES: Readonly<Record<(typeof EXPORTED)[number], string>> = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

const version = field(z.coerce.number().int().min(1).max(1_000_000))

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"

/** The routes. */
export function editionFormRoutes(desk: WithEditions): Route[] {
  return EXPORTED.map((form) =>
    defineRoute({
      method: 'GET',
      path: `/edition/:week/export.${form}`,
      kind: 'file',
      needs: 'reader',
      schema: { params: z.object({ week: z.string() }), querystring: z.object({ version }) },
      async answer(asked) {
        const tag = await tagOfEditions(desk)
        const { version: number } = asked.query
        const wanted = number === undefined ? undefined : { number, maySeeDrafts: mayDo(asked.viewer.role, 'reviewer') }
        const own = wanted ? `-${number}-${wanted.maySeeDrafts}` : ''
        return await unlessKnown(asked, tag && `${tag}-${form}${own}`, async () => {
          const { name, text } = await exportServed(desk, asked.params.week, form, wanted)
          asked.reply.type(TYPES[form]).header('content-disposition', `attachment; filename="${name}"`)
          // it is handed out to be kept, and carries its style in it: opened here all the same, it does nothing
          asked.reply.header('content-security-policy', POLICY)
          return text
        })
      },
    }),
  )
}
