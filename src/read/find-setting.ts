// In what setting something was said: a briefing, an interview, a letter; as the words of the cue's clause have it.
import type { Setting } from '../model/attribution.ts'
import { makeSpan, type Span } from '../model/span.ts'
import type { Scene } from './scene.ts'

const MEDIA = 'Twitter|Facebook|Instagram|Telegram|YouTube|TikTok|Weibo|VK|Truth Social|Bluesky|Mastodon|social media'

/** The nouns by which each is told, the more telling first. */
const NOUNS: readonly (readonly [Setting['kind'], string])[] = [
  [
    'briefing',
    '(?:press|news|media)[ -](?:briefing|conference|availability|gaggle)|(?:daily|weekly|regular) briefing|briefing',
  ],
  ['interview', 'interviews?|question-and-answer session|Q&A|sit-down'],
  ['call', '(?:telephone|phone|conference|press|video) (?:call|conversation|conference)|call with reporters|call'],
  ['letter', 'letter|e-?mail|memo|memorandum|text messages?|note to \\p{L}+'],
  ['statement', 'statements?|communiqu[eé]|(?:press|news|written) (?:release|statement)|readout'],
  ['post', `(?:series of )?tweets?|(?:blog|${MEDIA}) (?:post|posting|message|page|account|feed)|posts?|video message`],
  ['speech', 'speech|address|remarks|lecture|toast|keynote|sermon|rally'],
]

/** What leads to the noun: a preposition, or the making of it; then words that stand before a noun. */
const LEAD = '\\b(?:in|during|at|via|through|on|by|issued|released|sent|wrote|gave|published|posted)'
const BETWEEN =
  "(?:\\s+(?!(?:in|on|at|to|of|for|and|that|who|which|was|were|is|said|after|before|as|about|from|with|by)\\b)[\\p{L}\\d.’'“”&-]+){0,5}?"

const PATTERNS: readonly (readonly [Setting['kind'], RegExp])[] = NOUNS.map(
  ([kind, nouns]) =>
    [
      kind,
      new RegExp(
        `${LEAD}${BETWEEN}\\s+[“"]?(?<noun>${nouns})\\b(?![’'-]\\p{L}|\\s+(?:server|account|address|scandal|controversy|chain|practice|list)s?\\b)`,
        'diu',
      ),
    ] as const,
)

// wrote on his official Telegram; not: on a social media campaign
const ON_MEDIA = new RegExp(
  `\\b(?:on|via|through|in)\\s+(?:(?:his|her|its|their|the|an?)\\s+)?(?:(?:official|personal|verified)\\s+)?(?<noun>${MEDIA})\\b` +
    '(?!\\s+(?:chat|interview|live|furor|storm|campaign|executive|users?|ads?|companies))',
  'du',
)
// She tweeted that …: the cue is the setting
const CUE = /\b(?<noun>tweet(?:s|ed|ing)?)\b/du
// an intelligence briefing; a call for peace, a call to arms; the address of the bank
const OTHER = /\b(?:security|intelligence|classified|wake-up|roll) (?:briefing|call)$|\baddress book$/

const HEARD = /\b(?:press|news|media)[ -](?:briefing|conference)\b|\bbriefing\b/i

/** What stands beside the clause: its cue, and the words for whoever heard. */
export interface Around {
  readonly cue: Span
  readonly hearer?: Span | undefined
}

/** The setting that the runs of the clause name, or undefined. */
// said in a Wednesday press briefing / wrote on Telegram / in an interview with Radio Karsk, Hale said
export function findSetting(scene: Scene, runs: readonly Span[], { cue, hearer }: Around): Setting | undefined {
  for (const run of runs) {
    const found = settingIn(scene.doc.text, run)
    if (found) return found
  }
  const { text } = scene.doc
  // told a press conference: whoever hears is there
  const heard = hearer && HEARD.exec(text.slice(hearer.start, hearer.end))
  if (heard)
    return {
      kind: 'briefing',
      words: makeSpan(text, hearer.start + heard.index, hearer.start + heard.index + heard[0].length),
    }
  const [start, end] = CUE.exec(text.slice(cue.start, cue.end))?.indices?.groups?.noun ?? []
  if (start === undefined || end === undefined) return undefined
  return { kind: 'post', words: makeSpan(text, cue.start + start, cue.start + end) }
}

function settingIn(whole: string, run: Span): Setting | undefined {
  const text = whole.slice(run.start, run.end)
  let best: { setting: Setting; at: number } | undefined
  for (const [kind, pattern] of [...PATTERNS, ['post', ON_MEDIA] as const]) {
    const match = pattern.exec(text)
    const [start, end] = match?.indices?.groups?.noun ?? []
    if (!match || start === undefined || end === undefined) continue
    if (OTHER.test(text.slice(0, end)) || isOther(kind, text.slice(start, end), text.slice(end))) continue
    if (/^\p{Lu}/u.test(text.slice(start)) && pattern !== ON_MEDIA && !isMedium(text.slice(start, end))) continue
    if (best && best.at <= start) continue
    best = { at: start, setting: { kind, words: makeSpan(whole, run.start + start, run.start + end) } }
  }
  return best?.setting
}

// the Post is a paper, a Telegram post is none
function isMedium(noun: string): boolean {
  return noun !== 'Post' && new RegExp(`^(?:${MEDIA}|Q&A)`, 'u').test(noun)
}

function isOther(kind: Setting['kind'], noun: string, after: string): boolean {
  if (kind === 'call') return noun === 'call' && /^\s+(?:for|to|on)\b(?!\s+\p{Lu})/u.test(after)
  return kind === 'post' && /^posts?$/.test(noun) && /^\s+(?:as|of)\b/.test(after)
}
