// The rows of a story: which reports tell it, and what was claimed in them.
import { digestOfParts } from '../../src/model/digest.ts'
import { asId, type Id } from '../../src/model/id.ts'
import { claimOf, entityOf } from './invent-names.ts'
import { chainsIn, putClaim } from './put-claim.ts'
import { type Put, putLinked } from './put-rows.ts'
import type { Told } from './tell-report.ts'

export function putStory(put: Put, story: number, told: readonly Told[]): void {
  const id = asId<'story'>(digestOfParts('bench story', story))
  const claims = new Map<number, { readonly told: Told; readonly said: Told['said'][number] }[]>()
  for (const one of told) {
    const named = [...chainsIn(one)].map(([chain, person]) => [chain, entityOf(person)] as const)
    const sort = `${one.doc.published} ${one.doc.name} ${one.doc.id}`
    putLinked(put, `chains ${one.doc.id}`, {
      noun: 'chains',
      id: one.doc.id,
      sort,
      doc: one.doc.id,
      thing: { doc: one.doc.id, chains: named },
    })
    for (const said of one.said) {
      const others = claims.get(said.claim)
      if (others) others.push({ told: one, said })
      else claims.set(said.claim, [{ told: one, said }])
    }
  }
  const order: Id<'claim'>[] = []
  for (const [claim, uses] of claims) {
    order.push(claimOf(story, claim))
    putClaim(put, { story, id, claim, uses })
  }
  const [first, ...others] = told
  if (!first) return
  const thing = {
    id,
    aliases: [],
    title: first.doc.title,
    docs: [first.doc.id, ...others.map(({ doc }) => doc.id)],
    claims: order,
  }
  putLinked(put, `story ${id}`, {
    noun: 'story',
    id,
    sort: `${first.doc.published} ${first.doc.name} ${first.doc.id}`,
    thing,
  })
}
