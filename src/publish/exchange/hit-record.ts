// What a search found as flat fields, one record a hit, for programs that read tables.
import type { Hit } from '../../model/listing.ts'
import type { Links } from '../links.ts'
import type { Names } from '../pages/items.ts'

/** What records need to know beside the hits. */
export interface RecordContext {
  readonly names: Names
  readonly links: Links
  readonly origin: string // https://desk.example, before every address
}

export type HitRecord = Readonly<Record<string, string | number | undefined>>

/** The fields of a record in their order, by what was searched. */
export const HIT_FIELDS: Readonly<Record<Hit['in'], readonly string[]>> = {
  reports: 'number,title,outlet,published,language,statements,story,name,excerpt,page,url'.split(','),
  said: 'number,who,source,kind,act,form,words,outlet,published,confidence,claims,report,start,end,attribution,page'.split(
    ',',
  ),
  claims:
    'number,wording,standing,standingBefore,standingSince,firstPrinted,lastPrinted,reports,originsAtLeast,originsAtMost,unknownLineage,denied,declined,confirmed,altered,story,claim,page'.split(
      ',',
    ),
}

/** The record of a hit; `number`: its place among all that was found, from 1. */
export function hitRecord(hit: Hit, number: number, { names, links, origin }: RecordContext): HitRecord {
  const at = (path: string | undefined): string | undefined => path && new URL(path, origin).href
  if (hit.in === 'reports') {
    const { report, excerpt } = hit
    const { title, outlet, published, language, said, story, name, url } = report
    const page = at(links.report(name))
    return {
      number,
      title,
      outlet,
      published,
      language,
      statements: said,
      story,
      name,
      excerpt: excerpt.text,
      page,
      url,
    }
  }
  if (hit.in === 'said') {
    const { who, doc, name, start, end, words, claims, ...line } = hit.said
    const { source, kind, act, form, outlet, published, confidence, attribution } = line
    const page = at(links.report(name, { doc, span: { start, end }, quote: words }))
    const speakers = who.map((id) => names.get(id) ?? id).join('; ')
    const own = { number, who: speakers, source, kind, act, form, words, outlet, published, confidence }
    return { ...own, claims: claims.join('; '), report: name, start, end, attribution, page }
  }
  const { claim, wording, standing, standingBefore, standingSince, firstPrinted, lastPrinted, ...line } = hit.claim
  const { reports, atLeast, atMost, unknown, denied, declined, confirmed, altered, story } = line
  const known = { number, wording, standing, standingBefore, standingSince, firstPrinted, lastPrinted, reports }
  const origins = { originsAtLeast: atLeast, originsAtMost: atMost, unknownLineage: unknown }
  return { ...known, ...origins, denied, declined, confirmed, altered, story, claim, page: at(links.claim?.(claim)) }
}
