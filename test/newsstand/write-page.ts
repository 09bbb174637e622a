// The bytes of one version of one page: an invented report, the same whenever it is asked for. No two versions of all
// pages of a newsstand have the same bytes.
import { createHash } from 'node:crypto'
import { randomFrom } from '../gold/draw-acts.ts'
import type { Host, Page, Stand } from './stand.ts'

const WHO = [
  'Ilse Marrow, the envoy of Karsk,',
  'the harbour office in Tolvar',
  'Corvin Hale, who led the talks,',
  'a Veldanian official',
  'two diplomats in Port Sabel',
  'the Lindrian foreign ministry',
  'Sorrel Adane of the river commission',
  'a spokesman for the Lantern Palace',
]
const CUES = ['said', 'told Meridian News Agency', 'confirmed', 'denied', 'told reporters in Askevar', 'announced']
const WHAT = [
  'the Ketter dam would be handed over within ninety days',
  'the ports of Tolvar and Brissen would stay shut',
  'no paper on the ceasefire had been signed',
  'barges would be let through from the first of the month',
  'insurers had been asked to renew their cover',
  'the engineers would leave with the last of the troops',
  'Corvenia had seen the offer in January',
  'prisoners would be exchanged at the bridge of Orlenne',
]

/** The page as HTML, in UTF-8. */
export function writePage({ seed }: Stand, host: Host, page: Page, version: number, asked = page.path): Buffer {
  const random = randomFrom(seedOf(`${seed} ${host.name} ${page.path} ${version}`))
  const pick = (items: readonly string[]): string => items[Math.floor(random() * items.length)] ?? ''
  const sentence = (): string => capital(`${pick(WHO)} ${pick(CUES)} that ${pick(WHAT)}.`).replace(',.', '.')
  const paragraphs = Array.from({ length: 4 + Math.floor(random() * 6) }, () => `${sentence()} ${sentence()}`)
  const changed = version > 0 ? `<p>This report was changed for the ${version}. time.</p>\n` : ''
  const printed = new Date(page.versions[0]).toISOString()
  const stamp = page.versions[version] ?? page.versions[0]
  return Buffer.from(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${titleOf(host, page)} | ${host.outlet}</title>
<meta property="og:site_name" content="${host.outlet}"><meta property="og:type" content="article">
<meta property="article:published_time" content="${printed}"><meta property="article:modified_time" content="${new Date(stamp).toISOString()}">
</head><body><nav><a href="/">${host.outlet}</a> <a href="/world">World</a></nav>
<article><h1>${titleOf(host, page)}</h1>
${changed}${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}
</article><footer>No. ${page.number} of ${host.outlet}, ${asked}</footer></body></html>
`)
}

export function titleOf(host: Host, page: Page): string {
  const random = randomFrom(seedOf(`${host.name} ${page.path}`))
  return `${capital(WHAT[Math.floor(random() * WHAT.length)] ?? '')}, report ${page.number}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function seedOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0)
}
