// Reports to measure on: paragraphs of the bundled sample put together anew, the same for one seed.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const SAMPLE = join(import.meta.dirname, '..', 'sample')

export interface MadeText {
  readonly id: string
  readonly title: string
  readonly outlet: string
  readonly published: string
  readonly text: string
  readonly html: string
}

/** `count` reports of 6 to 14 paragraphs each. */
export function makeTexts(count: number, seed = 1): MadeText[] {
  const paragraphs = loadParagraphs()
  const random = makeRandom(seed)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  return Array.from({ length: count }, (_, i) => {
    const body = Array.from({ length: 6 + Math.floor(random() * 9) }, () => pick(paragraphs))
    const title =
      pick(paragraphs)
        .split(/(?<=[.!?])\s/)[0]
        ?.slice(0, 90) ?? 'Talks'
    const published = new Date(Date.UTC(2031, 4, 1 + (i % 60), i % 24)).toISOString()
    const outlet = `Bench Courier ${i % 7}`
    return { id: `made-${i}`, title, outlet, published, text: body.join('\n\n'), html: pageOf(title, published, body) }
  })
}

function pageOf(title: string, published: string, body: readonly string[]): string {
  const menu = ['Home', 'World', 'Politics', 'Opinion']
    .map((name) => `<li><a href="/${name}">${name}</a></li>`)
    .join('')
  const words = body.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n')
  return `<!doctype html><html lang="en"><head><title>${escapeHtml(title)}</title>
<meta property="article:published_time" content="${published}"></head>
<body><nav><ul>${menu}</ul></nav><article><h1>${escapeHtml(title)}</h1>${words}</article>
<aside><h2>Keep reading</h2><ul>${menu}</ul></aside><footer>All rights reserved.</footer></body></html>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Paragraphs of more than eighty characters from the texts and pages of the sample. */
function loadParagraphs(): string[] {
  const names = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:txt|md|html)$/.test(name),
  )
  const found = names.sort().flatMap((name) => paragraphsOf(name, readFileSync(join(SAMPLE, name), 'utf8')))
  const long = found.filter((paragraph) => paragraph.length > 80 && /[.”"]$/.test(paragraph))
  if (long.length < 20) throw new Error(`only ${long.length} paragraphs in ${SAMPLE}`)
  return long
}

function paragraphsOf(name: string, text: string): string[] {
  const isPage = name.endsWith('.html')
  const blocks = isPage
    ? [...text.matchAll(/<p>([\s\S]*?)<\/p>/g)].map((match) => match[1] ?? '')
    : text.split(/\n\s*\n/)
  return blocks.map((block) =>
    block
      .replace(/<[^>]*>|&\w+;/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

// Mulberry32: small, seeded, good enough to shuffle paragraphs.
export function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
