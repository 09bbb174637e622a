// The pictures of an edition: one drawing of each for a wide screen, another one for a phone.

export const PICTURE_STYLE = `.pictures figure { margin: 0 0 2.5rem; break-inside: avoid; }
.pictures figcaption { margin: 0 0 .75rem; font: 600 1rem/1.4 system-ui, "DejaVu Sans", sans-serif; }
.pictures svg { display: block; max-width: 100%; height: auto; margin-bottom: .75rem; }
.pictures svg.narrow { display: none; }
.pictures table { font-size: .875rem; } .pictures th, .pictures td { text-align: start; vertical-align: top; }
@media (max-width: 42.99rem) {
  .pictures svg.wide { display: none; } .pictures svg.narrow { display: block; }
}
@media print {
  .pictures svg.wide { display: block; } .pictures svg.narrow { display: none; }
}
`
