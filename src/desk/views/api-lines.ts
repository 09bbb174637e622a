// Lines of lists as other programs get them.
import type { Id } from '../../model/id.ts'
import type { ClaimLine, PersonLine, ReportLine, SaidLine, StoryListLine } from '../../model/listing.ts'
import { serverLinks } from '../../publish/links.ts'

/** A claim in a list. */
export function tellClaimLine({ claim, atLeast, atMost, unknown, ...line }: ClaimLine) {
  return { id: claim as string, href: claimHref(claim), ...line, origins: { atLeast, atMost, unknown } }
}

/** A report in a list. */
export function tellReportLine({ first, firstAt, isLater, ...line }: ReportLine) {
  return { ...line, href: serverLinks.report(line.name), number: first, came: firstAt, isLater: isLater === true }
}

/** What was said, in a list. */
export function tellSaidLine({ doc, name, attribution, outlet, published, start: _, end: __, ...line }: SaidLine) {
  const report = {
    doc: doc as string,
    name,
    href: serverLinks.report(name),
    ...(outlet && { outlet }),
    ...(published && { published }),
  }
  return {
    id: attribution as string,
    href: saidHref(attribution),
    report,
    ...line,
    who: [...line.who],
    claims: [...line.claims],
  }
}

/** A story in a list. */
export function tellStoryLine({ story, ...line }: StoryListLine) {
  return { id: story as string, href: serverLinks.story?.(story) ?? '', ...line }
}

/** A person or body in a list. */
export function tellPersonLine({ entity, ...line }: PersonLine) {
  return { id: entity as string, href: personHref(entity), ...line }
}

/** The permalink of what was said. */
export function saidHref(attribution: string): string {
  return `/said/${encodeURIComponent(attribution)}`
}

/** The address of a person's page. */
export function personHref(entity: string): string {
  return `/person/${encodeURIComponent(entity)}`
}

/** The address of a claim's page. */
export function claimHref(id: Id<'claim'>): string {
  return serverLinks.claim?.(id) ?? ''
}
