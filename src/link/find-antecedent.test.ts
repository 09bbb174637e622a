import assert from 'node:assert/strict'
import { test } from 'node:test'
import { link } from './link.ts'
import { makeRead, type Report, type Said, type Speaker } from './make-read.contract.ts'

const MARROW: Speaker = { words: 'Ilse Marrow' }
const HALE: Speaker = { words: 'Corvin Hale' }
const PALACE: Speaker = { words: 'The palace of Askevar', kind: 'organisation' }
const TRUCE: Said = {
  by: MARROW,
  cue: 'said',
  content: 'that Veldania had offered Karsk a truce along the Ketter river',
}
const TRUCE_WORDS = 'Ilse Marrow said that Veldania had offered Karsk a truce along the Ketter river.'
const FERRY: Said = { by: HALE, cue: 'said', content: 'that the ferry at Brissen would sail again before Easter' }
const FERRY_WORDS = 'Corvin Hale said that the ferry at Brissen would sail again before Easter.'
const silence = (by: Speaker, cue: string, content: string): Said => ({
  by,
  cue,
  content,
  act: 'declines to comment',
  silence: 'refused',
})

// The claims that the last attribution of a report bears on, by their wording.
function lastOf(report: Omit<Report, 'name'>): { on: string[]; isContrary: boolean } {
  const read = makeRead({ name: 'report', ...report })
  const { bearings, claims } = link([read])
  const last = read.reading.attributions.at(-1)?.id
  const own = bearings.filter(({ attribution }) => attribution === last)
  const wordingOf = (id: string): string => claims.find((claim) => claim.id === id)?.wording ?? ''
  return { on: own.map(({ claim }) => wordingOf(claim)), isContrary: own.some(({ contrary }) => contrary === true) }
}

test('"it" is the statement just before, in the same paragraph', () => {
  const { on } = lastOf({
    headline: 'Veldania offers Karsk a truce along the Ketter river',
    text: `${TRUCE_WORDS}\n\n${FERRY_WORDS} The palace of Askevar would not confirm it.`,
    says: [TRUCE, FERRY, silence(PALACE, 'would not confirm', 'it')],
  })
  assert.deepEqual(on, ['the ferry at Brissen would sail again before Easter'])
})

test('"it" at the head of a paragraph, with nothing said in it before, is no claim', () => {
  const { on } = lastOf({
    text: `${TRUCE_WORDS}\n\nThe palace of Askevar would not confirm it.`,
    says: [TRUCE, silence(PALACE, 'would not confirm', 'it')],
  })
  assert.deepEqual(on, [])
})

test('a silence on what somebody said goes to one claim only: what the report is about', () => {
  const second = { by: MARROW, cue: 'said', content: '“The ink was still wet when the letter came to us,”' }
  const { on } = lastOf({
    headline: 'Veldania offered truce, envoy says',
    text: `${TRUCE_WORDS} “The ink was still wet when the letter came to us,” Ilse Marrow said.\n\nCorvin Hale declined to comment on Marrow’s remarks.`,
    says: [TRUCE, second, silence(HALE, 'declined to comment', 'on Marrow’s remarks')],
  })
  assert.deepEqual(on, ['Veldania had offered Karsk a truce along the Ketter river'])
})

test('nobody is silent on what they have put forward themselves', () => {
  const { on } = lastOf({
    text: `${FERRY_WORDS} Corvin Hale would not say who the captain had been.`,
    says: [FERRY, silence(HALE, 'would not say', 'who the captain had been')],
  })
  assert.deepEqual(on, [])
})

test('asked about a matter, somebody is silent on the claim that tells of it', () => {
  const { on } = lastOf({
    headline: 'Veldania offers Karsk a truce along the Ketter river',
    text: `${TRUCE_WORDS}\n\n${FERRY_WORDS}\n\nAsked about the ferry, the spokeswoman declined to comment.`,
    says: [TRUCE, FERRY, silence({ words: 'the spokeswoman', form: 'nominal' }, 'declined', 'to comment')],
  })
  assert.deepEqual(on, ['the ferry at Brissen would sail again before Easter'])
})

test('a charge that is rejected is what the critic put forward first, not the remark that went with it', () => {
  const { on } = lastOf({
    text: 'Torvald Inge said that parliament should have seen the treaty first. “A promise in a drawer is a promise to nobody,” Torvald Inge said.\n\nIlse Marrow rejected the charge.',
    says: [
      { by: { words: 'Torvald Inge' }, cue: 'said', content: 'that parliament should have seen the treaty first' },
      { by: { words: 'Torvald Inge' }, cue: 'said', content: '“A promise in a drawer is a promise to nobody,”' },
      { by: MARROW, cue: 'rejected', content: 'the charge', act: 'rejects' },
    ],
  })
  assert.deepEqual(on, ['parliament should have seen the treaty first'])
})

