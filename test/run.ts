// Everything that `npm test` runs, one after the other, and one last line that counts it: "N passed, N failed".
// A glob that matches nothing and a test that ends the process early both leave node:test with status 0, so each run
// must also pass at least as many tests as its floor says.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Step {
  readonly name: string
  readonly command: readonly string[]
  readonly atLeast?: number // tests that must pass; left out: the step counts as one
}

const UNIT = ['--test', '--test-isolation=none', '--test-force-exit']

/** Steps of one group run two at a time, the longest first; the next group waits for all of them. */
const GROUPS: readonly (readonly Step[])[] = [
  [
    {
      name: 'unit tests: reading, linking',
      command: [...UNIT, 'src/{read,link,track}/**/*.test.ts', 'test/any-text.test.ts', 'test/ledger.test.ts'],
      atLeast: 300,
    },
    { name: 'unit tests: the desk', command: [...UNIT, 'src/desk/**/*.test.ts'], atLeast: 100 },
    {
      name: 'unit tests: the other rooms',
      command: [...UNIT, 'src/!(read|link|track|desk)/**/*.test.ts'],
      atLeast: 500,
    },
    { name: 'the house, and rooms together', command: [...UNIT, 'test/!(any-text|ledger).test.ts'], atLeast: 20 },
    { name: 'types', command: ['node_modules/typescript/bin/tsc', '-p', '.'] },
    { name: 'types of the client scripts', command: ['node_modules/typescript/bin/tsc', '-p', 'web'] },
    { name: 'lint and format', command: ['node_modules/@biomejs/biome/bin/biome', 'check'] },
    { name: 'dead code', command: ['node_modules/knip/bin/knip.js'] },
  ],
  [
    {
      name: 'the whole, as people use it',
      command: ['--test', '--test-timeout=240000', '--test-concurrency=5', 'test/*/**/*.test.ts'],
      atLeast: 50, // without the corpora, which are no part of this repository
    },
  ],
]

interface Result {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

// What many of the files and the processes that they start would each make anew: the desk of the sample, and scripts compiled.
const shared = mkdtempSync(join(tmpdir(), 'readout-tests-'))
process.on('exit', () => rmSync(shared, { recursive: true, force: true }))
process.env.NODE_COMPILE_CACHE = join(shared, 'compiled')
const sample = join(shared, 'sample')
const { status } = await spawned(['src/cli/main.ts', 'start', '--once', '--desk', sample], false)
if (status === 0) process.env.READOUT_TEST_SAMPLE = sample // else each makes its own, and what is wrong is told by a test

let passed = 0
let failed = 0
for (const group of GROUPS) {
  const waiting = [...group]
  const isAlone = group.length === 1
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await tell(step, isAlone)
  }
  await Promise.all([lane(), lane()])
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

// What runs beside another is printed when it is over, in one piece.
async function tell(step: Step, isAlone: boolean): Promise<void> {
  const started = process.hrtime.bigint()
  if (isAlone) console.log(`== ${step.name}`)
  const { result, output } = await run(step, isAlone)
  passed += result.passed
  failed += result.failed
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : ''
  if (!isAlone) process.stdout.write(`== ${step.name}\n${output}`)
  console.log(
    `== ${step.name}: ${result.passed} passed, ${result.failed} failed${skipped} in ${seconds.toFixed(1)} s\n`,
  )
}

async function run({ name, command, atLeast }: Step, isAlone: boolean): Promise<{ result: Result; output: string }> {
  const { status, output } = await spawned(command, isAlone)
  if (atLeast === undefined) {
    return { result: { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 }, output }
  }
  const count = (what: string): number => Number(new RegExp(`^ℹ ${what} (\\d+)$`, 'm').exec(output)?.[1] ?? 0)
  const result = { passed: count('pass'), failed: count('fail') + count('cancelled'), skipped: count('skipped') }
  if (result.passed < atLeast)
    console.log(`${name}: only ${result.passed} tests passed where at least ${atLeast} should`)
  const isShort = result.passed < atLeast || (status !== 0 && result.failed === 0)
  return { result: isShort ? { ...result, failed: result.failed + 1 } : result, output }
}

function spawned(command: readonly string[], isAlone: boolean): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (isAlone) process.stdout.write(text)
    })
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, output }))
  })
}
