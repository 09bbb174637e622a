// Writes the output of the README's examples into it, as they print it now: `npm run manual`.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runExamples } from './manual.ts'

const README = join(import.meta.dirname, '..', 'README.md')
const cwd = mkdtempSync(join(tmpdir(), 'readout-manual-'))
try {
  writeFileSync(README, await runExamples(readFileSync(README, 'utf8'), { cwd }))
} finally {
  rmSync(cwd, { recursive: true })
}
