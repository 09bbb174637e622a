// The cases of DateTimeModel.json that a reader of dates can be held to.

export interface DateCase {
  readonly input: string
  readonly reference: string // the day that relative words are counted from
  readonly expected: readonly (readonly string[])[] // of each result the timexes that it may have
}

interface Raw {
  readonly Input: string
  readonly Context?: { readonly ReferenceDateTime?: string }
  readonly NotSupported?: string
  readonly NotSupportedByDesign?: string
  readonly Results: readonly { readonly TypeName: string; readonly Resolution: { readonly values: readonly Value[] } }[]
}

interface Value {
  readonly timex: string
}

const TYPES: ReadonlySet<string> = new Set(['datetimeV2.date', 'datetimeV2.daterange'])

/** Those that name JavaScript in neither list and whose every result, be it none, is a date or a range of dates. */
export function loadDateCases(text: string): DateCase[] {
  const all = JSON.parse(text.replace(/^\uFEFF/, '')) as readonly Raw[]
  return all
    .filter((one) => ![one.NotSupported, one.NotSupportedByDesign].some((list) => /\bjavascript\b/i.test(list ?? '')))
    .filter(({ Results }) => Results.every(({ TypeName }) => TYPES.has(TypeName)))
    .map(({ Input, Context, Results }) => ({
      input: Input,
      reference: Context?.ReferenceDateTime ?? '',
      expected: Results.map(({ Resolution }) => [...new Set(Resolution.values.map(({ timex }) => timex))]),
    }))
}
