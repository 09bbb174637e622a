// Furniture of pages that tags, class names and links give away rather than words.
import type { RemovedReason } from '../model/doc.ts'
import type { PageElement } from './dom.ts'
import type { PageBlock } from './split-page.ts'

// Names that sites give to the boxes around a report; whole words of class and id, since "shared" is not "share".
const BOXES: readonly (readonly [RemovedReason, RegExp])[] = [
  [
    'photo credit',
    /(?:^|[\s_-])(?:caption|captions|figcaption|wp-caption-text|credit|credits|photo-?credit|image-?credit|photographer)(?:$|[\s_-])/i,
  ],
  [
    'newsletter',
    /(?:^|[\s_-])(?:newsletter|newsletters|signup|sign-up|subscribe|subscription|email-?capture|mailchimp)(?:$|[\s_-])/i,
  ],
  [
    'advertisement',
    /(?:^|[\s_-])(?:ad|ads|advert|advertisement|advertising|sponsored|sponsor|promo|promotion|adunit|ad-?slot|affiliate|disclaimer)(?:$|[\s_-])/i,
  ],
  [
    'share buttons',
    /(?:^|[\s_-])(?:share|sharing|sharedaddy|social|socials|social-?media|addthis|addtoany|follow-?us)(?:$|[\s_-])/i,
  ],
  ['comments', /(?:^|[\s_-])(?:comment|comments|comment-?list|disqus|respond)(?:$|[\s_-])/i],
  [
    'teaser',
    /(?:^|[\s_-])(?:related|relateds|related-?(?:posts?|stories|articles?|content|links?)|recirc|recirculation|recommended|recommendations?|read-?more|readmore|more-?(?:stories|from|on|news|articles)|see-?also|teaser|teasers|rail|trending|most-?(?:read|popular|viewed)|popular|outbrain|taboola|jp-relatedposts|yarpp|up-?next|next-?article)(?:$|[\s_-])/i,
  ],
  [
    'menu',
    /(?:^|[\s_-])(?:nav|navigation|navbar|menu|breadcrumbs?|pagination|pager|tags?|tag-?list|tags-?links|topics|categories|post-?meta|entry-?meta|entry-?footer|toc|table-of-contents)(?:$|[\s_-])/i,
  ],
  ['section label', /(?:^|[\s_-])(?:kicker|eyebrow|overline|section-?(?:label|name))(?:$|[\s_-])/i],
  [
    'outside the main text',
    /(?:^|[\s_-])(?:author-?(?:bio|box|info|card)|about-?(?:the-)?author|bio|biography)(?:$|[\s_-])/i,
  ],
]

/** The reason why the elements around a block say that it is no part of the report; undefined where they do not. */
export function nameBox(block: PageBlock): RemovedReason | undefined {
  if (block.kind === 'caption') return 'photo credit'
  for (const element of block.around) {
    const reason = nameElement(element)
    if (reason && !(block.kind === 'quote' && reason === 'share buttons')) return reason // a quoted post, as "embed-social"
  }
  return undefined
}

/** The reason of one element, by its tag, class and id. */
export function nameElement(element: PageElement): RemovedReason | undefined {
  if (/^(?:nav|menu)$/.test(element.localName)) return 'menu'
  if (/^(?:body|html|main|article)$/.test(element.localName)) return undefined
  const names = `${element.className} ${element.id}`
  return names.length > 1 ? BOXES.find(([, pattern]) => pattern.test(names))?.[0] : undefined
}

/** True where all but a few letters of a block stand in links. */
export function isAllLinks({ text, linked }: PageBlock): boolean {
  return linked >= text.replaceAll(' ', '').length * 0.85
}
