// One report's sentence, one printed line.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeReport, type ReportGiven, type Told } from './example-week.test.ts'
import { writeLine } from './write-line.ts'

type Chains = NonNullable<ReportGiven['chains']>

interface Case {
  readonly it: string
  readonly paragraphs: readonly string[]
  readonly told: Told
  readonly chains?: Chains
  readonly line: string | undefined
}

const MARROW: Chains = { marrow: [['Envoy Ilse Marrow', 'name']] }
const marrow = { who: 'marrow', role: 'official' } as const

const cases: readonly Case[] = [
  {
    it: 'a pronoun becomes the name and office that the report printed',
    paragraphs: ['Envoy Ilse Marrow left at noon. “The offer is dead,” she told Meridian on Tuesday, in the rain.'],
    chains: {
      marrow: [
        ['Envoy Ilse Marrow', 'name'],
        ['she', 'pronoun'],
      ],
    },
    told: {
      ...marrow,
      source: 'she',
      cue: 'told',
      content: '“The offer is dead,”',
      form: 'direct',
      hearer: 'Meridian',
      near: '“The',
    },
    line: '“The offer is dead,” envoy Ilse Marrow told Meridian (Northern Courier, 4 March).',
  },
  {
    it: 'a clause that leans on another sentence is no part of a name',
    paragraphs: ['The River Commission, whose engineers sit in the same building, declined to comment on the paper.'],
    told: {
      who: 'The River Commission',
      source: 'The River Commission, whose engineers sit in the same building',
      cue: 'declined',
      content: 'to comment on the paper',
      act: 'declines to comment',
      kind: 'organisation' as never,
    },
    line: 'The River Commission declined to comment on the paper (Northern Courier, 4 March).',
  },
  {
    it: 'straight marks are curled and the words between them stay',
    paragraphs: ['"The offer is dead. It won\'t come back," Envoy Ilse Marrow said.'],
    told: {
      ...marrow,
      source: 'Envoy Ilse Marrow',
      cue: 'said',
      content: '"The offer is dead. It won\'t come back,"',
      form: 'direct',
    },
    line: "“The offer is dead. It won't come back,” envoy Ilse Marrow said (Northern Courier, 4 March).",
  },
  {
    it: 'content without its marks gets them back',
    paragraphs: ['“The offer is dead,” said Envoy Ilse Marrow.'],
    told: { ...marrow, source: 'Envoy Ilse Marrow', cue: 'said', content: 'The offer is dead', form: 'direct' },
    line: '“The offer is dead,” said envoy Ilse Marrow (Northern Courier, 4 March).',
  },
  {
    it: 'a quotation in two pieces stays in two',
    paragraphs: ['“The offer,” Envoy Ilse Marrow said, “is dead.”'],
    told: {
      ...marrow,
      source: 'Envoy Ilse Marrow',
      cue: 'said',
      content: ['“The offer,”', '“is dead.”'],
      form: 'direct',
    },
    line: '“The offer,” envoy Ilse Marrow said, “is dead” (Northern Courier, 4 March).',
  },
  {
    it: 'no doubled "that", and the stop moves behind the brackets',
    paragraphs: ['On Monday Envoy Ilse Marrow said that the offer was dead.'],
    told: { ...marrow, source: 'Envoy Ilse Marrow', cue: 'said', content: 'that the offer was dead.' },
    line: 'Envoy Ilse Marrow said that the offer was dead (Northern Courier, 4 March).',
  },
  {
    it: 'a long clause between the speaker and the verb is left out whole',
    paragraphs: [
      'Envoy Ilse Marrow, who arrived on Monday after two days of delays at the border crossing of Tessel, said the offer was dead.',
    ],
    told: { ...marrow, source: 'Envoy Ilse Marrow', cue: 'said', content: 'the offer was dead' },
    line: 'Envoy Ilse Marrow said the offer was dead (Northern Courier, 4 March).',
  },
  {
    it: 'words quoted in a paragraph after the speaker stand behind a colon',
    paragraphs: [
      'Envoy Ilse Marrow told Meridian what she thought of it.',
      '“The offer is dead. It will not come back.”',
    ],
    told: {
      ...marrow,
      source: 'Envoy Ilse Marrow',
      cue: 'told',
      content: '“The offer is dead. It will not come back.”',
      form: 'direct',
      hearer: 'Meridian',
    },
    line: 'Envoy Ilse Marrow told Meridian: “The offer is dead. It will not come back” (Northern Courier, 4 March).',
  },
  {
    it: 'the outlet that the words came through is named',
    paragraphs: ['Meridian has followed the talks.', 'The offer was dead, a Karskian source said.'],
    chains: { source: [['a Karskian source', 'nominal']] },
    told: {
      who: 'source',
      kind: 'anonymous',
      source: 'a Karskian source',
      cue: 'said',
      content: 'The offer was dead',
      via: 'Meridian',
    },
    line: 'The offer was dead, a Karskian source said (Meridian, as Northern Courier reports, 4 March).',
  },
  {
    it: 'who was not named is called so, and the article fits',
    paragraphs: ['The offer was dead, a Karskian official told Meridian.'],
    chains: {},
    told: {
      who: 'official',
      kind: 'anonymous',
      source: 'a Karskian official',
      cue: 'told',
      content: 'The offer was dead',
      hearer: 'Meridian',
      via: 'Meridian',
    },
    line: 'The offer was dead, an unnamed Karskian official told Meridian (as Northern Courier reports, 4 March).',
  },
  {
    it: 'words that show it by themselves are left as they are',
    paragraphs: ['The offer was dead, an official who asked not to be named said.'],
    chains: {},
    told: {
      who: 'official',
      kind: 'anonymous',
      source: 'an official who asked not to be named',
      cue: 'said',
      content: 'The offer was dead',
    },
    line: 'The offer was dead, an official who asked not to be named said (Northern Courier, 4 March).',
  },
  {
    it: 'a participle becomes a verb',
    paragraphs: ['Envoy Ilse Marrow left at noon, noting that the offer was dead.'],
    told: { ...marrow, source: 'Envoy Ilse Marrow', cue: 'noting', content: 'that the offer was dead' },
    line: 'Envoy Ilse Marrow noted that the offer was dead (Northern Courier, 4 March).',
  },
  {
    it: 'what joins a sentence to the one before is left there',
    paragraphs: ['But Envoy Ilse Marrow also said that the offer was dead.'],
    told: { ...marrow, source: 'Envoy Ilse Marrow', cue: 'also said', content: 'that the offer was dead' },
    line: 'Envoy Ilse Marrow said that the offer was dead (Northern Courier, 4 March).',
  },
  {
    it: 'what was asked stands before the answer',
    paragraphs: ['Asked about the dam, Envoy Ilse Marrow said that such offers were dead.'],
    told: { ...marrow, source: 'Envoy Ilse Marrow', cue: 'said', content: 'that such offers were dead' },
    line: 'Asked about the dam, envoy Ilse Marrow said that such offers were dead (Northern Courier, 4 March).',
  },
  {
    it: 'days that only a reader of that day understands are told as dates',
    paragraphs: ['Envoy Ilse Marrow said that the talks would end tomorrow or next month.'],
    told: {
      ...marrow,
      source: 'Envoy Ilse Marrow',
      cue: 'said',
      content: 'that the talks would end tomorrow or next month',
    },
    line: 'Envoy Ilse Marrow said that the talks would end on 5 March or in April (Northern Courier, 4 March).',
  },
  {
    it: 'a quoted "tomorrow" stays',
    paragraphs: ['“The talks go on tomorrow,” said Envoy Ilse Marrow.'],
    told: {
      ...marrow,
      source: 'Envoy Ilse Marrow',
      cue: 'said',
      content: '“The talks go on tomorrow,”',
      form: 'direct',
    },
    line: '“The talks go on tomorrow,” said envoy Ilse Marrow (Northern Courier, 4 March).',
  },
  {
    it: 'a time that cannot be told makes no line',
    paragraphs: ['Envoy Ilse Marrow said that last week’s offer was dead.'],
    told: { ...marrow, source: 'Envoy Ilse Marrow', cue: 'said', content: 'that last week’s offer was dead' },
    line: undefined,
  },
  {
    it: 'a pronoun that nothing resolves makes no line',
    paragraphs: ['“The offer is dead,” she said.'],
    told: { ...marrow, source: 'she', cue: 'said', content: '“The offer is dead,”', form: 'direct' },
    line: undefined,
  },
  {
    it: 'words that cannot be printed whole are not cut',
    paragraphs: [`Envoy Ilse Marrow said ${'the offer was dead and '.repeat(20)}gone.`],
    told: {
      ...marrow,
      source: 'Envoy Ilse Marrow',
      cue: 'said',
      content: `${'the offer was dead and '.repeat(20)}gone`,
    },
    line: undefined,
  },
  {
    it: 'a quotation that is never closed makes no line of its own',
    paragraphs: ['Envoy Ilse Marrow said the “offer was dead and “gone for good.'],
    told: { ...marrow, source: 'Envoy Ilse Marrow', cue: 'said', content: 'the “offer was dead and “gone for good' },
    line: undefined,
  },
  {
    it: 'whoever tells the reporter tells the outlet',
    paragraphs: ['A Karskan official tells me that the offer is dead.'],
    told: {
      who: 'A Karskan official',
      source: 'A Karskan official',
      cue: 'tells',
      content: 'that the offer is dead',
      hearer: 'me',
      kind: 'anonymous' as never,
    },
    line: 'An unnamed Karskan official tells Northern Courier that the offer is dead (Northern Courier, 4 March).',
  },
  {
    it: 'and so does whoever tells "this newspaper"',
    paragraphs: ['Two Karskan diplomats told this newspaper that the offer is dead.'],
    told: {
      who: 'diplomats',
      source: 'Two Karskan diplomats',
      cue: 'told',
      content: 'that the offer is dead',
      hearer: 'this newspaper',
      kind: 'anonymous' as never,
    },
    line: 'Two unnamed Karskan diplomats told Northern Courier that the offer is dead (Northern Courier, 4 March).',
  },
  {
    it: 'whom they told in a clause beside is left out with it',
    paragraphs: [
      'Two investigators, who spoke to the Northern Courier on condition that they would not be named here, said the shell came from the west.',
    ],
    told: {
      who: 'investigators',
      source: 'Two investigators',
      cue: 'said',
      content: 'the shell came from the west',
      hearer: 'the Northern Courier',
      kind: 'anonymous' as never,
    },
    line: 'Two unnamed investigators said the shell came from the west (Northern Courier, 4 March).',
  },
  {
    it: 'words of a reporter who speaks of himself are no line',
    paragraphs: ['Envoy Ilse Marrow said that the offer to my country was dead.'],
    told: { ...marrow, source: 'Envoy Ilse Marrow', cue: 'said', content: 'that the offer to my country was dead' },
    line: undefined,
  },
  {
    it: 'no name stands for "her" in "her view"',
    paragraphs: ['Envoy Ilse Marrow left at noon. In her view, the offer is dead.'],
    chains: {
      marrow: [
        ['Envoy Ilse Marrow', 'name'],
        ['her', 'pronoun'],
      ],
    },
    told: { ...marrow, source: 'her', cue: 'view', content: 'the offer is dead' },
    line: undefined,
  },
  {
    it: '"last night" is the night before the report',
    paragraphs: ['Envoy Ilse Marrow said that the offer had died last night.'],
    told: { ...marrow, source: 'Envoy Ilse Marrow', cue: 'said', content: 'that the offer had died last night' },
    line: 'Envoy Ilse Marrow said that the offer had died on the night of 3 March (Northern Courier, 4 March).',
  },
]

