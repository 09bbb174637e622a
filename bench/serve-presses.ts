// The outlets of a newsroom's day, a process of their own: each on a loopback address of its own prints its share of the reports at
// a steady rate, and its feed leads to the latest. Nothing is printed before the first of them is asked, and nothing after the end.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Mix, makeMix, makeReading } from './make-readings.ts'

export const OUTLETS = 60
const FEED_ITEMS = 60
const DAYS = 30 // over which the stories of all reports begin and move on: a busy desk's month, however short the time to print it in

/** How much is printed. */
export interface Press {
  readonly rate: number // reports a second, of all outlets together
  readonly minutes: number
  readonly words: number // of a report, about
  readonly before?: number // reports printed before the first minute, which the desk was handed: the feeds do not lead to these
}

/** A report as it is handed in, one a line. */
export interface Handed {
  readonly name: string
  readonly outlet: string
  readonly published: string
  readonly text: string
}

/** What was printed before the first minute, at the same rate, the last of it at `end` (milliseconds since 1970). */
export function* listBefore(press: Press, end: number): Generator<Handed> {
  const { rate, words, before = 0 } = press
  const mix = mixOf(press)
  for (let number = 0; number < before; number++) {
    const outlet = `Bench Courier ${number % OUTLETS}`
    const published = new Date(end - ((before - number) * 1000) / rate).toISOString()
    yield { name: `before-${number}`, outlet, published, text: cut(makeReading(mix, number).doc.text, words) }
  }
}

function mixOf({ rate, minutes, before = 0 }: Press): Mix {
  const count = Math.ceil(rate * minutes * 60)
  return makeMix(before + count, 1, (DAYS * (before + count)) / count)
}

/** Serves until the process that forked this one goes; tells it the port. */
export async function servePresses(press: Press): Promise<void> {
  const { rate, minutes, words, before = 0 } = press
  const end = before + Math.ceil(rate * minutes * 60)
  const mix = mixOf(press)
  let begun: number | undefined
  const answer = (host: string, outlet: number, path: string): { type: string; body: string } | undefined => {
    begun ??= Date.now()
    const printed = (number: number): number => (begun ?? 0) + ((number - before) * 1000) / rate
    if (path === '/feed.xml') {
      const latest = Math.min(end, before + Math.floor(((Date.now() - begun) / 1000) * rate) + 1) // numbers below are out
      const own: number[] = []
      for (let number = latest - 1; number >= before && own.length < FEED_ITEMS; number--) {
        if (number % OUTLETS === outlet) own.push(number)
      }
      return { type: 'application/rss+xml', body: writeFeed(host, outlet, own, printed) }
    }
    const number = Number(/^\/report\/(\d+)$/.exec(path)?.[1] ?? -1)
    if (number < before || number % OUTLETS !== outlet || number >= end || printed(number) > Date.now())
      return undefined
    return {
      type: 'text/html; charset=utf-8',
      body: writePage(cut(makeReading(mix, number).doc.text, words), outlet, printed(number)),
    }
  }
  let port = 0
  for (let outlet = 0; outlet < OUTLETS; outlet++) {
    const server = createServer((request, response) => {
      const found = answer(request.headers.host ?? '', outlet, request.url ?? '')
      if (found) response.writeHead(200, { 'content-type': found.type }).end(found.body)
      else response.writeHead(404, { 'content-type': 'text/html' }).end('<p>There is no such page.</p>')
    })
    server.listen(port, addressOf(outlet))
    await once(server, 'listening')
    port ||= (server.address() as AddressInfo).port
  }
  process.on('disconnect', () => process.exit())
  process.send?.(port)
}

export function addressOf(outlet: number): string {
  return `127.0.1.${outlet + 1}`
}

function writeFeed(
  host: string,
  outlet: number,
  numbers: readonly number[],
  printed: (number: number) => number,
): string {
  const items = numbers.map((number) => {
    const url = `http://${host}/report/${number}`
    const date = new Date(printed(number)).toUTCString()
    return `<item><title>Report ${number}</title><link>${url}</link><guid>${url}</guid><pubDate>${date}</pubDate></item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Bench Courier ${outlet}</title><link>http://${host}/</link><description>All of it</description>
${items.join('\n')}
</channel></rss>
`
}

// Whole sentences, as many as come to so many words.
function cut(text: string, words: number): string {
  let kept = ''
  for (const sentence of text.split(/(?<=[.”])(?=\s)/)) {
    if (kept !== '' && `${kept}${sentence}`.split(/\s+/).length > words) break
    kept += sentence
  }
  return kept
}

function writePage(text: string, outlet: number, printed: number): string {
  const paragraphs = text.split('\n\n').map((words) => `<p>${words}</p>`)
  const title = (text.split('.')[0] ?? '').slice(0, 90)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:site_name" content="Bench Courier ${outlet}"><meta property="og:type" content="article">
<meta property="article:published_time" content="${new Date(printed).toISOString()}"></head>
<body><nav><a href="/">Bench Courier ${outlet}</a> <a href="/world">World</a></nav><article><h1>${title}</h1>
${paragraphs.join('\n')}
</article><footer>All rights reserved.</footer></body></html>`
}
