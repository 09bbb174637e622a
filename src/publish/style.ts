// The one stylesheet. Light and dark follow the system; contrast is that of WCAG 2.2 AA in both, which the browser
// tests try. Nothing is told by colour alone: links are underlined, marks and roles differ in line and weight.
import { COLOURS, FIGURE_STYLE } from './colours.ts'
import { ACCOUNT_STYLE } from './styles/accounts.ts'
import { CLAIM_STYLE } from './styles/claim.ts'
import { CONTROL_STYLE } from './styles/controls.ts'
import { EDITION_STYLE } from './styles/edition.ts'
import { FRAME_STYLE } from './styles/frame.ts'
import { LIST_STYLE } from './styles/lists.ts'
import { PICTURE_STYLE } from './styles/pictures.ts'
import { PRINT_STYLE } from './styles/print.ts'
import { REVIEW_STYLE } from './styles/review.ts'

const BASE = `*, ::before, ::after { box-sizing: border-box; }
html { scroll-padding-top: 30vh; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 43rem; padding: 0 1.25rem 3rem; background: var(--paper); color: var(--ink);
  font: 1.125rem/1.6 "Iowan Old Style", Charter, "Bitstream Charter", "Source Serif 4", Georgia, "DejaVu Serif", serif;
  overflow-wrap: break-word; hanging-punctuation: first last;
}
a { color: var(--link); text-decoration: underline; text-decoration-color: var(--link-line); text-underline-offset: .15em; }
a:hover { text-decoration-color: currentColor; text-decoration-thickness: .1em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
.skip { position: absolute; inset-inline-start: -100vw; inset-block-start: 0; padding: .5rem 1rem; background: var(--paper); z-index: 1; }
.skip:focus { inset-inline-start: 0; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
header.site, footer.site { font: .875rem/1.5 system-ui, "DejaVu Sans", sans-serif; color: var(--soft); }
header.site { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; justify-content: space-between;
  padding: 1rem 0; border-bottom: 1px solid var(--rule); }
header.site p { margin: 0; } .name a { font-weight: 700; letter-spacing: .04em; text-decoration: none; color: var(--ink); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
nav a { display: inline-block; padding: .3rem 0; color: var(--soft); text-decoration: none; }
nav a:hover, nav a[aria-current] { color: var(--ink); text-decoration: underline; text-decoration-thickness: 2px; }
footer.site { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; font-weight: 700; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2.2vw, 2.5rem); margin: 2.5rem 0 .5rem; letter-spacing: -.01em; }
h2 { font: 700 .875rem/1.4 system-ui, "DejaVu Sans", sans-serif; letter-spacing: .06em; margin: 3rem 0 1rem; padding-top: .5rem;
  border-top: 3px solid var(--ink); }
h1.long { font-size: clamp(1.25rem, 1.1rem + .8vw, 1.625rem); line-height: 1.3; }
h3 { font-size: 1.375rem; margin: 1.5rem 0 .75rem; }
h3 a { color: var(--ink); text-decoration-color: var(--rule); }
p { margin: 0 0 1rem; text-wrap: pretty; }
.meta, .note, .kicker, .also, dl, .legend, details, .reports, .about { font-family: system-ui, "DejaVu Sans", sans-serif; }
.meta, .also { font-size: .8125em; color: var(--soft); } .note { font-size: .9375rem; color: var(--soft); }
.meta a, .also a { color: inherit; }
.mark { font-size: .6875em; line-height: 0; font-family: system-ui, "DejaVu Sans", sans-serif; } .mark a { text-decoration: none; padding-inline: .1em; }
h3 .mark a { padding: .35em .6em; }
.footnotes ol { font-size: .875rem; padding-inline-start: 2.5rem; overflow-wrap: anywhere; } .footnotes li { margin-bottom: .35rem; } .footnotes li:target, .mark a:target { background: var(--mark); }
.kicker { margin: 2.5rem 0 0; font-size: .875rem; color: var(--soft); } .kicker + h1 { margin-top: .25rem; }
ul.dashes { list-style: none; margin: 0; padding: 0; }
ul.dashes > li { position: relative; padding-inline-start: 1.75rem; margin-bottom: 1.25rem; }
ul.dashes > li::before { content: "\\2014" / ""; position: absolute; inset-inline-start: 0; color: var(--soft); }
ul.dashes > li > p { margin-bottom: .5rem; }
.why-here { margin: .25rem 0 .75rem; font: .8125rem/1.5 system-ui, "DejaVu Sans", sans-serif; color: var(--soft); } .why-here summary { width: max-content; max-width: 100%; cursor: pointer; }
.why-here ul { margin: .35rem 0; padding-inline-start: 1.25rem; } .why-here p { margin: .35rem 0 0; }
.masthead .question { margin: 0 0 .5rem; font-style: italic; }
.claim { font-weight: 600; } .claim a { color: var(--ink); }
ul.list, ol.attributions, ul.removed, ul.captures { padding-inline-start: 1.25rem; }
ul.list > li, ol.ledger > li { margin-bottom: .75rem; }
ol.ledger { padding-inline-start: 0; list-style: none; } ol.ledger > li { padding: .75rem 0; border-bottom: 1px solid var(--rule); margin: 0; }
ol.ledger p { margin: 0; } .tellers { font-size: .9375em; }
.reports .list { font-size: .9375rem; }
.standing { display: inline-block; padding: 0 .6em; margin-inline-end: .35em; border: 1px solid currentColor; border-radius: 1em; color: var(--ink);
  font: 400 .8125rem/1.5 system-ui, "DejaVu Sans", sans-serif; vertical-align: .1em; }
.standing.contested, .standing.denied { border-style: dashed; } .standing.corrected, .standing.retracted { border-style: double; border-width: 3px; }
.standing.confirmed, .standing.announced { border-width: 2px; font-weight: 600; }
.page-claim h3 { font: 600 1rem/1.4 system-ui, "DejaVu Sans", sans-serif; }
del { text-decoration: line-through; text-decoration-thickness: 2px; color: var(--soft); }
ins { text-decoration: underline double; text-underline-offset: .2em; font-weight: 600; }
.moved { border-inline-start: 3px dotted var(--soft); padding-inline-start: .35em; }
q { quotes: "\\201C" "\\201D" "\\2018" "\\2019"; } .verdict { font-style: italic; }
dl.facts { margin: 1rem 0 0; font-size: .875rem; }
dl.facts div { display: flex; gap: .75rem; padding: .25rem 0; border-top: 1px solid var(--rule); }
dt { flex: 0 0 6rem; color: var(--soft); } dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.legend { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; margin: 1.5rem 0; font-size: .8125rem; color: var(--soft); }
.text h2 { font: 700 1.25rem/1.3 inherit; letter-spacing: 0; border: 0; margin: 2rem 0 .75rem; padding: 0; }
.standfirst { font-size: 1.1875rem; color: var(--soft); } .caption, .byline, .pull-quote { font-size: .875rem; color: var(--soft); }
blockquote { margin-block: 1rem; margin-inline: .5rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule); }
mark { background: var(--mark); color: inherit; box-shadow: 0 0 0 .1em var(--mark); border-bottom: 2px solid var(--mark-line);
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark.quiet { background: none; box-shadow: none; border: 0; }
h1 mark { background: none; box-shadow: none; }
h1 .source, h1 .cue, h1 .content { font-style: inherit; text-decoration: none; }
mark:target, mark.quiet:target { background: var(--target); box-shadow: 0 0 0 .12em var(--target); border-bottom: 3px solid var(--target-line); }
mark:target mark { background: none; box-shadow: none; }
.about { font-size: .9375rem; } .about h3, .reports h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
.source { font-weight: 600; text-decoration: underline dotted; text-underline-offset: .2em; }
.cue { font-style: italic; text-decoration: underline wavy 1px; text-underline-offset: .2em; }
.content { text-decoration: underline solid 1px; text-decoration-color: var(--rule); text-underline-offset: .2em; }
.text .source, .text .cue, .text .content { text-decoration-color: var(--soft); text-decoration-thickness: 1px; }
.text .content { text-decoration-color: var(--rule); } .text .source { font-weight: inherit; }
.text .content .source, .text .content .cue { text-decoration-color: var(--soft); }
details { margin: 0 0 1rem; min-width: 0; padding: .5rem .9rem; background: var(--panel); border: 1px solid var(--rule); border-radius: .35rem; font-size: .9375rem; }
summary { cursor: pointer; padding: .25rem 0; } details li { margin: .5rem 0; } details .meta { display: block; }
.reason { font-weight: 600; } .reason::after { content: ":"; }
code { font: .8125em/1.4 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.back { margin-top: 2.5rem; font-family: system-ui, "DejaVu Sans", sans-serif; font-size: .9375rem; }
.figure { overflow-x: auto; margin: 1rem 0; }
.figure svg { display: block; }
@media (max-width: 30rem) {
  body { font-size: 1.0625rem; padding: 0 1rem 2rem; }
  dl.facts div { display: block; }
  ul.dashes > li { padding-inline-start: 1.4rem; }
}
`

/** The text of style.css: what is printed last overrides what stands before. */
export const STYLE = [
  COLOURS,
  BASE,
  FIGURE_STYLE,
  CONTROL_STYLE,
  FRAME_STYLE,
  LIST_STYLE,
  REVIEW_STYLE,
  // those of single pages here
  ACCOUNT_STYLE,
  CLAIM_STYLE,
  PICTURE_STYLE,
  EDITION_STYLE,
  PRINT_STYLE,
].join('')
