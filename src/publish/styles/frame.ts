// The looks of the frame of served pages: the name of the paper, the search box, who is signed in, the menu, and the line that
// says what was done. A desk is worked at on wide screens, so its lists may be wide; text to be read keeps the measure of a column.

export const FRAME_STYLE = `.served { max-width: 78rem; }
.served header.site { align-items: center; padding: 1rem 0 0; gap: .5rem 1.5rem; border-bottom: 3px double var(--rule); }
.served .name { font: 700 1.625rem/1.2 "Iowan Old Style", Charter, "Bitstream Charter", "Source Serif 4", Georgia, "DejaVu Serif", serif; }
.served .name a { letter-spacing: -.01em; }
.served header.site nav { flex: 1 0 100%; border-top: 1px solid var(--rule); }
.served nav ul { gap: 0 1.375rem; }
.served nav a { padding: .5rem 0; line-height: 1.5; }
.served nav a[aria-current] { font-weight: 700; text-underline-offset: .35em; }
form.find { display: flex; gap: .375rem; margin-inline-start: auto; }
form.find input { width: 15rem; min-width: 0; }
.viewer { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; }
.viewer p { display: flex; gap: .5rem; align-items: baseline; } .viewer a { color: var(--ink); }
.viewer button { min-height: 1.75rem; padding: .1rem .25rem; background: none; border-color: transparent; color: var(--soft); text-decoration: underline; text-underline-offset: .15em; }
.viewer button:hover { color: var(--ink); border-color: var(--rule); }
.role { padding: 0 .5em; border: 1px solid var(--rule); border-radius: 1em; font-size: .8125rem; }
.status { position: sticky; inset-block-start: 0; z-index: 1; font: .9375rem/1.5 system-ui, "DejaVu Sans", sans-serif; }
.status > :is(p, .notice) { display: flex; flex-wrap: wrap; gap: .35rem .75rem; align-items: center; margin: 0; padding: .5rem .75rem; background: var(--panel); border: 1px solid var(--rule); border-inline-start: 4px solid var(--link); }
.served main { max-width: 43rem; margin-inline: auto; }
.served:is(.page-today, .page-stories, .page-story, .page-ledger, .page-claim, .page-reports, .page-people, .page-person,
  .page-search, .page-review, .page-sources, .page-decisions, .page-report, .page-changes, .page-settings) main { max-width: none; }
.served main > p, .served main > section > p, .served main > header > p, .served .text { max-width: 43rem; }
.served main > :is(h1, header, article):first-child, .served main > article > header:first-child > h1:first-child { margin-top: 1.75rem; }
.served main > .kicker:first-child, .served main > article > header > .kicker:first-child { margin-top: 1.5rem; }
.served footer.site { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; justify-content: space-between; align-items: center; }
.served footer.site p { margin: 0; }
@media (min-width: 62rem) {
  .two-columns, .served ol.ledger, .served:is(.page-ledger, .page-reports, .page-people, .page-stories, .page-story, .page-person) ol.items { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 3rem; }
  .served:is(.page-ledger, .page-reports, .page-people, .page-stories, .page-story, .page-person) ol.items > li:nth-child(2) { border-top: 1px solid var(--rule); }
  .beside { display: grid; grid-template-columns: minmax(0, 43rem) minmax(0, 1fr); gap: 0 3rem; align-items: start; }
}
@media (max-width: 30rem) {
  .served header.site { padding-top: .75rem; }
  .viewer { margin-inline-start: auto; } .viewer .role { display: none; }
  form.find { flex: 1 1 100%; margin: 0; order: 1; } .served header.site nav { order: 2; } form.find input { flex: 1; width: auto; }
  .served nav ul { gap: 0 1.125rem; } .served nav a { padding: .35rem 0; }
}
`
