// From a doc to who said what in it. Each step is a file of the same name beside this one.
import { type Doc, unreadBecause, withoutAsides } from '../model/doc.ts'
import type { Maker } from '../model/id.ts'
import type { Reading } from '../model/reading.ts'
import { carryRoutes } from './carry-routes.ts'
import { chainsOf, makeChainBook } from './chain-book.ts'
import { chooseRelations } from './choose-relations.ts'
import { findCues } from './find-cues.ts'
import { findNames } from './find-names.ts'
import { findQuotations } from './find-quotations.ts'
import { findRelations } from './find-relations.ts'
import { findWire } from './find-wire.ts'
import { joinAttributions } from './join-attributions.ts'
import type { Reader } from './load-reader.ts'
import { findByNetwork } from './network/network.ts'
import { introduceNames, resolveSource } from './resolve-sources.ts'
import { makeScene } from './scene.ts'
import { seal } from './seal.ts'
import { tokenise } from './tokenise.ts'
import { traceRoute } from './trace-routes.ts'

/**
 * All that the reader finds in the doc. Deterministic for one version of the reader; any text is read, odd ones to
 * few attributions. Throws only where a span or id of our own making is unsound.
 *
 * "The offer is dead," the envoy told Meridian. -> source: the envoy, cue: told, hearer and via: Meridian.
 */
export async function read(whole: Doc, { version, tagger, network }: Reader): Promise<Reading> {
  const unread = unreadBecause(whole)
  if (unread) return readNothing(whole, version, unread)
  const doc = withoutAsides(whole) //                                captions and pull quotes say nothing anew
  const words = tokenise(doc, tagger)
  const quotations = findQuotations(doc) //                          by paired marks; may span paragraphs
  const scene = makeScene(doc, words, quotations)
  const cues = findCues(scene) //                                    "said", "have denied", "according to"
  const scored = network && (await findByNetwork(doc, network)) //   numbers and labels; no decisions
  const relations = chooseRelations(scene, cues, findRelations(scene, cues), scored?.voiced)
  const names = findNames(scene, scored?.named) //                   the people and bodies of the doc
  const book = makeChainBook() //                                    who was spoken of before
  introduceNames(scene, names, book)
  const routed = relations.map((relation) => {
    const resolved = resolveSource(scene, relation, names, book) //  "the envoy", "she" -> Ilse Marrow
    return traceRoute(scene, resolved, names, book) //               hearer, setting, when, what it rests on
  })
  const carried = carryRoutes(scene, routed) //                       what was told to Meridian higher up
  const attributions = joinAttributions(scene, carried) //           act, form, nesting, via
  const speaking = new Set(attributions.flatMap(({ source }) => (source.kind === 'unstated' ? [] : source.who)))
  const wire = findWire(doc)
  return seal(doc, {
    doc: doc.id,
    madeBy: version,
    sentences: words.sentences.map(({ span }) => span),
    quotations,
    chains: chainsOf(book, speaking),
    names: scored?.named ?? [],
    attributions,
    ...(wire && { wire }),
    notes: routed.flatMap(({ resolved: { note, entries } }) =>
      note && entries.some(({ id }) => speaking.has(id)) ? [note] : [],
    ),
  })
}

/** The reading of a doc in another language than English: rather nothing than something misread. */
function readNothing({ id }: Doc, version: Maker, reason: string): Reading {
  const notes = [{ rule: 'language', reason }]
  return { doc: id, madeBy: version, sentences: [], quotations: [], chains: [], names: [], attributions: [], notes }
}
