// What the words beside a name say its bearer does: "Karsk's chief envoy, Ilse Marrow", "Runa Hald, an engineer".
import type { Name } from './find-names.ts'
import { type Scene, textOf } from './scene.ts'

/** The words before and after the name that say what the person does. */
export function tellRole(scene: Scene, name: Name): string {
  const { tokens, sentences, sentenceOf } = scene
  const sentence = sentences[sentenceOf[name.from] ?? -1]
  if (!sentence) return name.title
  let from = name.from
  while (
    from > sentence.from &&
    name.from - from < 8 &&
    /^(NOUN|PROPN|ADJ|ADP|PART|DET)$/.test(tokens[from - 1]?.pos ?? '') &&
    !/^(in|on|with|by|from|to|after|and|told|than|against)$/.test(tokens[from - 1]?.lower ?? '')
  )
    from -= 1
  if (tokens[name.from - 1]?.text === ',' && from === name.from) {
    // Karsk's chief envoy, Ilse Marrow,: the office first
    let at = name.from - 1
    while (
      at > sentence.from &&
      name.from - at < 9 &&
      (/^(NOUN|PROPN|ADJ|PART|DET)$/.test(tokens[at - 1]?.pos ?? '') || /^(of|’|')$/.test(tokens[at - 1]?.lower ?? ''))
    )
      at -= 1
    from = at
  }
  const isApposed =
    tokens[name.to]?.text === ',' &&
    /^(the|a|an|who|whose|its|their|his|her|then|former|\p{L}+)$/u.test(tokens[name.to + 1]?.lower ?? '')
  let to = name.to
  if (isApposed && !/^(said|says|told|and|but|adding|saying|which)$/.test(tokens[name.to + 1]?.lower ?? '')) {
    to += 1
    while (
      to < sentence.to &&
      to - name.to < 12 &&
      !/^[,.;:—–]$/.test(tokens[to]?.text ?? '') &&
      !/^(VERB|AUX)$/.test(tokens[to]?.pos ?? '')
    )
      to += 1
  }
  const before = from < name.from ? textOf(scene, { from, to: name.from }) : ''
  const after = to > name.to ? textOf(scene, { from: name.to, to }) : ''
  return `${name.title} ${before} ${after} ${officeShown(tokens, name)}`.trim()
}

// the Marrow campaign, Marrow's supporters: she is a candidate; the Marrow administration: she is president
function officeShown(tokens: Scene['tokens'], { to }: Name): string {
  const next = /^(’s|'s|’|')$/.test(tokens[to]?.text ?? '') ? to + 1 : to
  const noun = tokens[next]?.lower === 'presidential' ? tokens[next + 1]?.lower : tokens[next]?.lower
  if (/^(administration|presidency)$/.test(noun ?? '')) return 'president'
  return /^(campaign|candidacy|campaigns|supporters?|backers|rally|rallies|delegates|voters)$/.test(noun ?? '')
    ? 'candidate'
    : ''
}
