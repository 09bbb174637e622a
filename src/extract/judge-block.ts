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
  if (block.kind === 'caption') return 'photo credit' // what of it is words is kept as a caption
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

const CAPTION = /(?:^|[\s_-])(?:caption|captions|figcaption|wp-caption-text)(?:$|[\s_-])/i
const CREDIT = /(?:^|[\s_-])(?:credit|credits|photo-?credit|image-?credit|photographer)(?:$|[\s_-])/i

/** True for an element that holds the credit of a picture, be it within the line of its caption. */
export function isCredit({ className }: PageElement): boolean {
  return CREDIT.test(className)
}

/** True for a block that tells what a picture shows, by its tag or by the innermost class that says caption or credit. */
export function isCaption({ kind, around }: PageBlock): boolean {
  const names = around.map(({ className }) => className)
  const [caption, credit] = [CAPTION, CREDIT].map((pattern) => names.findIndex((name) => pattern.test(name)))
  if (credit !== undefined && credit >= 0 && (caption === undefined || caption < 0 || credit <= caption)) return false
  return kind === 'caption' || (caption !== undefined && caption >= 0)
}

const SET_OFF = /(?:^|[\s_-])(?:pull-?quotes?|pulled-?quote|block-?quote|quotes?|callout|highlight)(?:$|[\s_-])/i

/** True for an element that sets its words off from the body: a block quotation, an aside, a box called pull quote. */
export function isSetOff({ localName, className }: PageElement): boolean {
  if (/^(?:body|html|main|article|section)$/.test(localName)) return false
  return localName === 'blockquote' || localName === 'aside' || SET_OFF.test(className)
}

/** True where all but a few letters of a block stand in links. */
export function isAllLinks({ text, linked }: PageBlock): boolean {
  return linked >= text.replaceAll(' ', '').length * 0.85
}
