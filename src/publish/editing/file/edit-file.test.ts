// The Markdown file both ways: what is written is read as it was, and edits of any kind come back as the same edits.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Edition } from '../../../model/edition.ts'
import { asId } from '../../../model/id.ts'
import { applyEdits, type Edited } from '../apply-edits.ts'
import { linesOf, ownLinesOf } from '../open-parts.ts'
import { anyEdited, anyEdits, anyWords, shown } from '../random-edition.contract.ts'
import { readFile, readHead } from './read-file.ts'
import { foldWords, readWords, writeWords } from './words.ts'
import { writeFile } from './write-file.ts'

const RUNS = Number(process.env.READOUT_TEST_EDITS ?? 60)

const noDocs = (): undefined => undefined
const editing = {
  by: 'Ada Orme',
  checkWording: () => [],
  lineOf: (id: string) => ({ id: asId<'line'>(id), text: `Statement ${id}.`, claims: [], evidence: EVIDENCE }),
}
const EVIDENCE = [{ doc: asId<'doc'>('d'), span: { start: 0, end: 5 }, quote: 'words' }] as const

test('words written into a file are read as they were', () => {
  fc.assert(
    fc.property(anyWords, (text) => assert.equal(readWords(writeWords(text)), text)),
    { numRuns: 1000 },
  )
})

test('a file that nobody changed asks for nothing', () => {
  fc.assert(
    fc.property(anyEdited, (edited) => {
      const file = writeFile({ ...edited, number: 3 }, noDocs)
      assert.deepEqual(readFile(file, edited), { edits: [], faults: [] }, file)
      assert.deepEqual(readHead(file), { key: '2031-W10', number: 3 })
    }),
    { numRuns: RUNS },
  )
})

test('line ends, a byte order mark, tabs, other bullets and smart punctuation change nothing', () => {
  fc.assert(
    fc.property(anyEdited, (edited) => {
      const file = writeFile({ ...edited, number: 3 }, noDocs)
      for (const odd of [
        `\uFEFF${file.replaceAll('\n', '\r\n')}`,
        file.replace(/^ {2}(?=\S)/gm, '\t'),
        file.replace(/^- /gm, '* '),
        file.replace(/^- /gm, '+   '),
        file.replace(/^\*(.*)\*$/gm, '_$1_').replace(/\n/g, ' \n'),
        file.replace(/(?<!<!)--(?!-)(?!>)/g, '--').replace(/’/g, "'"),
        file.replace(/\n\n(?=- )/g, '\n'),
      ]) {
        assert.deepEqual(readFile(odd, edited), { edits: [], faults: [] }, odd)
      }
    }),
    { numRuns: Math.ceil(RUNS / 3) },
  )
})

test('edits of any kind, made in the file, come back as edits that lead to the same', () => {
  fc.assert(
    fc.property(
      anyEdited.chain((edited) => fc.tuple(fc.constant(edited), anyEdits(edited))),
      ([before, edits]) => {
        const { edited } = applyEdits(before, edits, editing)
        const file = asTyped(writeFile({ ...edited, number: 3 }, noDocs), before, edited)
        const read = readFile(file, before)
        assert.deepEqual(read.faults, [], file)
        const again = applyEdits(before, read.edits, editing)
        assert.deepEqual(again.refused, [])
        assert.deepEqual(shown(again.edited), shown(edited), file)
      },
    ),
    { numRuns: RUNS },
  )
})

