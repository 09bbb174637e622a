// A byline taken apart: people, desks of the outlet, and bodies whose text it is. Who wrote is not whose text it is:
// "By Ilse Marrow, Meridian News Agency" has a person and an agency, "By Reuters staff" no person at all.
import type { Field } from '../model/doc.ts'
import { agencyBefore, isSame, judgeCredit } from './judge-credit.ts'
import { foldTitle } from './judge-line.ts'

export interface Credits {
  readonly people: readonly string[]
  readonly desks: readonly string[]
  readonly bodies: readonly string[]
}

const LEAD =
  /^\W*(?:(?:words|story|text|reporting|reported|written|posted|article|report|analysis)\s+)?by\b:?\s*|^\W*(?:byline|author|reporter)s?:\s*/i
const BETWEEN = /\s*(?:[,;|•·/\n]|\s[-–—]\s|\band\b|\s&\s|\bwith\b|\bfor\b|\bvia\b|(?<=[a-z]{3})\.(?=\s[A-Z]))\s*/i
const MONTHS = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?'
const DAYS = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?'
// @marrow, Nov 18, 2019 at 9:24 pm ET, 20 November 10:43, 2 min read: what bylines run into
const RUNS_INTO = new RegExp(
  `@\\w+|\\b(?:on )?(?:${DAYS} )?(?:${MONTHS} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? ${MONTHS})(?![\\p{L}\\d]).*|\\b\\d{1,2}:\\d{2}\\b.*|\\b\\d+ min(?:ute)?s? read\\b.*`,
  'giu',
)

/** Who a byline credits. `outlet`: its own name in a byline is a desk. */
export function splitByline(byline: string, outlet?: string): Credits {
  const found: Record<'person' | 'desk' | 'body', string[]> = { person: [], desk: [], body: [] }
  const words = byline
    .slice(0, 300)
    .replace(/\s+/g, ' ')
    .replace(RUNS_INTO, '|')
    .replace(/\s*\([^)]*\)/g, '')
  let isFirst = true
  for (const raw of words.replace(LEAD, '').split(BETWEEN)) {
    const piece = withoutOutlet(
      raw
        .replace(LEAD, '')
        .replace(/(?<=\p{L}{2})[\s.:–—-]+$/u, '')
        .trim(),
      outlet,
    )
    const agency = agencyBefore(piece)
    const credit = agency === undefined ? judgeCredit(piece, isFirst, outlet) : 'body'
    const name = agency ?? piece
    if (credit && !(agency && isSame(agency, outlet))) found[credit].push(name)
    if (credit) isFirst = false
  }
  return { people: unique(found.person), desks: unique(found.desk), bodies: unique(found.body) }
}

/** A field that credits somebody, as a field for people, one for desks and one for each body. */
export function splitCredit({ value, path }: Field, outlet: string | undefined): Field[] {
  const { people, desks, bodies } = splitByline(value, outlet)
  return [
    ...(people.length > 0 ? [{ name: 'byline' as const, value: people.join(', '), path }] : []),
    ...(desks.length > 0 ? [{ name: 'desk' as const, value: desks.join(', '), path }] : []),
    ...bodies.map((body) => ({ name: 'source' as const, value: body, path })),
  ]
}

/** "Ilse Marrow Harbour Post" -> Ilse Marrow, where that is the outlet. */
function withoutOutlet(piece: string, outlet: string | undefined): string {
  if (!outlet || !piece.toLowerCase().endsWith(` ${outlet.toLowerCase()}`)) return piece
  const name = piece.slice(0, -outlet.length).trim()
  return name.includes(' ') ? name : piece
}

function unique(names: readonly string[]): string[] {
  return names.filter((name, at) => names.findIndex((other) => foldTitle(other) === foldTitle(name)) === at)
}
