// What a person sees of a claim, in a few short rows however many reports have it: its record and its line. What was said about it
// is named by its attributions alone.
import type { Store } from '../open-store.ts'

/** The rows as text, and the attributions that bear on the claim. */
export function lookAtClaim({ plain }: Pick<Store, 'plain'>, id: string): { rows: string[]; attributions: string[] } {
  const records = plain.rows(`select record from derived.linked where noun = 'claim' and id = ?`, id)
  const lines = plain.rows('select * from derived.claim_line where claim = ?', id)
  const said = plain.rows(
    'select s.attribution from derived.said_claim c cross join derived.said s where s.n = c.n and c.claim = ?',
    id,
  )
  const shown = lines.map(({ n: _, ...line }) => JSON.stringify(line)) // its number is another after a rebuild
  return {
    rows: [...records.map(({ record }) => String(record)), ...shown],
    attributions: said.map(({ attribution }) => String(attribution)),
  }
}
