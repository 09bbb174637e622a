import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { derive } from './derive.ts'
import type { LedgerJson } from './ledger-json.ts'
import { writeLedgerJson } from './list-ledger.ts'
import { openDesk } from './open-desk.ts'
import { handIn, standIn } from './stand-in.contract.ts'
import { takeIn } from './take-in.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-ledger-'))
after(() => rmSync(root, { recursive: true, force: true }))

test('the ledger as JSON comes in pieces, one a report, and joined they are one object', async () => {
  const desk = await openDesk(join(root, 'desk'), { rooms: standIn() })
  const empty = await piecesOf(writeLedgerJson(desk))
  assert.deepEqual(JSON.parse(empty.join('')), { documents: [], ledger: [] })
  const names = Array.from({ length: 230 }, (_, i) => `report ${i} of the levy talks`)
  await takeIn(desk, handIn(names), () => {})
  await derive(desk)
  const pieces = await piecesOf(writeLedgerJson(desk))
  await desk.close()
  const { documents } = JSON.parse(pieces.join('')) as LedgerJson
  assert.deepEqual(
    documents.map(({ id }) => id),
    names.map((name) => name.replaceAll(' ', '-')),
  )
  assert.ok(pieces.every((piece) => piece.split('"mainText"').length <= 2))
})

async function piecesOf(stream: AsyncIterable<string>): Promise<string[]> {
  const pieces: string[] = []
  for await (const piece of stream) pieces.push(piece)
  return pieces
}
