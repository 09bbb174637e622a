// Documents per second in each room and in the whole, and the memory that a growing file takes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { docFromText } from '../src/extract/doc-from-text.ts'
import { openExtractor } from '../src/extract/open-extractor.ts'
import { link } from '../src/link/link.ts'
import type { MediaType } from '../src/model/capture.ts'
import { asId } from '../src/model/id.ts'
import type { ReadDoc } from '../src/model/ledger.ts'
import { loadReader } from '../src/read/load-reader.ts'
import { read } from '../src/read/read.ts'
import { track } from '../src/track/track.ts'
import { type MadeText, makeTexts } from './make-texts.ts'
import { runReadout, timed } from './measure.ts'

const DOCUMENTS = 300
const texts = makeTexts(DOCUMENTS)

await measureExtract('text/plain', ({ text }) => text)
await measureExtract('text/html', ({ html }) => html)
const docs = texts.map(({ id, text, title, outlet, published }) =>
  docFromText(text, { name: id, mediaType: 'text/plain', title, outlet, published }, asId(id)),
)
const reader = await loadReader()
const readDocs: ReadDoc[] = []
say(
  'read',
  await timed(async () => {
    for (const doc of docs) readDocs.push({ doc, reading: await read(doc, reader) })
  }),
)
let linked = link([])
say(
  'link',
  await timed(() => {
    linked = link(readDocs)
  }),
)
say('track', await timed(() => track(readDocs, linked)))
await measureWhole()

async function measureExtract(mediaType: MediaType, bodyOf: (text: MadeText) => string): Promise<void> {
  const extractor = openExtractor()
  const one = ({ id, ...text }: MadeText) =>
    extractor.extract({
      bytes: new TextEncoder().encode(bodyOf({ id, ...text })),
      mediaType,
      given: { name: id, mediaType },
      capture: asId(id),
    })
  const [first] = texts
  if (first) await one(first) // loads the parsers
  say(`extract ${mediaType}`, await timed(() => Promise.all(texts.map(one))))
  await extractor.close()
}

async function measureWhole(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'))
  try {
    const file = join(folder, 'made.jsonl')
    const write = (lines: readonly MadeText[]): void =>
      writeFileSync(file, lines.map(({ html: _, ...line }) => JSON.stringify(line)).join('\n'))
    write(texts)
    const { ms } = await runReadout(['add', file, '--desk', join(folder, 'desk')])
    say('the whole: add, from process start to end', ms)
    for (const times of [1, 4]) {
      write(Array.from({ length: times }, () => texts).flat())
      const { peakMiB } = await runReadout(['annotate', file])
      console.log(`annotate of ${DOCUMENTS * times} documents: at most ${peakMiB.toFixed(0)} MiB of memory`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function say(what: string, ms: number): void {
  console.log(`${what}: ${((DOCUMENTS * 1000) / ms).toFixed(0)} documents a second`)
}
