// What a site of editions has beside the pages of a desk.

export const SITE_STYLE = `ol.site-editions { list-style: none; margin: 0; padding: 0; }
ol.site-editions > li { padding: 1.25rem 0; border-bottom: 1px solid var(--rule); }
ol.site-editions h2 { font-family: inherit; font-size: 1.375rem; line-height: 1.25; letter-spacing: 0; margin: 0 0 .35rem; padding: 0; border: 0; }
ol.site-editions .kicker, ol.site-editions p { margin: 0 0 .35rem; }
.site-edition .masthead, .page-editions .masthead { margin-top: 2rem; }
.site-edition .kicker { margin: 0; font-weight: 700; letter-spacing: .04em; }
.question { font-style: italic; margin: 0 0 .5rem; }
p.issue-state { font-weight: 600; font-size: .8125rem; margin: .5rem 0 0; font-family: system-ui, "DejaVu Sans", sans-serif; }
p.issue-state.is-draft { border: 2px dashed var(--link); padding: .35rem .6rem; width: fit-content; }
sup.marks { font: .6875em/1 system-ui, "DejaVu Sans", sans-serif; white-space: nowrap; }
sup.marks a { text-decoration: none; padding-block: .15em; } sup.marks a:hover { text-decoration: underline; }
h3 sup.marks { font-size: .55em; font-weight: 400; }
@media (pointer: coarse), (max-width: 30rem) { sup.marks a { padding: .35rem .6rem; margin-inline: -.5rem; } sup.marks a + a { margin-inline-start: .35rem; } }
.site-edition h3 + .line { margin-top: 0; }
.own { border-inline-start: 3px dotted var(--soft); padding-inline-start: .75rem; }
.corrections { border: 1px solid var(--rule); background: var(--panel); padding: 0 1rem; margin-top: 1.5rem; }
.corrections h2 { border: 0; margin: .5rem 0; } .corrections ul { margin: 0 0 1rem; padding-inline-start: 1.25rem; font-size: 1rem; }
.corrections p { margin: 0 0 .25rem; }
`
