// Which quotation marks of a paragraph belong together. A mark opens or closes by what stands beside it; straight and
// curly ones may meet, as they do where a text was pasted together.

/** One mark or pair of marks; offsets are UTF-16 units of the paragraph. */
export interface Mark {
  readonly at: number
  readonly text: string
}

export interface Paired {
  readonly pairs: readonly (readonly [from: number, to: number])[] // marks included, outermost only, in order
  readonly unclosed: readonly Mark[] // opening marks that nothing closes, in order
  readonly unopened?: Mark // a closing mark before which the paragraph has no other
}

const MARKS = /''|["“”„«»‘’‚‹›']/g

/** By opening mark: what may close it. „Nein“ and »Nein« as well as “No” and «No»; “No" and "No” by mistake. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"“',
  '”': '”',
  '„': '“”"',
  '"': '"”“',
  '«': '»',
  '»': '«',
  "''": "''",
  '‘': '’',
  '‚': '‘’',
  "'": "'",
  '‹': '›',
}

const SINGLE = /^[‘’‚']$/

const DEEPEST = 16 // marks open at once; what opens more of them is noise, and must not cost the square of its length

/** The marks of the paragraph, paired from the inside out. An apostrophe is no mark. */
export function pairMarks(text: string): Paired {
  const open: Mark[] = []
  const pairs: [number, number][] = []
  let unopened: Mark | undefined
  let isFirst = true
  for (const match of text.matchAll(MARKS)) {
    const mark = { at: match.index, text: match[0] }
    const opener = findOpener(text, mark, open)
    if (opener >= 0) {
      pairs.push([open[opener]?.at ?? 0, mark.at + mark.text.length])
      open.length = opener
    } else if (opens(text, mark)) {
      if (open.length === DEEPEST) open.shift()
      open.push(mark)
    } else {
      if (isFirst && !SINGLE.test(mark.text) && closes(text, mark)) unopened = mark
      continue
    }
    isFirst = false
  }
  return { pairs: outermost(pairs), unclosed: open, ...(unopened && { unopened }) }
}

function outermost(pairs: readonly [from: number, to: number][]): [from: number, to: number][] {
  let reached = 0
  return pairs
    .toSorted(([a], [b]) => a - b)
    .filter(([from, to]) => {
      const isOuter = from >= reached
      if (isOuter) reached = to
      return isOuter
    })
}

/** The index of the open mark that this one closes; -1 where it closes none. */
function findOpener(text: string, mark: Mark, open: readonly Mark[]): number {
  const opener = open.findLastIndex((one) => CLOSERS[one.text]?.includes(mark.text))
  const isOpen = opener >= 0 && mark.at > (open[opener]?.at ?? 0) + 1
  return isOpen && (closes(text, mark) || (mark.text === '"' && isLoose(text, mark))) ? opener : -1
}

// "The offer is dead. " he said: a space too many before the mark, and one after it
function isLoose(text: string, { at }: Mark): boolean {
  return /\s/.test(text[at - 1] ?? '') && /\s/.test(text[at + 1] ?? ' ')
}

// 6" or 5'10": a mark after a figure measures. Karsk’s, the ministers’, ’31: apostrophes
function opens(text: string, { at, text: mark }: Mark): boolean {
  if (!CLOSERS[mark]) return false
  const [before, after] = [text[at - 1] ?? ' ', text[at + mark.length] ?? ' ']
  if (mark === '«' || mark === '„' || mark === '‹') return true
  if (mark === '“') return !/[\p{L}\p{N}]/u.test(before) || !/[\s.,;:!?)]/.test(after)
  if (/\s/.test(after) || /[\p{L}\p{N}.,;!?]/u.test(before)) return false
  if (mark === "'") return /[\s([{—–"“]/.test(before) && /[\p{L}\p{N}]/u.test(after)
  if (mark === '»') return /[\s([{:]/.test(before)
  return mark !== '”' || /[\s([{]/.test(before)
}

function closes(text: string, { at, text: mark }: Mark): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at + mark.length] ?? ' ']
  if (mark === '”' || mark === '»' || mark === '›') return true
  if (/[\s([{]/.test(before)) return false
  if (mark === '‘') return !/[\p{L}\p{N}]/u.test(after)
  if (SINGLE.test(mark)) return closesSingle(text, at, before, after)
  if (mark === '“' || mark === '«') return !/[\p{L}\p{N}]/u.test(after)
  return true
}

// ‘It was the ministers’ plan,’ she said.: an apostrophe after s is the owner's, unless a stop or a comma follows
function closesSingle(text: string, at: number, before: string, after: string): boolean {
  if (/[\p{L}\p{N}]/u.test(after)) return false
  if (/[.,!?;:…)]/.test(before) || /[.,!?;:…)”"]/.test(after) || at + 1 >= text.length) return true
  return before !== 's' && /\p{L}/u.test(before)
}
