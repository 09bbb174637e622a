// The figures, printed and never asserted: `npm run bench`, or `npm run bench -- start-up` for some of them.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const wanted = process.argv.slice(2)
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.bench.ts'))
for (const file of files.sort()) {
  if (wanted.length > 0 && !wanted.some((word) => file.startsWith(word))) continue
  console.log(`== ${file.replace('.bench.ts', '')}`)
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file)], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
