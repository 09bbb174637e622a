// A small invented newsroom on a loopback address of its own, and desks that may ask it.
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openStore } from '../../src/archive/open-store.ts'
import { makeFolder } from '../readout.ts'

const HOST = '127.0.0.2' // this machine's own first address is never asked, whatever the settings say

export type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

export interface Newsroom {
  readonly url: string // without a path
  readonly port: number
  readonly asked: string[] // path and, where one was sent, the tag
  readonly pages: Map<string, Answer>
  close(): Promise<void>
}

/** Answers by path; what is not there is a 404. Undefined where this system lends no second loopback address. */
export async function openNewsroom(pages: Readonly<Record<string, Answer>>): Promise<Newsroom | undefined> {
  const known = new Map(Object.entries(pages))
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const tag = request.headers['if-none-match']
    asked.push(tag === undefined ? path : `${path} ${tag}`)
    const answer = known.get(path)
    if (answer) answer(request, response)
    else response.writeHead(404, { 'content-type': 'text/html' }).end('<p>There is no such page.</p>')
  })
  try {
    server.listen(0, HOST)
    await once(server, 'listening')
  } catch {
    return undefined
  }
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${HOST}:${port}`,
    port,
    asked,
    pages: known,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export const NONE = `this system lends no ${HOST}`

/** An answer with a type and a tag; asked with that tag, it says that nothing changed. */
export function say(body: string | Uint8Array, type = 'text/html; charset=utf-8', tag?: string): Answer {
  return (request, response) => {
    if (tag !== undefined && request.headers['if-none-match'] === tag) return response.writeHead(304).end()
    const coded = gzipSync(body)
    const headers = { 'content-type': type, 'content-encoding': 'gzip', ...(tag !== undefined && { etag: tag }) }
    return response.writeHead(200, headers).end(coded)
  }
}

/** A page of the Karsk Courier. */
export function pageOf(title: string, ...paragraphs: string[]): string {
  const text = paragraphs.map((words) => `<p>${words}</p>`).join('\n')
  return `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:site_name" content="Karsk Courier">
</head><body><article><h1>${title}</h1>
${text}
</article></body></html>`
}

/** An RSS feed that leads to these addresses. */
export function rssOf(title: string, links: readonly string[]): string {
  const items = links.map((link) => `<item><title>Of ${new URL(link).pathname}</title><link>${link}</link></item>`)
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${items.join('\n')}</channel></rss>`
}

/** A new desk that may ask the newsroom, without much of a pause between two requests. */
export function makeDesk({ port }: Pick<Newsroom, 'port'>, settings: object = {}): string {
  const desk = join(makeFolder(), 'desk')
  mkdirSync(desk)
  const own = { networks: [`${HOST}/32`], ports: [port], hostGapSeconds: 0.05, contact: 'ilse@desk.example' }
  writeFileSync(join(desk, 'settings.json'), JSON.stringify({ ...own, ...settings }))
  return desk
}

/** As if the time of every address had come. */
export async function makeAllDue(desk: string): Promise<void> {
  const store = await openStore(desk)
  try {
    const state = await store.state()
    await state.updateTable('state.address').set({ due_at: '2001-01-01T00:00:00.000Z' }).execute()
  } finally {
    store.close()
  }
}
