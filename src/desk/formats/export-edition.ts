// An edition in one of its forms that are a single text.

import { keyOf } from '../../publish/edition-title.ts'
import { writeButtondown } from '../../publish/formats/buttondown.ts'
import { writeGhost } from '../../publish/formats/ghost.ts'
import { writeListmonk } from '../../publish/formats/listmonk.ts'
import { renderNotedMarkdown } from '../../publish/formats/noted-markdown.ts'
import { renderPlainText } from '../../publish/formats/plain-text.ts'
import type { PrintedEdition } from '../../publish/formats/printed.ts'
import { renderSingleFile } from '../../publish/formats/single-file.ts'
import { SITE } from '../../publish/formats/site-links.ts'
import type { Desk } from '../desk.ts'
import { loadSettings } from '../load-settings.ts'
import { writeEditionJson } from './edition-json.ts'

export type ExportForm = 'html' | 'md' | 'txt' | 'json' | 'listmonk' | 'ghost' | 'buttondown'

export interface ExportOptions {
  readonly address?: string // where a site of editions is found
  readonly lists?: readonly number[] // of listmonk
}

/** The text of the edition in this form. */
export async function exportEdition(
  desk: Pick<Desk, 'dir' | 'now'>,
  printed: PrintedEdition,
  form: ExportForm,
  { address, lists = [] }: ExportOptions = {},
): Promise<string> {
  const path = SITE.edition(keyOf(printed.version.edition))
  const page = address === undefined ? undefined : new URL(path, address).href
  switch (form) {
    case 'html':
      return renderSingleFile(printed, (await loadSettings(desk.dir)).excerptCharacters)
    case 'md':
      return renderNotedMarkdown(printed)
    case 'txt':
      return renderPlainText(printed)
    case 'json':
      return writeEditionJson(printed)
    case 'listmonk':
      return writeListmonk(printed, lists, page)
    case 'ghost':
      return writeGhost(printed, desk.now(), page)
    case 'buttondown':
      return writeButtondown(printed, page)
  }
}
