import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Doc } from '../model/doc.ts'
import { isForeign, unreadBecause } from '../model/doc.ts'
import { asId } from '../model/id.ts'
import { loadReader } from './load-reader.ts'
import { read } from './read.ts'

const TEXT = '“La oferta está muerta”, dijo Corvin Hale. “The offer is dead,” Corvin Hale said.'
const docIn = (language: string): Doc => ({
  id: asId('d1'),
  capture: asId('c1'),
  madeBy: 'extract@0',
  name: 'karsk',
  text: TEXT,
  blocks: [{ kind: 'paragraph', span: { start: 0, end: TEXT.length } }],
  language,
  fields: [],
  removed: [],
})

test('in a doc of another language nothing is read, and a note says so', async () => {
  const reader = await loadReader()
  const { attributions, sentences, notes } = await read(docIn('es-MX'), reader)
  assert.deepEqual([attributions, sentences], [[], []])
  assert.deepEqual(notes, [{ rule: 'language', reason: 'not read: language (Spanish); Readout reads English' }])
  for (const language of ['en', 'en-GB', 'und']) {
    assert.ok((await read(docIn(language), reader)).attributions.length > 0, language)
  }
})

test('which tags are of another language', () => {
  for (const tag of ['de', 'ru-RU', 'zlm', 'enm']) assert.equal(isForeign({ language: tag }), true, tag)
  for (const tag of ['en', 'EN-us', 'und', '', '"><script>', 'english'])
    assert.equal(isForeign({ language: tag }), false, tag)
  assert.equal(unreadBecause({ language: 'de-aa-bb' }), 'not read: language (German); Readout reads English')
})
