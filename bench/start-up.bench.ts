// How long a person waits for `--help`, and for the ledger of a desk of 1,000 documents.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeTexts } from './make-texts.ts'
import { median, runReadout } from './measure.ts'

const DOCUMENTS = 1000
const RUNS = 11

const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'))
try {
  const file = join(folder, 'made.jsonl')
  const desk = join(folder, 'desk')
  writeFileSync(
    file,
    makeTexts(DOCUMENTS)
      .map(({ html: _, ...line }) => JSON.stringify(line))
      .join('\n'),
  )
  const { ms } = await runReadout(['add', file, '--desk', desk])
  console.log(
    `add of ${DOCUMENTS} documents: ${(ms / 1000).toFixed(1)} s, ${((DOCUMENTS * 1000) / ms).toFixed(0)} a second`,
  )
  await report('--help', ['--help'])
  await report(`ledger of ${DOCUMENTS} documents`, ['ledger', '--desk', desk])
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function report(what: string, args: readonly string[]): Promise<void> {
  await runReadout(args) // the first run writes the compile cache
  const times: number[] = []
  for (let i = 0; i < RUNS; i += 1) times.push((await runReadout(args)).ms)
  console.log(
    `${what}: median ${median(times).toFixed(0)} ms of ${RUNS} runs, slowest ${Math.max(...times).toFixed(0)} ms`,
  )
}
