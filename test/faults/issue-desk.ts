// The sample's desk with two watches of its own, the editions that the kill test makes of it (three weeks, three watches), and what an
// editor does with one of them next.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Desk } from '../../src/desk/desk.ts'
import { correctEdition } from '../../src/desk/editions/correct-edition.ts'
import { findIssued, type WholeVersion } from '../../src/desk/editions/find-edition.ts'
import { issueEdition } from '../../src/desk/editions/issue-edition.ts'
import type { Word } from '../../src/desk/editions/keep-version.ts'
import type { Edit } from '../../src/model/edit.ts'
import type { EditionName } from '../../src/model/edition-key.ts'
import { linesOf } from '../../src/publish/editing/open-parts.ts'
import { openSampleDesk } from '../sample-desk.ts'

/** The editions: of each week, one of all that the desk holds and one of each watch. */
export const EDITIONS: readonly EditionName[] = ['2030-W46', '2031-W10', '2031-W11'].flatMap((week) => [
  { week },
  { week, watch: 'the-dam' },
  { week, watch: 'the-exchange' },
])

/** Opens it; whoever opens it closes it. */
export async function openIssueDesk(dir: string): Promise<Desk> {
  const desk = await openSampleDesk(dir)
  const watches = [
    { id: 'the-dam', name: 'The dam', words: ['dam'] },
    { id: 'the-exchange', name: 'The exchange', words: ['prisoners'] },
  ]
  writeFileSync(join(dir, 'settings.json'), JSON.stringify({ watches }))
  return desk
}

/** Issues the version, or corrects its edition by these edits where it was issued; what its evidence lacks is accepted. */
export async function issueOrCorrect(
  desk: Desk,
  { ref, version }: WholeVersion,
  edits: readonly Edit[],
  { by, why }: Word,
): Promise<WholeVersion> {
  const word = { week: ref.week, watch: ref.watch, by, why, from: ref.number }
  const missing = linesOf(version.edition).flatMap(({ id, reworded }) =>
    reworded && reworded.misses.length > 0 && !reworded.accepted ? [id] : [],
  )
  if (!findIssued(desk, word)) {
    return await issueEdition(desk, { ...word, accept: missing.map((line) => ({ line, why })) })
  }
  const rewords = edits.flatMap((edit) => (edit.kind === 'reword' ? [edit.line] : []))
  const accepts = [...new Set([...missing, ...rewords])].map((line) => ({ kind: 'accept', line, why }) as const)
  return await correctEdition(desk, { ...word, edits: [...edits, ...accepts] })
}
