// The quotations of one claim in all their printed forms, each with who printed it first, for the command line.
import { findDoc } from '../archive/docs.ts'
import { type ClaimFile, listLinked } from '../archive/linked.ts'
import type { Evidence } from '../model/evidence.ts'
import type { QuoteMatch, Verdict } from '../model/quote-match.ts'
import { listForms, type PrintedForm } from '../publish/list-forms.ts'
import { changeWords, type ToldChange, tellChanges, verdictWords } from '../publish/tell-change.ts'
import type { Desk } from './desk.ts'

/** Where a form stands. */
export interface FormPrint {
  readonly doc: string // the report's name
  readonly outlet?: string
  readonly published?: string
  readonly isLater?: true // a later version of a page
  readonly evidence: Evidence
}

/** One form of a remark. Of the form printed first there is neither verdict nor change. */
export interface Form {
  readonly quote: string
  readonly first: FormPrint
  readonly alsoIn: readonly FormPrint[] // by day of printing, the undated last
  readonly verdict?: Verdict
  readonly told?: string // verdict and changes in words
  readonly changes?: readonly ToldChange[]
}

/** The remarks of the claim, each in its forms by day of printing. */
export async function findForms(
  desk: Pick<Desk, 'store'>,
  file: ClaimFile,
  matches: readonly QuoteMatch[] = listLinked(desk.store, 'quote_match'),
): Promise<Form[][]> {
  const own = file.bearings.map(({ evidence }) => evidence)
  const prints = new Map<string, Omit<FormPrint, 'evidence'>>()
  const undated = listForms(matches, own, () => undefined) // says which reports are needed
  for (const { doc } of undated.flat().flatMap(({ printed }) => printed)) {
    if (prints.has(doc)) continue
    const { name, outlet, published } = (await findDoc(desk.store, doc)) ?? { name: doc }
    prints.set(doc, { doc: name, ...(outlet && { outlet }), ...(published && { published }) })
  }
  const later = new Set(file.bearings.flatMap(({ doc, laterVersionOf }) => (laterVersionOf ? [doc] : [])))
  const printOf = (evidence: Evidence): FormPrint => ({
    ...(prints.get(evidence.doc) ?? { doc: evidence.doc }),
    ...(later.has(evidence.doc) && { isLater: true }),
    evidence,
  })
  return listForms(matches, own, (doc) => prints.get(doc)?.published).map((remark) =>
    remark.map((form) => makeForm(form, printOf)),
  )
}

function makeForm(
  { printed: [first, ...others], match }: PrintedForm,
  printOf: (evidence: Evidence) => FormPrint,
): Form {
  const form = { quote: first.quote, first: printOf(first), alsoIn: others.map(printOf) }
  if (!match) return form
  const words = changeWords(match)
  const { verdict, earlier, later, changes } = match
  const by = verdictWords(match)
  const told = words === '' ? by : `${by}: ${words}`
  return { ...form, verdict, told, changes: tellChanges(earlier.quote, later.quote, changes) }
}
