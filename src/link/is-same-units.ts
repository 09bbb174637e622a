// Two stretches that differ unit by unit and are the same words all the same: cut into words otherwise, a short form
// that stands for two, a number in words.
import type { Unit } from './split-quote.ts'

const SHORT: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({ "'s": ['is', 'has'], "'d": ['would', 'had'] }),
)

const ORDINALS: ReadonlyMap<string, string> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, n): [string, string] => [`${n + 1}${['st', 'nd', 'rd'][n] ?? 'th'}`, word]),
)
const MAGNITUDES: ReadonlyMap<string, number> = new Map(
  Object.entries({ hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 }),
)

/** True where both are the same words: "cease-fire" and "ceasefire", "it's" and "it has", "twenty-five" and "25". */
export function isSameUnits(a: readonly Unit[], b: readonly Unit[]): boolean {
  if (a.length === 0 || b.length === 0) return false
  const [one, other] = [joined(a), joined(b)]
  if (one === other || isPossessive(one, other) || isPossessive(other, one)) return true
  if (a.length === b.length && a.every((unit, at) => isSameKey(unit.key, b[at]?.key ?? ''))) return true
  const value = numberIn(a)
  return value !== undefined && value === numberIn(b)
}

/** True for one key, or a short form and what it may stand for: "'s" and "is". */
export function isSameKey(a: string, b: string): boolean {
  return a === b || (SHORT.get(a)?.includes(b) ?? false) || (SHORT.get(b)?.includes(a) ?? false)
}

function joined(units: readonly Unit[]): string {
  const all = units
    .map(({ key }) => key)
    .join('')
    .replace(/['\s]/g, '')
  return ORDINALS.get(all) ?? all
}

// the envoys' list, the boss's desk and the boss' desk
function isPossessive(long: string, short: string): boolean {
  return short.endsWith('s') && long === `${short}s`
}

// "twenty-five", "two hundred", "3.5 million"; undefined where not every word is of a number.
function numberIn(units: readonly Unit[]): number | undefined {
  let [sum, held] = [0, 0]
  for (const { key } of units) {
    const magnitude = MAGNITUDES.get(key) ?? (key === '100' ? 100 : undefined)
    if (magnitude !== undefined && held > 0) {
      held *= magnitude
      if (magnitude < 1000) continue
      sum += held
      held = 0
    } else if (/^\d+(?:\.\d+)?$/.test(key) && goesOn(held, Number(key))) held += Number(key)
    else if (key !== 'and' || (held < 100 && sum === 0)) return undefined
  }
  return sum + held
}

// twenty and five make 25; one, two and three make nothing
function goesOn(held: number, next: number): boolean {
  return held === 0 || (held % 100 === 0 && next < 100) || (held % 10 === 0 && held % 100 > 10 && next < 10)
}
