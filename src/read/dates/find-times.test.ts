import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FoundTime, findTimes } from './find-times.ts'

// processor time: the clock tells of other work on the machine
const spentMs = (): number => process.threadCpuUsage().user / 1000

const PUBLISHED = '2031-03-06T09:00:00.000Z' // a Thursday

function show(text: string, found: readonly FoundTime[]): string {
  return found
    .map(({ start, end, value, type }) => `${text.slice(start, end)}=${type === 'DATE' ? '' : `${type} `}${value}`)
    .join('; ')
}

const CASES: readonly (readonly [text: string, times: string])[] = [
  // the tense decides the day
  ['Ilse Marrow said on Tuesday that the offer was dead.', 'Tuesday=2031-03-04'],
  ['Karsk and Veldania will sign on Tuesday.', 'Tuesday=2031-03-11'],
  ['Marrow said on Tuesday that Karsk would sign on Saturday.', 'Tuesday=2031-03-04; Saturday=2031-03-08'],
  ['On Wednesday, Hale told reporters that talks had failed.', 'Wednesday=2031-03-05'],
  ['The council plans to meet on Monday.', 'Monday=2031-03-10'],
  ['The envoys are going to meet on Monday.', 'Monday=2031-03-10'],
  ['A vote scheduled for Monday divides the council.', 'Monday=2031-03-10'],
  ['The envoy is leaving on Monday.', 'Monday=2031-03-10'],
  ['The sides failed to reach a deal on Monday.', 'Monday=2031-03-03'],
  ['Hale met her on Thursday.', 'Thursday=2031-03-06'],
  ['Friday’s attack killed two.', 'Friday=2031-02-28'],
  ["In Wednesday's briefing she denied it.", 'Wednesday=2031-03-05'],
  ['She left last Thursday.', 'last Thursday=2031-02-27'],
  ['They will meet next Tuesday.', 'next Tuesday=2031-03-11'],
  ['They will meet on Tuesday of next week.', 'Tuesday of next week=2031-03-11'],
  ['Marrow met Hale on February 24.', 'February 24=2031-02-24'],
  ['Marrow met Hale on Dec. 24.', 'Dec. 24=2030-12-24'],
  ['Marrow will meet Hale on February 24.', 'February 24=2032-02-24'],
  ['Marrow will meet Hale in April.', 'April=2031-04'],
  ['Marrow met Hale in April.', 'April=2030-04'],
  ['The truce was extended until Saturday.', 'Saturday=2031-03-08'],
  ['Hale won on Saturday.', 'Saturday=2031-03-01'],
  ['They will meet on Friday next week.', 'Friday next week=2031-03-14'],
  // days by their dates
  ['The pact of 4 March 2029 holds.', '4 March 2029=2029-03-04'],
  ['On March 4, 2029, they signed.', 'March 4, 2029=2029-03-04'],
  ['On Tuesday, March 4, they signed.', 'Tuesday, March 4=2031-03-04'],
  ['The letter, dated 2030-11-02, is short.', '2030-11-02=2030-11-02'],
  ['The letter of 11/2/2030 is short.', '11/2/2030=2030-11-02'],
  ['The letter of 24.12.2030 is short.', '24.12.2030=2030-12-24'],
  ['They met on Christmas Eve.', 'Christmas Eve=2030-12-24'],
  // coarse stays coarse
  ['It was agreed in the fall of 2030.', 'the fall of 2030=2030-FA'],
  ['It was agreed late last year.', 'late last year=2030'],
  ['She said so earlier this week.', 'earlier this week=2031-W10'],
  ['It will be signed by the end of next month.', 'the end of next month=2031-04'],
  ['He left three years ago.', 'three years ago=2028'],
  ['He left two months ago.', 'two months ago=2031-01'],
  ['He left two weeks ago.', 'two weeks ago=2031-W08'],
  ['He left two days ago.', 'two days ago=2031-03-04'],
  ['The dam was built in the 1990s.', 'the 1990s=199'],
  ['The border is of the 19th century.', 'the 19th century=18'],
  ['Trade grew in the third quarter of 2030.', 'the third quarter of 2030=2030-Q3'],
  ['Trade fell in the second half of last year.', 'the second half of last year=2030-H2'],
  ['The 2032 election will decide.', '2032=2032'],
  ['Talks began in mid-February.', 'mid-February=2031-02'],
  ['Last summer they met.', 'Last summer=2030-SU'],
  ['They met in the first week of February.', 'the first week of February=2031-W06'],
  ['They met last weekend.', 'last weekend=2031-W09-WE'],
  ['They met over the weekend.', 'the weekend=2031-W09-WE'],
  ['They will meet at the weekend.', 'the weekend=2031-W10-WE'],
  ['The April survey was wrong.', 'April=2030-04'],
  ['He takes office from January 20 next year.', 'January 20 next year=2032-01-20'],
  ['He spoke on the eve of Christmas.', 'the eve of Christmas=2030-12-24'],
  // ranges are two times
  ['He ruled from 1998-2003.', '1998=1998; 2003=2003'],
  ['They met between March 3 and 5.', 'March 3=2031-03-03; 5=2031-03-05'],
  ['They met from Monday to Thursday.', 'Monday=2031-03-03; Thursday=2031-03-06'],
  ['They will meet from Monday to Thursday.', 'Monday=2031-03-10; Thursday=2031-03-13'],
  ['They met on 3-5 February.', '3=2031-02-03; 5 February=2031-02-05'],
  ['In January-February 2030 they met.', 'January=2030-01; February 2030=2030-02'],
  // times of day
  ['Shells fell on Tuesday night.', 'Tuesday night=TIME 2031-03-04TNI'],
  ['She spoke at 3 p.m. on Tuesday.', '3 p.m. on Tuesday=TIME 2031-03-04T15:00'],
  ['She spoke this morning.', 'this morning=TIME 2031-03-06TMO'],
  ['It ends at 15:30 GMT.', '15:30 GMT=TIME 2031-03-06T15:30'],
  ['It fell at 1830 GMT.', '1830 GMT=TIME 2031-03-06T18:30'],
  ['Sent 2031-03-04T10:05:00Z by wire.', '2031-03-04T10:05:00Z=TIME 2031-03-04T10:05'],
  // lengths, and what comes back
  ['They talked for three weeks.', 'three weeks=DURATION P3W'],
  ['A two-day meeting ended.', 'two-day=DURATION P2D'],
  ['The decade-long war is over.', 'decade-long=DURATION P1DE'],
  ['One day after the vote he left.', 'One day=DURATION P1D'],
  ['The past two weeks were calm.', 'The past two weeks=DURATION P2W'],
  ['The past week was calm.', 'The past week=DURATION P1W'],
  ['Trade has grown over the last year.', 'the last year=DURATION P1Y'],
  ['They met in the last week of May.', 'the last week of May=2030-W22'],
  ['One month after the vote he left.', 'One month=DURATION P1M'],
  ['It took several months.', 'several months=DURATION PXM'],
  ['The council meets every Tuesday.', 'every Tuesday=SET XXXX-WXX-2'],
  ['They meet twice a week.', 'twice a week=SET P1W'],
  // words that point
  ['He now leads Karsk.', 'now=PRESENT_REF'],
  ['It was otherwise in the past.', 'the past=PAST_REF'],
  ['They will meet soon.', 'soon=FUTURE_REF'],
  // counted from the date named before
  ['On February 3 she left. The next day, she was back.', 'February 3=2031-02-03; The next day=2031-02-04'],
  ['They met on February 3 and two days later parted.', 'February 3=2031-02-03; two days later=2031-02-05'],
]

