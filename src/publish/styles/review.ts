// The looks of reviewing: the row of actions under a thing, its rulings and notes, the queue, forms for one ruling, and the list
// of decisions. States differ in words and line, never by colour alone.

export const REVIEW_STYLE = `.actions { display: flex; flex-wrap: wrap; gap: .35rem; align-items: center; margin: .5rem 0 1rem; }
.actions form { display: contents; }
.actions button, .actions .action { display: inline-flex; align-items: center; min-height: 2rem; padding: .25rem .65rem; font: .8125rem/1.5 system-ui, "DejaVu Sans", sans-serif;
  color: var(--ink); background: var(--panel); border: 1px solid var(--soft); border-radius: .25rem; text-decoration: none; cursor: pointer; }
.actions .action { background: none; border-color: var(--rule); }
.actions button:hover, .actions .action:hover { border-color: var(--ink); background: var(--paper); }
.actions.small { margin: .5rem 0 .9rem; gap: .1rem .25rem; font-size: .75rem; }
.actions.small button, .actions.small .action, .actions.small summary { min-height: 1.5rem; padding: .1rem .5rem; font-size: .75rem; background: none; border-color: var(--rule); color: var(--soft); }
.actions.small button:hover, .actions.small .action:hover, .actions.small summary:hover { color: var(--ink); border-color: var(--ink); }
.more-actions { display: contents; } .more-actions summary { border: 1px dotted var(--rule); border-radius: .25rem; list-style: none; line-height: 1.5; }
.more-actions summary::-webkit-details-marker { display: none; } .more-actions summary::after { content: " +" / ""; } .more-actions[open] summary::after { content: " \\2212" / ""; }
.ruled { font: .8125rem/1.5 system-ui, "DejaVu Sans", sans-serif; color: var(--soft); margin: .35rem 0; }
.ruled .ruling { font-weight: 600; color: var(--ink); } .ruled .reject { text-decoration: underline double; } .ruled a { color: inherit; }
.pending { padding: 0 .4em; border: 1px dashed var(--soft); border-radius: .25rem; font-style: italic; }
form.inline { display: inline; } button.quiet { min-height: 1.5rem; padding: 0 .5rem; background: none; border-color: var(--rule); font-size: .8125rem; color: var(--soft); }
.kept-beside { margin: .5rem 0 1rem; padding: .6rem .9rem; border-inline-start: 3px solid var(--rule); font-size: .9375rem; }
.kept-beside p { margin: 0 0 .35rem; } .note-text { white-space: pre-wrap; overflow-wrap: anywhere; } .kept-beside .label { font-size: .8125rem; color: var(--soft); }
.tag { display: inline-block; margin-inline-end: .75rem; font: .875rem/1.6 system-ui, "DejaVu Sans", sans-serif; }
.decided, .ruling-form, .reasons, .precision p { font-family: system-ui, "DejaVu Sans", sans-serif; } .decided { font-size: .9375rem; }
.page-review .passage, .page-review .looked-at, .ruling-form, .search-form, .problem { max-width: 46rem; }
.lists-beside ul { font: .875rem/1.6 system-ui, "DejaVu Sans", sans-serif; margin-bottom: .5rem; }
ol.queue, ol.decided-list { list-style: none; margin: 0; padding: 0; }
ol.queue > li, ol.decided-list > li { padding: 1.1rem 0 .75rem; border-bottom: 1px solid var(--rule); }
ol.queue blockquote { margin: 0 0 .5rem; } ol.queue .passage p { margin: 0; } ol.queue .claim { margin: 0 0 .35rem; } ol.queue .meta { margin: 0 0 .35rem; }
.reasons { display: flex; flex-wrap: wrap; gap: .15rem .9rem; font-size: .8125rem; color: var(--soft); margin: .35rem 0; }
.reasons p, .reasons ul { margin: 0; } .reasons ul { display: flex; flex-wrap: wrap; gap: .15rem .9rem; padding: 0; list-style: none; }
.reasons strong, .points { color: var(--ink); font-variant-numeric: tabular-nums; }
.choices ul { font-size: .875rem; }
.pages { display: flex; gap: 1.5rem; margin: 1.5rem 0; font: .9375rem/1.5 system-ui, "DejaVu Sans", sans-serif; }
.table { overflow-x: auto; max-width: 100%; } .table td { font-variant-numeric: tabular-nums; white-space: nowrap; }
.table tbody + tbody th, .table tbody + tbody td { color: var(--soft); } .table tbody + tbody tr:first-child > * { border-top: 2px solid var(--rule); }
.table th[scope=row] { font-weight: 400; }
.page-review h3 { font-size: 1.0625rem; }
.ruling-form .field { display: block; margin: 0 0 1.1rem; } .field label { display: block; margin-bottom: .25rem; font-weight: 600; }
.field textarea, .field input { width: 100%; font-size: 1rem; } .hint { display: block; font-size: .8125rem; color: var(--soft); margin-top: .25rem; }
.field label.source-label, .field label.cue-label, .field label.content-label { width: fit-content; }
.choice { display: flex; gap: .6rem; align-items: flex-start; padding: .45rem 0; font-size: .9375rem; line-height: 1.45; }
.choice input { flex: none; margin: 0; } .choice + .choice { border-top: 1px solid var(--rule); }
.search-form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: 1rem 0; } .search-form label { flex: 1 0 100%; } .search-form input[type=search] { flex: 1 1 12rem; }
.send a { font: .9375rem/1.5 system-ui, "DejaVu Sans", sans-serif; } .send { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; margin: 1.5rem 0; }
button.primary { background: var(--ink); color: var(--paper); border-color: var(--ink); font-size: .9375rem; padding: .5rem 1rem; }
button.primary:hover { background: var(--link); border-color: var(--link); color: var(--paper); }
.looked-at { padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule); font-size: 1.125rem; }
.problem { margin: 1rem 0; padding: .75rem 1rem; border: 2px solid var(--link); border-radius: .35rem; background: var(--panel); }
.problem h2 { margin: 0 0 .5rem; padding: 0; border: 0; letter-spacing: 0; font-size: 1rem; } .problem p:last-child, .problem ul { margin-bottom: 0; }
.notice { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; }
.decided p { margin: 0 0 .25rem; } .decided .number { display: inline-block; min-width: 2.5ch; color: var(--soft); font-variant-numeric: tabular-nums; }
.decided .to { white-space: pre-wrap; overflow-wrap: anywhere; } .decided .about { padding-inline-start: 1.25rem; margin: .25rem 0; font-size: .9375rem; }
.decided.undone b { text-decoration: line-through; } .decided.orphan { border-inline-start: 4px double var(--soft); padding-inline-start: .75rem; }
.decided.not-yet-applied .state, .decided.orphan .state { font-weight: 600; color: var(--ink); } .decided:target { background: var(--panel); }
.why .label { color: var(--soft); }
form.filters { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: 1rem 0; } form.filters p { margin: 0; }
.noun { display: inline-block; min-width: 4rem; font-size: .8125rem; color: var(--soft); }
.draw form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; } .draw input { width: 6rem; }
@media (max-width: 30rem) { .actions { gap: .5rem; } .actions:not(.small) button, .actions:not(.small) .action { min-height: 2.5rem; padding: .45rem .75rem; } }
@media print { .actions, form.inline, .search-form, form.filters, .draw { display: none; } }
`
