import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWhole } from './read-text.contract.ts'

/** Texts with hearer, setting and `via` of their first attribution; '' for none. */
const HEARD: readonly (readonly [string, string, string, string])[] = [
  [
    'Ilse Marrow told The Associated Press that the dam was full.',
    'outlet: The Associated Press',
    '',
    'Associated Press',
  ],
  ['Ilse Marrow told WKRS that the dam was full.', 'outlet: WKRS', '', 'WKRS'],
  ['Ilse Marrow told Radio Karsk’s Corvin Hale that the dam was full.', 'outlet: Radio Karsk', '', 'Radio Karsk'],
  ['An envoy told this newspaper that the dam was full.', 'outlet: this newspaper', '', ''],
  ['Ilse Marrow told The Calvermoor Post that the dam was full.', 'outlet: The Calvermoor Post', '', ''],
  ['Ilse Marrow told reporters on Monday that the dam was full.', 'press: reporters', '', ''],
  ['Ilse Marrow told a news conference that the dam was full.', 'press: a news conference', 'briefing', ''],
  ['Ilse Marrow told the crowd that the dam was full.', 'public: the crowd', '', ''],
  ['Ilse Marrow told the council that the dam was full.', 'counterpart: the council', '', ''],
  ['Speaking to reporters in Karsk, Ilse Marrow said the dam was full.', 'press: reporters', '', ''],
  [
    'In an interview with Radio Karsk, Ilse Marrow said the dam was full.',
    'outlet: Radio Karsk',
    'interview',
    'Radio Karsk',
  ],
  ['In a Radio Karsk interview, Ilse Marrow said the dam was full.', 'outlet: Radio Karsk', 'interview', 'Radio Karsk'],
  ['“It is full,” Ilse Marrow said in a statement to Radio Karsk.', 'outlet: Radio Karsk', 'statement', 'Radio Karsk'],
  ['“It is full,” Ilse Marrow wrote in the Northern Courier.', '', '', 'Northern Courier'],
  ['A diplomat quoted by Radio Karsk said the dam was full.', 'outlet: Radio Karsk', '', 'Radio Karsk'],
  ['The ministry did not respond to Radio Karsk’s request for comment.', 'outlet: Radio Karsk', '', 'Radio Karsk'],
  ['“It is full,” Ilse Marrow said at a press conference.', '', 'briefing', ''],
  ['“It is full,” Ilse Marrow said in a letter to the council.', 'counterpart: the council', 'letter', ''],
  ['“It is full,” Ilse Marrow wrote on Telegram.', '', 'post', ''],
  ['“It is full,” Ilse Marrow said in a phone call.', '', 'call', ''],
  ['“It is full,” Ilse Marrow said in a televised address on Monday.', '', 'speech', ''],
  ['Ilse Marrow told a Radio Karsk reporter that the dam was full.', 'outlet: Radio Karsk', '', 'Radio Karsk'],
  ['Ilse Marrow used a private email server, and on it she said the dam was full.', '', '', ''],
  // a call for peace is no telephone call, to address no speech
  ['In a call for peace, Ilse Marrow said the dam was full.', '', '', ''],
  ['Ilse Marrow did not want to address the press and said the dam was full.', '', '', ''],
]

test('whom it was said to, in what setting, and through which outlet', async () => {
  for (const [text, hearer, setting, via] of HEARD) {
    const { shown } = await readWhole(text, { outlet: 'The Calvermoor Post' })
    const [said] = shown
    const heard = said?.attribution.hearer
    assert.deepEqual(
      [
        heard ? `${heard.kind}: ${text.slice(heard.words.start, heard.words.end)}` : '',
        said?.attribution.setting?.kind ?? '',
        said?.via.join(', '),
      ],
      [hearer, setting, via],
      text,
    )
  }
})

/** What an outlet rests on; a reason is nobody. */
const FOUNDED: readonly (readonly [string, string])[] = [
  ['The Northern Courier reported that the offer was dead, citing two Lindrian diplomats.', 'two Lindrian diplomats'],
  ['The offer was dead, according to the Northern Courier, which cites Radio Karsk.', 'Radio Karsk'],
  ['The Northern Courier reported that the dam was full, citing concerns about the weather.', ''],
  ['The Northern Courier reported that Corvin Hale had cited Radio Karsk.', ''],
]

test('what an outlet rests on is somebody', async () => {
  for (const [text, expected] of FOUNDED) {
    const { shown } = await readWhole(text)
    const [words] = shown.flatMap(({ attribution: { restsOn } }) => restsOn?.words ?? [])
    assert.equal(words ? text.slice(words.start, words.end) : '', expected, text)
  }
})

test('an outlet that cites an outlet: both hands, nearest to the speaker first', async () => {
  const { shown } = await readWhole(
    'Corvin Hale said the offer was dead, the Northern Courier reported, citing Radio Karsk.',
  )
  const [hale] = shown.filter(({ source }) => source === 'Corvin Hale')
  assert.deepEqual(hale?.via, ['Radio Karsk', 'Northern Courier'])
})
