import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from './read-text.contract.ts'

/** By attribution: whose chain it is, and of which group, by the chain's name. */
async function groupsIn(text: string): Promise<(string | undefined)[][]> {
  const { shown, reading } = await readText(text)
  const nameOf = (id: string | undefined): string | undefined => reading.chains.find((chain) => chain.id === id)?.name
  return shown.map(({ attribution: { source } }) =>
    source.kind === 'anonymous' ? [source.who[0], nameOf(source.among)] : [],
  )
}

test('a second source is not the first one, and of no group', async () => {
  const [first, second] = await groupsIn(
    'A Veldanian source told Radio Karsk that the draft was long. A second Veldanian source said that it was short.',
  )
  assert.notEqual(first?.[0], second?.[0])
  assert.deepEqual([first?.[1], second?.[1]], [undefined, undefined])
})

test('the sources are those who spoke unnamed before, and one of them is of their group', async () => {
  for (const group of ['Three Veldanian sources', 'Three Veldanian officials']) {
    const [three, one, all] = await groupsIn(
      `${group} said that the draft was long. One of the sources said that it was dull. The sources said that it was final.`,
    )
    const name = group.replace('Three ', '')
    assert.equal(one?.[1], name)
    assert.notEqual(one?.[0], three?.[0])
    assert.equal(all?.[0], three?.[0])
  }
})

test('a second source of three is one of them; a third one of two is not', async () => {
  const [, second] = await groupsIn(
    'Three Veldanian sources said that the draft was long. A second source said that it was dull.',
  )
  assert.equal(second?.[1], 'Veldanian sources')
  const [, third] = await groupsIn('Two diplomats said that it was late. A third diplomat said that it was early.')
  assert.equal(third?.[1], undefined)
})

test('"she" between two women is undecided, with a note, and neither of them', async () => {
  for (const text of [
    'Ilse Marrow met Runa Hald in Orlenne. She said that the talks went on.',
    'Runa Hald and Ilse Marrow met. “It is late,” she said.',
  ]) {
    const { shown, reading } = await readText(text)
    const who = shown.flatMap((one) => one.who)
    assert.ok(!who.includes('Ilse Marrow') && !who.includes('Runa Hald'), `${text} -> ${who}`)
    assert.deepEqual(
      reading.notes.map(({ rule }) => rule),
      ['source-unresolved'],
    )
  }
})

test('"she" is decided where the text has called one of two so, or one of them has just spoken', async () => {
  const { shown } = await readText('Mr. Anselm Roke met Ms. Ilse Marrow. She said that it was late.')
  assert.deepEqual(shown[0]?.who, ['Ilse Marrow'])
  const { shown: spoken } = await readText('Ilse Marrow said that Runa Hald had left. She said that it was late.')
  assert.deepEqual(spoken[1]?.who, ['Ilse Marrow'])
})
