// Forms that news takes on its way through wires, releases, transcripts and careless hands. Each text with what is
// found in it: source | cue | content, in the order of the cues; a paragraph a line.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWhole } from './read-text.contract.ts'

type Case = readonly [text: string, ...expected: string[]]

async function holds(cases: readonly Case[]): Promise<void> {
  for (const [text, ...expected] of cases) {
    const { shown } = await readWhole(text)
    assert.deepEqual(
      shown.map(({ source, cue, content }) => `${source} | ${cue} | ${content}`),
      expected,
      text,
    )
  }
}

test('headlines in capitals', () =>
  holds([
    ['KARSK DENIES ROLE IN FERRY FIRE', 'KARSK | DENIES | ROLE IN FERRY FIRE'],
    ['VELDANIA SAYS LAST CUSTOMS BOAT HAS LEFT', 'VELDANIA | SAYS | LAST CUSTOMS BOAT HAS LEFT'],
    ['LOCK WILL OPEN IN MAY, COMMISSION SAYS', 'COMMISSION | SAYS | LOCK WILL OPEN IN MAY'],
    ['OFFER DEAD, SAYS MARROW', 'MARROW | SAYS | OFFER DEAD'],
    ['MARROW TELLS COUNCIL OFFER IS DEAD', 'MARROW | TELLS | OFFER IS DEAD'],
    ['ROKE: NO TALKS UNDER FIRE', 'ROKE | : | NO TALKS UNDER FIRE'],
    ['“OFFER IS DEAD,” MARROW SAYS', 'MARROW | SAYS | “OFFER IS DEAD,”'],
    ['EXCLUSIVE: MARROW SAYS OFFER IS DEAD', 'MARROW | SAYS | OFFER IS DEAD'],
    ['KARSK REPORTEDLY MOVED BATTALIONS TO THE FORD', ' | REPORTEDLY | KARSK … MOVED BATTALIONS TO THE FORD'],
    ['LAST CUSTOMS BOAT LEAVES PORT SABEL'],
  ]))

test('headlines in title case', () =>
  holds([
    ['Karsk Denies Role in Ferry Fire', 'Karsk | Denies | Role in Ferry Fire'],
    ['Lock Will Open in May, Commission Says', 'Commission | Says | Lock Will Open in May'],
    ['Roke Warns Of Flood Below Upper Lock', 'Roke | Warns | Of Flood Below Upper Lock'],
    ['What the River Took, and What It Left'],
  ]))

test('a name in capitals is the one that bears it further down', async () => {
  const { shown } = await readWhole('MARROW SAYS OFFER IS DEAD\nEnvoy Ilse Marrow said that the offer was dead.')
  assert.deepEqual(
    shown.map(({ who }) => who),
    [['Ilse Marrow'], ['Ilse Marrow']],
  )
  const { shown: titled } = await readWhole('Roke Says Talks Are Dead\nAnselm Roke said that the talks were dead.')
  assert.deepEqual(
    titled.map(({ who }) => who),
    [['Anselm Roke'], ['Anselm Roke']],
  )
})

test('quotation marks of which one is missing, or that do not fit one another', () =>
  holds([
    ['"The offer is dead, Ilse Marrow said.', 'Ilse Marrow | said | "The offer is dead'],
    ['“The offer is dead, Ilse Marrow said.', 'Ilse Marrow | said | “The offer is dead'],
    ['The offer is dead,” Ilse Marrow said.', 'Ilse Marrow | said | The offer is dead,”'],
    ['The offer is dead," Ilse Marrow said.', 'Ilse Marrow | said | The offer is dead,"'],
    ['“The offer is dead," Ilse Marrow said.', 'Ilse Marrow | said | “The offer is dead,"'],
    ['”The offer is dead,” Ilse Marrow said.', 'Ilse Marrow | said | ”The offer is dead,”'],
    ['Ilse Marrow said: “The offer is dead.', 'Ilse Marrow | said | “The offer is dead'],
    [
      'Ilse Marrow said: "The offer is dead.\nThe talks went on. "Nobody called," Corvin Hale said.',
      'Ilse Marrow | said | "The offer is dead',
      'Corvin Hale | said | "Nobody called,"',
    ],
    ['“We waited.\nThen we left,” Ilse Marrow said.', 'Ilse Marrow | said | “We waited … Then we left,”'],
  ]))

test('marks of other traditions, single ones, and marks within marks', () =>
  holds([
    ['«The bridge is ours», declared Ilse Marrow.', 'Ilse Marrow | declared | «The bridge is ours»'],
    ['« The bridge is ours », Ilse Marrow said.', 'Ilse Marrow | said | « The bridge is ours »'],
    ['Ilse Marrow said: »We have read it.«', 'Ilse Marrow | said | »We have read it.«'],
    ['Ilse Marrow replied: „We have read it.“', 'Ilse Marrow | replied | „We have read it.“'],
    ['‚We have read it‘, Ilse Marrow said.', 'Ilse Marrow | said | ‚We have read it‘'],
    ['‘It isn’t ours,’ Ilse Marrow said. ‘It’s nobody’s.’', 'Ilse Marrow | said | ‘It isn’t ours,’ … ‘It’s nobody’s.’'],
    ["'It was a good treaty,' Ilse Marrow said.", "Ilse Marrow | said | 'It was a good treaty,'"],
    ['“I call it a “dead” offer,” Ilse Marrow said.', 'Ilse Marrow | said | “I call it a “dead” offer,”'],
    ['“I call it ‘the dead offer,’” Ilse Marrow said.', 'Ilse Marrow | said | “I call it ‘the dead offer,’”'],
    ['«I call it a “dead” offer», Ilse Marrow said.', 'Ilse Marrow | said | «I call it a “dead” offer»'],
    ['„I call it ‚dead‘“, Ilse Marrow said.', 'Ilse Marrow | said | „I call it ‚dead‘“'],
  ]))