test('two negatives agree: that no offer was made does not deny that the offer is an invention', () => {
  const { on, isContrary } = lastOf({
    text: `${TRUCE_WORDS}\n\n“There was no letter and there was no offer,” Corvin Hale said. A Karskan official said that no offer had been made.`,
    says: [
      TRUCE,
      { by: HALE, cue: 'said', content: '“There was no letter and there was no offer,”' },
      { by: { words: 'A Karskan official', kind: 'anonymous' }, cue: 'said', content: 'that no offer had been made' },
    ],
  })
  assert.deepEqual(on, ['Veldania had offered Karsk a truce along the Ketter river'])
  assert.equal(isContrary, true)
})

test('"it had not" denies the statement just before', () => {
  const { on, isContrary } = lastOf({
    text: 'Ilse Marrow said that the ministry had seen the Brissen ferry plan in January; Corvin Hale said that it had not.',
    says: [
      { by: MARROW, cue: 'said', content: 'that the ministry had seen the Brissen ferry plan in January' },
      { by: HALE, cue: 'said', content: 'that it had not' },
    ],
  })
  assert.deepEqual([on, isContrary], [['the ministry had seen the Brissen ferry plan in January'], true])
})

test('a denial of having done it does not deny that it is done', () => {
  const claim: Said = { by: MARROW, cue: 'said', content: 'that the pass at Dornal was still mined' }
  for (const denied of ['that it had mined the pass at Dornal', 'that Veldania had mined the pass at Dornal']) {
    const { on } = lastOf({
      text: `Ilse Marrow said that the pass at Dornal was still mined. Veldania denied ${denied}.`,
      says: [claim, { by: { words: 'Veldania', kind: 'government' }, cue: 'denied', content: denied, act: 'denies' }],
    })
    assert.deepEqual(on, [denied.replace('that ', '')])
  }
  const { on } = lastOf({
    text: 'Ilse Marrow said that the pass at Dornal was still mined. Veldania denied that the pass at Dornal was mined.',
    says: [
      claim,
      {
        by: { words: 'Veldania', kind: 'government' },
        cue: 'denied',
        content: 'that the pass at Dornal was mined',
        act: 'denies',
      },
    ],
  })
  assert.deepEqual(on, ['the pass at Dornal was still mined'])
})

test('a denial of another deed of the same people in the same place is another claim', () => {
  const { on } = lastOf({
    text: 'Ilse Marrow said that Veldanian soldiers guarded the Vessen bridge in winter. Corvin Hale denied that Veldanian soldiers had sold the Vessen bridge.',
    says: [
      { by: MARROW, cue: 'said', content: 'that Veldanian soldiers guarded the Vessen bridge in winter' },
      { by: HALE, cue: 'denied', content: 'that Veldanian soldiers had sold the Vessen bridge', act: 'denies' },
    ],
  })
  assert.deepEqual(on, ['Veldanian soldiers had sold the Vessen bridge'])
})

test('"the reporting" is what the report says an outlet reported, not what the report is about', () => {
  const { on } = lastOf({
    headline: 'Halvia wants the ferry at Brissen back',
    text: `Corvin Hale said that Halvia wants the ferry at Brissen back.

The Orlenne Herald reported on Monday that Veldania had offered Karsk a truce along the Ketter river.

Karsk has denied the reporting.`,
    says: [
      { by: HALE, cue: 'said', content: 'that Halvia wants the ferry at Brissen back' },
      {
        by: { words: 'The Orlenne Herald', name: 'Orlenne Herald', kind: 'outlet' },
        cue: 'reported',
        content: 'that Veldania had offered Karsk a truce along the Ketter river',
      },
      { by: { words: 'Karsk', kind: 'government' }, cue: 'has denied', content: 'the reporting', act: 'denies' },
    ],
  })
  assert.deepEqual(on, ['Veldania had offered Karsk a truce along the Ketter river'])
})

test('a denial in full is of what the same side denied in short before, not of what others deny', () => {
  const source = (words: string, side: string): Speaker => ({ words, name: words, kind: 'anonymous', side })
  for (const [side, claims] of [
    ['Karskan', ['claims of any contact with Veldania']],
    ['Halvian', []],
  ] as const) {
    const { on } = lastOf({
      text: `A Karskan source denied claims of any contact with Veldania. The ferry at Brissen sails before Easter, Corvin Hale said.

A ${side} official said that the ministry had not held any talks with Veldania.`,
      says: [
        {
          by: source('A Karskan source', 'Karskan'),
          cue: 'denied',
          content: 'claims of any contact with Veldania',
          act: 'denies',
        },
        { by: HALE, cue: 'said', content: 'The ferry at Brissen sails before Easter' },
        {
          by: source(`A ${side} official`, side),
          cue: 'said',
          content: 'that the ministry had not held any talks with Veldania',
          act: 'denies',
        },
      ],
    })
    assert.deepEqual(on, claims)
  }
})

