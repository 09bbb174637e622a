// Versions of editions in the words of the terminal.
import type { CheckedVersion } from '../desk/editions/check-edition-version.ts'
import type { EditionKey, WholeVersion } from '../desk/editions/find-edition.ts'
import type { Leaning } from '../desk/editions/list-leaning.ts'
import type { Edit } from '../model/edit.ts'
import type { Line } from '../model/edition.ts'
import { editionKey } from '../model/edition-key.ts'
import type { EditionState } from '../model/edition-version.ts'

const STATES: Readonly<Record<EditionState, string>> = { draft: 'draft', issued: 'issued', corrected: 'corrected' }

/** "kept version 3 of edition 2031-W10 (draft)", and what a correction says. */
export function writeKept({ ref, version }: WholeVersion): string {
  const newest = version.corrections.at(-1)?.at
  const own = ref.state === 'corrected' ? version.corrections.filter(({ at }) => at === newest) : []
  return [
    `kept version ${ref.number} of edition ${editionKey(ref)} (${STATES[ref.state]})`,
    ...own.map(({ was, now, why }) => `  ${change(was, now)} (${why})`),
  ].join('\n')
}

/** One line an edit. */
export function writeEdits(edits: readonly Edit[]): string {
  return edits.map((edit) => `  ${tell(edit)}`).join('\n')
}

function tell(edit: Edit): string {
  switch (edit.kind) {
    case 'move':
      return `move the ${edit.what} ${mark(edit.line)}${typeof edit.to === 'string' ? ` ${edit.to}` : 'section' in edit.to ? ` to “${edit.to.section}”` : ''}`
    case 'drop':
      return `drop the ${edit.what} ${mark(edit.line)}`
    case 'add':
      return `add the line of the statement ${edit.attribution}`
    case 'reword':
      return `reword ${mark(edit.line)}: ${edit.text}`
    case 'accept':
      return `accept ${mark(edit.line)}: ${edit.why}`
    case 'own':
      return `add a line of your own: ${edit.text}`
    case 'title':
      return edit.text === undefined ? 'take the title away' : `title: ${edit.text}`
    case 'note':
      return `${edit.text === undefined ? 'take the note away' : `note: ${edit.text}`} (in “${edit.section}”)`
  }
}

/** What was found, and whether it may be issued. */
export function writeChecked({ ref }: WholeVersion, found: CheckedVersion): string {
  const { lines, broken, missing, accepted, reworded, own, turned } = found
  return [
    `version ${ref.number} of edition ${editionKey(ref)}: ${lines} lines, ${reworded.length} of them reworded, ${own.length} of an editor’s own`,
    ...broken.map(({ line, reason }) => `  broken ${mark(line.id)} ${line.text}\n    ${reason}`),
    ...missing.map((line) => `  not borne out ${mark(line.id)} ${line.text}\n${misses(line)}`),
    ...accepted.map(
      (line) => `  accepted ${mark(line.id)} by ${line.reworded?.accepted?.by}: ${line.reworded?.accepted?.why}`,
    ),
    ...own.map((line) => `  own ${mark(line.id)} by ${line.by}: ${line.text}`),
    ...turned.map(({ wording, was, now }) => `  turned since: “${wording}”, ${was} then, ${now ?? 'in no report'} now`),
    broken.length + missing.length > 0 ? 'it may not be issued' : 'it may be issued',
  ].join('\n')
}

function misses({ reworded }: Line): string {
  const all = reworded?.misses ?? []
  return all
    .map(({ kind, words, span }) => `    ${kind}: “${words}” ${span ? 'is not in its evidence' : 'is lacking'}`)
    .join('\n')
}

/** One line a version, its corrections under it. */
export function writeKeptVersions(key: EditionKey, versions: readonly WholeVersion[]): string {
  if (versions.length === 0) return `no version of edition ${editionKey(key)} is kept`
  let told = 0 // corrections, each under the version that brought it
  return versions
    .flatMap(({ ref, by, at, why, version }) => {
      const fresh = version.corrections.slice(told)
      told = Math.max(told, version.corrections.length)
      const head = `${ref.number}  ${STATES[ref.state].padEnd(9)}  ${at.slice(0, 16).replace('T', ' ')}  ${by}${why ? `: ${why}` : ''}`
      return [head, ...fresh.map(({ was, now, why: reason }) => `     ${change(was, now)} (${reason})`)]
    })
    .join('\n')
}

/** Each line with what changed under it. */
export function writeLeaning(leaning: readonly Leaning[]): string {
  if (leaning.length === 0) return 'nothing has changed under the lines of issued editions'
  return leaning
    .map(({ week, watch, line, text, told, since }) => {
      const edition = editionKey({ week, ...(watch && { watch: watch.id }) })
      return `${edition} ${mark(line)} ${text}\n  ${told}${since ? `, ${since.slice(0, 10)}` : ''}`
    })
    .join('\n')
}

function change(was: string | undefined, now: string | undefined): string {
  if (was === undefined) return `put in: ${now ?? ''}`
  return now === undefined ? `taken out: ${was}` : `was: ${was} / now: ${now}`
}

function mark(id: string): string {
  return `{#${id.slice(0, 5)}}`
}
