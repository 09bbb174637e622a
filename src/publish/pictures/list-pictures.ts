// The pictures that an edition is printed with, in the order in which they stand. One that would show nothing is left out.
import type { Edition } from '../../model/edition.ts'
import type { EditionPictures } from '../../model/edition-pictures.ts'
import type { OriginsGraph } from '../../model/origins-graph.ts'
import { drawOrigins } from '../draw-origins.ts'
import type { Figure } from '../figure.ts'
import { WORDS } from '../interface-words.ts'
import { tabulateOrigins, tellOrigins } from '../tell-origins.ts'
import { drawClaimDays } from './draw-claim-days.ts'
import { drawOriginsTall } from './draw-origins-tall.ts'
import { drawOutlets } from './draw-outlets.ts'
import { drawVoices } from './draw-voices.ts'
import { NARROW, type Picture, WIDE } from './picture.ts'
import { tabulateClaimDays, tellClaimDays } from './tell-claim-days.ts'
import { tabulateOutlets, tellOutlets } from './tell-outlets.ts'
import { tabulateVoices, tellVoices } from './tell-voices.ts'

/** The pictures of an edition; none of one that was kept without. */
export function listPictures({ pictures, sections }: Pick<Edition, 'pictures' | 'sections'>): Picture[] {
  if (!pictures) return []
  const { claims, voices, outlets } = pictures
  const { titles } = WORDS.pictures
  const graph = leadGraph(pictures, sections)
  const drawn: (Picture | false)[] = [
    claims.rows.length > 0 && {
      name: 'claims',
      title: titles.claims,
      sentences: tellClaimDays(claims),
      table: tabulateClaimDays(claims),
      wide: drawClaimDays(claims, WIDE),
      narrow: drawClaimDays(claims, NARROW),
    },
    graph !== undefined && {
      name: 'origins',
      title: titles.origins,
      sentences: tellOrigins(graph),
      table: tabulateOrigins(graph),
      wide: drawWideOrigins(graph),
      narrow: drawOriginsTall(graph, NARROW),
    },
    voices.speakers.length > 0 && {
      name: 'voices',
      title: titles.voices,
      sentences: tellVoices(voices),
      table: tabulateVoices(voices),
      wide: drawVoices(voices, WIDE),
      narrow: drawVoices(voices, NARROW),
    },
    outlets.rows.length > 0 && {
      name: 'outlets',
      title: titles.outlets,
      sentences: tellOutlets(outlets),
      table: tabulateOutlets(outlets),
      wide: drawOutlets(outlets, WIDE),
      narrow: drawOutlets(outlets, NARROW),
    },
  ]
  return drawn.filter((picture) => picture !== false)
}

// In columns, or one under the other where many that may be one make these too wide.
function drawWideOrigins(graph: OriginsGraph): Figure {
  const figure = drawOrigins(graph, { hasHeading: true })
  return figure.width > WIDE ? drawOriginsTall(graph, WIDE) : figure
}

// Of the matter that leads, which an editor may have put there.
function leadGraph({ origins }: EditionPictures, sections: Edition['sections']): OriginsGraph | undefined {
  const lead = sections.find(({ kind }) => kind === 'lead')?.items[0]
  const claims = lead?.lines.flatMap((line) => line.claims) ?? []
  for (const id of claims) {
    const found = origins.find(({ claim }) => claim === id)
    if (found) return found.graph
  }
  return undefined
}
