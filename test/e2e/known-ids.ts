// What stands for the parameters of the routes: for each a value that the desk has, by the part of the path before it. A route
// with a parameter that is not told here cannot be tried, and the test of all routes says so.
import { listSound } from '../../src/archive/keep-decision.ts'
import { listLinked } from '../../src/archive/linked.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { openLeaveLinks } from '../../src/desk/mailing/leave-links.ts'
import { askForMail } from '../../src/desk/mailing/sign-up.ts'
import { listEverybody } from '../../src/desk/mailing/status.ts'
import type { Reading } from '../../src/model/reading.ts'
import { pageName } from '../../src/publish/links.ts'

/** Values by the path up to the parameter: "/claim/" -> an id of a claim. */
export type KnownIds = Readonly<Record<string, string>>

/** The values that this desk has. It follows a source, which is its first decision. */
export function listKnown(desk: Pick<Desk, 'store'>): KnownIds {
  const [claim] = listLinked(desk.store, 'claim')
  const [story] = listLinked(desk.store, 'story')
  const [entity] = listLinked(desk.store, 'entity')
  const doc = desk.store.plain.rows('select id, name from derived.doc order by first')[0]
  const name = pageName(String(doc?.name))
  const capture = String(desk.store.plain.rows('select id from truth.capture order by number')[0]?.id)
  const said = desk.store.plain
    .rows('select record from derived.reading')
    .flatMap(({ record }) => (JSON.parse(String(record)) as Reading).attributions)
    .map(({ id }) => id)
    .sort()[0]
  const [decided] = listSound(desk.store).sound
  const source = decided?.decision.ruling.kind === 'follow' && decided.decision.ruling.source
  if (!decided || !source || !claim || !story || !entity || said === undefined)
    throw new Error('the desk of this test lacks something')
  return {
    '/web/': 'main.js',
    '/edition/': '2031-W10',
    '/api/editions/': '2031-W10',
    '/claim/': claim.id,
    '/api/claims/': claim.id,
    '/story/': story.id,
    '/api/stories/': story.id,
    '/person/': entity.id,
    '/api/people/': entity.id,
    '/report/': name,
    '/api/reports/': name,
    '/said/': said,
    '/api/said/': said,
    '/capture/': capture,
    '/api/captures/': capture,
    '/api/decisions/': String(decided.number),
    '/sources/': source.id,
    '/tag/': 'levy',
    '/review/': 'claim',
    '/review/:/': claim.id,
    '/web/:/': 'https://courier.example/dam',
  }
}

/** The tokens of mail that this desk has given out: of somebody who asked, and of somebody who may leave. */
export async function listMailTokens(desk: Desk): Promise<KnownIds> {
  const asked = { address: 'anna@reader.example', watch: '', source: 'Readout', origin: 'https://desk.example' }
  const letter = (await askForMail(desk, asked, {}))?.letter.text ?? ''
  const token = /subscribe\/(\S+)/.exec(letter)?.[1] ?? ''
  const [subscriber] = await listEverybody(desk)
  return { '/subscribe/': token, '/unsubscribe/': (await openLeaveLinks(desk)).of(subscriber?.id ?? '') }
}

/** What a route asks for beside its path. */
export const QUERIES: Readonly<Record<string, string>> = { '/review/:noun/:id': '?do=note' }

/** Ids that no desk has, and text that is no id at all. */
export const ODD = [
  'nothing-of-this-name',
  '0',
  '-1',
  '99999999999999999999',
  '__proto__',
  'constructor',
  '..%2F..%2Fstate.db',
  "'%20or%20'1'='1",
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '%00',
  '%0D%0Ax-odd:%201',
  '%F0%9F%A6%86',
  '%D8%A7%D9%84%D8%B3%D8%AF',
  '%E2%80%AE',
  '%E0%A4%A',
  'a'.repeat(450),
  'a'.repeat(5000),
] as const

/** The path with its parameters filled: "/claim/:id" -> "/claim/3f9a…". Undefined where a parameter is not told above. */
export function fillPath(path: string, known: KnownIds, odd?: string): string | undefined {
  let isFilled = true
  const filled = path.replace(/:\w+|\*/g, (_param, at: number) => {
    const value = known[path.slice(0, at).replace(/:\w+/g, ':')]
    if (!value) isFilled = false
    return odd ?? encodeURIComponent(value ?? '')
  })
  return isFilled ? filled : undefined
}
