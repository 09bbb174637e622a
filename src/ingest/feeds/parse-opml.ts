// A list of feeds from OPML, whatever is wrong with it: what can be read is, and each fault is told with its line. An
// outline with an address is a feed, one with outlines in it is a folder.
import { Parser } from 'htmlparser2'
import { countLines } from './count-lines.ts'
import { type Allowance, decodeReferences, mendText } from './decode-references.ts'
import { FEED_CAPS } from './feed-caps.ts'
import { normaliseFeedAddress } from './normalise-feed-address.ts'
import type { FeedList, ListedFeed, OpmlFault } from './opml.ts'
import { resolveAddress } from './resolve-address.ts'

interface Outline {
  readonly line: number
  readonly start: number
  readonly attributes: Readonly<Record<string, string>>
  readonly name: string | undefined
  readonly isFeed: boolean
  children: number
}

const DEPTH_CAP = 100 // outlines in one another
const FAULT_CAP = 1000
const PIECE = 16_384 // characters: between two pieces it is seen whether to go on

/** The feeds in the order of the list, and the faults. Never throws. Two addresses that differ in nothing that counts are one feed. */
export function parseOpml(text: string): FeedList {
  const feeds: ListedFeed[] = []
  const faults: OpmlFault[] = []
  const open: Outline[] = []
  const firstLine = new Map<string, number>() // of each address
  const allowance: Allowance = { left: FEED_CAPS.references }
  const lineOf = countLines(text)
  let title: string | undefined
  let isTitle = false
  let [hasOpml, hasBody, isEnded] = [false, false, false]
  let [depth, deep] = [0, 0] // elements that are open; outlines among them that are left out
  const tell = (line: number, message: string): void => {
    if (faults.length < FAULT_CAP) faults.push({ line, message })
  }

  const parser = new Parser(
    {
      onopentag(raw, given) {
        depth += 1
        const name = raw.toLowerCase()
        const line = lineOf(parser.startIndex)
        if (name === 'opml') hasOpml = true
        else if (name === 'body') hasBody = true
        else if (name === 'title') isTitle = open.length === 0 && !hasBody
        if (name !== 'outline') return
        if (deep > 0 || open.length >= DEPTH_CAP) {
          if (deep === 0) tell(line, `more than ${DEPTH_CAP} outlines in one another; what is deeper was left out`)
          deep += 1
          return
        }
        const parent = open.at(-1)
        if (parent) parent.children += 1
        const attributes = decodeAttributes(given, allowance)
        const label = mendText(attributes.text || attributes.title || '').trim() || undefined
        const isFeed = Boolean(attributes.xmlurl) || /^(?:rss|atom|rdf|feed)$/i.test(attributes.type ?? '')
        open.push({ line, start: parser.startIndex, attributes, name: label, isFeed, children: 0 })
        if (isFeed) takeFeed(attributes, label, line)
      },
      ontext(raw) {
        if (isTitle) title = `${title ?? ''}${decodeReferences(raw, allowance)}`
      },
      onclosetag(raw, isImplied) {
        depth -= 1
        const name = raw.toLowerCase()
        if (name === 'title') isTitle = false
        if (name !== 'outline') {
          if (isImplied && isEnded && name === 'opml')
            tell(lineOf(text.length), 'the list breaks off before its end; what stood there was read')
          return
        }
        if (deep > 0) {
          deep -= 1
          return
        }
        const outline = open.pop()
        if (!outline) return
        if (isImplied && parser.startIndex !== outline.start)
          tell(outline.line, `the outline ${called(outline.name)} is never closed`)
        if (!outline.isFeed && outline.children === 0) {
          tell(outline.line, `the outline ${called(outline.name)} has no address (xmlUrl) and nothing in it`)
        }
      },
    },
    { xmlMode: true, decodeEntities: false },
  )

  function takeFeed(attributes: Readonly<Record<string, string>>, label: string | undefined, line: number): void {
    const given = attributes.xmlurl?.trim() ?? ''
    if (given === '') {
      tell(line, `the feed ${called(label)} has no address (xmlUrl)`)
      return
    }
    const url = resolveAddress(
      given.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://'),
      undefined,
    )
    if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) {
      tell(line, `the address of the feed ${called(label)} is none of the web: ${given.slice(0, 200)}`)
      return
    }
    const key = normaliseFeedAddress(url)
    const first = firstLine.get(key)
    if (first !== undefined) {
      tell(line, `the feed ${url} stands in line ${first} already; taken once`)
      return
    }
    firstLine.set(key, line)
    const page = attributes.htmlurl === undefined ? undefined : resolveAddress(attributes.htmlurl, undefined)
    const folders = open.slice(0, -1).flatMap(({ name, isFeed }) => (isFeed || name === undefined ? [] : [name]))
    const language = attributes.language?.trim()
    feeds.push({
      url,
      ...(label !== undefined && { title: label }),
      ...(page !== undefined && { page }),
      folders,
      ...(attributes.description && { description: mendText(attributes.description).trim() }),
      ...(language && !/^unknown$/i.test(language) && { language }),
    })
  }

  const end = Math.min(text.length, FEED_CAPS.bytes)
  for (let at = 0; at < end && depth < 10 * DEPTH_CAP; at += PIECE)
    parser.write(text.slice(at, Math.min(end, at + PIECE)))
  isEnded = true
  parser.end()
  if (!hasOpml) tell(1, 'no element "opml": this may be no list of feeds')
  else if (!hasBody) tell(1, 'no element "body", where the feeds of a list stand')
  if (text.length > FEED_CAPS.bytes)
    tell(lineOf(FEED_CAPS.bytes), `longer than ${FEED_CAPS.bytes} characters: read up to there`)
  const words = title === undefined ? undefined : mendText(title).trim()
  return { ...(words && { title: words }), feeds, faults: faults.sort((a, b) => a.line - b.line) }
}

/** Names of attributes are told apart by case in XML, and written in every case in OPML. */
function decodeAttributes(given: Readonly<Record<string, string>>, allowance: Allowance): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name.toLowerCase(), decodeReferences(value, allowance)]),
  )
}

function called(name: string | undefined): string {
  return name === undefined ? 'without a name' : `“${name.slice(0, 80)}”`
}
