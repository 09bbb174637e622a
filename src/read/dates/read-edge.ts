// Parts of a stretch that have no name: "late last year", "early March", "mid-2031", "the end of next month", "earlier this week".
import { endOf, type Period, shift } from './calendar.ts'
import { type Look, type Parsed, type Read, wordAt } from './look.ts'

type Mod = NonNullable<Parsed['mod']>

/** The edge that begins at the word, of a stretch read by `read`. Its value is the whole stretch's: coarse stays coarse. */
export function readEdge(look: Look, at: number, read: Read): Parsed | undefined {
  const from = wordAt(look, at).text === 'the' ? at + 1 : at
  const hasArticle = from > at
  const { text } = wordAt(look, from)
  if (text === 'eve') return wordAt(look, from + 1).text === 'of' ? readEve(read(look, from + 2)) : undefined
  const noun = NOUNS.get(text)
  if (noun) {
    const isOf = wordAt(look, from + 1).text === 'of'
    const whole = isOf ? (read(look, from + 2) ?? readBareUnit(look, from + 2, read)) : undefined
    return whole && marked(look, whole, noun)
  }
  const mod = ADJECTIVES.get(text)
  if (!mod) return undefined
  let next = from + 1
  if (/^[-–]$/.test(wordAt(look, next).text)) next += 1
  const isLinked = /^(?:in|on|of)$/.test(wordAt(look, next).text)
  if (isLinked && (mod === 'MID' || hasArticle)) return undefined
  const begin = isLinked ? next + 1 : next
  const whole = read(look, begin) ?? (wordAt(look, begin).text === 'the' ? read(look, begin + 1) : undefined)
  if (!whole) return undefined
  if (/^earlier|later$/.test(text)) return untilToday(look, whole, text === 'earlier' ? 'START' : 'END')
  return marked(look, whole, mod)
}

const NOUNS: ReadonlyMap<string, Mod> = new Map(
  Object.entries({
    beginning: 'START',
    start: 'START',
    middle: 'MID',
    end: 'END',
    close: 'END',
    turn: 'START',
    rest: 'END',
    remainder: 'END',
  }),
)
const ADJECTIVES: ReadonlyMap<string, Mod> = new Map(
  Object.entries({
    early: 'START',
    earlier: 'START',
    mid: 'MID',
    middle: 'MID',
    late: 'END',
    later: 'END',
  }),
)

/** "the eve of Christmas": the day before. */
function readEve(whole: Parsed | undefined): Parsed | undefined {
  if (whole?.type !== 'DATE') return undefined
  const { to, period, near } = whole
  const before = (day: Period | undefined): Period | undefined => (day?.unit === 'day' ? shift(day, -1) : undefined)
  const own = before(period)
  if (!own && !near) return undefined
  return { to, type: 'DATE', ...(own && { period: own }), ...(near && { near: (...ask) => before(near(...ask)) }) }
}

function marked(_: Look, whole: Parsed, mod: Mod): Parsed | undefined {
  return whole.type === 'DATE' || whole.type === 'TIME' ? { ...whole, mod } : undefined
}

/** "end of year", "end of month": of the one that holds today. */
function readBareUnit(look: Look, at: number, read: Read): Parsed | undefined {
  const isUnit = /^(?:week|month|quarter|year)$/.test(wordAt(look, at).text)
  if (!isUnit) return undefined
  const article = { ...wordAt(look, at), text: 'this', isGlued: false }
  const found = read({ ...look, words: [article, wordAt(look, at)] }, 0)
  return found && { ...found, to: at + 1 }
}

/** "earlier this week" ends today, "later this month" begins today. */
function untilToday({ today }: Look, whole: Parsed, mod: Mod): Parsed {
  const { period } = whole
  if (today === undefined || !period || whole.type !== 'DATE') return { ...whole, mod }
  const until = endOf(period)
  if (today < period.start || today >= until) return { ...whole, mod }
  const days = mod === 'START' ? ([period.start, today + 1] as const) : ([today, until] as const)
  return { ...whole, mod, days }
}
