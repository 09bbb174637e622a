// The looks of what can be pressed, typed into, chosen and moved to: large enough for a thumb, a line around it in every scheme,
// and where one is, is always seen.

export const CONTROL_STYLE = `button, input, select, textarea, .button { font: .875rem/1.4 system-ui, "DejaVu Sans", sans-serif; color: var(--ink); }
button, .button { display: inline-block; min-height: 2rem; min-width: 2rem; padding: .3rem .75rem; background: var(--panel); border: 1px solid var(--soft);
  border-radius: .25rem; cursor: pointer; text-decoration: none; }
button:hover, .button:hover { background: var(--paper); border-color: var(--ink); }
button:active, button[aria-pressed="true"] { box-shadow: inset 0 0 0 1px var(--ink); border-color: var(--ink); font-weight: 600; }
button[aria-pressed="true"]::before { content: "\\2713\\00a0" / ""; }
button:disabled { border-style: dashed; color: var(--soft); cursor: default; }
button.primary { background: var(--ink); color: var(--paper); border-color: var(--ink); }
button.primary:hover { background: var(--link); border-color: var(--link); }
input, select, textarea { min-height: 2rem; max-width: 100%; padding: .3rem .5rem; background: var(--paper); border: 1px solid var(--soft); border-radius: .25rem; }
textarea { width: 100%; max-width: 43rem; min-height: 4.5rem; resize: vertical; }
input[type="checkbox"], input[type="radio"] { min-height: 0; width: 1.5rem; height: 1.5rem; accent-color: var(--link); vertical-align: middle; }
input:user-invalid, textarea:user-invalid { border: 2px solid var(--link); }
label { font: .875rem/1.4 system-ui, "DejaVu Sans", sans-serif; }
fieldset { margin: 0 0 1rem; padding: .5rem .9rem .75rem; border: 1px solid var(--rule); border-radius: .35rem; min-width: 0; }
.pick { display: flex; flex-wrap: wrap; gap: .375rem; margin-block: .25rem .5rem; }
legend { padding: 0 .35rem; font: 600 .875rem/1.4 system-ui, "DejaVu Sans", sans-serif; }
kbd { display: inline-block; min-width: 1.5em; padding: 0 .4em; border: 1px solid var(--soft); border-bottom-width: 2px; border-radius: .25rem;
  font: .8125rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; text-align: center; background: var(--paper); }
[hidden] { display: none !important; }
[data-item] { scroll-margin-block: 5rem; }
[data-item]:focus { outline: 3px solid var(--link); outline-offset: 4px; border-radius: 2px; }
dialog { max-width: min(36rem, calc(100vw - 2rem)); padding: 1.25rem 1.5rem; background: var(--paper); color: var(--ink); border: 1px solid var(--ink); border-radius: .35rem; }
dialog::backdrop { background: rgb(0 0 0 / .5); }
dialog h2 { margin: 0 0 .75rem; padding: 0; border: 0; font-size: 1rem; letter-spacing: 0; }
.keys-help dl { margin: 0 0 1rem; font-size: .9375rem; columns: 2 15rem; column-gap: 2rem; }
.keys-help dl div { display: flex; gap: .75rem; align-items: baseline; break-inside: avoid; padding: .2rem 0; } .keys-help dt { flex: 0 0 6.5rem; }
table { border-collapse: collapse; font: .875rem/1.5 system-ui, "DejaVu Sans", sans-serif; margin: 0 0 1rem; }
th, td { padding: .4rem .75rem; text-align: start; vertical-align: top; border-bottom: 1px solid var(--rule); }
th:first-child, td:first-child { padding-inline-start: 0; }
thead th { border-bottom: 2px solid var(--ink); } td.number { text-align: end; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; max-width: 100%; }
@media (forced-colors: active) {
  mark, .standing, .role, button[aria-pressed="true"] { border: 2px solid; }
  mark:target { outline: 3px solid Highlight; }
}
@media (prefers-reduced-motion: no-preference) {
  mark:target { animation: landed 1s ease-out; }
  @keyframes landed { from { outline: .5rem solid var(--target); } to { outline: 0 solid var(--target); } }
}
`
