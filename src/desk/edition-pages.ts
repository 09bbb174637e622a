// The pages of an edition over time, each whole: as readers see it, the list of all, the page on which it is edited, its versions, the
// page before it is issued, and what became of a form that was sent.
import { parseEditionKey } from '../model/edition-key.ts'
import { type ErrorCode, ReadoutError } from '../model/errors.ts'
import { html } from '../publish/html.ts'
import { WORDS } from '../publish/interface-words.ts'
import { serverLinks as links } from '../publish/links.ts'
import type { PageInParts, Shell } from '../publish/page.ts'
import { editionAddress } from '../publish/pages/edition-address.ts'
import { listLineChanges } from '../publish/pages/edition-changes.ts'
import { renderEditPage } from '../publish/pages/edition-edit.ts'
import type { EditProblem } from '../publish/pages/edition-edit-view.ts'
import { renderIssuePage } from '../publish/pages/edition-issue.ts'
import { renderLeaningPage } from '../publish/pages/edition-leaning.ts'
import { renderEditionList } from '../publish/pages/edition-list.ts'
import { renderEditionPage } from '../publish/pages/edition-read.ts'
import { renderVersionsPage } from '../publish/pages/edition-versions.ts'
import type { Deciding } from './decide.ts'
import { composeEdition } from './edition.ts'
import { keepEdit, type SentEdit } from './edition-edits.ts'
import { correctEdition } from './editions/correct-edition.ts'
import { type DraftKept, draftEdition } from './editions/draft-edition.ts'
import { type EditionKey, findIssued, openVersion } from './editions/find-edition.ts'
import { issueEdition } from './editions/issue-edition.ts'
import type { Word } from './editions/keep-version.ts'
import type { Editions, OpenEdition } from './open-editions.ts'
import { makeEditPage } from './views/edition-edit.ts'
import { makeIssueView } from './views/edition-issue.ts'
import { makeLeaning } from './views/edition-leaning.ts'
import { makeEditionList } from './views/edition-list.ts'
import { openPrinter } from './views/edition-printed.ts'
import { findShown } from './views/edition-read.ts'
import { asKept, makeVersionsView, placeOf } from './views/edition-versions.ts'

export type { SentEdit }

/** What became of a form: where it leads, or the page that says why it was not kept, with all that was sent. */
export type EditAnswer =
  | { readonly kind: 'kept'; readonly to: string }
  | { readonly kind: 'refused'; readonly status: 400 | 409 | 422; readonly html: string }

/** `version`: one of its versions; `kept`: that was kept just now, which the page says. */
export interface AskedVersion {
  readonly version?: number
  readonly kept?: number
}

/** `key`: a week, or that of a watch. Undefined: there is no such edition, or it is not for whoever asks. Throw WEEK_UNKNOWN. */
export interface EditionPages {
  read(key: string | undefined, asked: AskedVersion, shell?: Shell): Promise<PageInParts | undefined>
  list(shell?: Shell): Promise<string>
  leaning(shell: Shell): Promise<string>
  edit(
    key: string,
    asked: { readonly q?: string; readonly kept?: number; readonly left?: number },
    shell: Shell,
  ): Promise<string | undefined>
  versions(key: string, version: number | undefined, shell: Shell): Promise<string | undefined>
  issue(key: string, shell: Shell): Promise<string | undefined>
  draft(key: string, shell: Shell): Promise<EditAnswer>
  change(key: string, sent: SentEdit, shell: Shell): Promise<EditAnswer>
  keepIssued(key: string, sent: { readonly seen: number; readonly why: string }, shell: Shell): Promise<EditAnswer>
}