test('each class of expression has its value, the tense deciding where it must', () => {
  for (const [text, expected] of CASES)
    assert.equal(show(text, findTimes(text, { published: PUBLISHED })), expected, text)
})

const NONE = [
  'The march on the capital began.',
  'March on, said Hale.',
  'Hale sat in the second row, and she may go.',
  'One day they will agree; he came the other day.',
  'It cost $12, then $2,031; 1,998 people came and 2,031 stayed.',
  'Karsk won 3-2, then 10/4, with 4:3 odds.',
  'Call 555-2031 or (202) 555-2015.',
  'See page 2031, flight 2030, Resolution 1999 and No. 2029.',
  'The desk is open 24/7 with version 5.12 of it.',
  'Some 2000 soldiers and 2031 people came.',
  'The Sunday Times and Theresa May said so, and April Marrow too.',
  'He won by 30/4.85, with 20 percent.',
  'It was on the eve of the vote, day after day.',
]

test('what only looks like a time is none', () => {
  for (const text of NONE) assert.equal(show(text, findTimes(text, { published: PUBLISHED })), '', text)
})

test('where the day of publication is unknown, what is absolute has its days and the rest has none', () => {
  const text = 'She said on Tuesday that the pact of 4 March 2029 was signed yesterday, or on May 3.'
  const found = findTimes(text)
  assert.equal(show(text, found), 'Tuesday=XXXX-WXX-2; 4 March 2029=2029-03-04; May 3=XXXX-05-03')
  assert.deepEqual(
    found.map(({ days }) => days?.from),
    [undefined, '2029-03-04', undefined],
  )
})

