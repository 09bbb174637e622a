// Vices of feeds: cut, no feed at all, huge, deep, a bomb of entities, full of inner addresses, moved, gone.
import { plain } from './answer-at.ts'
import { innerAddress } from './inner-addresses.ts'
import { send, withValidators } from './send.ts'
import { HEALS } from './stand.ts'
import type { Struck } from './strike-of.ts'
import type { Vice } from './vices.ts'
import { writeFeed } from './write-feed.ts'

function sendXml({ response, access }: Struck, text: string): void {
  const headers = [['content-type', 'application/rss+xml; charset=utf-8']] as const
  send(response, access, { status: 200, headers, body: Buffer.from(text) })
}

function rss(items: string, head = ''): string {
  return `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>Karsk</title>${items}</channel></rss>`
}

const HUGE = 12_000
const DEEP = 10_000
const ENTITIES = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')

export const FEED_STRIKES: Readonly<Partial<Record<Vice, (struck: Struck) => void>>> = {
  'cut-feed'({ response, access, answer, host }) {
    const plainFeed = writeFeed(host, access.began, '').text
    const headers = answer.headers.filter(([name]) => name !== 'content-encoding')
    send(response, access, { status: 200, headers, body: Buffer.from(plainFeed.slice(0, plainFeed.length >> 1)) })
  },
  'page-for-feed': ({ response, access, host }) =>
    send(response, access, {
      status: 200,
      headers: [['content-type', 'text/html']],
      body: Buffer.from(`<!doctype html><title>${host.outlet}</title><p>Please log in to the network.</p>`),
    }),
  // all its items but those of the host are on paths that robots.txt would have to be asked for, and there are none
  'huge-feed'(struck) {
    const { host, access, origin } = struck
    const own = host.pages.filter(({ versions }) => versions[0] <= access.began)
    const old = Array.from({ length: HUGE }, (_, i) => `<item><title>Report ${i}</title><guid>old-${i}</guid></item>`)
    const items = own.map(
      ({ path, number }) => `<item><title>Report ${number}</title><link>${origin}${path}</link></item>`,
    )
    sendXml(struck, rss([...items, ...old].join('')))
  },
  'deep-feed': (struck) => sendXml(struck, rss(`<item>${'<div>'.repeat(DEEP)}talks${'</div>'.repeat(DEEP)}</item>`)),
  'entity-feed': (struck) =>
    sendXml(struck, rss('<item><title>&e9;</title></item>', `<!DOCTYPE rss [<!ENTITY e0 "talks">${ENTITIES}]>`)),
  'inner-feed'(struck) {
    const { host, access, origin, port, response, answer } = struck
    const leadIn = (path: string, number: number): string =>
      number % 2 === 0 ? innerAddress(number / 2, port) : origin + path
    const { text } = writeFeed(host, access.began, origin, ({ path, number }) => leadIn(path, number))
    const headers = answer.headers.filter(([name]) => name !== 'content-encoding')
    send(response, access, { status: 200, headers, body: Buffer.from(text) })
  },
  'moved-feed'(struck) {
    const { host, access, origin, response, request, stand, answer } = struck
    const hasMoved = access.began >= stand.epoch + HEALS
    if (access.path.startsWith('/new/')) {
      const { type, text, changed } = writeFeed(host, access.began, origin)
      const fed = { status: 200, headers: [['content-type', type]] as const, body: Buffer.from(text), changed }
      return send(response, access, withValidators(host, request, fed))
    }
    if (!hasMoved) return send(response, access, withValidators(host, request, answer))
    send(response, access, { ...plain(301, 'Moved.'), headers: [['location', `${origin}/new${host.feed.path}`]] })
  },
  'gone-feed': ({ response, access }) => send(response, access, plain(410, 'No feed any more.')),
}
