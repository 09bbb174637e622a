// Furniture that its own words give away: a line that, read alone, cannot be part of a report. Whole lines only, since
// "Read more about the talks, he told reporters." is a sentence and "Read more" is not.
import type { RemovedReason } from '../model/doc.ts'

const LONGEST = 400 // characters: longer lines are prose whatever they begin with

const SITES =
  'facebook|twitter|x|whats ?app|telegram|linkedin|reddit|pinterest|instagram|youtube|tik ?tok|threads|bluesky|mastodon|flipboard|tumblr|google ?\\+?|rss|e-?mail|messenger|copy link|link|print|sms|pocket|line|weibo|vk'
const OTHER = 'stories|articles|news|posts|reading|coverage|content|reports|videos|topics|links|reads|headlines'

/** In order: the first that fits names the reason. */
const RULES: readonly (readonly [RemovedReason, RegExp])[] = [
  // keep readingShow less
  [
    'keep reading',
    /^(?:(?:keep|continue|start) reading|(?:read|show|see|view|load) (?:more|less|all|full (?:story|article|bio|profile))|read (?:the )?(?:full|whole|entire|rest of the|complete) (?:story|article|report|post|text|interview)|read on|full story|expand(?: article)?|collapse|more)(?:\s*(?:keep reading|show (?:more|less)|read (?:more|less)))*\s*(?:here)?[\s.…>»→›]*$/i,
  ],
  // Read more: Karsk envoy walks out / Related: …
  [
    'teaser',
    /^(?:read (?:more|also|next)|see also|also read|related(?: (?:stor(?:y|ies)|articles?|posts?|news|coverage))?|more on this|more|watch(?: (?:more|also|now))?|listen|don['’]t miss|must read|read)\s*(?::|>>?|»|\|)\s*\S.{0,160}[^.]$/i,
  ],
  [
    'teaser',
    new RegExp(
      `^(?:related|recommended|trending|popular|similar|further|top|latest|other|more(?: from [\\p{L} .’']{2,40})?)(?: (?:${OTHER}))?(?: (?:now|today|right now|this week|for you))?:?$`,
      'iu',
    ),
  ],
  [
    'teaser',
    /^(?:you (?:may|might|could|will|['’]ll)? ?(?:also|like)(?: (?:like|enjoy|be interested in|love))?|what to read next|read (?:next|this next)|up next|next up|most (?:read|popular|viewed|shared|commented|recent)(?: (?:stories|articles|news|posts|today|this week))?|editor['’]?s['’]? picks?|don['’]t miss|must[- ]reads?|more (?:on (?:this(?: story| topic)?|the story)|like this|stories|news|coverage|from (?:us|the web|around the web|this (?:section|author|topic)|our (?:network|partners?)))|from (?:around )?the web|around the web|in case you missed it|recommended for you|latest (?:news|stories|headlines|updates|videos?)|the latest|top stories|related (?:stories|articles|posts|news|content|topics|coverage|links|reading|videos?)|popular (?:now|stories|posts)|trending(?: now| today)?|promoted stories|previous (?:article|post|story)|next (?:article|post|story)|elsewhere on the web)[:.…\s>»]*$/i,
  ],
  // Top photo credit: Envoy Ilse Marrow in Karsk (Meridian/J. Holt)
  [
    'photo credit',
    /^(?:(?:top|main|lead|cover|file|header|featured) )?(?:photo|photograph|image|picture|illustration|graphic|video)s?(?: ?\/ ?[\p{L}]+)? ?(?:credits?|courtesy(?: of)?|source|by|via|copyright)\b\s*:?\s*\S.{0,380}$/iu,
  ],
  [
    'photo credit',
    /^(?:photo(?:graph)?|image|picture|illustration|credit|photo credit|image credit|pic)s?\s*[:©|]\s*\S.{0,160}$/i,
  ],
  [
    'photo credit',
    /^\(?(?:(?:ap|afp|epa|reuters|file|getty|upi) )?(?:photo|image)s? (?:by|courtesy of|via|\/) [^.]{2,100}\)?$/i,
  ],
  [
    'photo credit',
    /^(?:getty images|reuters|ap|afp|shutterstock|istock|alamy|epa|unsplash|pixabay|flickr)(?:\s*(?:\/|\||via|,|-)\s*[\p{L}.’' -]{2,40}){0,3}$/iu,
  ],
  [
    'photo credit',
    /^[\p{Lu}][^.!?]{2,60}\s?\/\s?(?:getty images|reuters|ap(?: photo)?|afp|shutterstock|epa(?:-efe)?|istock\w*|alamy|pool|bloomberg)(?:\s*\/?\s*(?:via )?[\p{L} ]{2,30})?$/iu,
  ],
  [
    'photo credit',
    /^\S.{0,380}[.\s(](?:[\p{Lu}][\p{L}.’'-]+ ){1,3}?(?:\/ ?[\p{L} ]{2,30}){1,3} via (?:reuters|ap|getty images|afp)\)?$/iu,
  ],
  // The harbour of Karsk at dusk. (Image: Meridian/J. Holt)
  [
    'photo credit',
    /^\S.{0,380}\((?:(?:ap|afp|epa|file|getty) )?(?:image|photo|photograph|picture|pic|illustration|video)s?(?: ?credit| ?by)?\s?[:©/][^()]{1,90}\)$/i,
  ],
  [
    'photo credit',
    /^(?:image|photo|slide|picture)?\s?\d{1,3}\s?(?:of|\/)\s?(?:\/\s?)?\d{1,3}$|^(?:caption|hide caption|toggle caption|enlarge(?: this image)?|view gallery|open (?:image|gallery).{0,20})$/i,
  ],
  // The Foreign Office at dusk. Photograph: Elias Corran for the Courier
  [
    'photo credit',
    /^[^“”"]{0,300}[.!?…]\s(?:photo(?:graph)?|picture|image|illustration)(?:s| credit| by)?:\s[\p{L}][^.“”"]{1,80}$/iu,
  ],
  // The Courier at breakfast. Ten headlines a day. Subscribe to the letter
  [
    'newsletter',
    /^(?!.*\b(?:said|told|says|announced)\b)[^“”"]{0,200}[.!]\s(?:subscribe|sign up) (?:to|for|here|now)\b[^.“”"]{0,60}[.!]?$/i,
  ],
  // Subscribe now to our weekly letter and never miss a talk.
  [
    'newsletter',
    /^(?:please |click here to )?(?:subscribe|(?:sign[- ]up|register)(?=[,:!]| (?:now|here|today|for|to|with|at|and|below|free|online|your)\b)|join|get(?!-)|receive|enter your e-?mail|never miss|stay (?:up to date|informed|in the loop|tuned))\b(?!.*\b(?:said|told|says|announced)\b).{0,260}\b(?:newsletters?|round-?up|inbox|e-?mails?|mailing list|briefing|digest|alerts?|daily headlines|weekly (?:letter|update|email)|our (?:daily|weekly|free|morning|evening) \w+)\b.{0,200}$/i,
  ],
  ['newsletter', /^(?:our |free |daily |weekly |e-?mail |the )?newsletters?(?: sign-?up)?[:.!]?$/i],
  ['newsletter', /^(?:subscribe|sign[- ]up|register)(?: (?:now|here|today|for free|free))*[!.\s>»]*$/i],
  [
    'newsletter',
    /^(?:by (?:signing up|subscribing|submitting|clicking|registering|entering your e-?mail)\b.{0,300}\b(?:agree|accept|consent|acknowledge)\b.{0,300}|you (?:can|may) unsubscribe\b.{0,160}|thanks? (?:you )?for (?:signing up|subscribing)\b.{0,120}|(?:enter )?your e-?mail(?: address)?\*?:?|e-?mail address\*?:?)$/i,
  ],
  // Advertisement / Story continues below
  [
    'advertisement',
    /^[-–—\s([]*(?:advertisements?|advertorial|adverts?|ads?|sponsored(?: (?:content|links?|stor(?:y|ies)|posts?))?|promoted(?: content| links?)?|paid (?:content|post)|(?:ad|advertisement) ?[-–—:|.] ?(?:(?:story|article|content|scroll)\b.{0,30})?|(?:story|article|text|post) continues (?:below|after)(?: (?:this |the )?(?:advertisement|ad|video|gallery|promo))?|(?:report|skip|remove|close) (?:this )?ad(?:vertisement|s)?|ads? by \w+|scroll (?:down )?(?:to|for) (?:continue|more|read).{0,40}|loading\W*|article continues (?:below|after).{0,30})[-–—\s)\].…]*$/i,
  ],
  // Share / Tweet / Share on Facebook
  [
    'share buttons',
    new RegExp(
      `^(?:(?:\\d+ )?shares?|(?:click to )?share (?:this|on|via|with|by|to|now|it)\\b.{0,60}|share|tweet(?: this)?|(?:pin|like)(?: it| this)?|follow us(?: on)?(?: (?:social(?: media)?|${SITES}))*|(?:follow|like|find|join|connect with) (?:us|@\\w+)(?: on (?:social(?: media)?|(?:${SITES})(?:,? (?:and |& )?(?:${SITES}))*))?|follow [\\p{L}@ ]{2,30} on (?:${SITES})(?:(?:,|,? and|,? &) (?:${SITES}))*|(?:send|e-?mail) (?:this|to a friend|by e-?mail).{0,30}|copy (?:link|url)|print(?: this)?(?: (?:page|article|story))?|save(?: (?:article|story|for later))?|bookmark|comments?(?: \\(?\\d+\\)?)?|(?:leave|post|add|write|view) (?:a )?comments?(?: \\(\\d+\\))?|\\d+ comments?|\\d+ shares?)[:!.\\s]*$`,
      'i',
    ),
  ],
  ['share buttons', new RegExp(`^(?:(?:share|tweet|save|listen|gift|${SITES})(?:[\\s|·•,/]+|$)){2,}$`, 'i')],
  // © 2024 Meridian News Agency. All rights reserved.
  [
    'copyright line',
    /^(?:[Cc]opyright\b(?! (?:Act|Bill|Board|Court|Directive|Law|Office|Tribunal)\b)|COPYRIGHT\b|\([Cc]\)|©)[\s:,.|–—-]*(?:©|\([Cc]\))?\s*(?:(?:[Bb]y|BY|of|the) ){0,2}(?:\d{4}|\p{Lu}).{0,240}$/u,
  ],
  [
    'copyright line',
    /^(?:.{0,200}\ball rights reserved\b.{0,160}|(?:this (?:material|article|content|story) )?may not be (?:published|reproduced|broadcast)\b.{0,160}|.{0,60}this material may not be published\b.{0,160})$/i,
  ],
  // Reporting | Desk
  ['section label', /^[\p{Lu}][\p{L}&.’' -]{1,28}(?: \| [\p{Lu}\d][\p{L}\d&.’' -]{1,28}){1,2}$/u],
  // Filed under: Karsk, grain
  [
    'section label',
    /^(?:filed (?:under|in)|tags?|topics?|categor(?:y|ies)|posted in|tagged(?: with| as| in)?|keywords?)\s*:\s*[^.]{2,160}$/i,
  ],
  // This website uses cookies to improve your visit.
  [
    'cookie notice',
    /^(?:this (?:web)?site|we(?=.*\b(?:use|using|store|set|place|accept|consent|privacy|policy|partners|browser|device)\b)|our (?:web)?site|by (?:using|continuing)|your privacy)\b.{0,120}\bcookies\b.{0,270}$/i,
  ],
  // Home | News | World | Sport / Home > World > Veldania
  [
    'menu',
    /^(?:skip to (?:main )?(?:content|navigation)|menu|toggle (?:navigation|menu)|navigation|search(?: (?:for|site))?\W*|log ?in|sign ?in|sign ?out|log ?out|my account|(?:main |site ?)menu|back to (?:top|home|main)|home ?page|contact us|about us|privacy(?: policy| notice)?|terms(?: (?:of (?:use|service)|and conditions|& conditions))?|cookies?(?: policy| settings| preferences)?|close(?: menu)?|site ?map|accessibility(?: help)?|jump to (?:content|navigation)|go to top|donate(?: now)?|support us|rss feeds?|subscribe to the (?:podcast|channel)|listen to (?:this )?(?:article|story|podcast)|view (?:in|on) (?:gallery|map|app)|download (?:the|our) app)$/i,
  ],
  ['menu', /^home\s?(?:[>|›»/·•-]\s?[\p{L}\d&’' .-]{2,30}\s?){1,8}$/iu],
  ['menu', /^[\p{Lu}][\p{L}&’' -]{1,20}(?:\s?[|·•]\s?[\p{Lu}][\p{L}&’' -]{1,20}){3,}$/u],
]

const LONG = 180 // characters: past this only credits, letters, rights, cookies and menus are still furniture
const LONG_HINT =
  /photo|image|picture|pic\b|illustration|graphic|video|credit|via |getty|newsletter|round-?up|inbox|e-?mail|mailing|briefing|digest|alert|headlines|weekly|\bour\b|agree|accept|consent|acknowledge|unsubscribe|copyright|©|\(c\)|reserved|may not be|cookies|[|·•›»>]/i

/** The reason why a line cannot be part of a report, by its words alone; undefined for all that might be. */
export function nameFurniture(line: string): RemovedReason | undefined {
  if (line.length > LONGEST || (line.length > LONG && !LONG_HINT.test(line))) return undefined
  return isTold(line) ? undefined : RULES.find(([, pattern]) => pattern.test(line))?.[0]
}

// Video by a resident shows that the dam burst, the council said. / Photographs by Orbis show two bridges.: sentences with
// a stop; not "Photo credit: Envoy Ilse Marrow, who said no, in Karsk.", which has the label of a credit
function isTold(line: string): boolean {
  return /[.!?]["”’']?$/.test(line) && !LABEL.test(line) && (SPEECH.test(line) || SHOWN.test(line))
}

const LABEL =
  /^[^.:]{0,40}\b(?:credits?|courtesy(?: of)?|source|by|via|copyright|photo(?:graph)?s?|images?|pictures?)\s?:/i
const SPEECH = /\b(?:said|says|announced|(?<!\bbe )told)\b/i
const SHOWN =
  /^(?:[a-z]+ )?(?:photo|photograph|image|picture|illustration|graphic|video)s? (?:by|via) (?:[^.!?:;]|\b\p{Lu}\.){1,80}? (?:is|are|was|were|has|have|had|shows?|showed|appear(?:s|ed)?|suggest(?:s|ed)?|reveal(?:s|ed)?|confirm(?:s|ed)?|captured|depict(?:s|ed)?|prove[sd]?|circulated|emerged|spread)\b/iu
