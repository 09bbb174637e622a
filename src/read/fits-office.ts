// Whether somebody of whom a text has spoken may be who holds the office that words name: "the Veldanian defence minister" is neither the
// foreign minister nor the minister of another country, whoever else was spoken of.
import type { Person } from './find-names.ts'
import type { Range, Scene } from './scene.ts'

const PORTFOLIO =
  /^(?:prime|foreign|defen[cs]e|interior|home|finance|energy|oil|trade|justice|health|economy|economics|information|transport|agriculture|education|labou?r|culture|environment|vice)$/

const OFFICE =
  /^(?:president|prime|foreign|minister|premier|chancellor|secretary|governor|mayor|envoy|ambassador|general|colonel|senator|chairman|director|speaker|leader|opposition|deputy|vice|defen[cs]e|interior|finance)$/i

/** The words for an office: its portfolios in small letters, and the places or bodies that it is of. */
export interface NamedOffice {
  readonly portfolios: readonly string[]
  readonly sides: readonly string[]
}

/** What the words say beside the office itself. */
export function nameOffice({ tokens }: Scene, { from, to }: Range): NamedOffice {
  const words = tokens.slice(from, to)
  return {
    portfolios: words.map(({ lower }) => lower).filter((word) => PORTFOLIO.test(word)),
    sides: words.map(({ text }) => text).filter((word) => isSide(word) && !/^(?:The|This|That)$/.test(word)),
  }
}

const REACH = 80 // words: about three sentences
const BEFORE = 3 // words of an office before its noun: the former Karskan foreign minister

/** How the noun was last used with more than itself, shortly before: "the Veldanian defence minister" of "the minister". */
export function lastNamed(scene: Scene, head: string, before: number): NamedOffice | undefined {
  for (let at = before - 1; at > Math.max(0, before - REACH); at--) {
    if (scene.tokens[at]?.lower !== head) continue
    const isOf = scene.tokens[at + 1]?.lower === 'of'
    const named = nameOffice(scene, { from: Math.max(0, at - BEFORE), to: isOf ? at + 3 : at + 1 })
    if (named.portfolios.length + named.sides.length > 0) return named
  }
  return undefined
}

/** False where what the text calls the person is another portfolio or another side. */
export function fitsOffice({ roles, roleWords }: Person, { portfolios, sides }: NamedOffice): boolean {
  if (portfolios.length > 0 && !portfolios.some((word) => roleWords.has(word))) return false
  const own = (roles.match(/\b\p{Lu}[\p{L}-]{3,}/gu) ?? []).filter(isSide).map(rootOf)
  return sides.length === 0 || own.length === 0 || sides.some((side) => own.includes(rootOf(side)))
}

function isSide(word: string): boolean {
  return /^\p{Lu}[\p{L}-]{3,}/u.test(word) && !OFFICE.test(word)
}

// Veldania and Veldanian
function rootOf(word: string): string {
  return word.toLowerCase().slice(0, 5)
}
