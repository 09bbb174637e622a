// Pages on paper: no menus, no forms, nothing to press; black on white; where a link leaves the desk, its address is printed.

export const PRINT_STYLE = `@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --link: #000; --link-line: #999; --mark: transparent; --mark-line: #000;
    --target: transparent; --target-line: #000; --rule: #bbb; --panel: #fff; }
  body, .served, .served main { max-width: none; font-size: 10.5pt; padding: 0; }
  nav, .viewer, .skip, .back, footer.site, form, button, .button, .status, dialog { display: none !important; }
  .served header.site { border-bottom: 1pt solid #000; }
  main a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; overflow-wrap: anywhere; }
  .figure, .scroll { overflow: visible; } .figure svg { max-width: 100%; height: auto; }
  .why-here { display: none; }
  h1 { margin-top: 1rem; } h2, h3 { break-after: avoid; } li, .line, tr, [data-item] { break-inside: avoid; }
  .two-columns, .served ol.ledger, .beside { display: block; }
}
`
