// What it costs to tell on whose authority words rest: who is meant, through whose hands, when, and which act, on top of
// finding who said what. On the dev articles of PolNeAR where they lie beside the project, else on made-up reports.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { docFromText } from '../src/extract/doc-from-text.ts'
import type { Doc } from '../src/model/doc.ts'
import { asId } from '../src/model/id.ts'
import { chooseRelations } from '../src/read/choose-relations.ts'
import { findCues } from '../src/read/find-cues.ts'
import { findQuotations } from '../src/read/find-quotations.ts'
import { findRelations } from '../src/read/find-relations.ts'
import { loadReader } from '../src/read/load-reader.ts'
import { findByNetwork } from '../src/read/network/network.ts'
import { read } from '../src/read/read.ts'
import { makeScene } from '../src/read/scene.ts'
import { tokenise } from '../src/read/tokenise.ts'
import { makeTexts } from './make-texts.ts'
import { median } from './measure.ts'

const DOCUMENTS = 40
const RUNS = 5
const DEV = join(import.meta.dirname, '..', '..', 'shared', 'corpora', 'polnear', 'dev.jsonl.gz')

const reader = await loadReader()
const docs = (
  existsSync(DEV) ? articles() : makeTexts(DOCUMENTS).map(({ text }) => ({ text, date: '2031-03-06' }))
).map(({ text, date }, k) =>
  docFromText(text, { name: String(k), mediaType: 'text/plain', published: date }, asId(String(k))),
)

/** The reading up to its attributions' words: the same steps as the first half of `read`. */
async function find(doc: Doc): Promise<void> {
  const scene = makeScene(doc, tokenise(doc, reader.tagger), findQuotations(doc))
  const cues = findCues(scene)
  const scored = reader.network && (await findByNetwork(doc, reader.network))
  chooseRelations(scene, cues, findRelations(scene, cues), scored?.voiced)
}

/** Processor time of the work in milliseconds, which other processes on the machine disturb less than the clock. */
async function spent(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

for (const doc of docs) await read(doc, reader) // warm
let [before, after] = [0, 0]
for (const doc of docs) {
  const found: number[] = []
  const whole: number[] = []
  for (let run = 0; run < RUNS; run++) {
    found.push(await spent(() => find(doc)))
    whole.push(await spent(() => read(doc, reader)))
  }
  before += median(found)
  after += median(whole)
}
console.log(
  `${docs.length} reports${existsSync(DEV) ? ' of PolNeAR dev' : ', invented'}; processor time, each the median of ${RUNS} runs`,
)
console.log(`finding who said what: ${(before / docs.length).toFixed(1)} ms a report`)
console.log(`with whose authority it rests on: ${(after / docs.length).toFixed(1)} ms a report`)
console.log(`on top of finding: ${((100 * (after - before)) / before).toFixed(1)} %`)

function articles(): { text: string; date: string }[] {
  const lines = gunzipSync(readFileSync(DEV)).toString('utf8').split('\n').filter(Boolean)
  return lines.slice(0, DOCUMENTS).map((line) => JSON.parse(line) as { text: string; date: string })
}
