// Whom a name on the command line means: by the whole name in any spelling, by the surname, by a short name of a body, or by
// the beginning of an id. Two who fit are both named, and nobody is chosen.
import { editDistance, foldBody, foldPerson } from '../link/fold-name.ts'
import { ReadoutError } from '../model/errors.ts'
import { listedName } from '../read/name-body.ts'
import type { Speaker } from './list-who.ts'

/**
 * Those whom the name means: one, or unnamed sources who go by the same description. Throws WHO_AMBIGUOUS or WHO_UNKNOWN
 * with those that are near.
 */
export function findSpeaker(speakers: readonly Speaker[], name: string): [Speaker, ...Speaker[]] {
  for (const fits of [isCalled, isItsGovernment, isShortFor, isOwner, isSpelledLike, beginsId]) {
    const found = speakers.filter((speaker) => facesOf(speaker).some((face) => fits(face, name)))
    const [first, ...others] = found
    if (!first) continue
    const isAlike = others.every(
      ({ kind, name: other }) => kind === 'group' && first.kind === kind && other === first.name,
    )
    if (isAlike) return [first, ...others]
    throw new ReadoutError('WHO_AMBIGUOUS', `"${name}" may be ${listed(found)}; write more of the name, or the id`)
  }
  const near = nearest(speakers, name)
  const hint = near.length > 0 ? `near are ${listed(near)}` : '"readout who" lists everybody'
  throw new ReadoutError('WHO_UNKNOWN', `nobody called "${name}" says anything on this desk; ${hint}`)
}

// Whom a person ruled to be the same is found by either name and either id.
function facesOf(speaker: Speaker): Speaker[] {
  return [speaker, ...(speaker.aliases ?? []).map((alias) => ({ ...speaker, ...alias }))]
}

/** Those who go by one description as one speaker: with all that they have said, in all outlets. */
export function asOne([first, ...others]: readonly [Speaker, ...Speaker[]]): Speaker {
  const all = [first, ...others]
  const said = all.reduce((sum, speaker) => sum + speaker.said, 0)
  return { ...first, said, outlets: [...new Set(all.flatMap(({ outlets }) => outlets))].toSorted() }
}

function keyOf(name: string): string {
  return foldBody(listedName(name) ?? name).replace(/(?<=\p{L}) government$/u, '')
}

// Ilse Marrow, envoy Ilse Marrow; Moscow, the Kremlin, Russian government
function isCalled({ kind, name }: Speaker, wanted: string): boolean {
  if (kind !== 'person') return keyOf(name) === keyOf(wanted)
  const words = foldPerson(wanted)
  return words.length > 1 && foldPerson(name).join(' ') === words.join(' ')
}

// Karsk: the Karskan government
function isItsGovernment({ kind, name }: Speaker, wanted: string): boolean {
  const [own, place] = [keyOf(name), keyOf(wanted)]
  const stem = place.replace(/[aeiou]+$/u, '')
  if (kind !== 'government' || !/ government$/i.test(name) || stem.length < 3 || !own.startsWith(stem)) return false
  return /^(?:[aeiou]*n|ish|[aeiou]*ese|ic)$/u.test(own.slice(stem.length))
}

// Marrow, I. Marrow, Ilse K. Marrow; the Courier
function isShortFor({ kind, name }: Speaker, wanted: string): boolean {
  if (kind !== 'person') return holdsWords(keyOf(name.replace(OWNER, '')), keyOf(wanted))
  const [whole, part] = [foldPerson(name), foldPerson(wanted)]
  const [first, given] = [whole[0] ?? '', part[0] ?? '']
  if (part.length === 0 || whole.at(-1) !== part.at(-1)) return false
  return part.length === 1 || whole.length === 1 || first === given || (given.length === 1 && first.startsWith(given))
}

const OWNER = /^.*['’]s (?=\S)/u

// Marrow's office: hers, but where she herself speaks it is she who is meant
function isOwner({ kind, name }: Speaker, wanted: string): boolean {
  return kind !== 'person' && holdsWords(keyOf(name), keyOf(wanted))
}

function holdsWords(whole: string, part: string): boolean {
  return part !== '' && ` ${whole} `.includes(` ${part} `)
}

const LONG = 6 // letters; of a shorter surname one letter more is another name

// Marow, Ilsa Marrow
function isSpelledLike({ kind, name }: Speaker, wanted: string): boolean {
  const [whole, part] = [foldPerson(name), foldPerson(wanted)]
  const [surname, own] = [whole.at(-1) ?? '', part.at(-1) ?? '']
  if (kind !== 'person' || own.length < LONG || editDistance(surname, own, 1) > 1) return false
  return part.length === 1 || whole.length === 1 || editDistance(whole[0] ?? '', part[0] ?? '', 1) <= 1
}

function beginsId({ id }: Speaker, wanted: string): boolean {
  return /^[0-9a-f]{6,}$/.test(wanted) && id.startsWith(wanted)
}

const MOST = 5 // that a message lists

// By whole words, or by their beginning, or by a slip of the keyboard in a long one; "the" and "of" make nobody near
function nearest(speakers: readonly Speaker[], name: string): Speaker[] {
  const words = telling(name)
  const scored = speakers.map((speaker) => {
    const own = telling(speaker.name)
    const shared = words.filter((word) => own.some((other) => other.startsWith(word))).length
    const typed = own.some((word) => words.some((other) => isSlip(word, other))) ? 0.5 : 0
    return { speaker, score: shared + typed }
  })
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ speaker }) => speaker)
}

function telling(name: string): string[] {
  const words = name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return words.filter((word) => word.length > 2 && !/^(?:the|and|for)$/.test(word))
}

function isSlip(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length) < LONG ? 1 : 2
  return Math.min(a.length, b.length) > 3 && editDistance(a, b, most) <= most
}

function listed(speakers: readonly Speaker[]): string {
  const shown = speakers.slice(0, MOST).map(({ id, name, said }) => `${name} (${said} said, id ${id.slice(0, 8)})`)
  const more = speakers.length > MOST ? [`${speakers.length - MOST} more`] : []
  return [...shown, ...more].join(', ')
}
