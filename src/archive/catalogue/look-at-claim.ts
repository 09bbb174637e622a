// What a person sees of a claim, in a few short rows however many reports have it: its record and its line. What was said about it
// is named by its attributions alone, and of those only such as somebody decided on.
import type { Store } from '../store.ts'

/** The rows as text, and those of the attributions `decided` that bear on the claim. */
export function lookAtClaim(
  { plain }: Pick<Store, 'plain'>,
  id: string,
  decided: ReadonlySet<string>,
): { rows: string[]; attributions: string[] } {
  const records = plain.rows(`select record from derived.linked where noun = 'claim' and id = ?`, id)
  const lines = plain.rows('select * from derived.claim_line where claim = ?', id)
  const shown = lines.map(({ n: _, ...line }) => JSON.stringify(line)) // its number is another after a rebuild
  return {
    rows: [...records.map(({ record }) => String(record)), ...shown],
    attributions: listDecided({ plain }, id, decided),
  }
}

// By whichever are fewer: what bears on the claim, or what was decided on.
function listDecided({ plain }: Pick<Store, 'plain'>, id: string, decided: ReadonlySet<string>): string[] {
  if (decided.size === 0) return []
  const most = plain.rows('select n from derived.said_claim where claim = ? limit ?', id, decided.size + 1).length
  const rows =
    most > decided.size
      ? plain.rows(
          `select s.attribution from json_each(?) v cross join derived.said s cross join derived.said_claim c
            where s.attribution = v.value and c.claim = ? and c.n = s.n`,
          JSON.stringify([...decided]),
          id,
        )
      : plain.rows(
          'select s.attribution from derived.said_claim c cross join derived.said s where s.n = c.n and c.claim = ?',
          id,
        )
  return rows.flatMap(({ attribution }) => (decided.has(String(attribution)) ? [String(attribution)] : []))
}
