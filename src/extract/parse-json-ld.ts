// JSON-LD as pages really have it: alone, in lists and graphs, with references by @id, within comments or CDATA, with
// HTML's escapes, with line breaks in its strings, or cut off. What can be read of it is; nothing here throws.
import { parseFragment } from 'parse5'

/** One thing of JSON-LD: an article, a person, an organisation. */
export type Thing = { readonly [key: string]: unknown }

/** The things that the scripts of a page tell of, a graph's members among them, references put in. */
export function parseJsonLd(scripts: readonly string[]): Thing[] {
  const things = scripts.flatMap((script) => listOf(parseScript(script)).flatMap((value) => membersOf(value, 0)))
  const byId = new Map<string, Thing>()
  for (const thing of things) {
    const id = thing['@id']
    if (typeof id === 'string' && Object.keys(thing).length > 1 && !byId.has(id)) byId.set(id, thing)
  }
  return things.map((thing) =>
    Object.fromEntries(Object.entries(thing).map(([key, value]) => [key, putIn(value, byId)])),
  )
}

/** The value as a list: none, one, or as it is. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True where one of the thing's types fits. */
export function isOfType(thing: Thing, type: RegExp): boolean {
  return listOf(thing['@type']).some((each) => typeof each === 'string' && type.test(each))
}

const LONGEST = 500 // characters of a value that is worth keeping

/** The first words among a value's, HTML's escapes undone. `{"@value": "…"}` is its value. */
export function textOf(value: unknown): string | undefined {
  for (const one of listOf(value)) {
    const text = isThing(one) ? one['@value'] : one
    if (typeof text === 'string' && text.trim()) return unescapeText(text).slice(0, LONGEST).toWellFormed()
  }
  return undefined
}

const DEEPEST = 4 // levels of graphs and lists within one another

function membersOf(value: unknown, depth: number): Thing[] {
  if (Array.isArray(value)) return depth < DEEPEST ? value.flatMap((one) => membersOf(one, depth + 1)) : []
  if (!isThing(value)) return []
  const inside = depth < DEEPEST ? [value['@graph'], value.mainEntity] : []
  return [value, ...inside.flatMap((one) => membersOf(one, depth + 1))]
}

/** A bare reference becomes what it refers to, one level down: what that refers to in turn is of no use here. */
function putIn(value: unknown, byId: ReadonlyMap<string, Thing>): unknown {
  if (Array.isArray(value)) return value.map((one) => putIn(one, byId))
  const id = isThing(value) ? value['@id'] : undefined
  return (typeof id === 'string' && isThing(value) && value.name === undefined && byId.get(id)) || value
}

function parseScript(script: string): unknown {
  const json = script
    .trim()
    .replace(/^(?:\s*(?:<!--|\/\/|\/\*|\*\/|<!\[CDATA\[))+/, '')
    .replace(/(?:\s*(?:-->|\/\/|\/\*|\*\/|\]\]>|;))+\s*$/, '')
  const plain = json.includes('"') ? json : unescapeText(json) // {&quot;@type&quot;: …}
  return tryJson(plain) ?? tryJson(mend(plain)) ?? pickKeys(plain)
}

function tryJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined // the next attempt, or the meta elements, speak instead
  }
}

/** Line breaks inside strings, commas before a closing bracket, objects one after the other without a list. */
function mend(json: string): string {
  const whole = json
    .replace(/"(?:[^"\\]|\\[\s\S])*"/g, (string) => string.replace(/\p{Cc}/gu, ' '))
    .replace(/,(?=\s*[\]}])/g, '')
  return /\}\s*\{/.test(whole) ? `[${whole.replace(/\}\s*\{/g, '},{')}]` : whole
}

const TYPE = /"@type"\s*:\s*\[?\s*"([A-Za-z]{3,40})"/
const STRINGS = ['headline', 'datePublished', 'dateModified', 'url', 'articleSection', 'inLanguage', 'description']
const NAMED = ['author', 'publisher', 'sourceOrganization']

/** From what is broken beyond that: the first of each key, and of people and organisations the first name after it. */
function pickKeys(json: string): Thing | undefined {
  const type = TYPE.exec(json)?.[1]
  if (!type) return undefined
  const string = (pattern: string): unknown => {
    const found = new RegExp(`${pattern}\\s*:\\s*("(?:[^"\\\\\\n]|\\\\.){1,500}")`).exec(json)?.[1]
    return found === undefined ? undefined : tryJson(found)
  }
  const pairs = [
    ...STRINGS.map((key) => [key, string(`"${key}"`)] as const),
    ...NAMED.map((key) => [key, string(`"${key}"\\s*:\\s*\\[?\\s*\\{[^{}]{0,300}?"name"`)] as const),
  ]
  return { '@type': type, ...Object.fromEntries(pairs.filter(([, value]) => value !== undefined)) }
}

/** "Karsk &amp;amp; Veldania" -> Karsk & Veldania */
function unescapeText(text: string): string {
  let plain = text
  for (let turn = 0; turn < 2 && /&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(plain); turn++) {
    const [node] = parseFragment(plain.replaceAll('<', '&lt;')).childNodes
    plain = node && 'value' in node ? node.value : plain
  }
  return plain
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