test('an outlet that retracts "the report" takes back what it says that it reported', () => {
  const post: Speaker = { words: 'The Harbour Post', kind: 'outlet' }
  const content = 'that Ilse Marrow had taken 200,000 crowns from a shipping company'
  const { on } = lastOf({
    outlet: 'Harbour Post',
    text: `The Harbour Post reported on May 3 ${content}. That was wrong. The Harbour Post retracts the report.`,
    says: [
      { by: post, cue: 'reported', content },
      { by: post, cue: 'retracts', content: 'the report', act: 'retracts' },
    ],
  })
  assert.deepEqual(on, ['Ilse Marrow had taken 200,000 crowns from a shipping company'])
})

test('what nobody said stands between an answer and the paragraph above', () => {
  const lead = 'that 8,000 people had left the villages'
  const on = (between: string): readonly string[] =>
    lastOf({
      text: `Anselm Quick said ${lead}.\n\n${between}Karsk denied it.`,
      says: [
        { by: { words: 'Anselm Quick' }, cue: 'said', content: lead },
        { by: { words: 'Karsk' }, cue: 'denied', content: 'it', act: 'denies' },
      ],
    }).on
  assert.deepEqual(on('A drone fell on a barn. '), [])
  assert.deepEqual(on(''), ['8,000 people had left the villages'])
})

test('a story that is taken back is none that says nothing of what it is on', () => {
  const post: Speaker = { words: 'The Harbour Post', kind: 'outlet' }
  const lead = 'that the shell came from Orle'
  const on = (content: string): readonly string[] =>
    lastOf({
      outlet: 'Courier',
      text: `Karsk said ${lead}. The Harbour Post has taken back ${content}.`,
      says: [
        { by: { words: 'Karsk' }, cue: 'said', content: lead },
        { by: post, cue: 'has taken back', content, act: 'retracts' },
      ],
    }).on
  assert.deepEqual(on('its story on Fenn Point'), [])
  for (const content of [
    'its story on Orle',
    'its story on Monday',
    'the report on Facebook',
    'its report on Karsk Radio on Tuesday',
  ])
    assert.deepEqual(on(content), ['the shell came from Orle'], content)
})

test('a charge in court answers none, an admission that something is not so bears out nothing, findings are the report’s', () => {
  const on = (first: string, by: string, cue: string, content: string, act?: Said['act']): readonly string[] =>
    lastOf({
      text: `Anselm Quick said ${first}. ${by} ${cue} ${content}.`,
      says: [
        { by: { words: 'Anselm Quick' }, cue: 'said', content: first },
        { by: { words: by }, cue, content, ...(act && { act }) },
      ],
    }).on
  const inquiry = 'that the inquiry was ordered by the premier'
  assert.ok(!on(inquiry, 'Jan Ost', 'added', 'that no one had been charged').includes(inquiry.replace('that ', '')))
  const ban = 'that Karsk has closed its market in answer to the steel ban'
  assert.ok(
    !on(ban, 'Vera Lind', 'admitted', 'that the ban will not work', 'confirms').includes(ban.replace('that ', '')),
  )
  const beaten = 'that thirty soldiers had been beaten in the camps'
  assert.deepEqual(on(beaten, 'Karsk', 'dismissed', 'the findings', 'denies'), [beaten.replace('that ', '')])
})

// A remark that nobody could confirm or deny stands between a claim and what answers it.
const QUICK: Speaker = { words: 'Anselm Quick' }
const REMARK = '“For five nights the lists of names were in my coat,”'
const remarked: Said = { by: QUICK, cue: 'said', content: REMARK }

test('what names a matter is about no remark that says nothing of it', () => {
  const denial = 'that Karsk had released the seven deserters about whom there had been talk'
  const { on } = lastOf({
    text: `${REMARK} Anselm Quick said.\n\nIlse Marrow denied ${denial}.`,
    says: [remarked, { by: MARROW, cue: 'denied', content: denial, act: 'denies' }],
  })
  assert.deepEqual(on, [denial.replace('that ', '')])
  const proposal = lastOf({
    text: `${REMARK} Anselm Quick said.\n\nHalvian officials said they had seen no such proposal.`,
    says: [
      remarked,
      { by: { words: 'Halvian officials', kind: 'anonymous' }, cue: 'said', content: 'they had seen no such proposal' },
    ],
  })
  assert.deepEqual(proposal.on, [])
})

