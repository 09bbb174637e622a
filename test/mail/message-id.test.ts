// A message made again is known as the same; that of another desk of the same house, of the same week to the same reader, as another.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { buildEml } from '../../src/desk/mailing/mail-edition.ts'
import { makeFolder } from '../readout.ts'
import { openIssuedDesk, WEEK } from './issued-desk.ts'

const folder = makeFolder()

test('the id of a message is that of its desk, and the same each time', async () => {
  const ids = new Set<string>()
  for (const minute of ['00', '01']) {
    const desk = await openIssuedDesk(join(folder, minute), {}, `2031-03-08T12:${minute}:00.000Z`)
    const build = async (to: string): Promise<string> => {
      const bytes = await buildEml(desk, { week: WEEK, kind: 'edition' }, to)
      return /^message-id: *(\S+)/im.exec(bytes.toString())?.[1] ?? assert.fail('a message without an id')
    }
    const id = await build('ivo@reader.example')
    assert.equal(await build('ivo@reader.example'), id)
    assert.notEqual(await build('una@reader.example'), id)
    ids.add(id)
    await desk.close()
  }
  assert.equal(ids.size, 2)
})
