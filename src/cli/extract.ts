// `readout extract`: the readable text of one page or file, and what was left out of it.
import { extractFile } from '../desk/extract-file.ts'
import { type Doc, unreadBecause } from '../model/doc.ts'
import { print, printJson } from './output.ts'

interface Options {
  readonly url?: string
  readonly json?: true
}

/** Prints the extracted report. */
export async function extract(path: string, { url, json }: Options): Promise<0> {
  const doc = await extractFile(path, url)
  if (json) await printJson(extracted(doc))
  else await print(described(doc))
  return 0
}

/** What is unknown is null here, so that every line has the same fields. */
function extracted(doc: Doc): object {
  const { title, byline, outlet, url, published, updated, language, fields, text, blocks, entries, cut, removed } = doc
  return {
    title: title ?? null,
    byline: byline ?? null,
    outlet: outlet ?? null,
    url: url ?? null,
    published: published ?? null,
    updated: updated ?? null,
    language,
    unread: unreadBecause(doc) ?? null,
    fields,
    text,
    blocks: blocks.map(({ kind, span }) => ({ kind, start: span.start, end: span.end })),
    entries: (entries ?? []).map(({ span, at, title: own }) => ({
      start: span.start,
      end: span.end,
      at: at ?? null,
      title: own ?? null,
    })),
    cut: cut ?? null,
    removed,
  }
}

function described(doc: Doc): string {
  const { title, byline, outlet, url, text, entries, cut, removed } = doc
  const head = {
    title,
    byline,
    outlet: outlet ?? 'outlet unknown',
    url,
    published: timeIn(doc, 'published') ?? 'undated',
    updated: timeIn(doc, 'updated'),
    language: [doc.language, unreadBecause(doc)].filter((words) => words !== undefined).join(', '),
    entries: entries && `${entries.length} of live coverage`,
    cut: cut && `the text is not the whole report: a ${cut.by} took the rest (${cut.sign})`,
  }
  const known = Object.entries(head).filter(([, value]) => value !== undefined)
  const left = removed.map((piece) => `  ${piece.reason}: ${piece.text.replace(/\s+/g, ' ').slice(0, 60)}`)
  return [
    ...known.map(([name, value]) => `${`${name}:`.padEnd(11)}${value}`),
    '',
    text,
    ...(left.length > 0 ? ['', 'Left out:', ...left] : []),
  ].join('\n')
}

/** "2031-05-03T14:05:00.000Z (zone not stated, taken as UTC)" */
function timeIn({ fields, ...doc }: Doc, name: 'published' | 'updated'): string | undefined {
  const field = fields.find((one) => one.name === name)
  return doc[name] && field?.zone === 'none' ? `${doc[name]} (zone not stated, taken as UTC)` : doc[name]
}
