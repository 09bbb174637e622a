// Why which words were held to bear on a claim.
import { overlaps } from '../model/span.ts'
import { type Html, html } from './html.ts'
import { WORDS } from './interface-words.ts'
import { counted } from './origin-words.ts'
import type { ClaimFile } from './render-claim.ts'
import { type DrawClaim, openReport, renderQuote } from './render-voices.ts'

/** The reasons, one a stretch of text, folded. */
export function renderBecause({ bearings = [] }: ClaimFile, draw: DrawClaim): Html {
  if (bearings.length === 0) return html``
  // "officials said that Roke told them that …" bears on the claim as what either said: one stretch, told once
  const told = bearings.filter(
    ({ evidence, because }, at) =>
      !bearings
        .slice(0, at)
        .some(
          (other) =>
            other.because === because &&
            other.evidence.doc === evidence.doc &&
            overlaps(other.evidence.span, evidence.span),
        ),
  )
  const items = told.map(
    ({ evidence, because }) =>
      html`<li>${renderQuote(evidence)} (${openReport(evidence, draw)})<br><span class="meta">${because}</span></li>`,
  )
  const held = told.length === 1 ? WORDS.claim.oneHeld : WORDS.claim.held(counted(told.length, 'stretch', 'stretches'))
  return html`<details><summary>${held}</summary><ul class="list">${items}</ul></details>`
}
