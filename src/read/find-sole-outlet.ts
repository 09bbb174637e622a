// The one outlet that a rewrite has its unnamed sources from: a report that nobody signs, that says of no outlet that it is
// its own, and that names one outlet, and only one, as told by somebody unnamed.
import type { Entry } from './chain-book.ts'
import { findWire } from './find-wire.ts'
import { isSpeech } from './is-speech.ts'
import type { Scene } from './scene.ts'
import { type Routed, toldBy } from './trace-routes.ts'

// “It failed,” a Karskan source told Meridian. … A Lindrian official said there had been no talks. The ministry declined
// to comment.: that the official spoke, and that the ministry would not, the rewrite has from Meridian as well
// not: critics, voters, analysts, who speak in public; what another outlet's paragraph tells; a minister's speech
const INFORMANT =
  /^(?:source|official|diplomat|aide|adviser|advisor|person|insider|negotiator|officer|envoy|delegate|mediator|intermediary|interlocutor|executive|employee|staffer|participant|investigator|ally|colleague|commander|another|one)$/

/** Gives for an attribution the outlet that it must have come from; undefined for a report with voices of its own. */
export function findSoleOutlet(
  scene: Scene,
  routed: readonly Routed[],
): ((one: Routed) => Entry | undefined) | undefined {
  if (!isRewrite(scene)) return undefined
  const told = routed.flatMap(({ resolved: { entries } }) => (entries[0] && toldBy(entries[0])) ?? [])
  const [outlet, ...others] = new Set(told)
  if (!outlet || others.length > 0 || routed.some(isToldToUs)) return undefined
  const blockOf = ({ resolved: { relation } }: Routed): number => scene.sentences[relation.sentence]?.block ?? -1
  const isOfAnother = ({ resolved: { entries }, outlet: via }: Routed): boolean =>
    [via, entries[0]].some((entry) => entry?.kind === 'outlet' && entry !== outlet)
  const taken = new Set(routed.filter(isOfAnother).map(blockOf))
  return (one) => {
    const [entry] = one.resolved.entries
    if (taken.has(blockOf(one)) || !isSpeech(one.resolved.relation)) return undefined
    if (one.resolved.relation.pattern === 'silence') return outlet
    return entry?.voice.kind === 'anonymous' && INFORMANT.test(entry.voice.head) ? outlet : undefined
  }
}

function isRewrite({ doc }: Scene): boolean {
  if (doc.outlet !== undefined || doc.byline !== undefined || findWire(doc)) return false
  return !doc.fields.some(({ name }) => name === 'source') && !doc.blocks.some(({ kind }) => kind === 'byline')
}

// told this newspaper, told us: the report has voices of its own
function isToldToUs({ route: { hearer } }: Routed): boolean {
  return hearer?.kind === 'outlet' && hearer.who === undefined
}
