// A citation in BibTeX. Every character that TeX gives a meaning to is escaped, letters of any script stay as they are (UTF-8, as
// BibTeX's successors read it), and braces always pair, so that no title can end its field.
import { type Addresses, type Cited, type CitedFacts, factsOf } from './cited.ts'

/** One entry. `@online`, which older styles print as `@misc`. */
export function bibtexOf(cited: Cited, addresses: Addresses): string {
  const facts = factsOf(cited, addresses)
  const { title, authors, outlet, day, url, address, seen, digest, language } = facts
  const fields: readonly (readonly [string, string | undefined])[] = [
    // a name in braces is one name, whatever stands in it: "Marrow, Ilse and Sons"
    ['author', authors.length === 0 ? undefined : authors.map((name) => `{${escapeTex(name)}}`).join(' and ')],
    ['title', `{${escapeTex(title)}}`], // a second pair keeps the case of its letters
    [cited.kind === 'report' ? 'organization' : 'publisher', outlet && escapeTex(outlet)],
    ['date', day],
    ['year', day?.slice(0, 4)],
    ['month', day && String(Number(day.slice(5, 7)))],
    ['url', escapeUrl(url)],
    ['urldate', seen],
    ['language', language && escapeTex(language)],
    ['note', escapeTex(noteOf(cited, facts, address, digest))],
  ]
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`  ${name} = {${value}},`],
  )
  return `@online{${keyOf(facts)},\n${lines.join('\n')}\n}\n`
}

function noteOf(cited: Cited, { url }: CitedFacts, address: string, digest: string | undefined): string {
  const stored = url === address ? '' : `Stored at ${address}. `
  if (digest === undefined) return stored.trim()
  const what = cited.kind === 'edition' ? 'Log entry' : 'SHA-256 of the bytes'
  return `${stored}${what}: ${digest}`
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
}

// An escaped brace still counts as a brace for BibTeX, which looks at these alone: a single one would run to the end of the file.
function escapeTex(words: string): string {
  const isEven = balance(words)
  return [...words.toWellFormed().replace(/\p{Cc}+/gu, ' ')]
    .map((letter) =>
      !isEven && (letter === '{' || letter === '}')
        ? letter === '{'
          ? '\\textbraceleft{}'
          : '\\textbraceright{}'
        : (SPECIAL[letter] ?? letter),
    )
    .join('')
}

function balance(words: string): boolean {
  let open = 0
  for (const letter of words) {
    if (letter === '{') open += 1
    if (letter === '}') open -= 1
    if (open < 0) return false
  }
  return open === 0
}

// An address is taken as it is by the packages that print it; what would end the field or the line is spelt out.
function escapeUrl(url: string): string {
  return url.replace(/[{}\\\s"<>^`|%#_&$~]|\p{Cc}/gu, (mark) => (URL_KEPT.has(mark) ? mark : encodeURIComponent(mark)))
}

const URL_KEPT = new Set(['%', '#', '_', '&', '$', '~'])

/** "harbourpost2031-1a2b3c4d": letters and figures alone. */
function keyOf({ outlet, day, id }: CitedFacts): string {
  const name =
    (outlet ?? 'report')
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9]/g, '')
      .toLowerCase()
      .slice(0, 24) || 'report'
  return `${name}${day?.slice(0, 4) ?? ''}-${id.replace(/[^A-Za-z0-9]/g, '').slice(0, 8)}`
}
