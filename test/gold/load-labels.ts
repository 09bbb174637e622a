// The labels of test/gold/acts.tsv and test/gold/who.tsv: ids and labels, no texts.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Act } from '../../src/model/act.ts'

/** `body`: an organisation or a government; `person`: a named one, whatever the office. */
export type LabelledKind = 'person' | 'body' | 'outlet' | 'document' | 'anonymous' | 'unstated'

export interface Labelled {
  readonly document: string
  readonly attribution: string
  readonly part: 'held' | 'develop'
  readonly act: Act
  readonly kind: LabelledKind
  readonly passes: readonly { readonly act: string; readonly kind: string }[] // as each of the two passes had it
}

/** The labelled acts. */
export function loadLabels(): Labelled[] {
  return rowsOf('acts.tsv').map(
    ([document = '', attribution = '', part, act, kind, act1 = '', kind1 = '', act2 = '', kind2 = '']) => ({
      document,
      attribution,
      part: part as Labelled['part'],
      act: act as Act,
      kind: kind as LabelledKind,
      passes: [
        { act: act1, kind: kind1 },
        { act: act2, kind: kind2 },
      ],
    }),
  )
}

/** The sources of which it is known who is meant; "nobody named: …" where the text does not say. */
export function loadWho(): { document: string; attribution: string; who: string }[] {
  return rowsOf('who.tsv').map(([document = '', attribution = '', who = '']) => ({ document, attribution, who }))
}

function rowsOf(name: string): string[][] {
  const [, ...lines] = readFileSync(join(import.meta.dirname, name), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => line.split('\t'))
}
