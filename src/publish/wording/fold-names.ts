// One form for the names of a state, its adjective and its people, so that "the Lindrian offer" and "Lindria's offer"
// compare as one. A rough rule for regular ones and a short list for the rest.

const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'us u.s u.s. usa american americans america',
    'uk u.k u.k. british britain briton britons',
    'eu e.u e.u.',
    'un u.n u.n.',
    'france french frenchman',
    'germany german germans',
    'netherlands dutch',
    'turkey turkish turks turkiye türkiye',
    'spain spanish',
    'poland polish poles',
    'denmark danish danes',
    'sweden swedish swedes',
    'finland finnish finns',
    'greece greek greeks',
    'switzerland swiss',
    'ireland irish',
    'china chinese',
    'ukraine ukrainian ukrainians',
    'norway norwegian norwegians',
    'thailand thai',
    'wales welsh',
    'philippines philippine filipino',
    'israel israeli israelis',
    'afghanistan afghan afghans',
    'cyprus cypriot',
    'kyiv kiev',
  ].flatMap((line) => {
    const forms = line.split(' ')
    return forms.map((form) => [form, forms[0] ?? form])
  }),
)

const ENDINGS = /(?:ians|ian|ans|an|ese|ish|ites|ite|is|ia|i|a|ns|n|es|e|s|y)$/

/** A word of a name, in small letters, in the form in which names are compared: karskan, karsk -> karsk. */
export function foldName(lower: string): string {
  const known = IRREGULAR[lower.replace(/\.$/, '')] ?? IRREGULAR[lower]
  if (known !== undefined) return known
  if (!/^[\p{L}'-]+$/u.test(lower) || lower.length < 5) return lower
  const cut = lower.replace(ENDINGS, '')
  return cut.length >= 4 ? cut : lower
}
