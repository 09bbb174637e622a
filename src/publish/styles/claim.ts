// The looks of the pages of a claim and of a report: what is said stands beside the words, and each kind of mark can be hidden.

export const CLAIM_STYLE = `.page-claim h1 { hyphens: auto; }
.claim-voices > li, .said-notes > li { position: relative; }
.permalink { color: var(--soft); text-decoration: none; padding: 0 .25em; } .permalink:hover, .permalink:focus { text-decoration: underline; }
.claim-voices > li:target, .said-notes > li:target { outline: 3px solid var(--target-line); outline-offset: 4px; border-radius: 2px; }
table.forms { width: 100%; table-layout: fixed; margin-bottom: 1.75rem; } table.forms q { font: 1.0625rem/1.5 inherit; font-family: Charter, Georgia, serif; }
table.forms th:first-child { width: 56%; } table.forms .meta { display: block; margin-top: .25rem; }
pre.citation { overflow: auto; max-height: 20rem; padding: .6rem .75rem; background: var(--paper); border: 1px solid var(--rule); border-radius: .25rem;
  font: .8125rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.cite h3 { font: 600 .875rem/1.4 system-ui, "DejaVu Sans", sans-serif; margin: 1rem 0 .35rem; }
.toggles { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center; font-size: .875rem; }
.toggles label { display: inline-flex; gap: .4rem; align-items: center; } .toggles a { font: .875rem/1.4 system-ui, "DejaVu Sans", sans-serif; }
.said-notes { list-style: none; margin: -.35rem 0 1.25rem; padding: .1rem 0 .1rem .9rem; padding-inline: .9rem 0; border-inline-start: 3px solid var(--rule);
  font: .8125rem/1.45 system-ui, "DejaVu Sans", sans-serif; }
.said-notes > li { margin: .35rem 0; } .said-notes .meta { display: block; font-size: .75rem; }
.said-notes .act { font-style: italic; } .said-notes .to-words { color: inherit; }
.person { border-bottom: 2px dotted var(--link-line); text-decoration: none; color: inherit; } a.person { border-bottom-style: solid; }
.report-page:has([data-toggle="attributions"]:not(:checked)) :is(.said-notes) { display: none; }
.report-page:has([data-toggle="attributions"]:not(:checked)) .text :is(.source, .cue, .content),
.report-page:has([data-toggle="attributions"]:not(:checked)) h1 :is(.source, .cue, .content) { text-decoration: none; font-style: inherit; font-weight: inherit; }
.report-page:has([data-toggle="attributions"]:not(:checked)) .legend { display: none; }
.report-page:has([data-toggle="people"]:not(:checked)) :is(.text, h1) .person { border: 0; }
.report-page:has([data-toggle="removed"]:not(:checked)) .removed-here { display: none; }
.removed-here { margin: 0 0 1rem; padding: .35rem .75rem; border: 1px dashed var(--soft); border-radius: .25rem; color: var(--soft);
  font: .875rem/1.45 system-ui, "DejaVu Sans", sans-serif; }
.replay { display: block; width: 100%; height: 75vh; min-height: 20rem; border: 2px solid var(--ink); background: #fff; }
.headers { font: .8125rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.lost { border-inline-start: 4px double var(--ink); padding-inline-start: .75rem; color: var(--ink); }
.claim-voices { padding: 0; margin: 0; list-style: none; } .claim-voices > li { padding-inline-start: 1.25rem; margin-bottom: .75rem; break-inside: avoid; }
.claim-voices > li::before { content: "\\2014" / ""; position: absolute; inset-inline-start: -.15rem; color: var(--soft); }
.claim-voices .actions, .said-notes .actions { margin: .35rem 0 .25rem; }
.hover-hint { display: none; } .in-headline { margin: 0 0 .5rem; text-align: end; } @media (max-width: 63.99rem) { .in-headline { text-align: start; } }
.report-page:has([data-toggle="attributions"]:not(:checked)) .in-headline { display: none; }
@media (min-width: 64rem) and (hover: hover) {
  .hover-hint { display: block; }
  .claim-voices > li:not(:hover, :focus, :focus-within) .actions, .said-notes > li:not(:hover, :focus, :focus-within) .actions {
    position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .claim-voices .actions, .said-notes .actions { position: absolute; z-index: 2; inset-inline: 0 auto; margin: 0; padding: .35rem .5rem; background: var(--paper);
    border: 1px solid var(--soft); border-radius: .25rem; }
}
@media (min-width: 64rem) {
  .served .report-page .text { display: grid; max-width: none; grid-template-columns: minmax(0, 43rem) minmax(15rem, 1fr); column-gap: 2.25rem; align-items: start; }
  .served .report-page .text > * { grid-column: 1; } .served .report-page .text > .said-notes { grid-column: 2; margin: .25rem 0 1rem; }
  .served .report-page:has([data-toggle="attributions"]:not(:checked)) .text { display: block; max-width: 43rem; }
}
@media (max-width: 40rem) {
  table.forms, table.forms tbody, table.forms tr, table.forms td { display: block; width: auto; }
  table.forms thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.forms tr { padding: .5rem 0; border-bottom: 1px solid var(--rule); } table.forms td { border: 0; padding: .15rem 0; }
}
@media print { .toggles, .permalink, .cite, .actions { display: none; } .said-notes { break-inside: avoid; } }
`
