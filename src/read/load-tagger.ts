// door: loads the tagger's language data from its package.
import winkModel from 'wink-eng-lite-web-model'
import winkNlp from 'wink-nlp'

/** Words, their parts of speech, and the index of each sentence's last word. */
export interface Tagger {
  tag(text: string): { words: string[]; tags: string[]; ends: number[] }
}

/** What the tagger keeps of words that its lexicon lacks, and by which it cuts later texts otherwise. */
interface Lexemes {
  readonly list: string[]
  readonly hash: Record<string, number>
}

type Model = typeof winkModel & { core(): { features: { lexeme: Lexemes } } }

const MOST_LEARNT = 500_000 // words; forgotten ones still take memory, so from here on the tagger is loaded anew

/**
 * Loads the tagger, in a twentieth of a second. What one text taught it is forgotten before the next, so that a text is
 * tagged alike whatever was tagged before: "Marrow's." in one would keep "Marrow's" in one piece in all that follow.
 */
export function loadTagger(): Tagger {
  let { nlp, lexemes } = open()
  const { its } = nlp
  return {
    tag(text) {
      if (lexemes.list.length > MOST_LEARNT) ({ nlp, lexemes } = open())
      const known = lexemes.list.length
      const doc = nlp.readDoc(text)
      const values = doc.tokens().out() as string[]
      const kinds = doc.tokens().out(its.pos) as string[]
      const spans = doc.sentences().out(its.span) as unknown as [number, number][]
      for (let at = known; at < lexemes.list.length; at++) delete lexemes.hash[lexemes.list[at] ?? '']
      const words: string[] = []
      const tags: string[] = []
      const kept: number[] = [] // how many tokens that are not white space come before each
      values.forEach((value, i) => {
        kept.push(words.length)
        if (kinds[i] === 'SPACE' || !value.trim()) return
        words.push(value)
        tags.push(kinds[i] ?? 'X')
      })
      kept.push(words.length)
      return { words, tags, ends: spans.map(([, last]) => (kept[last + 1] ?? words.length) - 1) }
    },
  }
}

function open(): { nlp: ReturnType<typeof winkNlp>; lexemes: Lexemes } {
  let lexemes: Lexemes | undefined
  const model = winkModel as Model
  const core = (): ReturnType<Model['core']> => {
    const made = model.core()
    lexemes = made.features.lexeme
    return made
  }
  const nlp = winkNlp({ ...model, core } as Model, ['sbd', 'pos'])
  if (!lexemes) throw new Error('wink-nlp did not load its model as it did at the version pinned here')
  return { nlp, lexemes }
}
