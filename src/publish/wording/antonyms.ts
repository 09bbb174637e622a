// Pairs of words that say the opposite of each other, for the check of polarity: "accepted" for "rejected".
import { stemOf } from './split-words.ts'

const PAIRS = `accept reject, accept refuse, accept decline, accept dismiss, agree refuse, agree reject, welcome reject, support oppose, back oppose,
back reject, allow ban, allow block, permit ban, confirm deny, admit deny, affirm deny, true false, true untrue, likely unlikely, possible impossible,
legal illegal, certain uncertain, open close, open shut, reopen close, increase decrease, increase reduce, rise fall, raise lower,
raise cut, grow shrink, win lose, begin end, start end, start stop, begin stop, resume suspend, resume halt, resume stop,
continue stop, continue suspend, lift impose, ease tighten, pass defeat, approve reject, approve veto, approve block, approve refuse,
public secret, withdraw deploy, withdraw send, leave enter, leave occupy, arrive leave, advance retreat, attack defend,
release detain, free seize, free jail, join leave, join quit, sign reject, succeed fail, alive dead, ally enemy,
friend enemy, include exclude, safe unsafe, able unable, willing unwilling, ready unready, known unknown, more fewer, more less,
better worse, early late, inside outside, north south, east west, import export, buy sell, lend borrow, victory defeat,
progress setback, peace war, hostile friendly, guilty innocent, acquit convict, hold release, keep abandon, trust distrust,
satisfied dissatisfied, unanimous divided, together apart, last first, complete partial, fully partly, temporary permanent, hasten delay,
speed delay, responded ignored, answered ignored, ancient new, senior junior, love hate, praise condemn, welcome condemn, backed condemned`

const OPPOSITES: ReadonlyMap<string, readonly string[]> = PAIRS.split(/,\s*/).reduce((found, pair) => {
  const [a = '', b = ''] = pair.split(' ').map(stemOf)
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const)
    found.set(one, [...(found.get(one) ?? []), other])
  return found
}, new Map<string, string[]>())

/** The stems that say the opposite of a stem. */
export function opposites(stem: string): readonly string[] {
  const negated = /^(?:un|in|im|dis)(\p{L}{4,})$/u.exec(stem)?.[1]
  return [...(OPPOSITES.get(stem) ?? []), ...(negated ? [negated] : [])]
}
