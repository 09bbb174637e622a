// How wide words are when drawn, without a browser: rather too wide than too narrow, so that no box is too small. By the
// advance widths of DejaVu Sans, the widest of the usual screen fonts; scripts that it lacks are taken to be wider still.

const BOLD = 1.16 // DejaVu Sans Bold beside the plain face, on average; single narrow letters have room in their class

// The first class that a sign belongs to; in units of the font size.
const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/[\p{Mn}\p{Me}\p{Cf}]/u, 0], // marks over letters, joiners
  [/[ijl.,:;'|!’‘·]/u, 0.36],
  [/[ \u00a0ftrI()[\]{}/\\\-‐–"“”]/u, 0.5],
  [/[a-ln-vx-z\p{Nd}*?$_^]/u, 0.65],
  [/[MW@%—…m&w]/u, 1],
  [/\p{Script=Latin}/u, 0.86],
  [/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}]/u, 1],
  [/(?![\u0633-\u0636])\p{Script=Arabic}/u, 1],
]
const OTHER = 1.4 // the four widest Arabic letters, Indic and East Asian signs, pictures

const seen = new Map<string, number>()

/** The width of a text in the units of its size; of a font of the usual kind, no more than that. */
export function measureText(text: string, size: number, isBold = false): number {
  let ems = 0
  for (const sign of text) ems += widthOf(sign)
  return ems * size * (isBold ? BOLD : 1)
}

function widthOf(sign: string): number {
  const known = seen.get(sign)
  if (known !== undefined) return known
  const width = CLASSES.find(([pattern]) => pattern.test(sign))?.[1] ?? OTHER
  if (seen.size < KEPT) seen.set(sign, width)
  return width
}

const KEPT = 4000 // signs whose width is remembered
