// An edition as a file that Ghost imports (Settings, Import/Export): `meta` with the version that it is for, `data.posts` with the
// text as `html`, https://docs.ghost.org/migration/custom. What was not issued is a draft there.
import type { Instant } from '../../model/id.ts'
import { keyOf } from '../edition-title.ts'
import { printedLines } from '../printed-lines.ts'
import { drawEditionForFeed } from './draw-for-feed.ts'
import { printedName, printedTitle } from './edition-head.ts'
import type { PrintedEdition } from './printed.ts'

const FORMAT = '6.0.0' // of Ghost, that the documented form is valid for
const LONGEST_EXCERPT = 300 // characters that Ghost takes

/** The import file. `made`: when it is written. */
export function writeGhost(printed: PrintedEdition, made: Instant, page?: string): string {
  const { version, at, first } = printed
  const { edition, state } = version
  const slug = `readout-${keyOf(edition)}`
  const name = printedName(printed)
  const isIssued = state !== 'draft' && first !== undefined
  const tag = { id: 'readout', name, slug: edition.watch?.id ?? 'readout' }
  const post = {
    id: slug,
    title: `${name}: ${printedTitle(printed)}`,
    slug,
    html: drawEditionForFeed(printed, page),
    type: 'post',
    status: isIssued ? 'published' : 'draft',
    visibility: 'public',
    created_at: timeOf(first ?? made),
    updated_at: timeOf(at ?? made),
    ...(isIssued && { published_at: timeOf(first) }),
    custom_excerpt: cut(printedLines(edition)[0]?.text ?? ''),
  }
  const file = {
    meta: { exported_on: Date.parse(made), version: FORMAT },
    data: { posts: [post], tags: [tag], posts_tags: [{ post_id: slug, tag_id: tag.id }] },
  }
  return `${JSON.stringify(file, undefined, 2)}\n`
}

// 2031-03-10 08:00:00, as its database has it
function timeOf(at: Instant): string {
  return at.slice(0, 19).replace('T', ' ')
}

function cut(text: string): string {
  return text.length <= LONGEST_EXCERPT ? text : `${text.slice(0, LONGEST_EXCERPT - 2).replace(/\s+\S*$/, '')} …`
}
