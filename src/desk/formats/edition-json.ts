// An edition as a JSON file, and such a file read again.

import type { Doc } from '../../model/doc.ts'
import type { EditionVersion } from '../../model/edition-version.ts'
import type { Instant } from '../../model/id.ts'
import { linesOf } from '../../publish/editing/open-parts.ts'
import { printedTitle } from '../../publish/formats/edition-head.ts'
import type { PrintedEdition } from '../../publish/formats/printed.ts'
import { editionFileSchema } from './edition-schema.ts'

export const SCHEMA_FILE = 'edition.schema.json'

/** The file. `schema`: where its schema lies, seen from it. */
export function writeEditionJson(printed: PrintedEdition, schema = SCHEMA_FILE): string {
  const { version, at, first, findDoc, findArchived } = printed
  const { edition, number, state, corrections, removals } = version
  const cited = new Set(linesOf(edition).flatMap(({ evidence }) => evidence.map(({ doc }) => doc)))
  const file = {
    $schema: schema,
    format: 'readout edition 1',
    title: printedTitle(printed),
    number,
    state,
    ...(first !== undefined && { issued: first }),
    ...(at !== undefined && { changed: at }),
    corrections,
    ...(removals && { removals }),
    edition,
    sources: [...cited].flatMap((id) => {
      const doc = findDoc(id)
      return doc ? [tellSource(doc, findArchived?.(id))] : []
    }),
  }
  return `${JSON.stringify(file, undefined, 2)}\n`
}

/** The version in such a file, or undefined where it is none. */
export function readEditionJson(
  text: string,
): { readonly version: EditionVersion; readonly at?: Instant; readonly first?: Instant } | undefined {
  const file = parse(text)
  if (!editionFileSchema.safeParse(file).success) return undefined
  // what the schema lets through has the shape of the model, but for ids, which are text there
  const { edition, number, state, title, corrections, removals, issued, changed } = file as FileOfVersion
  const version = {
    edition,
    number,
    state,
    ...(title !== undefined && { title }),
    corrections,
    ...(removals && { removals }),
  }
  return { version, ...(changed !== undefined && { at: changed }), ...(issued !== undefined && { first: issued }) }
}

type FileOfVersion = Omit<EditionVersion, 'before'> & { readonly issued?: Instant; readonly changed?: Instant }

function tellSource(
  { id, name, title, outlet, published, url }: Doc,
  archived: ReturnType<NonNullable<PrintedEdition['findArchived']>>,
) {
  return {
    doc: id,
    name,
    ...(title && { title }),
    ...(outlet && { outlet }),
    ...(published && { published }),
    ...(url && { url }),
    ...(archived && {
      capture: archived.capture,
      captured: archived.at,
      ...(archived.payload && { sha256: archived.payload }),
    }),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
