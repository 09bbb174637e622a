// One name for each outlet: the short name that reports use of an outlet whose own reports are on the desk. "Meridian"
// is the Meridian News Agency, "the Post" the Calvermoor Post, if no other outlet of the desk ends or begins like it.
import { foldBody } from './fold-name.ts'

export interface OutletNames {
  readonly nameOf: (name: string) => string // the full name, or the name given
  readonly findIn: (words: string) => string | undefined // the outlet that words name in full
  readonly isKnown: (name: string) => boolean // an outlet of the desk goes by that name
}

/** The names of outlets, of those that docs come from. */
export function nameOutlets(names: Iterable<string>): OutletNames {
  const outlets = new Map([...names].sort().map((name) => [foldBody(name), name] as const))
  const cache = new Map<string, string | undefined>()
  const find = (name: string): string | undefined => {
    const folded = foldBody(name)
    if (outlets.has(folded) || folded === '') return outlets.get(folded)
    const near = [...outlets].filter(([full]) => isStart(full, folded) || isEnd(full, folded))
    return near.length === 1 ? near[0]?.[1] : undefined
  }
  const lookUp = (name: string): string | undefined => {
    if (!cache.has(name)) cache.set(name, find(name))
    return cache.get(name)
  }
  const findIn = (words: string): string | undefined => {
    const folded = ` ${foldBody(words)} `
    return [...outlets].find(([full]) => folded.includes(` ${full} `))?.[1]
  }
  return { findIn, nameOf: (name) => lookUp(name) ?? name, isKnown: (name) => lookUp(name) !== undefined }
}

// Meridian, of Meridian News Agency; but Zemlin is the land, or the town, that the Zemlin Courier is named after
function isStart(full: string, short: string): boolean {
  return full.startsWith(`${short} `) && !TITLE.test(full.slice(short.length + 1))
}

// the Post, of the Calvermoor Post; but not Zemlin, of Radio Zemlin
function isEnd(full: string, short: string): boolean {
  return full.endsWith(` ${short}`) && !/^(?:radio|television|tv|agence|agency)$/.test(full.slice(0, -short.length - 1))
}

const TITLE =
  /^(?:(?:daily|weekly|evening|morning|sunday) )?(?:courier|herald|post|times|gazette|tribune|journal|star|observer|mail|telegraph|chronicle|register|examiner|radio|television|tv|today|review|monitor|record|standard|echo|mirror|express|sun|globe|inquirer|ledger|bulletin|dispatch|argus|messenger|sentinel|advertiser|independent|press|news|(?:state|public|national) (?:news|media|radio|television|tv|broadcaster)|(?:public )?broadcasting(?: (?:service|corporation|company|authority|network))?)(?: (?:online|daily|weekly))?$/

/** The folded names that reports may use of an outlet: its own, and its first or last words. */
export function listShortNames(name: string): string[] {
  const words = foldBody(name).split(' ')
  const starts = words.map((_, at) => words.slice(0, at + 1).join(' '))
  const ends = words.map((_, at) => words.slice(at).join(' '))
  return [...new Set([...starts, ...ends])]
}
