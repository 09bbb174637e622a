// The colours of pages and pictures, light and dark as the system has it, and how pictures are drawn with them. Standings and
// acts differ in line and shape, so nothing is told by colour alone. Without quotation marks: it is written into SVG as well.

const LIGHT = `:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1d1c1a; --soft: #5c5850; --rule: #d9d4c8; --link: #7a2118; --link-line: #c99b93;
  --mark: #fff0b8; --mark-line: #c9a227; --target: #ffd84d; --target-line: #7a2118; --panel: #f4f1e9;
}
`

const DARK = `@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191816; --ink: #e9e5dc; --soft: #b0a99b; --rule: #3d3a34; --link: #f0a898; --link-line: #8a5a50;
    --mark: #453a12; --mark-line: #a68a2c; --target: #6b5510; --target-line: #f0a898; --panel: #24221e;
  }
}
`

/** The colours, by what they are for. */
export const COLOURS = LIGHT + DARK

/** The colours of what is always on a light ground, such as a picture in a letter. */
export const LIGHT_COLOURS = LIGHT.replace('light dark', 'light')

/** The looks of figures. Widths of lines have their unit, without which the painter of PNGs passes them over. */
export const FIGURE_STYLE = `svg text { font-family: system-ui, DejaVu Sans, sans-serif; fill: var(--ink); }
svg text.soft { fill: var(--soft); }
svg path { fill: none; stroke: var(--ink); stroke-width: 1.25px; }
svg path.known { stroke: var(--soft); }
svg path.doubt { stroke-dasharray: 5 4; }
svg rect { fill: var(--panel); stroke: var(--soft); stroke-width: 1px; }
svg rect.paper { fill: var(--paper); stroke: none; }
svg rect.teller { stroke: var(--ink); stroke-width: 1.75px; }
svg rect.report { fill: var(--paper); }
svg rect.open { fill: none; stroke-dasharray: 2 3; }
svg rect.bucket { fill: none; stroke-dasharray: 1 4; stroke-linecap: round; stroke-width: 1.5px; }
svg rect.standing { fill: var(--paper); stroke: var(--ink); }
svg rect.contested, svg rect.denied { stroke-dasharray: 5 3; }
svg rect.confirmed, svg rect.announced { stroke-width: 2.5px; }
svg rect.corrected, svg rect.retracted { stroke-width: 2.5px; stroke-dasharray: 1 3; }
svg path.rail { stroke: var(--soft); stroke-width: 2px; }
svg path.rail.contested, svg path.rail.denied { stroke-dasharray: 5 4; }
svg path.rail.confirmed, svg path.rail.announced { stroke-width: 4px; }
svg path.rail.corrected, svg path.rail.retracted { stroke-dasharray: 1 4; }
svg rect.rule { fill: var(--rule); stroke: none; }
svg rect.bar { fill: var(--soft); stroke: var(--soft); }
svg rect.bar.open { fill: var(--paper); stroke: var(--ink); stroke-dasharray: 4 3; }
svg path.flow { stroke: var(--soft); }
svg path.flow.open { stroke-dasharray: 2 4; }
svg path.flow.f2 { stroke-width: 2.5px; } svg path.flow.f3 { stroke-width: 4px; } svg path.flow.f4 { stroke-width: 6px; }
svg path.flow.f5 { stroke-width: 8px; }
svg path.mark { stroke-width: 2px; }
svg path.mark.put, svg path.mark.passed, svg path.mark.announced { fill: var(--ink); }
svg path.mark.none { fill: var(--rule); stroke: none; }
svg path.mark.silent { fill: var(--paper); }
svg path.mark.confirmed, svg path.mark.denied { stroke-width: 3px; }
@media print { svg rect { fill: none; } }
`
