// Whether a reader's answer to "who is meant" is the right one, by the labels of test/gold/who.tsv.
// Named: right where the last word of the name agrees, or the whole, letters and case folded ("President Obama" is Barack
// Obama). "nobody named: …": right where the answer is a description without a name. Undecided is no answer.
import type { Judged } from '../../src/read/read-marked.contract.ts'

export type Verdict = 'right' | 'wrong' | 'no answer'

/** The verdict on what the reader made of the words. */
export function judgeWho(who: string, judged: Pick<Judged, 'who' | 'isNamed'> | undefined): Verdict {
  if (!judged || judged.who.length === 0) return 'no answer'
  if (/^nobody named\b/.test(who)) return judged.isNamed ? 'wrong' : 'right'
  const gold = fold(who)
  const isRight = judged.who.some((name) => {
    const given = fold(name)
    return given === gold || (judged.isNamed && lastOf(given) === lastOf(gold))
  })
  return isRight ? 'right' : 'wrong'
}

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']s$/u, '')
    .replace(/^the /i, '')
    .toLowerCase()
}

function lastOf(name: string): string {
  return name.split(' ').at(-1) ?? ''
}
