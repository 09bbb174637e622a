// Addresses of an edition over time: the edition as it is read, and the pages on which it is drafted, edited, compared and issued.
// In each it is named by its week, and that of a watch by both.
import type { Days } from '../../model/attribution.ts'
import type { EditionState } from '../../model/edition-version.ts'
import type { Instant } from '../../model/id.ts'
import type { WatchHead } from '../../model/watch.ts'
import { keyOf } from '../edition-title.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { csrfField, type Shell } from '../page.ts'
import { addressOf, type Query } from './address.ts'
import { renderMinute } from './time.ts'

/** Which edition, whatever its version. */
export interface EditionPlace {
  readonly week: string
  readonly watch?: WatchHead
  readonly days?: Days // absent: those of the week
}

/** A version of it as lists name it. */
export interface KeptVersion {
  readonly number: number
  readonly state: EditionState
  readonly by: string
  readonly at: Instant
  readonly why: string
}

type Part = 'draft' | 'edit' | 'issue' | 'versions'

/** The address of the edition or of one of its pages. */
export function editionAddress(place: EditionPlace, part?: Part, query: Query = {}): string {
  return addressOf(`/edition/${encodeURIComponent(keyOf(place))}${part === undefined ? '' : `/${part}`}`, query)
}

/** What every form about a version sends: which one was looked at. */
export function seenFields(seen: number, shell: Shell): Html {
  return html`${csrfField(shell)}<input type="hidden" name="seen" value="${seen}">`
}

/** The state as a word in a box, which differs by line and weight as well as by the word. */
export function renderState(state: EditionState | 'composed'): Html {
  return html`<span class="edition-state ${state}">${WORDS.editing.states[state]}</span>`
}

/** "version 3, kept by Ada Orme on …" */
export function renderKeptBy({ number, by, at }: Pick<KeptVersion, 'number' | 'by' | 'at'>): Html {
  const words = WORDS.editing
  return html`${words.version(number)}, ${words.keptBy} <bdi>${by}</bdi>, ${renderMinute(at)}`
}
