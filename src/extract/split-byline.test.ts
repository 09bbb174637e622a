import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitByline } from './split-byline.ts'

test('people, desks and bodies are told apart', () => {
  const bylines: readonly (readonly [string, string[], string[], string[]])[] = [
    ['By Ilse Marrow', ['Ilse Marrow'], [], []],
    ['By Ilse Marrow and Jon Holt, Meridian News Agency', ['Ilse Marrow', 'Jon Holt'], [], ['Meridian News Agency']],
    ['ILSE MARROW, AP Diplomatic Writer', ['ILSE MARROW'], [], ['AP']],
    ['By Reuters staff', [], [], ['Reuters']],
    ['The Associated Press', [], [], ['The Associated Press']],
    ['Ilse Marrow, KNA', ['Ilse Marrow'], [], ['KNA']],
    ['Ilse Marrow, PhD', ['Ilse Marrow'], [], []],
    ['World Desk', [], ['World Desk'], []],
    ['Harbour Post', [], ['Harbour Post'], []],
    ['Ilse Marrow for the Harbour Post', ['Ilse Marrow'], ['the Harbour Post'], []],
    ['Ilse Marrow Harbour Post', ['Ilse Marrow'], [], []],
    ['Jon Holt | Senior correspondent', ['Jon Holt'], [], []],
    ['by Jon Holt @jonholt May 3, 2031 at 9:24 pm ET • 2 min read', ['Jon Holt'], [], []],
    ['Ilse Marrow. Karsk International', ['Ilse Marrow'], [], ['Karsk International']],
    ['admin', [], [], []],
    ['', [], [], []],
  ]
  for (const [byline, people, desks, bodies] of bylines)
    assert.deepEqual(splitByline(byline, 'Harbour Post'), { people, desks, bodies }, byline)
})
