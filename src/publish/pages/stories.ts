// All stories, the one printed last first, or the one with most reports.
import type { StoryListLine } from '../../model/listing.ts'
import { html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { capital, counted } from '../origin-words.ts'
import { renderPage, type Shell } from '../page.ts'
import { renderStoryItem } from './items.ts'
import { type Asked, renderChoices, renderItems } from './list-frame.ts'

export interface StoriesView {
  readonly asked: Asked
  readonly items: readonly StoryListLine[]
  readonly next?: string
  readonly total: number // on the desk
}

/** The page of stories. */
export function renderStories({ asked, items, next, total }: StoriesView, links: Links, shell?: Shell): string {
  const words = WORDS.stories
  const orders = [{ words: words.latest }, { value: 'reach', words: words.reach }]
  const body = html`<header class="masthead"><h1>${words.title}</h1>
<p class="meta">${total > 0 ? `${capital(counted(total, 'story', 'stories'))}. ${words.about}` : ''}</p></header>
${total > 0 && renderChoices(WORDS.lists.order, 'order', orders, asked)}
${renderItems(
  items.map((line) => renderStoryItem(line, links)),
  { empty: words.empty, next, asked },
)}`
  return renderPage({ title: `${words.title} · Readout`, here: 'stories', links, body, ...(shell && { shell }) })
}
