// Bodies that a report names by their kind alone: "the company", "police", "the foreign ministry". Which company it is, and
// whose ministry, another report that says the same does not tell.
import { foldBody } from './fold-name.ts'

const KINDS: ReadonlySet<string> = new Set(
  `company companies firm firms corporation business manufacturer operator developer airline bank agency agencies police
  ministry ministries government cabinet administration authority authorities council embassy consulate union unions party
  court courts tribunal parliament assembly senate legislature army navy military force forces hospital school university
  guard guards
  college prosecution prosecutors commission committee board bureau department office institute group organisation
  organization association federation league fund trust church charity club movement opposition mission delegation
  secretariat treasury chancellery presidency palace service services staff`.split(/\s+/),
)

const OF_WHAT: ReadonlySet<string> = new Set(
  `foreign defence defense interior finance justice health education trade transport energy environment agriculture culture
  labour labor home state national federal central local regional provincial municipal city town district county supreme
  high constitutional appeal appeals criminal military armed security intelligence public general electoral election
  emergency fire coast border palace presidential ruling air country nation prime president minister prosecutor prosecutors mayor governor and of for`.split(
    /\s+/,
  ),
)

/** True for a name that is only of a kind of body; "the Security Council" and "the Labour Party" are names of their own. */
export function isBareBody(name: string): boolean {
  if (/\s\p{Lu}/u.test(name) && !/\bMinistry\b|\bGeneral Staff$/.test(name)) return false
  const words = foldBody(name).split(' ')
  return words.every((word) => KINDS.has(word) || OF_WHAT.has(word)) && words.some((word) => KINDS.has(word))
}

/** True for a source of whom the report does not tell who it is. */
export function isUndecided(name: string): boolean {
  return name.startsWith('unknown (')
}
