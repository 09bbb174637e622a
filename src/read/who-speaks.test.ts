// Who is meant by the words of a source, as the whole reader tells it. All texts are our own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWhole } from './read-text.contract.ts'

/** The text; then of each attribution who said it, with the kind. */
const SAID_BY: readonly (readonly [text: string, ...voices: string[]])[] = [
  // a surname within another name
  ['N. Korea test denounced.\nNorth Korea said the test was a success.', 'North Korean government, government'],
  ['Corvin Hale is the governor. Fort Hale denied the report on Monday.', 'Fort Hale, organisation'],
  ['Alderman Corvin Hale was there. Radio Hale said the ferry sank.', 'Radio Hale, outlet'],
  ['Corvin Hale spoke. Hale Industries denied it.', 'Hale Industries, organisation'],
  // kin bear the name, and the surname alone stays with whoever bore it first
  [
    'Ilse Marrow and her husband, Tobias Marrow, live in Brenn. Ilse Marrow is a senator. “I am staying,” Marrow said.',
    'Ilse Marrow, person',
  ],
  [
    'Corvin Hale would not back Bruno Tovan. Tovan had mocked his wife, Dora Hale, and his father, Ralph Hale.\n“I back nobody who mocks my wife,” Hale said in July.\n“That day it became personal,” he said.',
    'Corvin Hale, person',
    'Bruno Tovan, person',
    'Corvin Hale, person',
    'Corvin Hale, person',
  ],
  // a given name in two, and the family's before it
  [
    'Secretary Han Ki-sung condemned the test. “I count on the council,” Han told reporters.',
    'Han Ki-sung, person',
    'Han Ki-sung, person',
  ],
  // a given name that begins surnames elsewhere
  ['Ben Orrin said it was bad. He said rents rise.', 'Ben Orrin, person', 'Ben Orrin, person'],
  // the first of two has the surname of the second
  [
    'Josef and Marta Novak met the mayor. Mr. Novak said the plan was bad. Ms. Novak said it was good.',
    'Josef Novak, person',
    'Marta Novak, person',
  ],
  ['Tomas “Chico” Ferro carried a photo. “I cried,” he said.', 'Tomas “Chico” Ferro, person'],
  ['Helen Dalton came back. Former Secretary of State Dalton said the pact was bad.', 'Helen Dalton, person'],
  // whom the speaker's own words name, or who is told or asks, hardly speaks
  ['Dora Feld met Karla Benton. “It makes no sense that Secretary Benton is blamed,” she said.', 'Dora Feld, person'],
  ['Paul Kane asked Otto Brell about the road.\n“Nine feet,” he told Kane.', 'Paul Kane, person', 'Otto Brell, person'],
  [
    'Paul Kane asked Otto Brell how long the road was.\nHe said it was long.',
    'Paul Kane, person',
    'Otto Brell, person',
  ],
  // by whom: before who
  ['The plan was praised Friday by Senator Dora Feld, who said it would work.', 'Dora Feld, person'],
  // offices of one, and owners who are named behind
  ['Tobias Ellery, chairman and chief executive of Norland Rail, said it will open.', 'Tobias Ellery, person'],
  ['“I paid,” said Omar Faris, the nephew of the late king and a fellow investor.', 'Omar Faris, person'],
  ['Radio Norland President and Chief Executive Carl Simms said the talks failed.', 'Carl Simms, person'],
  ['Its owners, Ann Lowe and Mitch Calder, said the ban was wrong.', 'Ann Lowe, person + Mitch Calder, person'],
  // bodies by their names
  ['The Office of Roads and Rivers said the bridge is safe.', 'Office of Roads and Rivers, organisation'],
  ['The United Farm Workers said the strike will go on.', 'United Farm Workers, organisation'],
  ['KNRD-TV reported that the road was closed.', 'KNRD-TV, outlet'],
  ['The talks are off, according to the Karskan news agency KNA.', 'KNA, outlet'],
  ['State broadcaster Radio Askevar reported that the talks were off.', 'Radio Askevar, outlet'],
  // a name of one word, and a pronoun that tells whose
  ['Idris said he regretted the decision.', 'Idris, person'],
  // an interview: whoever was asked, where its opening tells, answers
  [
    'Q&A with Governor Tobias Brandt\nThe governor spoke with the Courier.\nQ: Will the tax rise?\nA: It is too high.',
    'reporter, anonymous',
    'Tobias Brandt, person',
  ],
  [
    'Ilse Marrow, the Karskan envoy, answered questions.\nQ. Was there an offer?\nA. There was one.',
    'reporter, anonymous',
    'Ilse Marrow, person',
  ],
  ['Ilse Marrow and Corvin Hale were there.\nQ. Was there an offer?\nA. There was one.', 'reporter, anonymous', ''],
  // who stands in the paragraph, and not in the headline above it
  [
    'Correction: Our report on the dam\nRadio Askevar has withdrawn its report that the dam was lost.',
    'Radio Askevar, outlet',
  ],
  // a campaign is not the candidate
  ['Senator Laura Finch spoke on Monday. The Finch campaign said the ad was false.', 'Finch campaign, organisation'],
  [
    'The Mercer administration denied that it had paid. President Alan Mercer was in Brenn.',
    'Mercer administration, government',
  ],
  // names of bodies are whole
  ['The Centre for Law and Order said crime had fallen.', 'Centre for Law and Order, organisation'],
  ['The Ministry of Health and Welfare said it was closed.', 'Ministry of Health and Welfare, government'],
  [
    'The Ministry of Defence and Ilse Marrow said it was closed.',
    'Ministry of Defence, government + Ilse Marrow, government',
  ],
  [
    'The Council of Ministers and Parliament said it was closed.',
    'Council of Ministers, government + Parliament, government',
  ],
  [
    'The nonpartisan Commission on River Debates says there was a problem. The commission says it will look into it.',
    'Commission on River Debates, organisation',
    'Commission on River Debates, organisation',
  ],
  ['Citizens for Fair Tolls said the bridge was lost.', 'Citizens for Fair Tolls, organisation'],
  // letters that the text has told
  [
    'More than 100 people took part, according to the Alliance to Rebuild Our Libraries (AROL). AROL said it was the largest event so far.',
    'Alliance to Rebuild Our Libraries, organisation',
    'Alliance to Rebuild Our Libraries, organisation',
  ],
  [
    'Coastal News Service reported that the goal had been met. CNS said that 400 ships had been let in.',
    'Coastal News Service, outlet',
    'Coastal News Service, outlet',
  ],
  // the one that the text has named
  [
    'The Karskan foreign ministry denied the report. The ministry said talks would go on.',
    'Karskan foreign ministry, government',
    'Karskan foreign ministry, government',
  ],
  // what somebody is, told behind the name, is nobody else
  [
    '“It is over,” said Jane Rapport Clay, a former director of the Fish and Wildlife Service and a vice president of Friends of the Marsh.',
    'Jane Rapport Clay, person',
  ],
  ['Ilse Marrow, the envoy, and Peter Hale, a lawyer, said it was closed.', 'Ilse Marrow, person + Peter Hale, person'],
  ['Ilse Marrow, the envoy, and two officials said it was closed.', 'Ilse Marrow, person + officials, person'],
  [
    'Lena Dorna and Piet Vask met in Brenn.\nMira Tolland, a Dorna supporter and president of the Centre for Progress, said the plan was weak.',
    'Mira Tolland, person',
  ],
  [
    'Peter Cook told reporters that Dorna erred.\nCook declined to say whether it was illegal.',
    'Peter Cook, person',
    'Peter Cook, person',
  ],
  [
    'The Science and Technology Directorate of the Department of Ports concluded that the method was weak.',
    'Science and Technology Directorate of the Department of Ports, government',
  ],
  [
    'Peter Hale, several doctors and a nurse said the ward was full.',
    'Peter Hale, person + doctor, person + nurse, person',
  ],
  [
    'Brell Hospital said nine had died. A hospital in Karsk said it was full.',
    'Brell Hospital, organisation',
    'hospital, organisation',
  ],
  [
    'Peter Marrow was shot. His brother, Tobias Marrow, the chief of police, led the search. Marrow said the gunman had fled.',
    'Marrow, person',
  ],
  ['Coastal Border Service met. CBS reported that the mayor had quit.', 'CBS News, outlet'],
  // titles, short or common
  [
    'Nobody else was in the building, Constable Tim Farling told reporters. Const. Farling said it was closed.',
    'Tim Farling, person',
    'Tim Farling, person',
  ],
  ['Neighbour Tessa Quill said it was closed.', 'Tessa Quill, person'],
  ['Witnesses say it was closed.', 'witnesses, anonymous'],
  ['The local fire chief says it was closed.', 'chief, anonymous'],
  [
    'The Defence Ministry said the drone was lost. The Karskan Defence Ministry did not respond to a request for comment.',
    'Defence Ministry, government',
    'Karskan Defence Ministry, government',
  ],
  // of whom
  [
    'Ilse Marrow and Peter Hale, both of whom opposed the pact, are to meet on Monday.',
    'Ilse Marrow, person + Peter Hale, person',
  ],
  [
    'The council met with Ilse Marrow and Peter Hale, one of whom said the pact was dead.',
    'unknown (“one of whom”), organisation',
  ],
  [
    'Five ministers back the plan, though two reject the clause on trade.',
    'ministers, anonymous',
    'ministers, anonymous',
  ],
  ['Marrow told El Diario newspaper on Tuesday that the talks were over.', 'Marrow, organisation'],
  [
    'Only one per cent had been involved with what several ministers called “fraud,” Stark said.',
    'ministers, anonymous',
    'Stark, organisation',
  ],
]

