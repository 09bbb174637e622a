// Highlights: a stretch of a doc's text cut with `segments`, and its marks nested so that each keeps one anchor.
import { type Span, segments } from '../model/span.ts'
import { attribute, type Html, html } from './html.ts'

/** A span of the doc's text and how it is shown. */
export interface TextMark {
  readonly span: Span
  readonly kind: 'evidence' | 'source' | 'cue' | 'content' | 'person'
  readonly anchor?: string
  readonly isQuiet?: boolean // shown only when it is what was asked for
  readonly href?: string // of a person: the page of whom
}

interface Piece {
  readonly text: string
  readonly marks: readonly number[] // by their places in the sorted list
  readonly start: number
}

/**
 * The words of `part` with the marks that touch it, outer before inner. Where two cross, the later one goes on in a
 * second element without the anchor. The text of what comes out is exactly the text that went in.
 */
export function markText(text: string, part: Span, marks: readonly TextMark[]): Html {
  const here = marks
    .filter(({ span }) => span.start < part.end && part.start < span.end)
    .toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || rank(a) - rank(b))
  const inside = here.map(({ span }) => ({
    start: Math.max(span.start, part.start) - part.start,
    end: Math.min(span.end, part.end) - part.start,
  }))
  let at = part.start
  const pieces = segments(text.slice(part.start, part.end), inside).map((piece): Piece => {
    const start = at
    at += piece.text.length
    return { ...piece, start }
  })
  return html`${nest(pieces, here)}`
}

function nest(pieces: readonly Piece[], marks: readonly TextMark[]): Html[] {
  const drawn: Html[] = []
  for (let i = 0; i < pieces.length; ) {
    const outer = pieces[i]?.marks[0]
    let end = i + 1
    while (end < pieces.length && pieces[end]?.marks[0] === outer) end++
    if (outer !== undefined) while (end < pieces.length && pieces[end]?.marks.includes(outer)) end++
    const run = pieces.slice(i, end)
    const mark = outer === undefined ? undefined : marks[outer]
    drawn.push(
      mark
        ? draw(
            mark,
            run[0]?.start ?? 0,
            nest(
              run.map((piece) => without(piece, outer)),
              marks,
            ),
          )
        : html`${run.map((piece) => piece.text)}`,
    )
    i = end
  }
  return drawn
}

function without(piece: Piece, mark: number | undefined): Piece {
  return { ...piece, marks: piece.marks.filter((other) => other !== mark) }
}

function draw({ span, kind, anchor, isQuiet, href }: TextMark, start: number, inner: Html[]): Html {
  if (href !== undefined) return html`<a class="${kind}" href="${href}">${inner}</a>`
  if (kind !== 'evidence') return html`<span class="${kind}">${inner}</span>`
  const shape = isQuiet ? 'quiet' : undefined
  return anchor !== undefined && start === span.start
    ? html`<mark id="${anchor}"${attribute('class', shape)}>${inner}</mark>`
    : html`<mark class="${shape ?? 'more'}">${inner}</mark>`
}

function rank({ kind }: TextMark): number {
  return kind === 'evidence' ? 0 : kind === 'content' ? 1 : kind === 'person' ? 3 : 2
}
