// door: loads the tagger's language data from its package, once.
import winkModel from 'wink-eng-lite-web-model'
import winkNlp from 'wink-nlp'
import type { Maker } from '../model/id.ts'
import { reader } from './reader.ts'

/** Words, their parts of speech, and the index of each sentence's last word. */
export interface Tagger {
  tag(text: string): { words: string[]; tags: string[]; ends: number[] }
}

/** What reading needs: loaded once, handed in everywhere. `version` names the code and the data. */
export interface Reader {
  readonly version: Maker
  readonly tagger: Tagger
}

/** Loads the reader. Takes about a fifth of a second and no network. */
export function loadReader(): Promise<Reader> {
  const nlp = winkNlp(winkModel, ['sbd', 'pos'])
  const { its } = nlp
  const tag = (text: string): { words: string[]; tags: string[]; ends: number[] } => {
    const doc = nlp.readDoc(text)
    const words: string[] = []
    const tags: string[] = []
    const values = doc.tokens().out() as string[]
    const kinds = doc.tokens().out(its.pos) as string[]
    const kept: number[] = [] // how many tokens that are not white space come before each
    values.forEach((value, i) => {
      kept.push(words.length)
      if (kinds[i] === 'SPACE' || !value.trim()) return
      words.push(value)
      tags.push(kinds[i] ?? 'X')
    })
    kept.push(words.length)
    const spans = doc.sentences().out(its.span) as unknown as [number, number][]
    return { words, tags, ends: spans.map(([, last]) => (kept[last + 1] ?? words.length) - 1) }
  }
  return Promise.resolve({ version: reader, tagger: { tag } })
}