// As a person types it: own lines that are new are called so, and what is added is named by its statement.
function asTyped(file: string, before: Edited, edited: Edited): string {
  const known = new Set([...linesOf(before.edition), ...ownLinesOf(before.edition)].map(({ id }) => id))
  const own = ownLinesOf(edited.edition).filter(({ id }) => !known.has(id))
  const added = new Set(linesOf(edited.edition).flatMap(({ id }) => (known.has(id) ? [] : [String(id)])))
  return file
    .split('\n')
    .map((line) => {
      const marker = /(?<!\\)\{#([0-9a-f]+)\}$/.exec(line)?.[1]
      if (marker === undefined) return line
      if (own.some(({ id }) => id.startsWith(marker))) return line.replace(/\{#[0-9a-f]+\}$/, '{#new}')
      const statement = [...added].find((id) => id.startsWith(marker))
      return statement === undefined ? line : `${/^[-\s]*/.exec(line)?.[0] ?? ''}{+${statement}}`
    })
    .join('\n')
}

const EDITED: Edited = {
  edition: {
    id: asId<'edition'>('e'),
    week: '2031-W10',
    asOf: { number: 1, before: '0' },
    sections: [
      {
        kind: 'lead',
        items: [
          {
            heading: line('aaaaa11111', 'Envoy turns the dam offer down'),
            lines: [
              line('bbbbb22222', 'Envoy Ilse Marrow said the offer was “dead” (Meridian, 4 March 2031).'),
              line('ccccc33333', 'Corvin Hale declined to comment on it (Meridian, 4 March 2031).'),
            ],
          },
        ],
      },
      {
        kind: 'in other news',
        items: [
          { lines: [line('ddddd44444', 'Halvia will join the coalition in April (Port Sabel Times, 5 March 2031).')] },
        ],
        note: 'Two more matters stand in the ledger.',
      },
    ],
  } satisfies Edition,
}

function line(id: string, text: string) {
  return { id: asId<'line'>(id), text, claims: [], evidence: EVIDENCE }
}

const FILE = writeFile({ ...EDITED, number: 3 }, noDocs)

test('what a person does in the file is what is edited', () => {
  const edits = (file: string) => {
    const read = readFile(file, EDITED)
    assert.deepEqual(read.faults, [], file)
    return read.edits
  }
  assert.deepEqual(edits(FILE.replace(/^Corvin Hale.*\n\n/m, '')), [{ kind: 'drop', what: 'line', line: 'ccccc33333' }])
  assert.deepEqual(edits(FILE.replace('in April', 'this spring')), [
    {
      kind: 'reword',
      line: 'ddddd44444',
      text: 'Halvia will join the coalition this spring (Port Sabel Times, 5 March 2031).',
    },
  ])
  assert.deepEqual(edits(FILE.replace('Two more matters', 'Others')), [
    { kind: 'note', section: 'in other news', text: 'Others stand in the ledger.' },
  ])
  assert.deepEqual(edits(FILE.replace('# The week of 3 to 9 March 2031', '# A dam and its ports')), [
    { kind: 'title', text: 'A dam and its ports' },
  ])
  const hale = /^Corvin Hale.*\n\n/m.exec(FILE)?.[0] ?? ''
  assert.deepEqual(edits(FILE.replace(hale, '').replace('## In other news\n\n', `## In other news\n\n- ${hale}`)), [
    { kind: 'move', what: 'line', line: 'ccccc33333', to: { section: 'in other news' } },
  ])
  assert.deepEqual(
    edits(FILE.replace(hale, `${hale}{+1f00d}\n\nWe shall come back to this.\n\n`)).map(({ kind }) => kind),
    ['add', 'own'],
  )
  assert.deepEqual(edits(FILE.replace(' {#ccccc}', '')), []) // the marker is gone, and the words are the same
  assert.deepEqual(edits(FILE.replace('“dead”', '"dead"').replace('Envoy Ilse', 'Envoy\nIlse')), [])
})

test('what cannot be understood is said by the number of its line, and nothing is asked for', () => {
  const faults = (file: string) => {
    const read = readFile(file, EDITED)
    assert.deepEqual(read.edits, [])
    return read.faults.map(({ line: at, reason }) => `${at}: ${reason}`)
  }
  const at = (words: string, file = FILE) => file.slice(0, file.indexOf(words)).split('\n').length
  assert.deepEqual(faults(FILE.slice(0, FILE.indexOf('## In other'))), [
    `${at('## In other')}: the mark that ends the edition is gone, so the rest of the file may be; nothing is dropped for it`,
  ])
  assert.match(String(faults(FILE.replace('{#bbbbb}', '{#ccccc}'))), /its line stands at line \d+ of the file already/)
  assert.match(
    String(faults(FILE.replace('{#bbbbb}', '{#bbb'))),
    new RegExp(`^${at('Envoy Ilse')}: the marker \\{#bbb cannot be read`),
  )
  assert.match(String(faults(FILE.replace('{#bbbbb}', '{#eeeee}'))), /no line is called \{#eeeee\}/)
  assert.match(
    String(faults(FILE.replace('was “dead”', 'was gone').replace(' {#bbbbb}', ''))),
    /has no marker, and reads like the line \{#bbbbb222\}/,
  )
  assert.match(
    String(faults(FILE.replace('## In other news', '## Sport'))),
    /the edition has no section “Sport”; it has: The lead; In other news/,
  )
  assert.match(String(faults(FILE.replace('### Envoy', 'Envoy'))), /it heads an item: write ### before it/)
  assert.match(String(faults(FILE.replace('- Halvia', '### Halvia'))), /it is a line and heads nothing/)
  assert.match(String(faults(FILE.replace(' {#bbbbb}\n\n', ' {#bbbbb} '))), /two markers, \{#bbbbb\} and \{#ccccc\}/)
  assert.match(
    String(faults(FILE.replace('## The lead', 'A word before.\n\n## The lead'))),
    /stands before the first section/,
  )
  assert.match(
    String(faults(FILE.replace(/^Envoy.*\n\nCorvin.*\n\n/m, ''))),
    /a heading has no line of a report under it/,
  )
  assert.match(String(faults(FILE.replace('Envoy Ilse', '<!-- hm --> Envoy Ilse'))), /stands behind a comment/)
})

test('any file at all is read without an error', () => {
  const lines = fc.array(fc.oneof(fc.constantFrom(...FILE.split('\n')), fc.string(), anyWords), { maxLength: 30 })
  fc.assert(
    fc.property(lines, (file) => {
      const { edits, faults } = readFile(file.join('\n'), EDITED)
      if (faults.length > 0) assert.deepEqual(edits, [])
      else assert.deepEqual(applyEdits(EDITED, edits, editing).refused, [])
    }),
    { numRuns: RUNS * 4 },
  )
})

test('smart punctuation is folded, other words are not', () => {
  assert.equal(foldWords('“It’s over” -- he said...'), foldWords('"It\'s over" — he said…'))
  assert.notEqual(foldWords('not true'), foldWords('untrue'))
})
