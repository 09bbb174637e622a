// Captures as fetching brings them: a redirect chain with a coded body, the same bytes again, a page that did not change,
// one that is gone, and what could not be had. Every address and every word is invented.
import { gzipSync } from 'node:zlib'
import { type Arrival, keepCapture } from '../archive/keep-capture.ts'
import type { Store } from '../archive/store.ts'
import type { Capture, Hop, Outcome } from '../model/capture.ts'
import { digestOf } from '../model/digest.ts'

export const PAPER = 'https://meridian.example/2031/03/paper.html'
export const PAPER_TEXT = `<!doctype html><title>The paper</title><article><h1>The paper is genuine</h1>
<p>“The paper is genuine,” Ilse Marrow told Meridian News Agency on Tuesday in Karsk.</p>
<p>Corvin Hale of Veldania denied that there was a paper — “no such thing”.</p></article>`
export const PAPER_BYTES = gzipSync(PAPER_TEXT)
const SENT = [
  ['user-agent', 'Readout (+https://example.test)'],
  ['accept', 'text/html'],
] as const
const GONE = 'https://meridian.example/gone'

/** Keeps them all, a minute apart. */
export async function keepFetched(store: Store): Promise<void> {
  for (const arrival of listFetched()) await keepCapture(store, arrival)
}

function listFetched(): Arrival[] {
  const html = ['Content-Type', 'text/html; charset=utf-8'] as const
  const moved = (from: string, to: string, status = 301): Hop => ({
    url: from,
    status,
    headers: [
      ['Location', to],
      ['Content-Length', '154'],
    ],
    address: '203.0.113.9',
    at: '2031-03-04T09:00:00.100Z',
  })
  const paper: Hop = {
    url: PAPER,
    status: 200,
    headers: [
      html,
      ['Content-Encoding', 'gzip'],
      ['Transfer-Encoding', 'chunked'],
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=é'],
      ['X-List', 'a,,,b'],
    ],
    address: '203.0.113.9',
    at: '2031-03-04T09:00:01.250Z',
  }
  const gone = (status: number): Hop => ({ url: GONE, status, headers: [html, ['Content-Length', '9']] })
  return [
    answered(
      0,
      'http://meridian.example/paper',
      [moved('http://meridian.example/paper', '/p'), moved('http://meridian.example/p', PAPER, 302), paper],
      PAPER_BYTES,
    ),
    answered(1, PAPER, [{ ...paper, at: '2031-03-04T09:01:00.000Z' }], PAPER_BYTES),
    other(2, PAPER, [{ url: PAPER, status: 304, headers: [['ETag', '"7"']] }], { kind: 'unchanged' }),
    answered(3, GONE, [gone(200)], Buffer.from('Karsk. He')),
    answered(4, GONE, [gone(404)], Buffer.from('not here!')),
    other(5, 'https://herald.example/a', [], { kind: 'refused', by: 'robots', reason: 'robots.txt disallows /a' }),
    other(6, 'https://herald.example/b', [], {
      kind: 'failed',
      code: 'FETCH_TIMEOUT',
      reason: 'no answer within 10 s',
    }),
    other(
      7,
      'https://herald.example/c',
      [{ url: 'https://herald.example/c', status: 200, headers: [html, ['Content-Length', '99999999']] }],
      {
        kind: 'refused',
        by: 'size',
        reason: 'larger than 15 MiB',
      },
    ),
    answered(
      8,
      'https://herald.example/d',
      [{ url: 'https://herald.example/d', status: 200, headers: [html] }],
      Buffer.alloc(0),
    ),
    answered(
      9,
      'https://herald.example/e,,,f',
      [{ url: 'https://herald.example/e,,,f', status: 200, headers: [['content-type', 'text/plain']] }],
      Buffer.from('Karsk signs.'),
    ),
  ]
}

function answered(minute: number, asked: string, hops: readonly Hop[], bytes: Uint8Array): Arrival {
  const given = { name: asked.replace(/^.*\//, ''), mediaType: 'text/html', url: hops.at(-1)?.url ?? '' } as const
  const outcome = { kind: 'answered', payload: digestOf(bytes) } as const
  return { bytes, record: { ...recordOf(minute, asked, hops, outcome), given } }
}

function other(minute: number, asked: string, hops: readonly Hop[], outcome: Outcome): Arrival {
  return { record: recordOf(minute, asked, hops, outcome) }
}

function recordOf(minute: number, asked: string, hops: readonly Hop[], outcome: Outcome): Omit<Capture, 'id'> {
  return {
    at: `2031-03-04T09:0${minute}:02.000Z`,
    asked,
    hops,
    outcome,
    what: 'page',
    ...(hops.length > 0 && { sent: [['host', new URL(asked).host] as const, ...SENT] }),
  }
}