test('names before and after the quotations of a press release', () =>
  holds([
    ['"We welcome the pact." -Commissioner Ilse Marrow', 'Commissioner Ilse Marrow | - | "We welcome the pact."'],
    ['“We welcome the pact.” — Commissioner Ilse Marrow', 'Commissioner Ilse Marrow | — | “We welcome the pact.”'],
    [
      '“Our engineers will be ready.”\n— Anselm Roke, Foreign Minister',
      'Anselm Roke, Foreign Minister | — | “Our engineers will be ready.”',
    ],
    [
      '“Our engineers are ready.\n“So is the lock.”\n— Anselm Roke, Foreign Minister',
      'Anselm Roke, Foreign Minister | — | “Our engineers are ready. … “So is the lock.”',
    ],
    ['The lock is open.\n— Runa Hald (@riverguard)', 'Runa Hald (@riverguard) | — | The lock is open.'],
    [
      'The lock opened in May.\nCommissioner Marrow: “We welcome the pact.” It was signed on Monday.',
      'Commissioner Marrow | : | “We welcome the pact.”',
    ],
    [
      'Anselm Roke, Foreign Minister: “We welcome the pact.”',
      'Anselm Roke, Foreign Minister | : | “We welcome the pact.”',
    ],
    ['The talks — a “dead letter” — went on.'],
    ['The “dead letter” — Orlenne'],
    ['The envoys left the hall.\n— Port Sabel'],
    ['Three things lay on the table: a map, a ruler and a revolver.'],
  ]))

test('a sentence that a break of paragraphs cuts in two', () =>
  holds([
    [
      'Ilse Marrow,\nthe Karskan envoy, said that the offer was dead.',
      'Ilse Marrow,\nthe Karskan envoy | said | that the offer was dead',
    ],
    [
      '“The offer is dead,” said Ilse Marrow,\nthe Karskan envoy.',
      'Ilse Marrow,\nthe Karskan envoy | said | “The offer is dead,”',
    ],
    ['“The offer is dead,”\nsaid Ilse Marrow.', 'Ilse Marrow | said | “The offer is dead,”'],
  ]))

test('a nickname is said by nobody, and nor is a word in scare quotes', () =>
  holds([
    ['Corvin “the Fox” Hale took his seat.'],
    ['Corvin "the Fox" Hale, who left early, said nothing.'],
    ['Corvin “the Fox” Hale said that the offer was dead.', 'Corvin “the Fox” Hale | said | that the offer was dead'],
    ['The “humanitarian” convoy carried mortars under its flour.'],
    ['Hale left the “peace” talks.'],
    ['The ‘quiet line’ ran through a brickworks.'],
  ]))

test('transcripts, by their labels', () =>
  holds([
    [
      'Q: Has the marshal been told?\nMR. ROKE: I am not going to read out our mail.',
      'Q | : | Has the marshal been told?',
      'MR. ROKE | : | I am not going to read out our mail',
    ],
    [
      'Q. Who fired?\nMS MARROW: We have two reports.\nYou may draw your own conclusions.\n(Laughter.)\nI am not paid to.\nQ Will you sail?\nMS MARROW: On Friday.',
      'Q | . | Who fired?',
      'MS MARROW | : | We have two reports … You may draw your own conclusions. … I am not paid to.',
      ' | Q | Will you sail?',
      'MS MARROW | : | On Friday',
    ],
    // who is asked whether it is so has not confirmed it
    [
      'Q: Can you confirm that Karsk has left?\nMR. ROKE: No.',
      'Q | : | Can you confirm that Karsk has left?',
      'MR. ROKE | : | No.',
    ],
    ['Q: What now? ROKE: We wait.', 'Q | : | What now?', 'ROKE | : | We wait'],
    [
      'Roke: The map is wrong.\nMarrow: It is yours.\nRoke: Then it is right.',
      'Roke | : | The map is wrong',
      'Marrow | : | It is yours',
      'Roke | : | Then it is right',
    ],
    [
      'The two met at noon.\nROKE: The map is wrong.\nMARROW: It is yours.\nThey left by separate doors.',
      'ROKE | : | The map is wrong',
      'MARROW | : | It is yours',
    ],
    ['The votes are counted.\nKarsk: 14 seats\nVeldania: 9 seats\nKarsk: 2 votes'],
    ['BREAKING: The upper lock is closed.'],
  ]))