test('"the figure" is what tells of one', () => {
  const swap = 'that Karsk and Veldania would exchange 212 prisoners at Brissen'
  const { on } = lastOf({
    text: `Corvin Hale said ${swap}.\n\n${REMARK} Anselm Quick said.\n\nThe palace of Askevar confirmed the figure.`,
    says: [
      { by: HALE, cue: 'said', content: swap },
      remarked,
      { by: PALACE, cue: 'confirmed', content: 'the figure', act: 'confirms' },
    ],
  })
  assert.deepEqual(on, [swap.replace('that ', '')])
})

test('a cry is no answer, and who did nothing wrong denies nothing that was told', () => {
  for (const [cue, content, act] of [
    ['screamed', '“No, no, no!”', undefined],
    ['declared', 'that his force had done nothing wrong', 'denies'],
  ] as const) {
    const { on } = lastOf({
      text: `${TRUCE_WORDS} Corvin Hale ${cue} ${content}.`,
      says: [TRUCE, { by: HALE, cue, content, ...(act && { act }) }],
    })
    assert.deepEqual(on, [])
  }
})

test('a pointer looks for the claim of another report that the sentence before it speaks of', () => {
  const offer = 'Karsk had offered to pull its heavy guns back from the Orrin strait in return for the port of Brannock'
  const denial = 'no such offer had been made, by the palace or by anyone else'
  const asked =
    'Asked about the offer to pull the heavy guns back from the Orrin strait, Corvin Hale said that the minister must have misheard.'
  const reads = [
    makeRead({
      name: 'first',
      outlet: 'Ostmere Courier',
      published: '2031-03-04',
      text: `Ilse Marrow said that ${offer}.`,
      says: [{ by: MARROW, cue: 'said', content: `that ${offer}` }],
    }),
    makeRead({
      name: 'second',
      outlet: 'Tolvar Courier',
      published: '2031-03-06',
      text: `${asked} Corvin Hale repeated that ${denial}.`,
      says: [
        { by: HALE, cue: 'said', content: 'that the minister must have misheard' },
        { by: HALE, cue: 'repeated', content: `that ${denial}`, act: 'denies' },
      ],
    }),
  ]
  const { bearings, claims } = link(reads)
  const claim = claims.find(({ wording }) => wording === offer)
  const last = reads.at(-1)?.reading.attributions.at(-1)?.id
  assert.deepEqual(
    bearings.filter(({ attribution }) => attribution === last).map((one) => one.claim),
    [claim?.id],
  )
})

test('a denial of any wrongdoing or role, and of having done wrong, is of what the speaker is accused of', () => {
  const bribe = 'that Corvin Hale had taken a bribe from the Quill Group'
  for (const [cue, content] of [
    ['denied', 'any wrongdoing'],
    ['denied', 'any role'],
    ['said', 'that he had done nothing wrong'],
  ] as const) {
    const { on } = lastOf({
      text: `Ilse Marrow said ${bribe}.\n\nCorvin Hale ${cue} ${content}.`,
      says: [
        { by: MARROW, cue: 'said', content: bribe },
        { by: HALE, cue, content, act: 'denies' },
      ],
    })
    assert.deepEqual(on, [bribe.replace('that ', '')], content)
  }
})

test('"denies this" at the head of a paragraph is of the words that end the one above', () => {
  const never = 'Corvin Hale had never meant to come to Orlenne'
  const { on } = lastOf({
    text: `Two diplomats told Meridian that ${never}.\n\nIlse Marrow denies this.`,
    says: [
      { by: { words: 'Two diplomats', kind: 'anonymous' }, cue: 'told', content: `that ${never}` },
      { by: MARROW, cue: 'denies', content: 'this', act: 'denies' },
    ],
  })
  assert.deepEqual(on, [never])
})

test('a call is what tells of a telephone, and a demand what somebody demands', () => {
  const spoke = 'Ilse Marrow spoke by telephone with the envoy of Zemlin'
  const hand = 'that Zemlin hand over the captain of the ferry at Brissen'
  const peace = 'the people of the Ketter valley want no war'
  const says = [
    { by: HALE, cue: 'said', content: spoke },
    { by: HALE, cue: 'will demand', content: hand, act: 'demands' },
    { by: HALE, cue: 'added', content: `that ${peace}` },
  ] as const
  const text = `Corvin Hale said ${spoke}. Corvin Hale will demand ${hand}. Corvin Hale added that ${peace}.`
  const call = lastOf({
    text: `${text} Ilse Marrow confirmed the call.`,
    says: [...says, { by: MARROW, cue: 'confirmed', content: 'the call', act: 'confirms' }],
  })
  assert.deepEqual(call.on, [spoke])
  const demand = lastOf({
    text: `${text} Ilse Marrow rejected the demand.`,
    says: [...says, { by: MARROW, cue: 'rejected', content: 'the demand', act: 'rejects' }],
  })
  assert.deepEqual(demand.on, [hand.replace('that ', '')])
})
