// Editions drafted, edited and issued by other programs, through the same functions as the pages, and told as the API tells versions.
import { listVersionsOf } from '../../archive/edition-versions.ts'
import type { Edit, RefusedEdit } from '../../model/edit.ts'
import { parseEditionKey } from '../../model/edition-key.ts'
import type { Deciding } from '../decide.ts'
import type { Desk } from '../desk.ts'
import { correctEdition } from '../editions/correct-edition.ts'
import { draftEdition } from '../editions/draft-edition.ts'
import { editEdition } from '../editions/edit-edition.ts'
import { type EditionKey, findIssued, openVersion } from '../editions/find-edition.ts'
import { issueEdition } from '../editions/issue-edition.ts'
import type { Word } from '../editions/keep-version.ts'
import { tellVersion, type WithEditions } from './api-edition.ts'

type Told = ReturnType<typeof tellVersion>

/** The versions of an edition, the latest first; none where it was never drafted. */
export function listVersionsToTell({ store }: Pick<Desk, 'store'>, key: string): Told[] {
  const { week, watch } = keyOf(key)
  return listVersionsOf(store, week, watch).map(tellVersion).toReversed()
}

/** Keeps a draft; `left`: which changes of the draft before could not be made again. Throws as `draftEdition` does. */
export async function draftOverApi(
  desk: Deciding & WithEditions,
  key: string,
  word: Word,
): Promise<Told & { left: { kind: string; reason: string }[] }> {
  const of = keyOf(key)
  const tell = (whole: Parameters<typeof tellVersion>[0], left: readonly RefusedEdit[]) => ({
    ...tellVersion(whole),
    left: left.map(({ edit: { kind }, reason }) => ({ kind, reason })),
  })
  if (!desk.editions) {
    const drafted = await draftEdition(desk, { ...of, ...word })
    return tell(drafted, drafted.left)
  }
  const { number, left } = await desk.editions.draft(of, word)
  desk.nudge?.()
  return tell(openVersion(desk, of, number), left)
}

/** Keeps what edits make. Throws as `editEdition` does. */
export async function editOverApi(
  desk: Deciding,
  key: string,
  { edits, ...asked }: Word & { readonly from: number; readonly edits: readonly unknown[] },
): Promise<Told> {
  // ids come as plain text, and what no line bears is refused where the edit is made
  return tellVersion(await editEdition(desk, { ...keyOf(key), ...asked, edits: edits as readonly Edit[] }))
}

/** Issues it, or a correction where readers have it already. Throws as `issueEdition` and `correctEdition` do. */
export async function issueOverApi(
  desk: Deciding,
  key: string,
  asked: Word & { readonly from: number },
): Promise<Told> {
  const issue = findIssued(desk, keyOf(key)) ? correctEdition : issueEdition
  return tellVersion(await issue(desk, { ...keyOf(key), ...asked }))
}

function keyOf(key: string): EditionKey {
  const { week, watch } = parseEditionKey(key)
  return { week, ...(watch !== undefined && { watch }) }
}
