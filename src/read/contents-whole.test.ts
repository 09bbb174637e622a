// What was said is neither less nor more than what its speaker said. All texts are our own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWhole } from './read-text.contract.ts'

/** The text; then of each attribution the act, the source and what was said. */
const SAID: readonly (readonly [text: string, ...attributions: string[]])[] = [
  // a quotation goes on behind an aside
  [
    '“This scheme is wrong,” Mayor Joan Tilden said, pointing to the report, “and you give comfort to thieves.”',
    'asserts | Mayor Joan Tilden | “This scheme is wrong,” … “and you give comfort to thieves.”',
    'asserts | Mayor Joan Tilden | the report',
  ],
  // the second of two clauses is somebody's, the first the writer's
  [
    'The strike killed nine people and, according to the ministry, wounded forty.',
    'asserts | the ministry | The strike … wounded forty',
  ],
  [
    'The firm closed two plants and, according to the union, dismissed ninety workers.',
    'asserts | the union | The firm … dismissed ninety workers',
  ],
  // a condition is told with what hangs on it
  [
    'President Ilse Marrow has told her cabinet that she will sign if the ports are opened on both banks of the Orle, two ministers said.',
    'asserts | President Ilse Marrow | that she will sign if the ports are opened on both banks of the Orle',
    'asserts | two ministers | President Ilse Marrow has told her cabinet that she will sign if the ports are opened on both banks of the Orle',
  ],
  [
    'Karsk’s navy denied having laid any mines since the accord began.',
    'denies | Karsk’s navy | having laid any mines since the accord began',
  ],
  // an aside is no label
  [
    'KARSK — not Tarn — broke the truce at Fenn Point, Foreign Minister Anselm Hale said.',
    'asserts | Foreign Minister Anselm Hale | KARSK — not Tarn — broke the truce at Fenn Point',
  ],
  // an entry of a live page; how a thing is done, which nobody says; what one waits to learn
  ['22:40 Karsk’s army says it shot down two drones.', 'asserts | Karsk’s army | it shot down two drones'],
  [
    'Colonel Pavo Drenn said all prisoners were treated according to the conventions.',
    'asserts | Colonel Pavo Drenn | all prisoners were treated according to the conventions',
  ],
  [
    'The pact broke the law according to law professor Dora Feld.',
    'asserts | law professor Dora Feld | The pact broke the law',
  ],
  ['Brissen insurers waited to learn whether the accord would be renewed.'],
  // what the teller adds is the teller's
  [
    'Ana Ferro said that Dale Orwin had confirmed the deal, calling it “a relief.”',
    'asserts | Ana Ferro | that Dale Orwin had confirmed the deal',
    'confirms | Dale Orwin | the deal',
    'asserts | Ana Ferro | it “a relief.”',
  ],
  // what the writer makes of it is nobody's
  [
    'A drone that crashed early on Wednesday was Karskan, Ilse Marrow said, in an incident that threatens to overshadow the talks.',
    'asserts | Ilse Marrow | A drone that crashed early on Wednesday was Karskan',
  ],
  [
    'A spokeswoman for the ministry, Cora Whitlow, denied it. “The minister has not resigned,” she said.',
    'denies | A spokeswoman for the ministry, Cora Whitlow | it',
    'asserts | she | “The minister has not resigned,”',
  ],
  // hearsay is told once, on nobody's word
  ['Ana Ferro reportedly denied the claim.', 'asserts |  | Ana Ferro … denied the claim'],
  // what others did within what is told
  [
    'Mr. Grant said owners had cheated the city by claiming the flats were empty.',
    'asserts | Mr. Grant | owners had cheated the city by claiming the flats were empty',
  ],
  [
    'Hale repeatedly accused Ralph Dunmore, who was born and raised in Karsk, of associating with Lee Oswin around the time of the killing.',
    'asserts | Hale | Ralph Dunmore … of associating with Lee Oswin around the time of the killing',
  ],
  // negated, and no support
  ['Dale Orwin is not on board with the compromise.', 'rejects | Dale Orwin | the compromise'],
  ['Ana Ferro does not support the plan.', 'rejects | Ana Ferro | the plan'],
  [
    'He met Dale Orwin and Ana Ferro, neither of whom denied the report.',
    'declines to comment | neither of whom | the report',
  ],
  ['The company has not said whether it will appeal.', 'declines to comment | The company | whether it will appeal'],
  ['The bank has yet to say how many jobs will go.', 'declines to comment | The bank | how many jobs will go'],
  [
    'Under pressure, Mr. Stark was forced to admit that no executives had been fired.',
    'confirms | Mr. Stark | that no executives had been fired',
  ],
  // a judgement on a matter is no denial
  ['“This is wrong,” Ana Ferro said of the new tariff.', 'asserts | Ana Ferro | “This is wrong,”'],
  ['“This is wrong,” Ana Ferro said of the report.', 'denies | Ana Ferro | “This is wrong,”'],
]

test('what was said is neither less nor more than that', async () => {
  for (const [text, ...attributions] of SAID) {
    const { shown } = await readWhole(text)
    assert.deepEqual(
      shown.map(({ source, content, attribution: { act } }) => `${act} | ${source} | ${content}`),
      attributions,
      text,
    )
  }
})

test('what looks like a deed, an aside or a firm denial of the contrary is read as what it is', async () => {
  const kept: readonly (readonly [text: string, ...attributions: string[]])[] = [
    ['Hale called for an election in May.', 'demands | Hale | an election in May'],
    ['Hale called an election a sham.', 'asserts | Hale | an election a sham'],
    ['Marrow allowed some of the money had been lost.', 'asserts | Marrow | some of the money had been lost'],
    [
      'Nine people died and, according to the navy, the ship sank within an hour.',
      'asserts | the navy | the ship sank within an hour',
    ],
    [
      '“We lost,” Hale said, referring to the slogan, “never again,” that Marrow coined.',
      'asserts | Hale | “We lost,”',
      'asserts | Hale | the slogan, “never again,” that Marrow coined',
    ],
    [
      '“The vote was not stolen. Any claims to the contrary are false,” Hale said.',
      'denies | Hale | “The vote was not stolen. Any claims to the contrary are false,”',
    ],
    ['“They are wrong,” Hale said of the critics.', 'denies | Hale | “They are wrong,”'],
    ['“No, I never took a bribe,” Hale yelled.', 'denies | Hale | “No, I never took a bribe,”'],
  ]
  for (const [text, ...attributions] of kept) {
    const { shown } = await readWhole(text)
    assert.deepEqual(
      shown.map(({ source, content, attribution: { act } }) => `${act} | ${source} | ${content}`),
      attributions,
      text,
    )
  }
})