test('days are half-open, and a stretch not yet over ends today where it is "earlier"', () => {
  const daysOf = (text: string) =>
    findTimes(text, { published: PUBLISHED }).map(({ days }) => `${days?.from}/${days?.until}`)
  assert.deepEqual(daysOf('She spoke on Tuesday.'), ['2031-03-04/2031-03-05'])
  assert.deepEqual(daysOf('She spoke earlier this week.'), ['2031-03-03/2031-03-07'])
  assert.deepEqual(daysOf('She spoke last week.'), ['2031-02-24/2031-03-03'])
  assert.deepEqual(daysOf('She spoke late in 2030.'), ['2030-01-01/2031-01-01'])
  assert.deepEqual(daysOf('A day that no calendar has, February 30, 2031.'), ['undefined/undefined'])
})

test('dates in numbers are American unless the reader is told otherwise', () => {
  const value = (dayFirst: boolean) => findTimes('It is of 3/5/2030.', { dayFirst })[0]?.value
  assert.deepEqual([value(false), value(true)], ['2030-03-05', '2030-05-03'])
})

test('odd texts cost no more than their length', () => {
  for (const piece of [
    'the ',
    '1-',
    '2/',
    'twenty ',
    'of the last ',
    'between 3 and ',
    '12:',
    '\ud83d',
    'Tuesday ',
    'March ',
    "'9",
    'early in ',
    '\n',
  ]) {
    const text = piece.repeat(100_000 / piece.length)
    const begin = spentMs()
    findTimes(text, { published: PUBLISHED })
    const took = spentMs() - begin
    assert.ok(took < 5000, `${piece}: ${took} ms`)
  }
})

// words that JavaScript's own objects answer to
test('a builder is no number of years, and no part of a date', () => {
  const text = 'Three constructor years on, by March 4 constructor year, every constructor, half a constructor.'
  assert.equal(show(text, findTimes(text, { published: PUBLISHED })), 'March 4=2031-03-04')
  const after = 'Early in the constructor, Hale left. The day before, Marrow left.'
  assert.equal(show(after, findTimes(after, { published: PUBLISHED })), 'The day before=2031-03-05')
})

test('a soft hyphen is no part of a word, and its place is counted', () => {
  const text = 'Marrow said on Tues\u00adday that Karsk would sign by the end of next mon\u00adth.'
  const times = 'Tues\u00adday=2031-03-04; the end of next mon\u00adth=2031-04'
  assert.equal(show(text, findTimes(text, { published: PUBLISHED })), times)
})