for (const { it, paragraphs, told, chains = MARROW, line } of cases) {
  test(it, () => {
    const hasEnvoy = paragraphs.some((paragraph) => paragraph.includes('Envoy Ilse Marrow'))
    const { doc, reading } = makeReport({
      name: 'offer',
      outlet: 'Northern Courier',
      published: '2031-03-04T09:00:00.000Z',
      paragraphs,
      chains: hasEnvoy || chains !== MARROW ? chains : {},
      told: [told],
    })
    const [attribution] = reading.attributions
    assert.ok(attribution)
    assert.equal(writeLine({ doc, reading, attribution, claims: [], matter: doc.id })?.text, line)
  })
}

test('what is not known is called so', () => {
  const { doc, reading } = makeReport({
    name: 'offer',
    paragraphs: ['The offer was dead, a Karskian source said.'],
    told: [
      { who: 'source', kind: 'anonymous', source: 'a Karskian source', cue: 'said', content: 'The offer was dead' },
    ],
  })
  const [attribution] = reading.attributions
  assert.ok(attribution)
  const line = writeLine({ doc, reading, attribution, claims: [], matter: doc.id })
  assert.equal(line?.text, 'The offer was dead, a Karskian source said (outlet unknown, undated).')
  assert.equal(line.evidence[0].quote, 'The offer was dead, a Karskian source said')
})
