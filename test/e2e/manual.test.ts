// The README's examples, run one after the other on a new desk, do what the README shows: the same lines and fields,
// with ids, counts and confidences let go, which every better version moves. `npm run manual` writes them anew.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { codeBlocks, runExamples, shapeOf } from '../manual.ts'
import { makeFolder } from '../readout.ts'

const README = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8')

test('the examples of the README print what it says', async () => {
  const examples = codeBlocks(README).filter(({ isRun }) => isRun)
  assert.ok(examples.length >= 4, `only ${examples.length} examples are run`)
  const now = await runExamples(README, { cwd: makeFolder() })
  assert.equal(shapeOf(now), shapeOf(README), 'if the change is wanted: npm run manual')
})

test('an example that fails, or whose command does not exist, is no pass', async () => {
  const page = (command: string): string => `<!-- run -->\n\`\`\`console\n$ ${command}\nsome output\n\`\`\`\n`
  const cwd = makeFolder()
  for (const command of ['readout ledgr', 'readout ledger --desk nowhere', 'reedout ledger']) {
    await assert.rejects(runExamples(page(command), { cwd }), /ended with|is no example/, command)
  }
})

test('the shape of an example lets figures go and nothing else', () => {
  const shown =
    '2031-03-04\nad98f4ecfdb72bb39eea contested\n  1023 linked things\n{"range":[[21,30]],"confidence":0.97}'
  const moved = shown.replace('ad98f4ec', '00000000').replace('1023', '988').replace('0.97', '0.6')
  assert.equal(shapeOf(moved), shapeOf(shown))
  for (const [from, to] of [
    ['contested', 'denied'],
    ['[21,30]', '[21,31]'],
    ['03-04', '03-05'],
    ['linked', 'lost'],
  ]) {
    assert.notEqual(shapeOf(shown.replace(from ?? '', to ?? '')), shapeOf(shown), to)
  }
})
