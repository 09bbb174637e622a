import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Vector } from '../model/vector.ts'
import { derive } from './derive.ts'
import type { Rooms } from './desk.ts'
import { openDesk } from './open-desk.ts'
import { rooms } from './rooms.ts'
import { handIn, standIn } from './stand-in.contract.ts'
import { takeIn } from './take-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-vectors-'))
after(() => rmSync(folder, { recursive: true }))

/** Rooms whose readings hold a head and no attributions, with an embedder that counts letters. */
function embedding(): Rooms & { readonly embedded: string[]; readonly seen: (Vector | undefined)[] } {
  const rooms = standIn()
  const embedded: string[] = []
  const seen: (Vector | undefined)[] = []
  return {
    ...rooms,
    embedded,
    seen,
    openReader: () => ({
      ...rooms.openReader(),
      embed(texts) {
        embedded.push(...texts)
        return Promise.resolve(texts.map(({ length }) => Int8Array.from([length])))
      },
    }),
    async loadLinker() {
      const openLinking = await rooms.loadLinker()
      return (from) => {
        const { vectorOf } = from
        const linking = openLinking(from)
        return {
          ...linking,
          take(...given) {
            seen.splice(0, seen.length, vectorOf?.('port'), vectorOf?.(' levy\n'), vectorOf?.('dam'))
            return linking.take(...given)
          },
        }
      }
    },
  }
}

test('each text is made a vector of once, with its reading, and linking finds it by its words', async () => {
  const rooms = embedding()
  const desk = await openDesk(join(folder, 'once'), { rooms })
  try {
    await takeIn(desk, handIn(['port shut', 'levy rose']), () => {})
    await derive(desk)
    assert.deepEqual(rooms.embedded.toSorted(), ['levy', 'levy rose', 'port', 'port shut'], 'heads and tops')
    await takeIn(desk, handIn(['port open']), () => {})
    await derive(desk)
    assert.deepEqual(rooms.embedded.slice(4), ['port open'], 'the head of the new report is known already')
    assert.deepEqual(rooms.seen, [Int8Array.from([4]), Int8Array.from([4]), undefined])
  } finally {
    await desk.close()
  }
})

test('reports are filed under stories by the vectors of their tops', async () => {
  const desk = await openDesk(join(folder, 'filed'), { rooms: { ...embedding(), loadLinker: rooms.loadLinker } })
  try {
    await takeIn(desk, handIn(['port shut']), () => {})
    await derive(desk)
    const [filed] = desk.store.plain.rows('select vector from derived.filed')
    assert.deepEqual(filed?.vector, Uint8Array.from(['port shut'.length]))
  } finally {
    await desk.close()
  }
})

test('what was read before there were vectors gets them before it is linked anew', async () => {
  const dir = join(folder, 'late')
  const plain = await openDesk(dir, { rooms: standIn() })
  await takeIn(plain, handIn(['port shut']), () => {})
  await derive(plain)
  await plain.close()
  const rooms = embedding()
  const desk = await openDesk(dir, { rooms: { ...rooms, makers: { ...rooms.makers, linker: 'link@2' } } })
  try {
    await derive(desk)
    assert.deepEqual(rooms.embedded, ['port', 'port shut'])
    assert.deepEqual(rooms.seen[0], Int8Array.from([4]))
  } finally {
    await desk.close()
  }
})