/** The pages as the desk stands at each call. `editions`: composed beside; left out, here and now. */
export function makeEditionPages(
  desk: Deciding,
  { editions }: { readonly editions?: Pick<Editions, 'find' | 'draft'> } = {},
): EditionPages {
  const compose = async (of: Partial<EditionKey>): Promise<OpenEdition> => {
    if (editions) return await editions.find(of)
    const { edition, holdings } = await composeEdition(desk, of)
    return { edition, findDoc: holdings.findDoc }
  }
  const print = openPrinter(desk)
  return {
    async read(key, { version, kept }, shell) {
      const of = key === undefined ? {} : keyOf(key)
      const shown = await findShown(desk, { compose, role: shell?.viewer.role ?? 'reader' }, of, version)
      if (!shown) return undefined
      const { version: own, newest, printed } = shown
      const { body, ...headed } = print(shown)
      const view = {
        ...headed,
        ...(own && { kept: asKept(own) }),
        ...(newest !== undefined && { newest }),
        ...(printed !== undefined && { printed }),
      }
      const isNew = kept !== undefined && kept === own?.ref.number && own.ref.state !== 'draft'
      const told = shell && isNew ? withNotice(shell, WORDS.editing.issued(kept)) : shell
      return renderEditionPage(view, body, links, told)
    },
    async list(shell) {
      return renderEditionList({ watches: await makeEditionList(desk) }, links, shell)
    },
    leaning: async (shell) => renderLeaningPage(await makeLeaning(desk), links, shell),
    edit: (key, { q, kept, left }, shell) =>
      ifThere(async () => {
        const page = await makeEditPage(desk, keyOf(key), q)
        const isNew = kept === page.kept.number
        return renderEditPage(page, links, isNew ? withNotice(shell, WORDS.editing.kept(kept, left)) : shell)
      }),
    versions: (key, version, shell) =>
      ifThere(async () => renderVersionsPage(makeVersionsView(desk, keyOf(key), version), links, shell)),
    issue: (key, shell) => ifThere(async () => renderIssuePage(await makeIssueView(desk, keyOf(key)), links, shell)),
    async draft(key, shell) {
      const word = { by: shell.viewer.name, why: 'drafted by the desk' }
      const of = keyOf(key)
      const { number, left } = editions ? await editions.draft(of, word) : await draftHere(desk, of, word)
      if (editions) desk.nudge?.()
      const { version } = openVersion(desk, of, number)
      return {
        kind: 'kept',
        to: editionAddress(placeOf(version.edition), 'edit', {
          kept: String(number),
          ...(left.length > 0 && { left: String(left.length) }),
        }),
      }
    },
    change: (key, sent, shell) => change(desk, keyOf(key), sent, shell),
    keepIssued: (key, sent, shell) => keepIssuedOf(desk, keyOf(key), sent, shell),
  }
}

async function draftHere(desk: Deciding, of: EditionKey, word: Word): Promise<DraftKept> {
  const { ref, left } = await draftEdition(desk, { ...of, ...word })
  return { number: ref.number, left }
}

function keyOf(key: string): EditionKey {
  const { week, watch } = parseEditionKey(key)
  return { week, ...(watch !== undefined && { watch }) }
}

async function ifThere(make: () => Promise<string>): Promise<string | undefined> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof ReadoutError && error.code === 'EDITION_UNKNOWN') return undefined
    throw error
  }
}

function withNotice(shell: Shell, words: string): Shell {
  return { ...shell, notice: html`<span>${words}</span>` }
}

const REFUSED: Readonly<Partial<Record<ErrorCode, 400 | 409 | 422>>> = {
  USAGE: 400,
  EDITION_STALE: 409,
  EDIT_REFUSED: 422,
  EDITION_REFUSED: 422,
}

async function change(desk: Deciding, key: EditionKey, sent: SentEdit, shell: Shell): Promise<EditAnswer> {
  try {
    const { kept, at } = await keepEdit(desk, key, sent, shell.viewer.name)
    const { edition, number } = kept.version
    const to = editionAddress(placeOf(edition), 'edit', { q: sent.q, kept: String(number) })
    return { kind: 'kept', to: `${to}#${at}` }
  } catch (error) {
    const status = error instanceof ReadoutError ? REFUSED[error.code] : undefined
    if (!(error instanceof ReadoutError) || status === undefined) throw error
    const page = await makeEditPage(desk, key, sent.q)
    const problem = problemOf(desk, key, { sent, error })
    return { kind: 'refused', status, html: renderEditPage({ ...page, problem }, links, shell) }
  }
}

function problemOf(
  desk: Deciding,
  key: EditionKey,
  { sent, error }: { readonly sent: SentEdit; readonly error: ReadoutError },
): EditProblem {
  const { seen, ...fields } = sent
  const about = {
    sent: Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    ),
  }
  if (error.code !== 'EDITION_STALE') return { ...about, kind: 'refused', message: error.message }
  const newest = openVersion(desk, key)
  const looked = seen < newest.ref.number ? openVersion(desk, key, seen) : newest
  return {
    ...about,
    kind: 'stale',
    now: asKept(newest),
    changes: listLineChanges(looked.version.edition, newest.version.edition),
  }
}

async function keepIssuedOf(
  desk: Deciding,
  key: EditionKey,
  { seen, why }: { readonly seen: number; readonly why: string },
  shell: Shell,
): Promise<EditAnswer> {
  try {
    const asked = { ...key, by: shell.viewer.name, why, from: seen }
    const { version } = await (findIssued(desk, key) ? correctEdition : issueEdition)(desk, asked)
    return { kind: 'kept', to: editionAddress(placeOf(version.edition), undefined, { kept: String(version.number) }) }
  } catch (error) {
    const status = error instanceof ReadoutError ? REFUSED[error.code] : undefined
    if (!(error instanceof ReadoutError) || status === undefined) throw error
    const view = await makeIssueView(desk, key)
    return { kind: 'refused', status, html: renderIssuePage({ ...view, why, refused: error.message }, links, shell) }
  }
}
