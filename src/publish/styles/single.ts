// An edition that is one file: read on a screen of any width, and on paper, where all footnotes are open and addresses are printed.
import { COLOURS, FIGURE_STYLE } from '../colours.ts'
import { PICTURE_STYLE } from './pictures.ts'

const SERIF =
  '"Iowan Old Style", Charter, "Bitstream Charter", "Source Serif 4", Georgia, "DejaVu Serif", "Noto Naskh Arabic", serif'
const SANS = 'system-ui, "DejaVu Sans", sans-serif'

const SCREEN = `*, ::before, ::after { box-sizing: border-box; }
html { scroll-padding-top: 30vh; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 41rem; padding: 0 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.125rem/1.6 ${SERIF}; overflow-wrap: break-word; hanging-punctuation: first last; }
a { color: var(--link); text-decoration-color: var(--link-line); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
.masthead { border-top: 6px solid var(--ink); margin: 2rem 0 0; padding: .75rem 0 1rem; border-bottom: 1px solid var(--rule); }
.kicker, .meta, .note, .also, .issue-state, summary, .notes p, .reports { font-family: ${SANS}; }
.kicker { margin: 0; font-size: .875rem; font-weight: 700; letter-spacing: .04em; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2.2vw, 2.5rem); line-height: 1.15; margin: .25rem 0 .5rem; letter-spacing: -.01em; text-wrap: balance; }
.question { font-style: italic; margin: 0 0 .5rem; }
.meta, .also, .issue-state, .note { font-size: .8125rem; color: var(--soft); margin: 0; }
.also { font-size: .75em; } .note { margin: 0 0 1rem; font-size: .9375rem; }

.issue-state { font-weight: 600; color: var(--ink); margin-top: .25rem; }

.is-draft { border: 2px dashed var(--link); padding: .35rem .6rem; margin-top: .75rem; }
h2 { font: 700 .875rem/1.4 ${SANS}; letter-spacing: .06em; margin: 2.75rem 0 1rem; padding-top: .5rem; border-top: 3px solid var(--ink); }
h3 { font-size: 1.375rem; line-height: 1.25; margin: 0 0 .75rem; text-wrap: balance; }
p { margin: 0 0 1rem; text-wrap: pretty; }
p.line + h3 { margin-top: 2rem; }
ul.dashes { list-style: none; margin: 0; padding: 0; }
ul.dashes > li { position: relative; padding-inline-start: 1.75rem; margin-bottom: 1.25rem; }
ul.dashes > li::before { content: "\\2014" / ""; position: absolute; inset-inline-start: 0; color: var(--soft); }
ul.dashes > li > p { margin-bottom: .5rem; }
.claim { font-weight: 600; }
.own { border-inline-start: 3px dotted var(--soft); padding-inline-start: .75rem; }
sup.marks { font: .6875em/1 ${SANS}; white-space: nowrap; }
sup.marks a { text-decoration: none; padding-block: .15em; } sup.marks a:hover { text-decoration: underline; }
sup.marks a:target { background: var(--target); }
h3 sup.marks { font-size: .55em; font-weight: 400; }
@media (pointer: coarse), (max-width: 30rem) { sup.marks a { padding: .35rem .6rem; margin-inline: -.5rem; } sup.marks a + a { margin-inline-start: .35rem; } }
.corrections { border: 1px solid var(--rule); background: var(--panel); padding: 0 1rem; margin-top: 1.5rem; }
.corrections h2 { border: 0; margin: .5rem 0; } .corrections ul { margin: 0 0 1rem; padding-inline-start: 1.25rem; font-size: 1rem; }
.corrections p { margin: 0 0 .25rem; } del { color: var(--soft); } ins { text-decoration: underline double; text-underline-offset: .2em; }
ol.notes { padding-inline-start: 2rem; margin: 0; font: .9375rem/1.5 ${SANS}; } ol.notes > li { margin-bottom: .5rem; padding-inline-start: .25rem; }
ol.notes > li::marker { color: var(--soft); } .notes p { margin: 0 0 .25rem; }
.notes cite { font-style: normal; }
details { margin: 0; } summary { cursor: pointer; padding: .15rem 0; } .reports summary { font-size: .9375rem; }
details[open] { background: var(--panel); border: 1px solid var(--rule); border-radius: .35rem; margin-inline-start: -.5rem; padding: .1rem .5rem .6rem; }
q { quotes: "\\201C" "\\201D" "\\2018" "\\2019"; } .up { text-decoration: none; }
blockquote { margin: .5rem 0; padding-inline-start: .75rem; border-inline-start: 3px solid var(--rule); font: 1rem/1.55 ${SERIF}; color: var(--soft); }
blockquote mark { background: var(--mark); color: var(--ink); box-shadow: 0 0 0 .1em var(--mark); border-bottom: 2px solid var(--mark-line); }
blockquote:target mark { background: var(--target); box-shadow: 0 0 0 .12em var(--target); border-color: var(--target-line); }
code { font: .75rem/1.4 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.address { display: none; }
.reports ul { padding-inline-start: 1.25rem; font-size: .9375rem; } .reports li { margin-bottom: .4rem; }
.colophon { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--rule); }
@media (max-width: 30rem) {
  body { font-size: 1.0625rem; padding: 0 1rem 2rem; }
  ul.dashes > li { padding-inline-start: 1.4rem; } ol.notes { padding-inline-start: 1.6rem; }
}
`

const TABLES = `.scroll { overflow-x: auto; } .pictures figure { margin-inline: 0; }
.pictures table { border-collapse: collapse; font-family: ${SANS}; } .pictures th, .pictures td { padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--rule); }
.pictures summary { font: .9375rem/1.4 ${SANS}; color: var(--soft); }
`

// A4 unless the printer knows better; the running foot says what this is and which page of how many.
const PAPER = `@page { margin: 18mm 20mm 20mm;
  @bottom-left { content: "Readout"; font: 8pt ${SANS}; color: #444; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt ${SANS}; color: #444; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --link: #000; --link-line: #999; --rule: #bbb; --panel: #fff;
    --mark: transparent; --mark-line: #000; --target: transparent; --target-line: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.45; }
  .masthead { margin-top: 0; } h1 { font-size: 22pt; } h2 { margin-top: 7mm; font-size: 9.5pt; } h3 { font-size: 13.5pt; }
  h1, h2, h3, summary, .claim, figcaption { break-after: avoid; }
  p, li, blockquote, figure { orphans: 3; widows: 3; } ul.dashes > li > p, ol.notes > li > p, figure { break-inside: avoid; }
  .evidence { break-before: page; }
  ol.notes { font-size: 8pt; line-height: 1.4; } ol.notes > li { margin-bottom: 2mm; } blockquote { font-size: 8.5pt; margin: .5mm 0; }
  blockquote mark { box-shadow: none; border-bottom-width: 1px; }
  .meta, .note, .reports ul, .issue-state { font-size: 8pt; } code { font-size: 6.5pt; }
  details[open] { border: 0; padding: 0; margin: 0; } summary { list-style: none; padding: 0; } .up, .live, details.reports, .pictures details { display: none; }
  details:not([open])::details-content { content-visibility: visible; display: block; height: auto; }
  a { color: inherit; text-decoration: none; } .address { display: inline; overflow-wrap: anywhere; }
}
`

/** The style that such a file carries in it. */
export const SINGLE_STYLE = [COLOURS, SCREEN, FIGURE_STYLE, PICTURE_STYLE, TABLES, PAPER].join('')
