// An edition whose wording a language model has smoothed, line by line. Each answer is only a sentence that is checked
// against the evidence of its line; where it fails, or none comes, the ruled sentence stands and the reason is kept.
import { askModel, type ModelAnswer } from '../../ingest/ask-model.ts'
import type { Fetcher } from '../../ingest/fetch.ts'
import type { Edition, Item, Line, SectionKind } from '../../model/edition.ts'
import type { Id } from '../../model/id.ts'
import type { NonEmpty } from '../../model/span.ts'
import { askSmoother } from '../../publish/wording/ask-smoother.ts'
import type { WordingContext } from '../../publish/wording/grounds.ts'
import { judgeSmoothed } from '../../publish/wording/judge-smoothed.ts'

/** What smooths: the model behind an address, asked through the fetcher. */
export interface Smoother {
  readonly fetcher: Fetcher
  readonly address: string
  readonly model: string
  readonly key?: string
  readonly mostLines: number
}

export interface SmoothedEdition {
  readonly edition: Edition
  readonly smoothed: number
  readonly unchanged: number // the model gave the sentence back, or it was none to be asked about
  readonly fellBack: readonly { readonly line: Id<'line'>; readonly why: string }[]
  readonly notAsked: number // over the most lines, or once the model had failed too often
}

// What is counted or set side by side there is no prose.
const LISTS: ReadonlySet<SectionKind> = new Set<SectionKind>(['who spoke', 'altered quotations'])
const MOST_FAILURES = 3 // in a row; an address that is down would otherwise cost its timeout for each line

/** The edition, always; with the same answers, the same. Headings and lines of an editor's own stay as they are. */
export async function smoothEdition(
  edition: Edition,
  smoother: Smoother,
  context: WordingContext & { readonly signal?: AbortSignal },
): Promise<SmoothedEdition> {
  const counts = { smoothed: 0, unchanged: 0, asked: 0, failures: 0, notAsked: 0 }
  const fellBack: { line: Id<'line'>; why: string }[] = []

  const smooth = async (line: Line, kind: SectionKind): Promise<Line> => {
    const question = line.reworded || LISTS.has(kind) ? undefined : askSmoother(line, context)
    if (!question) {
      counts.unchanged++
      return line
    }
    if (counts.asked >= smoother.mostLines || counts.failures >= MOST_FAILURES) {
      counts.notAsked++
      return line
    }
    counts.asked++
    const { fetcher, address, model, key } = smoother
    const { signal } = context
    const answer: ModelAnswer = await askModel(fetcher, {
      ...question,
      address,
      model,
      ...(key && { key }),
      ...(signal && { signal }),
    })
    counts.failures = 'isDown' in answer ? counts.failures + 1 : 0
    const judged = 'fault' in answer ? { why: answer.fault } : judgeSmoothed(answer.said, line, model, context)
    if ('line' in judged) {
      counts.smoothed++
      return judged.line
    }
    if (judged.why === 'unchanged') counts.unchanged++
    else fellBack.push({ line: line.id, why: shorten(judged.why) })
    return line
  }

  const sections = []
  for (const section of edition.sections) {
    const items: Item[] = []
    for (const item of section.items) {
      const lines: Line[] = []
      for (const line of item.lines) lines.push(await smooth(line, section.kind))
      items.push({ ...item, lines: lines as unknown as NonEmpty<Line> })
    }
    sections.push({ ...section, items })
  }
  const { smoothed, unchanged, notAsked } = counts
  return { edition: { ...edition, sections }, smoothed, unchanged, fellBack, notAsked }
}

// It can hold words of the answer.
function shorten(why: string): string {
  const plain = why.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  return plain.length > 160 ? `${[...plain].slice(0, 157).join('')}…` : plain
}
