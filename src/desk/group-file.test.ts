import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { groupStoriesIn } from './group-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-group-'))
after(() => rmSync(folder, { recursive: true }))

test('lines of one id, or of 1 and "1", are filed each by its own text', async () => {
  const levy = 'The envoy Ilse Marrow said the levy talks in Karsk would go on through the spring.'
  const dam = 'Engineers opened the sluices of the Ketter dam after a week of heavy rain upstream.'
  const lines = [
    { id: 1, text: levy },
    { id: '1', text: dam },
    { id: 'a', text: levy },
    { id: 'a', text: dam },
    { id: '1 0', text: 'A choir from Dornal sang old songs for a full hall on Friday evening.' },
  ]
  const path = join(folder, 'texts.jsonl')
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'))
  const stories: string[] = []
  for await (const made of groupStoriesIn(path)) if ('value' in made) stories.push(made.value.story)
  const [levyStory, damStory] = stories
  assert.deepEqual(stories.slice(0, 4), [levyStory, damStory, levyStory, damStory])
  assert.equal(new Set(stories).size, 3)
})
