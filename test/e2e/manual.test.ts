// The README's examples, run one after the other on a new desk, print what the README says. After a change that is
// wanted, `npm run manual` writes the new output into it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { codeBlocks, runExamples } from '../manual.ts'
import { makeFolder } from '../readout.ts'

test('the examples of the README print what it says', async () => {
  const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8')
  const examples = codeBlocks(readme).filter(({ isRun }) => isRun)
  assert.ok(examples.length >= 4, `only ${examples.length} examples are run`)
  const now = await runExamples(readme, { cwd: makeFolder() })
  assert.equal(steady(now), steady(readme), 'if the change is wanted: npm run manual')
})

/** The page without what every better linker changes: ids, and how many things were linked. */
function steady(page: string): string {
  return page.replace(/\b[0-9a-f]{20}\b/g, 'ID').replace(/\d+ linked things/, 'N linked things')
}
