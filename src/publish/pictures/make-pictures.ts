// What the pictures of an edition are drawn from, of the week that it tells of. Counted once and kept with the edition, so that
// it can be drawn again when the desk knows more.

import type { Section } from '../../model/edition.ts'
import type { EditionPictures } from '../../model/edition-pictures.ts'
import type { Id } from '../../model/id.ts'
import type { OriginsGraph } from '../../model/origins-graph.ts'
import type { ComposeInput, WeekView } from '../week-view.ts'
import { countOutlets } from './count-outlets.ts'
import { countVoices } from './count-voices.ts'
import { listClaimDays } from './list-claim-days.ts'
import { openNames } from './names-of-sources.ts'
import { trimGraph } from './trim-graph.ts'

/** The pictures' data. `sections`: of the edition, whose lead and whose other news have their origins drawn. */
export function makePictures(view: WeekView, input: ComposeInput, sections: readonly Section[]): EditionPictures {
  const { linked, beside, graphOf } = input
  const nameOf = openNames(linked.entities)
  return {
    claims: listClaimDays(view, nameOf),
    origins: leadingClaims(sections).flatMap((claims) => firstGraph(claims, graphOf)),
    voices: countVoices(view.sayings, nameOf),
    outlets: countOutlets(view, linked.copyGroups, beside?.isLater),
  }
}

// One list for each matter: the claims of its lines, in the order of the lines.
function leadingClaims(sections: readonly Section[]): Id<'claim'>[][] {
  const items = sections.flatMap(({ kind, items }) => (kind === 'lead' || kind === 'in other news' ? items : []))
  return items.map(({ lines }) => [...new Set(lines.flatMap(({ claims }) => claims))])
}

type GraphOf = ((claim: Id<'claim'>) => OriginsGraph | undefined) | undefined

function firstGraph(claims: readonly Id<'claim'>[], graphOf: GraphOf): EditionPictures['origins'] {
  for (const claim of claims) {
    const graph = graphOf?.(claim)
    if (graph && graph.origins.length > 0) return [{ claim, graph: trimGraph(graph) }]
  }
  return []
}
