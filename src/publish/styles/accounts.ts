// The looks of signing in and of accounts: each field under its words, the buttons of one thing in a row.

export const ACCOUNT_STYLE = `.page-account form p { margin: 0 0 1rem; } .page-account form p > label { display: block; margin: 0 0 .25rem; }
.page-account form p > input:not([type="number"]) { width: min(22rem, 100%); }
.page-account .meta { line-height: 1.5; }
.page-account ul.list { list-style: none; padding: 0; } .page-account ul.list > li { padding: .6rem 0; margin: 0; border-bottom: 1px solid var(--rule); }
.page-account li > form { margin: .5rem 0 0; } .page-account li > details { margin: .5rem 0 0; }
.acts { display: flex; flex-wrap: wrap; gap: .5rem; margin: .5rem 0; align-items: end; } .acts label { display: block; margin: 0 0 .25rem; } .page-account .acts p { margin: 0; }
.fault { padding: .5rem .9rem; border: 2px solid var(--link); border-radius: .35rem; font: .9375rem/1.5 system-ui, "DejaVu Sans", sans-serif; }
.told { padding: .5rem .9rem; border: 1px solid var(--rule); border-inline-start: 4px solid var(--ink); font: .9375rem/1.5 system-ui, "DejaVu Sans", sans-serif; }
code.secret { display: block; padding: .6rem .9rem; border: 1px dashed var(--soft); user-select: all; font-size: .875rem; }
`
