// How lists look: things in rows between hairlines, their headings in the type of the edition, what is said of them in small
// sans. The desk of the day has two columns where there is room.

/** The looks of Today, of all lists and of their filters. */
export const LIST_STYLE = `ol.items { list-style: none; margin: 0; padding: 0; }
ol.items > li { padding: .7rem 0; border-bottom: 1px solid var(--rule); }
ol.items > li:first-child { border-top: 1px solid var(--rule); }
ol.items p { margin: 0; } ol.items .meta { margin-top: .2rem; }
ol.items .headline, ol.items .wording { line-height: 1.35; text-wrap: pretty; }
ol.items .headline { font-weight: 700; } ol.items .headline a, ol.items .wording a { color: var(--ink); text-decoration-color: var(--rule); }
ol.items .headline a:hover, ol.items .wording a:hover { text-decoration-color: currentColor; }
.office { font-weight: 400; font-style: italic; color: var(--soft); }
.change, .count, .hint { font: .8125em/1.5 system-ui, "DejaVu Sans", sans-serif; color: var(--soft); }
.count { font-weight: 400; letter-spacing: 0; } h3 .count { font-size: .8125rem; }
.said .who { font-weight: 600; } .said .who a { color: var(--ink); text-decoration-color: var(--rule); } .said .act { font-style: italic; color: var(--soft); }
.said .words a { color: var(--ink); text-decoration-color: var(--rule); } .said mark, .headline mark, .wording mark, .extract mark { border-bottom-width: 1px; }
.extract { font-size: .9375em; color: var(--soft); } .extract a { color: var(--soft); text-decoration-color: var(--rule); }
.page-search ol.items > li { max-width: 50rem; }
.choices { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; margin: 0 0 .35rem; font: .875rem/1.6 system-ui, "DejaVu Sans", sans-serif; }
.choices > span { flex: 0 0 5rem; color: var(--soft); }
.choices ul { display: flex; flex-wrap: wrap; gap: 0 .9rem; flex: 1; min-width: 12rem; margin: 0; padding: 0; list-style: none; }
.choices a { display: inline-block; padding: .2rem 0; color: var(--soft); text-decoration: none; }
.choices a:hover { text-decoration: underline; } .choices a[aria-current] { color: var(--ink); font-weight: 700; text-decoration: underline; text-decoration-thickness: 2px; }
form.filter { display: flex; flex-wrap: wrap; gap: .6rem .9rem; align-items: end; margin: .75rem 0 1.25rem; font: .875rem/1.4 system-ui, "DejaVu Sans", sans-serif; }
form.filter .field { display: flex; flex-direction: column; gap: .2rem; margin: 0; flex: 0 1 10.5rem; min-width: 8rem; }
form.filter .field.wide { flex: 1 1 18rem; } form.filter label { color: var(--soft); font-size: .8125rem; }
form.search .field.wide { flex: 1 1 100%; } form.search .field.wide input { height: 2.75rem; font-size: 1.125rem; padding: .5rem .75rem; }
.places { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; flex: 1 1 100%; margin: 0; padding: 0; border: 0; } .places legend { float: inline-start; margin-inline-end: 1.25rem; padding: 0; font-weight: 400; color: var(--soft); }
form.filter .places label { color: var(--ink); font-size: .875rem; } form.filter .places input { width: auto; margin-inline-end: .25rem; vertical-align: middle; }
form.filter input, form.filter select, .field textarea { width: 100%; min-width: 0; }
form.filter .field input, form.filter .field select, form.filter button { height: 2.25rem; font-size: .9375rem; } form.filter .field label { margin: 0; }
form.filter .hint { align-self: center; margin: 1.25rem 0 0; }
.narrowed { display: flex; flex-wrap: wrap; gap: .35rem .75rem; list-style: none; margin: 0 0 1rem; padding: 0; font: .8125rem/1.5 system-ui, "DejaVu Sans", sans-serif; }
.narrowed li { padding: .1rem .6rem; border: 1px solid var(--rule); border-radius: 1rem; background: var(--panel); }
.pages { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin: 1rem 0 0; font: .875rem/1.5 system-ui, "DejaVu Sans", sans-serif; color: var(--soft); }
.pages a { color: var(--link); text-decoration: underline; text-decoration-color: var(--link-line); padding: 0; }
.empty { margin: 1.5rem 0; padding: 1rem 1.25rem; border-inline-start: 3px solid var(--rule); } .empty p:last-child { margin: 0; }
.voices { list-style: none; margin: 0; padding: 0; columns: 2 16rem; column-gap: 2rem; } .voices li { break-inside: avoid; padding: .2rem 0; }
.outlets { display: flex; flex-wrap: wrap; gap: .15rem 1.25rem; list-style: none; margin: 0 0 1rem; padding: 0; font: .875rem/1.6 system-ui, "DejaVu Sans", sans-serif; }
.outlets a { color: var(--ink); text-decoration-color: var(--rule); }
.state { display: inline-block; margin-inline-start: .4em; padding: 0 .5em; border: 1px solid currentColor; border-radius: 1em;
  font: 400 .75rem/1.5 system-ui, "DejaVu Sans", sans-serif; color: var(--soft); vertical-align: .1em; }
.state.silent { border-style: dashed; color: var(--ink); } .state.failing { border-width: 2px; border-style: double; border-width: 3px; color: var(--ink); } .state.paused { border-style: dotted; }
.page-sources dl.facts, .page-settings dl.facts { margin: .5rem 0; } .page-sources .actions { display: flex; gap: .5rem; margin: .5rem 0 0; }
.told { padding: .5rem 1rem; border-inline-start: 4px solid var(--ink); background: var(--panel); } .told ul { margin: 0; padding: 0; list-style: none; }
.settings h2 { margin: 0; padding: 0; border: 0; font-size: 1rem; letter-spacing: 0; } .settings .about { color: var(--ink); }
.fault { margin: .5rem 0; padding: .35rem .75rem; border-inline-start: 4px solid var(--link); background: var(--panel); }
.exports { font: .875rem/1.6 system-ui, "DejaVu Sans", sans-serif; color: var(--soft); } .exports a { margin-inline-start: .75rem; }
@media (min-width: 62rem) {
  .desk { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 3rem; }
  .side-column { border-inline-start: 1px solid var(--rule); padding-inline-start: 1.75rem; }
  .desk h2 { margin-top: 1.75rem; }
}
h3.story { margin: 1.25rem 0 .5rem; font: 600 .875rem/1.4 system-ui, "DejaVu Sans", sans-serif; } h3.story a { color: var(--soft); }
.main-column .headline { font-size: 1.25rem; }
.side-column ol.items { font-size: .9375rem; } .side-column h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
`