test('who is meant by the words of a source', async () => {
  for (const [text, ...voices] of SAID_BY) {
    const { shown } = await readWhole(text)
    assert.deepEqual(
      shown.map(({ who, kind, attribution: { source } }) => {
        const kinds = /official|expert/.test(kind) ? 'person' : source.kind
        return who.map((name) => `${name}, ${kinds}`).join(' + ')
      }),
      voices,
      text,
    )
  }
})

test('whoever tells an outlet tells it through that outlet, whatever it is called', async () => {
  const { shown } = await readWhole('Claudia Reyes told El Diario newspaper on Tuesday that the talks were over.')
  assert.deepEqual(
    shown.map(({ via }) => via),
    [['El Diario']],
  )
})

test('behind what two did, "they" are the two', async () => {
  for (const [text, who] of [
    ['Karsk and Veldania agreed on Wednesday to clear the dam, they said in a joint statement.', 2],
    ['Ilse Marrow and Oskar Brell met on Monday in Orlenne, they told Radio Askevar.', 2],
  ] as const) {
    const { reading } = await readWhole(text)
    const they = reading.attributions.find(
      ({ source }) => source.kind !== 'unstated' && text.slice(source.words[0].start).startsWith('they'),
    )
    assert.equal(they?.source.kind !== 'unstated' && they?.source.who.length, who, text)
  }
})
