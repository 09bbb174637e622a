// What the kill test kills: drafts, edits, issues and corrects editions without end, and tells each act once it is kept, on a line
// with the digest of what was kept. Arguments: the desk, a seed, and the editor's name.
import type { Desk } from '../../src/desk/desk.ts'
import { draftEdition } from '../../src/desk/editions/draft-edition.ts'
import { editEdition } from '../../src/desk/editions/edit-edition.ts'
import { type EditionKey, findNewest, type WholeVersion } from '../../src/desk/editions/find-edition.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import type { Edit } from '../../src/model/edit.ts'
import { editionKey } from '../../src/model/edition-key.ts'
import { ReadoutError } from '../../src/model/errors.ts'
import { linesOf } from '../../src/publish/editing/open-parts.ts'
import { randomFrom } from '../gold/draw-acts.ts'
import { EDITIONS, issueOrCorrect } from './issue-desk.ts'

const [dir = '', seed = '0', by = 'Ada Orme'] = process.argv.slice(2)
const random = randomFrom(Number(seed))
const desk = await openDesk(dir, { make: false })
process.stdout.write('begins\n')
for (let nth = 1; ; nth++) {
  const key = EDITIONS[Math.floor(random() * EDITIONS.length)] ?? { week: '' }
  try {
    const { ref, decision } = await act(desk, key, `${by} ${seed} ${nth}`)
    process.stdout.write(`kept ${editionKey(key)} ${ref.number} ${ref.state} ${ref.digest} ${decision}\n`)
  } catch (error) {
    // another editor was first: what such an error says, other tests try
    const isLate = error instanceof ReadoutError && ['EDITION_STALE', 'EDITION_REFUSED'].includes(error.code)
    if (!isLate) throw error
  }
}

async function act(own: Desk, key: EditionKey, why: string): Promise<WholeVersion> {
  const word = { ...key, by, why }
  const newest = findNewest(own, key)
  if (!newest) return await draftEdition(own, word)
  const edits = someEdits(newest, why)
  if (random() < 0.4) return await editEdition(own, { ...word, from: newest.ref.number, edits })
  return await issueOrCorrect(own, newest, edits, word)
}

// A line of one's own, so that something always changes, and sometimes another thing.
function someEdits({ version }: WholeVersion, name: string): Edit[] {
  const lines = linesOf(version.edition)
  const line = lines[Math.floor(random() * lines.length)]
  const section = version.edition.sections[0]?.kind ?? 'lead'
  const own: Edit = { kind: 'own', text: `We shall come back to this: ${name}.`, to: { section } }
  const chance = random()
  if (line && chance < 0.2) return [own, { kind: 'reword', line: line.id, text: `“${name}”, said somebody in Karsk.` }]
  if (chance < 0.4) return [own, { kind: 'title', text: name }]
  return [own]
}
