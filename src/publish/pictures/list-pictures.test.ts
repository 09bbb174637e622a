import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Section } from '../../model/edition.ts'
import type { EditionPictures } from '../../model/edition-pictures.ts'
import { asId } from '../../model/id.ts'
import { checkFigure } from '../figure.contract.ts'
import type { Figure } from '../figure.ts'
import { renderSvgFile } from '../render-figure.ts'
import { listPictures } from './list-pictures.ts'
import { NARROW, WIDE } from './picture.ts'
import { randomPictures } from './random-pictures.contract.ts'
import { renderPictures } from './render-pictures.ts'

const evidence = [{ doc: asId<'doc'>('d'), span: { start: 0, end: 1 }, quote: 'x' }] as const
const line = { id: asId<'line'>('l'), text: 'x', claims: [asId<'claim'>('lead')], evidence }
const sections: readonly Section[] = [{ kind: 'lead', items: [{ lines: [line] }] }]
const SMALLEST = 12 // pixels: on a phone it may be shown by a tenth smaller

const NOTHING: EditionPictures = {
  claims: { days: [], rows: [], left: 0 },
  origins: [],
  voices: { speakers: [], hearers: [], flows: [], left: { speakers: 0, statements: 0 } },
  outlets: { rows: [], left: { outlets: 0, reports: 0 } },
}

test('whatever is drawn: no two boxes overlap, every line ends at a box, text fits, and is large enough on a phone', () => {
  let drawn = 0
  fc.assert(
    fc.property(randomPictures, (pictures) => {
      const listed = listPictures({ pictures, sections })
      for (const { wide, narrow } of listed) {
        checkFigure(wide)
        checkFigure(narrow)
        assert.ok(wide.width <= WIDE && narrow.width === NARROW)
        assert.ok(sizesIn(narrow).every((size) => size >= SMALLEST))
        drawn += 1
      }
      assert.deepEqual(listPictures(structuredClone({ pictures, sections })), listed)
    }),
    { seed: 53, numRuns: Number(process.env.READOUT_PICTURES ?? 60) },
  )
  assert.ok(drawn > 100, `only ${drawn} were drawn`)
})

test('each is told in sentences, in a table with as many cells a row as it has heads, and holds no markup of others', () => {
  fc.assert(
    fc.property(randomPictures, (pictures) => {
      for (const { name, sentences, table, wide } of listPictures({ pictures, sections })) {
        assert.ok(sentences.length > 0 && sentences.every((each) => /\.$/.test(each)), name)
        assert.ok(table.rows.every((row) => row.length === table.head.length))
        assert.doesNotMatch(renderSvgFile(wide), /<script|<image|<foreignObject|<a[ >]/i)
      }
      const page = renderPictures({ pictures, sections }).toString()
      assert.doesNotMatch(page, /<script/i)
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      assert.equal(new Set(ids).size, ids.length)
    }),
    { seed: 59, numRuns: 30 },
  )
})

test('what would show nothing is left out, and an edition without pictures has no section of them', () => {
  assert.deepEqual(listPictures({ pictures: NOTHING, sections }), [])
  assert.equal(renderPictures({ pictures: NOTHING, sections }).toString(), '')
  assert.equal(renderPictures({ sections }).toString(), '')
})

test('the origins are those of the matter that leads now, whichever led when the edition was composed', () => {
  const graphOf = (wording: string) => ({
    wording,
    origins: [],
    reports: [],
    unknown: [],
    doubts: [],
    atLeast: 0,
    atMost: 0,
  })
  const origins = [
    { claim: asId<'claim'>('first'), graph: graphOf('Karsk sold the Orle bridge') },
    { claim: asId<'claim'>('lead'), graph: graphOf('Veldania will leave the Ketter dam') },
  ]
  const [picture] = listPictures({ pictures: { ...NOTHING, origins }, sections })
  assert.match(picture?.narrow.title ?? '', /Ketter dam/)
})

function sizesIn({ boxes, edges }: Figure): number[] {
  return [...boxes.flatMap(({ lines }) => lines), ...edges.flatMap(({ label }) => label ?? [])].map(({ size }) => size)
}
