// An edition's own words as a page has them. What is the same for all its readers is printed once: a version changes by a removal
// alone, and what is composed is another value when it is composed anew.

import { findRemoved } from '../../archive/removals.ts'
import type { Edition } from '../../model/edition.ts'
import type { EditionVersion } from '../../model/edition-version.ts'
import { keepLast } from '../../model/keep-last.ts'
import { type Html, html } from '../../publish/html.ts'
import { serverLinks as links } from '../../publish/links.ts'
import type { EditionPlace } from '../../publish/pages/edition-address.ts'
import { renderCorrected, renderCorrections, renderRemovals } from '../../publish/pages/edition-read.ts'
import { renderEditionBody } from '../../publish/render-html.ts'
import type { Desk } from '../desk.ts'
import { openDocsOfVersion } from '../editions/docs-of-version.ts'
import { openVersion } from '../editions/find-edition.ts'
import type { ShownEdition } from './edition-read.ts'
import { placeOf } from './edition-versions.ts'

/** What an edition prints, and how it is headed. */
export interface PrintedEdition extends EditionPlace {
  readonly title?: string
  readonly body: Html
}

const KEPT = 12 // versions

/** The printer of a desk, which remembers what it printed. */
export function openPrinter(desk: Pick<Desk, 'store'>): (shown: ShownEdition) => PrintedEdition {
  const composed = new WeakMap<Edition, PrintedEdition>()
  const kept = new Map<string, PrintedEdition>()
  return ({ key, version, composed: open }) => {
    if (open) {
      const { edition, findDoc } = open
      const known = composed.get(edition) ?? { ...placeOf(edition), body: renderEditionBody(edition, links, findDoc) }
      composed.set(edition, known)
      return known
    }
    const { number, digest = '' } = version?.ref ?? {}
    const state = findRemoved(desk.store, 'version', digest)?.becomes ?? digest // struck since, it is printed otherwise
    const known = kept.get(state) ?? printVersion(desk, openVersion(desk, key, number).version)
    return keepLast(kept, { key: state, value: known, most: KEPT })
  }
}

function printVersion(desk: Pick<Desk, 'store'>, version: EditionVersion): PrintedEdition {
  const { edition, title, corrections } = version
  const body = renderEditionBody(edition, links, openDocsOfVersion(desk, version), {
    ...(title !== undefined && { title }),
    head: html`${renderRemovals(version)}${renderCorrections(corrections)}`,
    line: (id) => renderCorrected(id, corrections),
  })
  return { ...placeOf(edition), ...(title !== undefined && { title }), body }
}
