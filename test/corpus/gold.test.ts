// Who said what, against our own marking of texts of our own invention: the gold set that travels with the project.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { annotate } from '../../src/desk/annotate.ts'
import { loadReader } from '../../src/read/load-reader.ts'
import { type GoldItem, parseGold } from '../gold/parse-gold.ts'
import { scoreAttributions } from '../gold/score-attributions.ts'

const floors = (
  JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8')) as { gold: Record<string, number> }
).gold
const items = parseGold(readFileSync(join(import.meta.dirname, '..', 'gold', 'attributions.txt'), 'utf8'))

/** F1 in per cent by name, precision of whole usable ones, and how many items without an attribution stay without. */
async function score(): Promise<{ figures: Record<string, number>; invented: string[] }> {
  const reader = await loadReader()
  const read = await Promise.all(
    items.map(async (item) => {
      const { attributions } = await annotate(
        { id: item.name, text: item.text, published: undefined, outlet: undefined, title: undefined },
        reader,
      )
      return { item, text: item.text, gold: item.attributions, found: attributions }
    }),
  )
  const scored = scoreAttributions(read)
  const isBare = ({ attributions }: GoldItem): boolean => attributions.length === 0
  const bare = read.filter(({ item }) => isBare(item))
  const invented = bare.filter(({ found }) => found.length > 0).map(({ item }) => item.name)
  const figures = Object.fromEntries(Object.entries(scored).map(([name, { f1 }]) => [name, f1]))
  return {
    figures: {
      ...figures,
      'whole usable precision': scored['whole usable']?.precision ?? 0,
      'left alone': Math.round((1 - invented.length / bare.length) * 1000) / 10,
    },
    invented,
  }
}

test('attributions of the gold set stay above their floors', async (t) => {
  const { figures, invented } = await score()
  t.diagnostic(`${items.length} items; attributions found where there are none: ${invented.join(', ') || 'nowhere'}`)
  for (const [name, found] of Object.entries(figures))
    t.diagnostic(`${name}: ${found}, floor ${floors[name] ?? 'none'}`)
  for (const [name, floor] of Object.entries(floors))
    assert.ok((figures[name] ?? 0) >= floor, `${name} fell to ${figures[name]}, under its floor of ${floor}`)
})
