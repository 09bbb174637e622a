// What changed under a printed line, in a sentence for its editor.
import type { Standing } from '../../model/timeline.ts'

/** "Meridian News Agency has changed the page since, where it had “the offer is dead”" */
export function tellChangedPage(outlet: string | undefined, words: string): string {
  return `${outlet ?? 'An unknown outlet'} has changed the page since, where it had “${shorten(words)}”`
}

/** "the claim “Veldania has offered to leave the dam” stands as denied now, and stood as reported" */
export function tellTurnedClaim(wording: string, was: Standing, now: Standing | undefined): string {
  if (now === undefined) return `no report has the claim any more that stood as ${was}`
  return `the claim “${shorten(wording)}” stands as ${now} now, and stood as ${was}`
}

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, ' ')
  return plain.length > 120 ? `${[...plain].slice(0, 117).join('')}…` : plain
}
