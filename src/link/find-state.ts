// The state for which somebody acts who heads it: what the president of Karsk offers, Karsk offers. Ministers and envoys are
// left out, who may say what their government has not decided.
import type { Entity } from '../model/claim.ts'
import { splitWords } from './split-words.ts'

const HEADS = /\b(?:president|premier|prime minister|chancellor|king|queen|emir|head of (?:state|government))\b/i
const NOT_HEADS = /\b(?:vice|deputy|former|ex|assistant|adviser|aide|spokes\w+)\b/i
const OFFICES = /^(?:president|premier|prime|minister|chancellor|king|queen|emir|head|state|government|mr|mrs|ms)$/

/** The stem of the state that a person heads, by the offices that reports give: "Karskan President", "president of Karsk". */
export function findState({ kind, offices }: Pick<Entity, 'kind' | 'offices'>): string | undefined {
  if (kind !== 'person') return undefined
  for (const { title, isFormer } of offices ?? []) {
    if (isFormer || !HEADS.test(title.quote) || NOT_HEADS.test(title.quote)) continue
    const names = splitWords(title.quote, true).filter(({ isName, folded }) => isName && !OFFICES.test(folded))
    const [only] = names
    if (only && names.length === 1) return only.stem
  }
  return undefined
}
