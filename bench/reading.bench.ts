// The reader as its users run it: `annotate` over a thousand reports on all cores. Documents and words a second, whether
// the pace holds, the memory of all its processes together, the first result, and the network's share of the time.
// On the dev articles of PolNeAR where they lie beside the project, else on made-up reports of about the same length.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { gunzipSync } from 'node:zlib'
import { docFromText } from '../src/extract/doc-from-text.ts'
import { asId } from '../src/model/id.ts'
import { loadReader, type Reader } from '../src/read/load-reader.ts'
import { read } from '../src/read/read.ts'
import { makeTexts } from './make-texts.ts'
import { median, timed } from './measure.ts'

const DOCUMENTS = 1000
const DEV = join(import.meta.dirname, '..', '..', 'shared', 'corpora', 'polnear', 'dev.jsonl.gz')
const MAIN = join(import.meta.dirname, '..', 'src', 'cli', 'main.ts')
const MODEL = join(import.meta.dirname, '..', 'models', 'reader')

const texts = existsSync(DEV) ? articles() : invented()
const words = texts.map((text) => text.split(/\s+/).length)
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
console.log(
  `${texts.length} reports of ${Math.round(sum(words) / texts.length)} words${existsSync(DEV) ? ', PolNeAR dev over and over' : ', invented'}; ${availableParallelism()} cores`,
)

const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'))
try {
  const [one, all] = [join(folder, 'one.jsonl'), join(folder, 'all.jsonl')]
  writeFileSync(one, JSON.stringify({ id: 0, text: texts[0] }))
  writeFileSync(all, texts.map((text, id) => JSON.stringify({ id, text })).join('\n'))
  const firsts: number[] = []
  for (let run = 0; run < 5; run++) firsts.push((await annotate(one)).first)
  console.log(`first result: ${median(firsts).toFixed(0)} ms from the start of the process, median of 5`)
  const { at, peakMiB } = await annotate(all)
  const seconds = (at.at(-1) ?? 0) / 1000
  console.log(
    `annotate: ${(texts.length / seconds).toFixed(1)} documents a second, ${Math.round(sum(words) / seconds)} words a second, from start to end`,
  )
  const hundreds = at.flatMap((ms, k) => (k % 100 === 99 ? [100_000 / (ms - (at[k - 100] ?? 0))] : []))
  console.log(`each hundred: ${hundreds.map((pace) => pace.toFixed(1)).join(' ')} documents a second`)
  console.log(
    `memory of all processes together: at most ${peakMiB.toFixed(0)} MiB (pages that they share counted once)`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(`share of one core's time: ${await shares(texts.slice(0, 84))}`)
const sizes = readdirSync(MODEL).map((name) => statSync(join(MODEL, name)).size)
console.log(`files of the model: ${(sum(sizes) / 1e6).toFixed(1)} MB`)

function articles(): string[] {
  const lines = gunzipSync(readFileSync(DEV)).toString('utf8').split('\n').filter(Boolean)
  const read = lines.map((line) => (JSON.parse(line) as { text: string }).text)
  return Array.from({ length: DOCUMENTS }, (_, k) => read[k % read.length] ?? '')
}

function invented(): string[] {
  const made = makeTexts(DOCUMENTS).map(({ text }) => text)
  const repeats = Math.max(1, Math.round(815 / (sum(made.map((text) => text.split(/\s+/).length)) / made.length)))
  return made.map((_, k) => Array.from({ length: repeats }, (_, i) => made[(k + i) % made.length]).join('\n\n'))
}

/** When each line came, in milliseconds from the start, and the most memory that the processes held. */
function annotate(file: string): Promise<{ first: number; at: number[]; peakMiB: number }> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, [MAIN, 'annotate', file], { stdio: ['ignore', 'pipe', 'inherit'] })
    const at: number[] = []
    let peakMiB = 0
    const watch = setInterval(() => {
      peakMiB = Math.max(peakMiB, memoryOf(child.pid ?? 0))
    }, 250)
    createInterface(child.stdout).on('line', () => at.push(performance.now() - start))
    child.on('error', reject)
    child.on('close', (status) => {
      clearInterval(watch)
      if (status === 0) resolve({ first: at[0] ?? 0, at, peakMiB })
      else reject(new Error(`annotate ended with ${status}`))
    })
  })
}

/** The proportional set size of the process and its children in MiB; 0 where the system does not tell. */
function memoryOf(pid: number): number {
  try {
    const [, kibibytes] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? []
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    return Number(kibibytes ?? 0) / 1024 + sum(children.map((child) => memoryOf(Number(child))))
  } catch {
    return 0 // gone already, or not Linux
  }
}

/** What the encoder, the roles and the rest take of the reading of the texts. */
async function shares(some: readonly string[]): Promise<string> {
  const loaded = await loadReader()
  const spent = { encoder: 0, roles: 0 }
  const { network } = loaded
  if (!network) return 'no network'
  const watched: Reader = {
    ...loaded,
    network: {
      ...network,
      scoreWords: async (shown) => {
        let answer: Awaited<ReturnType<typeof network.scoreWords>> | undefined
        spent.encoder += await timed(async () => {
          answer = await network.scoreWords(shown)
        })
        return answer ?? network.scoreWords(shown)
      },
      scoreRoles: async (vectors, cues) => {
        let answer: Float32Array | undefined
        spent.roles += await timed(async () => {
          answer = await network.scoreRoles(vectors, cues)
        })
        return answer ?? network.scoreRoles(vectors, cues)
      },
    },
  }
  const docs = some.map((text, k) => docFromText(text, { name: String(k), mediaType: 'text/plain' }, asId(String(k))))
  const total = await timed(async () => {
    for (const doc of docs) await read(doc, watched)
  })
  const part = (ms: number): string => `${((100 * ms) / total).toFixed(0)} %`
  return `encoder ${part(spent.encoder)}, roles ${part(spent.roles)}, rules and all else ${part(total - spent.encoder - spent.roles)}; ${(total / docs.length).toFixed(0)} ms a document`
}
