// What a form of the editing page asks for, as edits; and where the page is to be when it comes again: at the line that was changed.
import type { Edit } from '../model/edit.ts'
import type { Edition, SectionKind } from '../model/edition.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId, type Id } from '../model/id.ts'
import { linesOf } from '../publish/editing/open-parts.ts'
import { listPrintedLines } from '../publish/pages/edition-changes.ts'
import type { Deciding } from './decide.ts'
import { editEdition } from './editions/edit-edition.ts'
import { type EditionKey, openVersion, type WholeVersion } from './editions/find-edition.ts'
import { putBack } from './editions/put-back.ts'
import { restoreVersion } from './editions/restore-version.ts'

/** What a form sends. */
export interface SentEdit {
  readonly do:
    | 'up'
    | 'down'
    | 'move'
    | 'drop'
    | 'reword'
    | 'ruled'
    | 'accept'
    | 'own'
    | 'add'
    | 'title'
    | 'put back'
    | 'undo'
  readonly seen: number // the version that was looked at
  readonly line?: string
  readonly what?: 'item' | 'line'
  readonly to?: string // a section; of an undoing the version
  readonly after?: string // of an own line: the line after which it stands
  readonly said?: string
  readonly text?: string
  readonly why?: string
  readonly q?: string // what was searched for: it goes along, so that the page has it again
}

/** The version that was kept, and the part of its page to come back to. */
export interface KeptEdit {
  readonly kept: WholeVersion
  readonly at: string // an id on the page
}

/** Keeps what was sent. Throws as `editEdition`, `restoreVersion` and `putBack` do. */
export async function keepEdit(desk: Deciding, key: EditionKey, sent: SentEdit, by: string): Promise<KeptEdit> {
  const before = openVersion(desk, key).version.edition
  const word = { ...key, by, from: sent.seen }
  const line = asId<'line'>(sent.line ?? '')
  const about = tell(sent, before)
  if (sent.do === 'undo') {
    const kept = await restoreVersion(desk, { ...word, to: Number(sent.to), why: about })
    return { kept, at: 'notice' }
  }
  const kept =
    sent.do === 'put back'
      ? await putBack(desk, { ...word, line, why: about })
      : await editEdition(desk, { ...word, edits: [editOf(sent, before)], why: about })
  return { kept, at: placeAfter(sent, before, kept.version.edition) }
}

function editOf(sent: SentEdit, edition: Edition): Edit {
  const { what = 'line', text = '' } = sent
  const line = asId<'line'>(sent.line ?? '')
  switch (sent.do) {
    case 'up':
    case 'down':
      return { kind: 'move', what, line, to: sent.do }
    case 'move':
      return { kind: 'move', what, line, to: { section: sectionOf(sent) } }
    case 'drop':
      return { kind: 'drop', what, line }
    case 'reword':
      return { kind: 'reword', line, text }
    case 'ruled':
      return { kind: 'reword', line, text: ruledOf(edition, line) }
    case 'accept':
      return { kind: 'accept', line, why: sent.why ?? '' }
    case 'own':
      return {
        kind: 'own',
        text,
        to: sent.after === undefined ? { section: sectionOf(sent) } : { after: asId<'line'>(sent.after) },
      }
    case 'add':
      return { kind: 'add', attribution: sent.said ?? '', to: { section: sectionOf(sent) } }
    case 'title':
      return { kind: 'title', ...(text.trim() !== '' && { text }) }
    case 'put back':
    case 'undo':
      throw new Error(`${sent.do} is no edit of lines`)
  }
}

// A section that the edition has not is refused where the edit is made.
function sectionOf({ to = '' }: SentEdit): SectionKind {
  return to as SectionKind
}

function ruledOf(edition: Edition, id: Id<'line'>): string {
  const reworded = linesOf(edition).find((line) => line.id === id)?.reworded
  if (reworded) return reworded.ruled
  throw new ReadoutError('EDIT_REFUSED', `the line ${id} has its ruled words already`)
}

/** What the version is kept for, in a few words, since a reason is not asked for at each press. */
function tell(sent: SentEdit, edition: Edition): string {
  const text = listPrintedLines(edition).find(({ id }) => id === sent.line)?.text
  const line = text === undefined ? '' : `: ${shorten(text)}`
  switch (sent.do) {
    case 'up':
    case 'down':
      return `moved ${sent.do}${line}`
    case 'move':
      return `moved to “${sent.to}”${line}`
    case 'drop':
      return `dropped${line}`
    case 'reword':
      return `reworded${line}`
    case 'ruled':
      return `back to the ruled words${line}`
    case 'accept':
      return `accepted, since ${sent.why}${line}`
    case 'own':
      return `a line of one’s own in “${sent.to}”`
    case 'add':
      return `added from the desk to “${sent.to}”`
    case 'title':
      return 'the title'
    case 'put back':
      return 'put back'
    case 'undo':
      return `back to version ${sent.to}`
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).replace(/\s+\S*$/, '')} …` : text
}

// Of what was dropped the line that now stands where it stood; of what was put in the line that was not there before.
function placeAfter(sent: SentEdit, before: Edition, after: Edition): string {
  const [was, is] = [listPrintedLines(before), listPrintedLines(after)]
  if (sent.do === 'title') return 'title'
  const old = new Set(was.map(({ id }) => id))
  const fresh = is.find(({ id }) => !old.has(id))
  if (fresh) return `line-${fresh.id}`
  if (is.some(({ id }) => id === sent.line)) return `line-${sent.line}`
  const left = new Set(is.map(({ id }) => id))
  const at = was.findIndex(({ id }) => id === sent.line)
  const next =
    was.slice(at + 1).find(({ id }) => left.has(id)) ?? was.slice(0, Math.max(at, 0)).findLast(({ id }) => left.has(id))
  return next ? `line-${next.id}` : 'check'
}
