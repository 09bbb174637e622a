// The expectations of the corpus of feeds are Python expressions over the names of another parser. Nearly all are joined
// by `and` from terms of a path, an operator and a literal; those are what is read here.

export type Literal = string | number | boolean | null | readonly Literal[] | { readonly [key: string]: Literal }

export interface Expectation {
  readonly path: readonly (string | number)[]
  readonly operator: 'equals' | 'differs' | 'is absent' | 'is falsy' | 'has length' | 'is the sign' | 'is there'
  readonly literal: Literal
}

/** The terms of an expression; undefined where one of them is of another form. `bozo` is no value, and left out. */
export function readExpression(expression: string): Expectation[] | undefined {
  const terms = splitOutside(expression.trim(), ' and ').filter((term) => !/^(?:not )?bozo$/.test(term.trim()))
  const read = terms.map((term) => readTerm(unwrap(term.trim())))
  return read.every((expectations) => expectations !== undefined) ? read.flat() : undefined
}

function readTerm(term: string): Expectation[] | undefined {
  if (term === '1') return []
  const absent = /^not (.+)\.has_key\('(\w+)'\)$/.exec(term)
  if (absent)
    return withPath(absent[1], (path) => [{ path: [...path, absent[2] ?? ''], operator: 'is absent', literal: null }])
  const falsy = /^not (\S+)$/.exec(term)
  if (falsy) return withPath(falsy[1], (path) => [{ path, operator: 'is falsy', literal: null }])
  const counted = /^(len|ord)\((.+)\) == (\d+)$/.exec(term)
  if (counted) {
    const operator = counted[1] === 'len' ? 'has length' : 'is the sign'
    return withPath(counted[2], (path) => [{ path, operator, literal: Number(counted[3]) }])
  }
  for (const [sign, operator] of [
    [' == ', 'equals'],
    [' is ', 'equals'],
    [' != ', 'differs'],
  ] as const) {
    const parts = splitOutside(term, sign)
    if (parts.length < 2) continue
    const literal = readLiteral(parts.at(-1) ?? '')
    const paths = parts.slice(0, -1).map((part) => readPath(part.trim()))
    if (literal === undefined || paths.includes(undefined)) return undefined
    return paths.map((path = []) => ({ path, operator, literal }))
  }
  return withPath(term, (path) => [{ path, operator: 'is there', literal: null }])
}

function withPath(
  text: string | undefined,
  make: (path: (string | number)[]) => Expectation[],
): Expectation[] | undefined {
  const path = readPath(text ?? '')
  return path && make(path)
}

/** `entries[0]['title_detail'].value`, `feed.get('x')` */
export function readPath(text: string): (string | number)[] | undefined {
  if (!/^[a-z_]+(?:\[-?\d+\]|\['[^']*'\]|\.get\('[^']*'\)|\.[a-z_]+)*$/.test(text)) return undefined
  return [...text.matchAll(/\[(-?\d+)\]|\['([^']*)'\]|\.get\('([^']*)'\)|\.?([a-z_]+)/g)].map(
    ([, index, quoted, got, plain]) => (index === undefined ? (quoted ?? got ?? plain ?? '') : Number(index)),
  )
}

/** A Python literal as a value; undefined where it is none. */
export function readLiteral(text: string): Literal | undefined {
  const plain = text.trim()
  if (plain === 'None') return null
  if (plain === 'True' || plain === 'False') return plain === 'True'
  if (/^-?\d+(?:\.\d+)?$/.test(plain)) return Number(plain)
  const [, mark, inner = ''] = /^u?(['"])(.*)\1$/s.exec(plain) ?? []
  if (mark && !new RegExp(`(?<!\\\\)${mark}`).test(inner)) return unescapeText(inner)
  const isList = /^\(.*\)$|^\[.*\]$/s.test(plain)
  if (isList) {
    const parts = splitOutside(plain.slice(1, -1), ',').filter((part) => part.trim())
    const values = parts.map(readLiteral)
    return values.includes(undefined) ? undefined : (values as Literal[])
  }
  if (!/^\{.*\}$/s.test(plain)) return undefined
  const pairs = splitOutside(plain.slice(1, -1), ',')
    .filter((part) => part.trim())
    .map((part) => splitOutside(part, ':').map(readLiteral))
  if (pairs.some((pair) => pair.length !== 2 || pair.includes(undefined))) return undefined
  return Object.fromEntries(pairs.map(([key, value]) => [String(key), value ?? null]))
}

function unescapeText(text: string): string {
  return text.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.))/gis, (_, two, four, eight, sign) => {
    const hex = two ?? four ?? eight
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    return { n: '\n', t: '\t', r: '\r' }[String(sign)] ?? String(sign)
  })
}

/** Splits at a sign that stands outside quotation marks and brackets. */
function splitOutside(text: string, sign: string): string[] {
  const parts: string[] = []
  let [depth, mark, from] = [0, '', 0]
  for (let at = 0; at < text.length; at++) {
    const here = text.charAt(at)
    if (mark) {
      if (here === '\\') at += 1
      else if (here === mark) mark = ''
    } else if (here === '"' || here === "'") mark = here
    else if (depth === 0 && text.startsWith(sign, at)) {
      parts.push(text.slice(from, at))
      from = at + sign.length
      at = from - 1
    } else if ('([{'.includes(here)) depth += 1
    else if (')]}'.includes(here)) depth -= 1
  }
  return [...parts, text.slice(from)]
}

function unwrap(term: string): string {
  return /^\((.*)\)$/s.exec(term)?.[1] ?? term
}
