// Pages a second on two cores: real pages where they lie beside the project, made ones everywhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openExtractor } from '../src/extract/open-extractor.ts'
import { asId } from '../src/model/id.ts'
import { makeTexts } from './make-texts.ts'
import { median, timed } from './measure.ts'

const CORES = 2
const RUNS = 5
const PAGES = join(import.meta.dirname, '..', '..', 'shared', 'corpora', 'articles', 'pages')

const made = makeTexts(300).map(({ html }) => new TextEncoder().encode(html))
await measure('made pages', made)
if (existsSync(PAGES)) {
  const pages = readdirSync(PAGES).map((file) => gunzipSync(readFileSync(join(PAGES, file))))
  await measure('real pages', pages)
} else console.log(`real pages: skipped, ${PAGES} is not here`)

/** Each core has an extractor of its own, as the desk's workers have. */
async function measure(what: string, pages: readonly Uint8Array[]): Promise<void> {
  const extractors = Array.from({ length: CORES }, () => openExtractor())
  const all = (): Promise<unknown> =>
    Promise.all(
      pages.map((bytes, index) =>
        extractors[index % CORES]?.extract({ bytes, mediaType: 'text/html', capture: asId(`page ${index}`) }),
      ),
    )
  await all() // loads the parsers
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) times.push(await timed(all))
  await Promise.all(extractors.map((extractor) => extractor.close()))
  const kib = pages.reduce((sum, { length }) => sum + length, 0) / pages.length / 1024
  const rate = (ms: number): string => ((pages.length * 1000) / ms).toFixed(0)
  console.log(
    `${what} (${pages.length} of ${kib.toFixed(0)} KiB) on ${CORES} cores: median ${rate(median(times))} a second of ${RUNS} runs, slowest ${rate(Math.max(...times))}`,
  )
}
