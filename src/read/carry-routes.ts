// What a report says once of the hands that words came through holds further on: for the same people, for words that
// they go on with, for hearsay in a passage that retells an outlet, and for the unnamed sources of a rewrite that names
// one outlet. A report with an outlet, a byline or an agency of its own asks people itself: there, nothing is carried to
// anybody whom the text does not tie to the other outlet.

import type { Span } from '../model/span.ts'
import type { Entry } from './chain-book.ts'
import { findSoleOutlet } from './find-sole-outlet.ts'
import { isOwnOutlet } from './is-own-outlet.ts'
import { isSpeech } from './is-speech.ts'
import { sourceOf } from './resolve-sources.ts'
import { type Range, type Scene, spanOf, textOf } from './scene.ts'
import { type Routed, toldBy } from './trace-routes.ts'

type Rule = (one: Routed, before: readonly Routed[]) => Entry | undefined

/** The same, in order of the text, with the outlets that the report lets a reader conclude. */
export function carryRoutes(scene: Scene, routed: readonly Routed[]): Routed[] {
  const sole = findSoleOutlet(scene, routed)
  const rules: readonly Rule[] = [
    toldElsewhere,
    (one, before) => oneMoreOfThem(scene, one, before),
    (one, before) => goesOn(scene, one, before),
    (one, before) => hearsay(scene, one, before),
    (one) => sole?.(one),
  ]
  const done: Routed[] = []
  for (const one of routed) {
    const isOpen = one.route.via.length === 0 && one.route.hearer?.kind !== 'counterpart' && !isNested(one, routed)
    const outlet = isOpen
      ? rules.reduce<Entry | undefined>((found, rule) => found ?? rule(one, done), undefined)
      : undefined
    const isPassedOn = outlet && !isOwnOutlet(outlet.name, scene.doc) && !one.resolved.entries.includes(outlet)
    done.push(
      isPassedOn
        ? { ...one, outlet, route: { ...one.route, via: [sourceOf([outlet], nearest(scene, outlet, one))] } }
        : one,
    )
  }
  return done
}

// Two officials said the paper was real. … The officials told Meridian that it was short.: they said it all to Meridian
function toldElsewhere({ resolved: { entries } }: Routed): Entry | undefined {
  return entries[0] && toldBy(entries[0])
}

// Two diplomats told Meridian that the talks had failed. A third person said Karsk had walked out.
function oneMoreOfThem(scene: Scene, one: Routed, before: readonly Routed[]): Entry | undefined {
  const [entry] = one.resolved.entries
  if (entry?.voice.kind !== 'anonymous' || !(entry.voice.isAmong || entry.voice.isDefinite)) return undefined
  const last = before.findLast(({ resolved }) => resolved.entries[0]?.voice.kind === 'anonymous')
  const told = last?.resolved.entries[0] && toldBy(last.resolved.entries[0])
  if (!last || !told || paragraphsBetween(scene, last, one) > 1) return undefined
  entry.toldTo = told
  return told
}

// Hale told Meridian that the offer was dead. “We tried,” he added.: in the same talk with Meridian. A day, a hearer or a
// setting of its own makes it another; so does anybody who speaks in between.
function goesOn(scene: Scene, one: Routed, before: readonly Routed[]): Entry | undefined {
  const { resolved, route } = one
  const [entry] = resolved.entries
  const last = before.findLast(({ resolved: { source } }) => source.kind !== 'unstated')
  if (
    !entry ||
    !last ||
    entry.isUndecided ||
    last.resolved.entries[0] !== entry ||
    /^(?:outlet|document)$/.test(entry.kind)
  )
    return undefined
  const { cue } = resolved.relation
  const isLater = /\b(?:later|earlier|previously|once|before|afterwards?|since|subsequently)\b/i
  const isAnother = route.hearer || route.setting || route.said || isLater.test(textOf(scene, cue))
  if (isAnother || !isSpeech(one.resolved.relation) || paragraphsBetween(scene, last, one) > 1) return undefined
  const isSameSentence = last.resolved.relation.sentence === resolved.relation.sentence
  if (!isSameSentence && !isQuoted(scene, one) && !goesOnBy(one)) return undefined
  return outletOf(last)
}

// Meridian reported that Karsk had asked for a truce. Veldania reportedly turned it down, saying it had no mandate.
function hearsay(scene: Scene, one: Routed, before: readonly Routed[]): Entry | undefined {
  const { relation } = one.resolved
  const last = before.at(-1)
  if (!last || paragraphsBetween(scene, last, one) > 0) return undefined
  const isHearsay = (each: Routed): boolean => /\breportedly\b/i.test(textOf(scene, each.resolved.relation.cue))
  const isSameSentence = last.resolved.relation.sentence === relation.sentence
  if (relation.cue.kind === 'participle' && isSameSentence && isHearsay(last)) return outletOf(last)
  const isNext = relation.sentence - last.resolved.relation.sentence <= 1
  return isHearsay(one) && isNext ? outletOf(last) : undefined
}

/** The outlet through which this came: the source itself, or whom the source told. */
function outletOf({ resolved: { entries }, outlet }: Routed): Entry | undefined {
  return entries[0]?.kind === 'outlet' ? entries[0] : outlet
}

// he added, he continued: more of the same talk, marks or none
function goesOnBy({ resolved: { relation } }: Routed): boolean {
  return /^(?:add|continue)$/.test(relation.cue.verb?.lemma ?? '')
}

function isQuoted({ quotationOf }: Scene, { resolved: { relation } }: Routed): boolean {
  return relation.content.every(({ from }) => (quotationOf[from] ?? -1) >= 0)
}

/** True where the words lie within what somebody else said: their hands are that one's. */
function isNested(one: Routed, all: readonly Routed[]): boolean {
  const { cue, source } = one.resolved.relation
  return all.some(
    (outer) =>
      outer !== one &&
      !isSame(outer.resolved.relation.source, source) &&
      outer.resolved.relation.content.some(({ from, to }) => from <= cue.head && cue.head < to),
  )
}

function isSame(a: Range | undefined, b: Range | undefined): boolean {
  return a?.from === b?.from && a?.to === b?.to
}

function paragraphsBetween({ sentences }: Scene, earlier: Routed, later: Routed): number {
  const block = ({ resolved: { relation } }: Routed): number => sentences[relation.sentence]?.block ?? 0
  return Math.abs(block(later) - block(earlier))
}

/** The words that name the outlet: the last before the cue, else the first in the report. */
function nearest(scene: Scene, { mentions }: Entry, one: Routed): Span {
  const { start } = spanOf(scene, one.resolved.relation.cue)
  const spans = mentions.map(({ span }) => span).toSorted((a, b) => a.start - b.start)
  const found = spans.findLast((span) => span.start < start) ?? spans[0]
  if (!found) throw new Error('an outlet without a mention')
  return found
}
