// `readout extract`: the readable text of one page or file, and what was left out of it.
import { extractFile } from '../desk/extract-file.ts'
import type { Doc } from '../model/doc.ts'
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
function extracted({ title, byline, outlet, published, language, text, blocks, removed }: Doc): object {
  return {
    title: title ?? null,
    byline: byline ?? null,
    outlet: outlet ?? null,
    published: published ?? null,
    language,
    text,
    blocks: blocks.map(({ kind, span }) => ({ kind, start: span.start, end: span.end })),
    removed,
  }
}

function described({ title, byline, outlet, published, language, text, removed }: Doc): string {
  const head = { title, byline, outlet: outlet ?? 'outlet unknown', published: published ?? 'undated', language }
  const known = Object.entries(head).filter(([, value]) => value !== undefined)
  const left = removed.map((piece) => `  ${piece.reason}: ${piece.text.replace(/\s+/g, ' ').slice(0, 60)}`)
  return [
    ...known.map(([name, value]) => `${`${name}:`.padEnd(11)}${value}`),
    '',
    text,
    ...(left.length > 0 ? ['', 'Left out:', ...left] : []),
  ].join('\n')
}
