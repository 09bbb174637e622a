// Everything that `npm test` runs, one after the other, and one last line that counts it: "N passed, N failed".
// A glob that matches nothing and a test that ends the process early both leave node:test with status 0, so each run
// must also pass at least as many tests as its floor says.
import { spawn } from 'node:child_process'

interface Step {
  readonly name: string
  readonly command: readonly string[]
  readonly atLeast?: number // tests that must pass; left out: the step counts as one
}

const STEPS: readonly Step[] = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'lint and format', command: ['node_modules/@biomejs/biome/bin/biome', 'check'] },
  { name: 'dead code', command: ['node_modules/knip/bin/knip.js'] },
  {
    name: 'unit tests and the house',
    command: ['--test', '--test-isolation=none', '--test-force-exit', 'src/**/*.test.ts', 'test/*.test.ts'],
    atLeast: 200,
  },
  {
    name: 'the whole, as people use it',
    command: ['--test', '--test-timeout=240000', '--test-concurrency=2', 'test/*/**/*.test.ts'],
    atLeast: 50, // without the corpora, which are no part of this repository
  },
]

interface Result {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

let passed = 0
let failed = 0
for (const step of STEPS) {
  const started = process.hrtime.bigint()
  console.log(`== ${step.name}`)
  const result = await run(step)
  passed += result.passed
  failed += result.failed
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : ''
  console.log(
    `== ${step.name}: ${result.passed} passed, ${result.failed} failed${skipped} in ${seconds.toFixed(1)} s\n`,
  )
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

async function run({ name, command, atLeast }: Step): Promise<Result> {
  const { status, output } = await spawned(command)
  if (atLeast === undefined) return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 }
  const count = (what: string): number => Number(new RegExp(`^ℹ ${what} (\\d+)$`, 'm').exec(output)?.[1] ?? 0)
  const result = { passed: count('pass'), failed: count('fail') + count('cancelled'), skipped: count('skipped') }
  if (result.passed < atLeast)
    console.log(`${name}: only ${result.passed} tests passed where at least ${atLeast} should`)
  const isShort = result.passed < atLeast || (status !== 0 && result.failed === 0)
  return isShort ? { ...result, failed: result.failed + 1 } : result
}

function spawned(command: readonly string[]): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      process.stdout.write(text)
    })
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, output }))
  })
}
