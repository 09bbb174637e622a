// The sample's two weeks as editions, letter for letter: as Markdown, and as JSON without what depends on when a desk was
// made. `READOUT_WRITE_GOLDEN=1 node --test test/golden/sample/editions.test.ts` writes them anew; the difference is to be read.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Desk } from '../../../src/desk/desk.ts'
import { composeEdition, printEdition } from '../../../src/desk/edition.ts'
import { makeFolder } from '../../readout.ts'
import { openSampleDesk } from '../../sample-desk.ts'

const folder = makeFolder()
let desk: Desk

before(async () => {
  desk = await openSampleDesk(join(folder, 'desk'))
})

after(() => desk.close())

for (const week of ['2031-W10', '2031-W11']) {
  test(`the edition of ${week} is as it was read and found good`, async () => {
    const composed = await composeEdition(desk, { week })
    compareWith(`edition-${week}.md`, withoutLog(printEdition(composed, 'md')))
    const { sections } = composed.edition
    const plain = sections.map(({ kind, items, note }) => ({
      kind,
      ...(note !== undefined && { note }),
      items: items.map(({ heading, answer, lines }) => ({
        ...(heading && { heading: heading.text }),
        ...(answer && { answer }),
        lines: lines.map(({ text, evidence, confidence }) => ({
          text,
          confidence: confidence === undefined ? null : Math.round(100 * confidence) / 100,
          evidence: evidence.map(({ doc, span, quote }) => ({
            report: composed.holdings.findDoc(doc)?.name,
            start: span.start,
            quote,
          })),
        })),
      })),
    }))
    compareWith(`edition-${week}.json`, `${JSON.stringify(plain, undefined, 1)}\n`)
  })
}

// The last line tells the log's entry and its digest, which hold the instants at which the reports came in.
function withoutLog(markdown: string): string {
  return markdown.replace(/up to entry \d+ of its log, `[0-9a-f]+`/, 'up to an entry of its log')
}

const SURE = /(?<=read at )\d+(?= %)|(?<="confidence": )[\d.]+/g
const NEAR = 0.05 // the arithmetic of another processor moves a confidence by a hundredth or two

function compareWith(name: string, printed: string): void {
  const path = join(import.meta.dirname, name)
  if (process.env.READOUT_WRITE_GOLDEN) writeFileSync(path, printed)
  const golden = readFileSync(path, 'utf8')
  const words = (text: string): string => text.replace(SURE, '#')
  assert.equal(words(printed), words(golden), `${name}: read the difference, and write it anew if it is right`)
  const sureIn = (text: string): number[] => (text.match(SURE) ?? []).map((one) => (+one > 1 ? +one / 100 : +one))
  const was = sureIn(golden)
  for (const [at, sure] of sureIn(printed).entries()) {
    assert.ok(Math.abs(sure - (was[at] ?? 0)) <= NEAR, `${name}: a confidence of ${was[at]} is ${sure} here`)
  }
}
