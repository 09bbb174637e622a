// The looks of an edition over time: where it stands above its own words, what was corrected, the list of all, and the page on which it
// is edited: the words in the measure that readers see, what can be done with them in the margin beside.

export const EDITION_STYLE = `.edition-state { display: inline-block; padding: 0 .6em; margin-inline-end: .35em; border: 1px solid currentColor; border-radius: .2em; color: var(--ink);
  font: 600 .8125rem/1.5 system-ui, "DejaVu Sans", sans-serif; vertical-align: .1em; }
.edition-state.draft { border-style: dashed; } .edition-state.composed { border-style: dotted; font-weight: 400; }
.edition-state.corrected { border-style: double; border-width: 3px; }
.edition-where { margin: 1.25rem 0 -1rem; padding: .6rem .9rem; background: var(--panel); border: 1px solid var(--rule); border-radius: .35rem;
  font: .875rem/1.5 system-ui, "DejaVu Sans", sans-serif; display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; justify-content: space-between; align-items: center; }
.edition-where p { margin: 0; flex: 1 1 20rem; }
.edition-acts { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; font: .875rem/1.5 system-ui, "DejaVu Sans", sans-serif; }
ol.items.editions .edition-acts { margin-top: .4rem; } form.inline { margin: 0; }
.leaning-told { padding: .5rem .9rem; border: 1px solid var(--rule); border-inline-start: 4px double var(--ink); font: .9375rem/1.5 system-ui, "DejaVu Sans", sans-serif; }
.corrections { margin: 1.5rem 0; padding: .75rem 1rem .25rem; border: 3px double var(--ink); font-size: 1rem; }
.corrections h2 { margin: 0 0 .5rem; padding: 0; border: 0; } .corrections ol { margin: 0; padding: 0; list-style: none; } .corrections li p { margin: 0 0 .35rem; } .corrections li .meta { margin-bottom: .75rem; }
.corrected-here { display: block; margin: .35rem 0 0; padding-inline-start: .75rem; border-inline-start: 4px double var(--ink); font: .8125rem/1.5 system-ui, "DejaVu Sans", sans-serif; color: var(--soft); }
.corrected-here:target { background: var(--panel); } .corrected-here strong { color: var(--ink); }
.page-edition p.own { padding-inline-start: .75rem; border-inline-start: 2px solid var(--soft); }
.page-edition main:has(.edit-page) { max-width: none; }
.edit-page .masthead .kicker { margin-top: 1.5rem; }
.edit-check { margin: 1.25rem 0; padding: .75rem 1rem; border: 1px solid var(--rule); border-inline-start: 4px solid var(--rule); max-width: 46rem; font: .9375rem/1.5 system-ui, "DejaVu Sans", sans-serif; }
.edit-check.stopped { border: 2px solid var(--link); border-inline-start-width: 6px; background: var(--panel); }
.edit-check h2 { margin: 0 0 .25rem; padding: 0; border: 0; letter-spacing: 0; font-size: .9375rem; } .edit-check p { margin: 0; } .edit-check ul { margin: .5rem 0 0; padding-inline-start: 1.25rem; } .edit-check li { margin: .35rem 0; }
ol.edit-lines { list-style: none; margin: 0; padding: 0; }
.edit-item-head p { margin: 0; } .edit-item-head details { margin: 0; padding: 0; background: none; border: 0; font-size: .8125rem; }
.edit-page .masthead .edition-acts { margin: .75rem 0 1rem; } .corrections ins { font-weight: 400; text-decoration: none; }
.edit-item { padding: .6rem 0; border-bottom: 1px solid var(--rule); } .edit-section > h2 + .edit-item-head p { margin: 0; }
.edit-item { padding-top: 0; }
.edit-line { padding: .45rem 0; } .edit-line .line { margin: 0; max-width: 43rem; } .edit-line .meta { margin: .25rem 0 0; max-width: 43rem; }
.edit-line.heading .line { font-weight: 700; font-size: 1.1875rem; line-height: 1.3; }
.edit-line.own .edit-words { padding-inline-start: .75rem; border-inline-start: 2px solid var(--soft); }
.edit-line.missing .edit-words { padding-inline-start: .75rem; border-inline-start: 5px double var(--link); }
.miss { padding: 0 .15em; border: 2px dashed var(--link); border-radius: .15em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.misses { margin: .35rem 0 0; font: .8125rem/1.5 system-ui, "DejaVu Sans", sans-serif; } .misses p { margin: 0; font-weight: 700; } .misses p::before { content: "\\26a0\\00a0" / ""; }
.misses ul { margin: 0; padding-inline-start: 1.25rem; }
form.accept { display: flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: center; margin: .5rem 0 0; max-width: 43rem; } form.accept label { flex: 1 0 100%; } form.accept input { flex: 1 1 12rem; min-width: 0; }
div.edit-acts, .items form.edit-acts { display: flex; flex-wrap: wrap; gap: .25rem .375rem; align-items: center; margin: .35rem 0 0; font: .8125rem/1.4 system-ui, "DejaVu Sans", sans-serif; }
.edit-acts :is(button, select) { font-size: .8125rem; min-height: 1.75rem; padding: .1rem .55rem; } .edit-acts select { max-width: 10rem; }
.edit-acts button { background: none; border-color: var(--rule); } .edit-acts button:hover:not(:disabled) { border-color: var(--ink); background: var(--panel); }
.edit-to { display: inline-flex; gap: .25rem; } .edit-acts-of { font-weight: 600; color: var(--soft); margin-inline-end: .25rem; }
details.reword, details.add-own { margin: .25rem 0 0; padding: 0; background: none; border: 0; font-size: 1rem; }
:is(.reword, .add-own) > summary { display: inline-block; padding: .1rem .55rem; min-height: 1.75rem; border: 1px solid var(--rule); border-radius: .25rem; color: var(--ink);
  font: .8125rem/1.6 system-ui, "DejaVu Sans", sans-serif; }
:is(.reword, .add-own) > summary::before { content: "\\25b8\\00a0" / ""; } :is(.reword, .add-own)[open] > summary::before { content: "\\25be\\00a0" / ""; }
:is(.reword, .add-own) > summary:hover { border-color: var(--ink); background: var(--panel); }
.reword[open], .add-own[open] { margin: .5rem 0; } .reword[open] > :not(summary), .add-own[open] > :not(summary) { margin-top: .5rem; }
.add-own { margin-top: .6rem; } :is(.reword, .add-own, .edit-title, .ruling-form) .send { margin: .5rem 0; }
:is(.reword, .add-own, .edit-title) .field { margin: 0; } .reword textarea { font: 1.0625rem/1.55 Charter, "Bitstream Charter", Georgia, "DejaVu Serif", serif; }
.edit-evidence { padding: .5rem .9rem; background: var(--panel); border-inline-start: 3px solid var(--rule); font-size: .9375rem; line-height: 1.5; }
.edit-evidence h3 { margin: 0 0 .35rem; font: 600 .8125rem/1.4 system-ui, "DejaVu Sans", sans-serif; color: var(--soft); } .edit-evidence blockquote { margin: .25rem 0 0; padding: 0; border: 0; } .edit-evidence blockquote p { margin: 0; }
.edit-evidence .meta { margin: .2rem 0 .75rem; }
.line-changes { list-style: none; margin: 0; padding: 0; max-width: 46rem; } .line-changes li { padding: .5rem 0; border-bottom: 1px solid var(--rule); } .line-changes p { margin: 0 0 .25rem; } .line-changes .meta { font-weight: 600; }
.problem .line-changes { margin: .25rem 0 .75rem; } .problem h3 { font: 600 .875rem/1.4 system-ui, "DejaVu Sans", sans-serif; margin: .75rem 0 .25rem; }
@media (min-width: 64rem) {
  .edit-line { display: grid; grid-template: auto 1fr auto / minmax(0, 43rem) minmax(0, 1fr); gap: 0 2rem; align-items: start; }
  .edit-line > .edit-words { grid-column: 1; grid-row: 1 / span 2; } .edit-line > form { grid-column: 2; grid-row: 1; } .edit-line > details { grid-column: 2; grid-row: 2; }
  .edit-line > .edit-words:has(+ details) { grid-row: 1; } .edit-words + details { grid-row: 1; }
  .edit-line > details.reword[open] { grid-column: 1 / -1; grid-row: 3; } .edit-beside { display: grid; grid-template-columns: minmax(0, 43rem) minmax(0, 1fr); gap: 0 2rem; align-items: start; }
  .edit-item-head { display: grid; grid-template-columns: minmax(0, 43rem) minmax(0, 1fr); gap: 0 2rem; align-items: center; } .edit-item-head div.edit-acts { margin: 0; }
}
@media print { .edition-where, .edit-acts, .edit-page details { display: none; } .edition-state { border: 1px solid; } }
`
